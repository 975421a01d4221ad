#include "analyzer/match/pattern.h"

#include "analyzer/match/rule_set.h"
#include "analyzer/text/document.h"
#include "tests/support.h"

using namespace rapport;
using match::CompiledPattern;
using match::Edges;

namespace {

std::vector<std::string> found(const CompiledPattern& pattern, const std::string& text, bool slow) {
  text::DocumentBuilder builder;
  const text::Document document = builder.build(text, {});
  const Edges edges(document);
  std::vector<ByteSpan> spans;
  if (slow) {
    pattern.find_all_slow(document.folded, edges, spans);
  } else {
    pattern.find_all(document.folded, edges, spans);
  }
  std::vector<std::string> out;
  for (ByteSpan span : spans) out.emplace_back(document.folded_slice(span));
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pattern_tests)

BOOST_AUTO_TEST_CASE(leftmost_longest_whole_tokens) {
  struct Row {
    const char* name;
    const char* pattern;
    const char* text;
    std::vector<std::string> found;
  };
  const std::vector<Row> rows = {
      {"whole_word", "demo", "a demo now", {"demo"}},
      {"not_inside_a_word", "demo", "democracy undemo demos", {}},
      {"punctuation_is_an_edge", "demo", "(demo), demo!", {"demo", "demo"}},
      {"longest_alternative", "quick|quick call", "a quick call", {"quick call"}},
      {"longest_that_ends_at_an_edge", "free|free tri", "free trial", {"free"}},
      {"shorter_repetition_at_an_edge", "ha(?: ha)*", "ha ha hat", {"ha ha"}},
      {"leftmost_wins", "b c|a b", "a b c", {"a b"}},
      {"no_overlap", "a b a", "a b a b a", {"a b a"}},
      {"starts_inside_a_word_then_at_an_edge", "cat", "concat cat", {"cat"}},
      {"apostrophe_joins", "don", "don't", {}},
      {"hyphen_splits", "mail", "e-mail", {"mail"}},
      {"case_and_accents", "cafe", "CAF\u00c9", {"cafe"}},
      {"zero_width_is_dropped", "demo", "a d\u200bemo", {"demo"}},
      {"line_break_is_a_space", "quick call", "quick\n  call", {"quick call"}},
      {"curly_quote", "don't", "don\u2019t", {"don't"}},
      {"slot_is_one_character", "at \\x{E000}", "at [Company]!", {"at \xEE\x80\x80"}},
      {"no_space_first", " ?call", "a call", {"call"}},
      {"no_space_last", "call ?", "call me", {"call"}},
      {"a_space_alone", " +", "a b", {}},
      {"not_across_the_subject", "call(?: me){0,2}", "Subject: a call\nme me", {"call"}},
      {"subject_and_body", "call", "Subject: a call\ncall me", {"call", "call"}},
      {"empty_text", "a", "", {}},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      const CompiledPattern pattern({row.pattern});
      BOOST_TEST_REQUIRE(pattern.ok());
      BOOST_TEST(found(pattern, row.text, false) == row.found, boost::test_tools::per_element());
      BOOST_TEST(found(pattern, row.text, true) == row.found, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(fast_equals_slow_on_all_small_texts) {
  // Every text of up to 6 characters over {a, b, space, -}, against patterns
  // that meet edges in every way.
  std::vector<CompiledPattern> patterns;
  for (const char* source : {"a", "ab?", "a b", "(?:a|b) ?(?:a|b)", "a[^ ]{0,3}b", "aa|a a",
                             "b(?: a){1,2}", "-a", "a-?b", " ?ab? ?", " b"}) {
    patterns.emplace_back(std::vector<std::string_view>{source});
  }
  text::DocumentBuilder builder;
  int matches = 0;
  for (int length = 1; length <= 6; ++length) {
    for (int code = 0; code < 1 << (2 * length); ++code) {
      std::string text;
      for (int i = 0; i < length; ++i) text += "ab -"[(code >> (2 * i)) & 3];
      const text::Document document = builder.build(text, {});
      const Edges edges(document);
      for (const CompiledPattern& pattern : patterns) {
        std::vector<ByteSpan> fast;
        std::vector<ByteSpan> slow;
        pattern.find_all(document.folded, edges, fast);
        pattern.find_all_slow(document.folded, edges, slow);
        matches += static_cast<int>(slow.size());
        if (fast != slow) BOOST_TEST(false, "differs on '" << text << "'");
      }
    }
  }
  BOOST_TEST(matches > 10'000);
}

BOOST_AUTO_TEST_CASE(a_bad_pattern_says_why) {
  const CompiledPattern pattern({"a(b"});
  BOOST_TEST(!pattern.ok());
  BOOST_TEST(pattern.error().find("missing )") != std::string::npos);
  BOOST_TEST(CompiledPattern({"a?"}).matches_empty());
  BOOST_TEST(!CompiledPattern({"a+"}).matches_empty());
}

BOOST_AUTO_TEST_CASE(a_set_over_its_memory_splits_and_loses_nothing) {
  std::vector<std::string> sources;
  for (int i = 0; i < 24; ++i) {
    sources.push_back("w" + std::to_string(i) + "(?: [a-z]{1,20}){0,9} end");
  }
  std::vector<std::vector<std::string_view>> patterns;
  for (const std::string& source : sources) patterns.push_back({source});
  constexpr int kTooLittle = 256 << 10;
  const match::RuleSet split(patterns, kTooLittle);
  const match::RuleSet whole(patterns);
  BOOST_TEST(split.parts() > 1u);
  BOOST_TEST(whole.parts() == 1u);
  for (const char* text : {"w7 end w23 foo bar end", "w1 a b c d", "nothing", "w5 x end"}) {
    std::vector<int> few;
    std::vector<int> all;
    whole.candidates(text, few);
    split.candidates(text, all);
    BOOST_TEST(std::includes(all.begin(), all.end(), few.begin(), few.end()), text);
  }
  std::vector<int> hits;
  whole.candidates("w7 end w23 foo bar end", hits);
  BOOST_TEST(hits == (std::vector<int>{7, 23}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
