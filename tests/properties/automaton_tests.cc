// The automaton against RE2, pattern by pattern: every pattern of up to three
// atoms on every short text, and random longer ones. Zero differences.
#include "analyzer/lexicon/pack_nfa.h"
#include "analyzer/match/matcher.h"
#include "analyzer/text/document.h"
#include "tests/support.h"

using namespace rapport;

namespace {

// A pack of one rule.
lexicon::Pack pack_of(const std::string& pattern, const std::string& except = "") {
  lexicon::Pack pack;
  lexicon::Rule rule;
  rule.id = "en.test.rule";
  rule.any.push_back({pattern, pattern, 1, 1});
  if (!except.empty()) rule.except.push_back({except, except, 1, 1});
  pack.rules.push_back(rule);
  return pack;
}

std::vector<text::Document> documents(const std::vector<std::string>& texts) {
  text::DocumentBuilder builder;
  const lexicon::Pack pack;
  std::vector<text::Document> out;
  for (const std::string& one : texts) out.push_back(builder.build(one, pack.language));
  return out;
}

// All texts of up to `length` letters.
std::vector<std::string> all_texts(const std::vector<std::string>& letters, int length) {
  std::vector<std::string> out = {""};
  for (std::size_t begin = 0; length > 0; --length) {
    const std::size_t end = out.size();
    for (; begin < end; ++begin) {
      for (const std::string& letter : letters) out.push_back(out[begin] + letter);
    }
  }
  return out;
}

struct Tally {
  std::size_t patterns = 0;
  std::size_t matches = 0;
  std::size_t differences = 0;
};

void compare(const lexicon::Pack& pack, const std::vector<text::Document>& texts, Tally& tally) {
  const auto fast = match::make_matcher(pack);
  const auto slow = match::make_slow_matcher(pack);
  std::vector<match::RawMatch> a;
  std::vector<match::RawMatch> b;
  ++tally.patterns;
  for (const text::Document& document : texts) {
    fast->match(document, a);
    slow->match(document, b);
    tally.matches += b.size();
    if (a == b) continue;
    ++tally.differences;
    BOOST_TEST((a == b), pack.rules[0].any[0].expanded << " differs in: " << document.text);
  }
}

const std::vector<std::string> kAtoms = {
    "a", "b", " ", "[ab]", "[^a]", ".", "(?:a|a b|ab)", "a?", "b*", "(?:a b?)+", "\u00e9", "[^ ]+",
};

}  // namespace

BOOST_AUTO_TEST_SUITE(automaton_tests)

BOOST_AUTO_TEST_CASE(every_short_pattern_on_every_short_text) {
  auto words = all_texts({"a", "b", " "}, 4);
  for (const std::string& text : all_texts({"a", ",", "\u00e9"}, 3)) words.push_back(text);
  const auto texts = documents(words);
  Tally tally;
  for (const std::string& first : kAtoms) {
    compare(pack_of(first), texts, tally);
    for (const std::string& second : kAtoms) {
      compare(pack_of(first + second), texts, tally);
      for (const std::string& third : kAtoms) compare(pack_of(first + second + third), texts, tally);
    }
  }
  BOOST_TEST(tally.patterns == 12u + 144u + 1728u);
  BOOST_TEST(tally.differences == 0u);
  BOOST_TEST(tally.matches > 20'000u);
}

BOOST_AUTO_TEST_CASE(random_patterns_with_exceptions) {
  tests::Random random(20261125);
  const std::vector<std::string> parts = {
      "a", "ab", "b c", "[a-c]", "[^a-c ]", "\\d", "\\w+", "\\S", "\\x{e9}", "\\.", "[\\d,]",
      "[^ .,]+", "(?:a|b|c d)", "(?:[^ ]+ ){0,2}", "(?:a ){2}", "(?:b ?){1,}", "c{2,3}", "d??",
      "\U0001F600", "[\u00e0-\u00ff]", "[^\u00e9]", "(?:|a)", "(a|ab)(c|bcd)",
  };
  const std::vector<std::string> letters = {"a", "b", "c", "d", " ", " ", ".", ",", "1", "ab",
                                            "\u00e9", "\u00ff", "\U0001F600", "\u4f60", "-"};
  std::vector<std::string> words;
  for (int i = 0; i < 200; ++i) {
    std::string text;
    for (std::size_t n = random.below(24); n > 0; --n) text += random.pick(letters);
    words.push_back(text);
  }
  const auto texts = documents(words);
  const auto pattern = [&] {
    std::string out;
    for (std::size_t n = 1 + random.below(5); n > 0; --n) out += random.pick(parts);
    return out;
  };
  Tally tally;
  for (int i = 0; i < 400; ++i) compare(pack_of(pattern(), i % 2 ? pattern() : ""), texts, tally);
  BOOST_TEST(tally.differences == 0u);
  BOOST_TEST(tally.matches > 2'000u);
}

BOOST_AUTO_TEST_CASE(what_is_not_taken_is_left_to_re2) {
  const auto texts = documents({"a b", "ab a", "7 a", "A b"});
  for (const char* pattern : {"\\ba", "a\\b b", "\\p{L}", "[[:alpha:]]b", "(?i:a)", "a$", "^a"}) {
    const lexicon::Pack pack = pack_of(pattern);
    const auto nfa = lexicon::make_nfa(pack);
    BOOST_TEST(nfa->refused == std::vector<std::uint32_t>{lexicon::any_tag(0)},
               boost::test_tools::per_element());
    Tally tally;
    compare(pack, texts, tally);
    BOOST_TEST(tally.differences == 0u, pattern);
  }
}

BOOST_AUTO_TEST_CASE(a_small_cache_changes_nothing_but_time) {
  // So many different words that the states of one text do not fit.
  const auto& pack = tests::built_in_analyzer().lexicon().data().packs[0];
  const auto fast = match::make_matcher(pack);
  const auto slow = match::make_slow_matcher(pack);
  text::DocumentBuilder builder;
  std::vector<match::RawMatch> a;
  std::vector<match::RawMatch> b;
  tests::Random random(7);
  std::string text;
  for (const auto& rule : pack.rules) {
    for (const auto& hit : rule.hits) {
      const std::string words = tests::unmarked(hit.text);
      const std::size_t cut = random.below(words.size());
      text += words.substr(cut) + " " + words.substr(0, cut) + " ";
    }
    if (text.size() < 1500) continue;
    const auto document = builder.build(text, pack.language);
    fast->match(document, a);
    slow->match(document, b);
    BOOST_TEST((a == b), "differs in: " << text);
    text.clear();
  }
}

BOOST_AUTO_TEST_SUITE_END()
