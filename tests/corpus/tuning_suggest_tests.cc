// Suggested rules: what they are made of, and that they load once finished.
#include "corpus/tuning/suggest.h"

#include <set>

#include "analyzer/lexicon/toml_tree.h"
#include "tuning_support.h"

using namespace rapport;
using namespace rapport::tests;

namespace {

// Nothing in common but what is put in.
std::string filler(std::size_t i) {
  return "Word" + std::to_string(i) + "a says word" + std::to_string(i) + "b on day" +
         std::to_string(i) + ".";
}

// Twenty messages a side; "quiet harbour tour" is of good ones, "blunt zork offer"
// of bad ones, and a rule knows "cheap plugh".
std::string lines() {
  std::string out;
  for (std::size_t i = 0; i < 20; ++i) {
    const std::string n = std::to_string(i);
    const std::string good = filler(i) + " I led a quiet harbour tour in May with guest" + n + ".";
    const std::string bad = filler(100 + i) + " We have a blunt zork offer here for firm" + n + ". Cheap plugh too!";
    out += record_line("g" + n, good, "good", ", \"spans\": []");
    out += record_line("b" + n, bad, "bad", span_of(bad, "have a blunt zork offer", "pitch.offering"));
  }
  return out;
}

Lexicon plugh_lexicon() { return small_lexicon(rule_of("en.pitch.promotion.plugh", "pitch.promotion", {"cheap plugh"})); }

corpus::Suggestions run(const std::string& name = "", corpus::SuggestOptions options = {}) {
  options.lang = "en";
  options.name = name;
  return corpus::suggest(records_of(lines()), plugh_lexicon(), options);
}

// A suggested rule with all that is left to fill.
std::string filled(std::string rule, const std::string& signal, const std::string& id) {
  const auto replace = [&](const std::string& from, const std::string& to) {
    const std::size_t at = rule.find(from);
    if (at != std::string::npos) rule.replace(at, from.size(), to);
  };
  replace("id = \"\"", "id = \"" + id + "\"");
  replace("signal = \"\"", "signal = \"" + signal + "\"");
  replace("reason = \"\"", "reason = \"Say less.\"");
  replace("evidence = \"\"", "evidence = \"self-evident\"");
  replace("  \"\",", "  \"No such words.\",");
  replace("  \"\",", "  \"None at all.\",");
  return rule;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tuning_suggest_tests)

BOOST_AUTO_TEST_CASE(phrases_of_each_class_are_suggested) {
  const auto found = run();
  BOOST_TEST(found.good == 20u);
  BOOST_TEST(found.bad == 20u);
  BOOST_TEST_REQUIRE(found.suggestions.size() >= 2u);
  bool good = false, bad = false;
  for (const corpus::Suggestion& one : found.suggestions) {
    BOOST_TEST(one.pattern.find("plugh") == std::string::npos, one.pattern << " is covered");
    good = good || (one.z > 0 && one.pattern.find("harbour") != std::string::npos);
    bad = bad || (one.z < 0 && one.pattern.find("zork") != std::string::npos);
    BOOST_TEST((one.z > 0 ? one.first : one.second) == 20u);
    BOOST_TEST((one.z > 0 ? one.second : one.first) == 0u);
  }
  BOOST_TEST(good);
  BOOST_TEST(bad);
}

BOOST_AUTO_TEST_CASE(a_signal_is_proposed_where_gold_spans_agree) {
  for (const corpus::Suggestion& one : run().suggestions) {
    if (one.pattern.find("zork") != std::string::npos) {
      BOOST_TEST(one.signal == "pitch.offering");
      BOOST_TEST(one.id.starts_with("en.pitch.offering."));
    }
    if (one.pattern.find("harbour") != std::string::npos) BOOST_TEST(one.signal == "");
  }
}

BOOST_AUTO_TEST_CASE(every_rule_is_toml_and_loads_once_finished) {
  for (const std::string name : {"", "pitch.offering"}) {
    const auto found = run(name);
    BOOST_TEST(!found.suggestions.empty());
    for (const corpus::Suggestion& one : found.suggestions) {
      BOOST_TEST_CONTEXT(one.rule) {
        BOOST_TEST(lexicon::parse_toml(one.rule, "rule").ok());
        const TempDir dir;
        write_small_lexicon(dir.path(), filled(one.rule, "style.wall", "en.style.wall.test"));
        const CheckReport report = check_lexicon({dir.path().string(), true});
        BOOST_TEST(report.diagnostics.empty(), all_of(report.diagnostics));
        BOOST_TEST(report.rules == 1u);
        BOOST_TEST(report.hits >= 2u);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(an_unfinished_rule_is_refused) {
  const auto found = run();
  BOOST_TEST_REQUIRE(!found.suggestions.empty());
  const TempDir dir;
  write_small_lexicon(dir.path(), found.suggestions[0].rule);
  BOOST_TEST(!Lexicon::load({dir.path().string(), true}).ok());
}

BOOST_AUTO_TEST_CASE(a_signal_takes_phrases_from_missed_spans) {
  for (const std::string name : {"pitch.offering", "pitch"}) {
    const auto found = run(name);
    BOOST_TEST(found.spans == 20u);
    BOOST_TEST(found.missed == 20u);
    BOOST_TEST_REQUIRE(!found.suggestions.empty());
    for (const corpus::Suggestion& one : found.suggestions) {
      BOOST_TEST(one.z > 0);
      BOOST_TEST(one.signal == "pitch.offering");
      BOOST_TEST(one.pattern.find("harbour") == std::string::npos);
      BOOST_TEST(one.first == 20u);
    }
  }
}

BOOST_AUTO_TEST_CASE(spans_that_a_rule_finds_are_not_missed) {
  corpus::SuggestOptions options{.lang = "en", .name = "pitch"};
  const Lexicon knows = small_lexicon(
      rule_of("en.pitch.offering.zork", "pitch.offering", {"blunt zork offer"}));
  const auto found = corpus::suggest(records_of(lines()), knows, options);
  BOOST_TEST(found.spans == 20u);
  BOOST_TEST(found.missed == 0u);
  BOOST_TEST(found.suggestions.empty());
}

BOOST_AUTO_TEST_CASE(how_many_can_be_said) {
  BOOST_TEST(run("", {.top = 1}).suggestions.size() == 1u);
  BOOST_TEST(run("", {.min_count = 21}).suggestions.empty());
  for (const corpus::Suggestion& one : run("", {.examples = 2}).suggestions) {
    BOOST_TEST(one.lines.size() == 2u);
  }
}

BOOST_AUTO_TEST_CASE(ids_are_not_given_twice) {
  std::set<std::string> ids = {"en.pitch.promotion.plugh"};
  for (const corpus::Suggestion& one : run("pitch").suggestions) {
    BOOST_TEST(ids.insert(one.id).second, one.id);
  }
}

BOOST_AUTO_TEST_CASE(no_labels_and_no_spans_give_nothing) {
  const auto found = corpus::suggest(records_of(record_line("a", "a blunt zork offer", "")), plugh_lexicon(),
                                     {.lang = "en"});
  BOOST_TEST(found.suggestions.empty());
  BOOST_TEST(found.good + found.bad == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
