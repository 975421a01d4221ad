#include "analyzer/lexicon/pattern_words.h"

#include "tests/support.h"

using namespace rapport;

namespace {

// "0: your; 1-2: post talk"; "+" where there is no limit.
std::string shown(const std::string& pattern) {
  const auto regex = lexicon::parse_regex(pattern);
  BOOST_REQUIRE(regex);
  const lexicon::WordCounts counts = {{"your", 9}, {"the", 9}, {"a", 9}};
  std::string out;
  for (const lexicon::NeededWords& one : lexicon::words_of(*regex, counts)) {
    const auto [least, most] = one.behind;
    if (!out.empty()) out += "; ";
    out += std::to_string(least);
    if (most > lexicon::kMostSpaces) {
      out += '+';
    } else if (most > least) {
      out += '-' + std::to_string(most);
    }
    out += ':';
    for (const std::string& word : one.words) out += ' ' + word;
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pattern_words_tests)

BOOST_AUTO_TEST_CASE(what_every_match_holds) {
  struct Row {
    const char* name;
    const char* pattern;
    const char* needed;
  };
  const std::vector<Row> rows = {
      {"one_word", "demo", "0: demo"},
      {"the_rarest_first", "your talk", "1: talk; 0: your"},
      {"a_choice", "quick (?:call|chat)", "0: quick; 1: call chat"},
      {"an_ending", "your talks?", "1: talk talks; 0: your"},
      {"a_gap_moves_what_follows", "your (?:[^ ]+ ){0,2}talk", "1-3: talk; 0: your"},
      {"no_limit_is_never_first", "a (?:very )*new plan", "0: a; 1+: new; 2+: plan"},
      {"what_can_be_missing_is_not_needed", "your (?:new )?talk", "1-2: talk; 0: your"},
      {"a_choice_with_a_gap", "(?:see|read [^ ]+) talk", "1-2: talk; 0: read see"},
      {"digits_are_one", "\\d{1,2} ?min", "0: 0 0min; 0-1: 0min min"},
      {"digits_that_go_on", "\\d(?:[\\d,.]*\\d)? min", "0: 0; 1: min"},
      {"a_word_cut_by_a_class", "re[a-z]+ talk", "1: talk"},
      {"a_word_glued_to_a_gap", "[^ ]+ing talk", "1: talk"},
      {"an_apostrophe_parts", "i'm in", "0: i; 1: in; 0: m"},
      {"beyond_ascii_parts", "caf\u00e9s", "0: caf; 0: s"},
      {"nothing_known", "[^ ]+", ""},
      {"a_choice_of_which_one_is_unknown", "talk|[^ ]+", ""},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) { BOOST_TEST(shown(row.pattern) == row.needed); }
  }
}

BOOST_AUTO_TEST_CASE(words_of_a_text_are_counted) {
  lexicon::WordCounts counts;
  lexicon::count_words("a 15min call, a call at 7", counts);
  BOOST_TEST(counts["call"] == 2u);
  BOOST_TEST(counts["0min"] == 1u);
  BOOST_TEST(counts["0"] == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
