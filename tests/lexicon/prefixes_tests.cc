#include "analyzer/lexicon/prefixes.h"

#include "analyzer/lexicon/lexicon_data.h"

#include "tests/support.h"

using namespace rapport;

BOOST_AUTO_TEST_SUITE(prefixes_tests)

BOOST_AUTO_TEST_CASE(beginnings) {
  using Strings = std::vector<std::string>;
  struct Row {
    const char* name;
    const char* pattern;
    Strings prefixes;
  };
  const std::vector<Row> rows = {
      {"literal", "demo", {"demo"}},
      {"cut_at_the_longest", "a demonstration", {"a demons"}},
      {"alternatives", "(?:quick|short) call", {"quick ca", "short ca"}},
      {"top_level", "demo|call", {"call", "demo"}},
      {"optional_end", "calls?", {"call"}},
      {"optional_start", "(?:a )?demo", {"a demo", "demo"}},
      {"optional_letter", "x?y", {"xy", "y"}},
      {"repetition", "(?:ha ){1,3}end", {"ha "}},
      {"gap_ends_it", "your [^ ]+ talk", {"your "}},
      {"optional_gap_ends_it", "your (?:[^ ]+ ){0,2}talk", {"your "}},
      {"small_class", "[ab]c", {"ac", "bc"}},
      {"digits", "\\d%", {"0%", "1%", "2%", "3%", "4%", "5%", "6%", "7%", "8%", "9%"}},
      {"one_covers_the_other", "your|your talk", {"your"}},
      {"escaped_syntax", "a\\.b", {"a.b"}},
      {"slot", "\\x{E000}!", {"\xEE\x80\x80!"}},
      {"nested", "(?:i(?:'d| would)) like", {"i would ", "i'd like"}},
      {"skipped_group_is_read_over", "abcdefghij(?:x|y(?:z|[)|]))|k", {"abcdefgh", "k"}},
      {"broad_start", "[^ ]+ call", {}},
      {"any_start", ".call", {}},
      {"may_be_empty", "(?:a)?", {}},
      {"negated_word_class", "\\S+", {}},
      {"flags_are_not_understood", "(?i)demo", {}},
      {"anchor_is_not_understood", "^demo", {}},
      {"unbalanced", "a)b", {}},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      BOOST_TEST(lexicon::literal_prefixes(row.pattern) == row.prefixes,
                 boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(too_many_alternatives_fall_back_to_shorter_beginnings) {
  std::string many = "your (?:";
  for (int i = 0; i < 300; ++i) many += (i ? "|w" : "w") + std::to_string(i);
  const auto prefixes = lexicon::literal_prefixes(many + ")");
  BOOST_TEST(prefixes == std::vector<std::string>{"your "}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(nearly_every_rule_has_known_beginnings) {
  std::size_t unknown = 0;
  std::size_t rules = 0;
  for (const auto& pack : tests::built_in_analyzer().lexicon().data().packs) {
    for (const auto& rule : pack.rules) {
      if (rule.any.empty()) continue;  // a shape
      ++rules;
      unknown += rule.prefixes.empty();
    }
  }
  BOOST_TEST(unknown * 20 <= rules, unknown << " of " << rules << " rules run on every text");
}

BOOST_AUTO_TEST_SUITE_END()
