// What `tune stats` counts, over a handful of records.
#include "corpus/tuning/stats.h"

#include "tuning_support.h"

using namespace rapport;
using namespace rapport::tests;

namespace {

const std::string kRules =
    rule_of("en.pitch.offering.zork", "pitch.offering", {"zorks?", "a zork", "blorb"}) +
    rule_of("en.pitch.offering.zork_mill", "pitch.offering", {"zork mill"}) +
    rule_of("en.value_offer.resource.plugh", "value_offer.resource", {"plugh"}) +
    rule_of("en.ask.time.never", "ask.time", {"never", "nowhere"});

const std::string kRecords =
    record_line("one", "Hi, a zork mill and a zork.", "bad",
                span_of("Hi, a zork mill and a zork.", "zork mill", "pitch.offering")) +
    record_line("two", "Hello zorks!", "bad", ", \"spans\": []") +
    record_line("three", "Nothing of note here.", "bad") +
    record_line("four", "Some plugh for you.", "good",
                span_of("Some plugh for you.", "plugh", "value_offer.help")) +
    record_line("five", "Zork, plugh.\n\nBest,\nZork", "good") +
    record_line("six", "plugh plugh", "mixed");

corpus::Stats measure(const std::string& lines = kRecords, corpus::StatsOptions options = {}) {
  return corpus::measure_rules(records_of(lines), small_lexicon(kRules), options);
}

const corpus::RuleStats& of(const corpus::Stats& stats, const std::string& id) {
  for (const corpus::RuleStats& rule : stats.rules) {
    if (rule.rule == id) return rule;
  }
  throw std::runtime_error("no rule " + id);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tuning_stats_tests)

BOOST_AUTO_TEST_CASE(records_are_counted) {
  const corpus::Stats stats = measure();
  BOOST_TEST(stats.records == 6u);
  BOOST_TEST(stats.good == 2u);
  BOOST_TEST(stats.mixed == 1u);
  BOOST_TEST(stats.bad == 3u);
  BOOST_TEST(stats.marked == 3u);
  BOOST_TEST(stats.unread == 0u);
  BOOST_TEST(stats.rules.size() == 4u);
}

BOOST_AUTO_TEST_CASE(hits_are_counted_before_and_after_overlaps) {
  const corpus::Stats stats = measure();
  const corpus::RuleStats& zork = of(stats, "en.pitch.offering.zork");
  // "a zork" twice, "zorks", "Zork" twice; the first loses to nothing shorter:
  // "zork mill" is the longer match.
  BOOST_TEST(zork.hits == 5u);
  BOOST_TEST(zork.messages == 3u);
  BOOST_TEST(zork.stays == 4u);
  BOOST_TEST(zork.bad == 2u);
  BOOST_TEST(zork.good == 1u);
  BOOST_TEST(zork.signal == "pitch.offering");
  BOOST_TEST(zork.family == "pitch");
  BOOST_TEST(!zork.positive);
  BOOST_TEST(zork.line > 0);
  const corpus::RuleStats& mill = of(stats, "en.pitch.offering.zork_mill");
  BOOST_TEST(mill.hits == 1u);
  BOOST_TEST(mill.stays == 1u);
}

BOOST_AUTO_TEST_CASE(precision_is_by_family) {
  const corpus::Stats stats = measure();
  const corpus::RuleStats& zork = of(stats, "en.pitch.offering.zork");
  BOOST_TEST(zork.judged == 3u);  // those of "one" and "two"
  BOOST_TEST(zork.right == 1u);
  BOOST_TEST(*zork.precision == 1.0 / 3, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(*of(stats, "en.value_offer.resource.plugh").precision == 1.0);
  BOOST_TEST(!of(stats, "en.ask.time.never").precision.has_value());
}

BOOST_AUTO_TEST_CASE(lift_is_by_messages) {
  const corpus::RuleStats plugh = of(measure(), "en.value_offer.resource.plugh");
  const auto wanted = corpus::lift(2, 2, 0, 3);
  BOOST_TEST(plugh.lift->value == wanted->value);
  BOOST_TEST(plugh.hits == 4u);
  BOOST_TEST(plugh.messages == 3u);
  const auto unlabelled = measure(record_line("a", "plugh", ""));
  BOOST_TEST(!of(unlabelled, "en.value_offer.resource.plugh").lift.has_value());
}

BOOST_AUTO_TEST_CASE(zones_and_overlaps_are_told) {
  const corpus::Stats stats = measure();
  const corpus::RuleStats& zork = of(stats, "en.pitch.offering.zork");
  const auto in = [&](text::ZoneKind zone) { return zork.zones[static_cast<std::size_t>(zone)]; };
  BOOST_TEST(in(text::ZoneKind::kSignature) == 1u);
  std::size_t sum = 0;
  for (const std::size_t hits : zork.zones) sum += hits;
  BOOST_TEST(sum == zork.hits);
  BOOST_TEST(zork.overlapped == 1u);
  BOOST_TEST_REQUIRE(zork.overlaps.size() == 1u);
  BOOST_TEST(zork.overlaps[0].rule == "en.pitch.offering.zork_mill");
  BOOST_TEST(zork.overlaps[0].hits == 1u);
}

BOOST_AUTO_TEST_CASE(patterns_without_a_hit_of_their_own_are_told) {
  const corpus::Stats stats = measure();
  BOOST_TEST_REQUIRE(stats.silent.size() == 1u);
  BOOST_TEST(stats.silent[0].rule == "en.pitch.offering.zork");
  BOOST_TEST(stats.silent[0].pattern == "blorb");
  BOOST_TEST(stats.silent[0].line > 0);
  // Of a rule that never fires, its patterns are not told one by one.
  BOOST_TEST(of(stats, "en.ask.time.never").hits == 0u);
}

BOOST_AUTO_TEST_CASE(a_pattern_that_a_longer_one_always_beats_is_silent) {
  const auto stats = measure(record_line("a", "a zork, a zork", "good"));
  BOOST_TEST_REQUIRE(stats.silent.size() == 2u);
  BOOST_TEST(stats.silent[0].pattern == "zorks?");
  BOOST_TEST(stats.silent[1].pattern == "blorb");
}

BOOST_AUTO_TEST_CASE(examples_are_wrong_ones_first_and_differ) {
  const auto examples = of(measure(), "en.pitch.offering.zork").examples;
  BOOST_TEST_REQUIRE(examples.size() == 3u);
  BOOST_TEST((examples[0].verdict == corpus::Verdict::kWrong));
  BOOST_TEST(examples[0].hit == "a zork");
  BOOST_TEST(examples[1].hit == "zorks");
  BOOST_TEST(examples[2].hit == "Zork");
  BOOST_TEST(of(measure(kRecords, {.examples = 1}), "en.pitch.offering.zork").examples.size() == 1u);
}

BOOST_AUTO_TEST_CASE(rules_are_sorted_as_asked) {
  auto rules = measure().rules;
  const auto first = [&](corpus::StatsOrder order) {
    corpus::sort_rules(rules, order);
    BOOST_TEST(rules.back().rule == "en.ask.time.never");
    return rules.front().rule;
  };
  BOOST_TEST(first(corpus::StatsOrder::kHits) == "en.pitch.offering.zork");
  BOOST_TEST(first(corpus::StatsOrder::kMessages) == "en.pitch.offering.zork");
  BOOST_TEST(first(corpus::StatsOrder::kPrecision) == "en.pitch.offering.zork");
  BOOST_TEST(first(corpus::StatsOrder::kOverlap) == "en.pitch.offering.zork_mill");
  BOOST_TEST(first(corpus::StatsOrder::kRule) == "en.pitch.offering.zork");
  // A pitch in as many good messages as bad ones is the farthest from its sign.
  BOOST_TEST(first(corpus::StatsOrder::kLift) == "en.pitch.offering.zork");
}

BOOST_AUTO_TEST_CASE(a_corpus_in_another_language_has_no_rules_to_tell_of) {
  const auto stats = measure(R"({"id": "a", "lang": "fi", "text": "zork"})" "\n");
  BOOST_TEST(stats.unread == 1u);
  BOOST_TEST(stats.rules.empty());
}

BOOST_AUTO_TEST_SUITE_END()
