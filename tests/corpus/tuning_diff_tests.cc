// What a change of lexicon does.
#include "corpus/tuning/diff.h"

#include "tuning_support.h"

using namespace rapport;
using namespace rapport::tests;

namespace {

const std::string kZork = rule_of("en.pitch.offering.zork", "pitch.offering", {"zork"});
const std::string kRenamed = rule_of("en.pitch.offering.zork_2", "pitch.offering", {"zork"});
const std::string kPlugh = rule_of("en.value_offer.resource.plugh", "value_offer.resource", {"plugh"});

const std::string kLines = record_line("one", "One zork, two zork.", "bad", ", \"reader\": 10") +
                           record_line("two", "A plugh for you.", "good", ", \"reader\": 90") +
                           record_line("three", "Nothing at all.", "good", ", \"reader\": 60") +
                           R"({"id": "four", "lang": "fi", "text": "zork", "label": "mixed"})" "\n";

Analyzer analyzer(const std::string& rules) {
  AnalyzerOptions options;
  options.edits = false;
  const Result<Analyzer> made = Analyzer::create(small_lexicon(rules), options);
  BOOST_TEST_REQUIRE(made.ok());
  return *made;
}

corpus::Difference run(const std::string& before, const std::string& after) {
  return corpus::compare(records_of(kLines), analyzer(before), analyzer(after));
}

std::vector<corpus::FigureChange> figures(const std::string& before, const std::string& after) {
  return corpus::compare_figures(records_of(kLines), analyzer(before), analyzer(after));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tuning_diff_tests)

BOOST_AUTO_TEST_CASE(the_same_lexicon_changes_nothing) {
  const auto difference = run(kZork + kPlugh, kZork + kPlugh);
  BOOST_TEST(difference.records == 4u);
  BOOST_TEST(difference.scores == 0u);
  BOOST_TEST(difference.signals == 0u);
  BOOST_TEST(difference.messages.empty());
  BOOST_TEST(difference.families.empty());
  BOOST_TEST(difference.unscored_before == 1u);
  BOOST_TEST(difference.unscored_after == 1u);
}

BOOST_AUTO_TEST_CASE(signals_gained_and_lost_are_told) {
  const auto difference = run(kZork, kPlugh);
  BOOST_TEST(difference.scores == 2u);
  BOOST_TEST(difference.signals == 2u);
  BOOST_TEST_REQUIRE(difference.families.size() == 2u);
  BOOST_TEST(difference.families[0].name == "pitch");
  BOOST_TEST(difference.families[0].before == 2u);
  BOOST_TEST(difference.families[0].after == 0u);
  BOOST_TEST(difference.families[0].lost == 2u);
  BOOST_TEST(difference.families[1].gained == 1u);
  BOOST_TEST_REQUIRE(difference.rules.size() == 2u);
  BOOST_TEST(difference.rules[0].name == "en.pitch.offering.zork");
  BOOST_TEST_REQUIRE(difference.messages.size() == 2u);
  for (const corpus::MessageChange& message : difference.messages) {
    BOOST_TEST(message.shift() > 0);
    BOOST_TEST(message.gained.size() + message.lost.size() == (message.id == "one" ? 2u : 1u));
  }
  const double first = difference.messages[0].shift();
  BOOST_TEST(first >= difference.messages[1].shift());
}

BOOST_AUTO_TEST_CASE(a_rule_that_takes_over_changes_rules_alone) {
  const auto difference = run(kZork, kRenamed);
  BOOST_TEST(difference.scores == 0u);
  BOOST_TEST(difference.signals == 0u);
  BOOST_TEST(difference.families.empty());
  BOOST_TEST(difference.rules.size() == 2u);
  BOOST_TEST(difference.messages.empty());
}

BOOST_AUTO_TEST_CASE(mean_scores_are_by_label) {
  const auto difference = run(kZork, kPlugh);
  BOOST_TEST_REQUIRE(difference.labels.size() == 2u);  // the mixed one has no score
  BOOST_TEST((difference.labels[0].label == corpus::Label::kGood));
  BOOST_TEST(difference.labels[0].messages == 2u);
  BOOST_TEST(difference.labels[0].after > difference.labels[0].before);
}

BOOST_AUTO_TEST_CASE(figures_that_fall_are_worse) {
  const auto worse = figures(kZork + kPlugh, "");
  BOOST_TEST_REQUIRE(worse.size() == 2u);
  BOOST_TEST(worse[0].name == "auc");
  BOOST_TEST(*worse[0].before == 1.0);
  BOOST_TEST(worse[0].worse);
  BOOST_TEST(worse[1].name == "spearman");
  for (const corpus::FigureChange& figure : figures("", kZork + kPlugh)) BOOST_TEST(!figure.worse);
  for (const corpus::FigureChange& figure : figures(kZork, kZork)) BOOST_TEST(!figure.worse);
}

BOOST_AUTO_TEST_CASE(figures_of_spans_need_spans) {
  const std::string marked =
      record_line("one", "One zork.", "bad", span_of("One zork.", "zork", "pitch.offering"));
  const auto changes = corpus::compare_figures(records_of(marked), analyzer(kZork), analyzer(kPlugh));
  BOOST_TEST_REQUIRE(changes.size() == 2u);
  BOOST_TEST(changes[0].name == "main_presence_f1");
  BOOST_TEST(*changes[0].before == 1.0);
  BOOST_TEST(changes[0].worse);
  BOOST_TEST(changes[1].name == "main_spans_f1");
  BOOST_TEST(changes[1].worse);
}

BOOST_AUTO_TEST_SUITE_END()
