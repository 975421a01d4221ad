// Figures of `tune eval` on records small enough to count by hand.
#include "corpus/evaluation.h"

#include <cmath>

#include "corpus/span_counts.h"
#include "tests/support.h"

using namespace rapport;
using corpus::GoldRecord;
using corpus::Label;
using corpus::Measured;

namespace {

Measured record(const std::string& id, Label label, int score, std::optional<double> reader = {}) {
  Measured one;
  one.gold.id = id;
  one.gold.text = "0123456789012345678901234567890123456789";
  one.gold.label = label;
  one.gold.reader = reader;
  one.analysis.score = Points{score * 10};
  one.analysis.channel = "email";
  one.analysis.lang = "en";
  return one;
}

void mark(Measured& one, const char* signal, std::size_t begin, std::size_t end) {
  one.gold.marked = true;
  one.gold.spans.push_back({signal, {begin, end}, ""});
}

void find(Measured& one, const char* signal, std::size_t begin, std::size_t end) {
  Signal found;
  found.signal = signal;
  found.span = {begin, end};
  one.analysis.signals.push_back(found);
}

corpus::Evaluation evaluate(const std::vector<Measured>& records) {
  return corpus::evaluate(records, tests::built_in_analyzer().lexicon(), {});
}

const corpus::NameMeasure& named(const std::vector<corpus::NameMeasure>& all, const char* name) {
  return *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.name == name; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(evaluation_tests)

BOOST_AUTO_TEST_CASE(scores) {
  std::vector<Measured> records = {record("a", Label::kGood, 80, 90), record("b", Label::kBad, 20, 10),
                                   record("c", Label::kGood, 10, 70), record("d", Label::kMixed, 50, 50)};
  records[0].gold.pair = "b";  // above it: right
  records[2].gold.pair = "d";  // below it: wrong
  const auto e = evaluate(records);
  BOOST_TEST((e.good == 2 && e.mixed == 1 && e.bad == 1 && e.pairs == 2 && e.units == 4));
  BOOST_TEST(*e.auc.value == 0.5);
  BOOST_TEST(*e.pair_accuracy.value == 0.5);
  // Ranks of scores 4,2,1,3 and of ratings 4,1,3,2: 1 - 6 x 6 / (4 x 15).
  BOOST_TEST(std::abs(*e.spearman.value - 0.4) < 1e-12);
  BOOST_TEST(e.worst.front().id == "c");
}

BOOST_AUTO_TEST_CASE(no_score_is_counted_and_left_out) {
  std::vector<Measured> records = {record("a", Label::kGood, 80), record("b", Label::kBad, 20),
                                   record("c", Label::kGood, 0)};
  records[2].analysis.score.reset();
  const auto e = evaluate(records);
  BOOST_TEST(e.unscored == 1u);
  BOOST_TEST(*e.auc.value == 1.0);
}

BOOST_AUTO_TEST_CASE(spans_count_by_overlap_of_their_name) {
  Measured one = record("a", Label::kGood, 50);
  mark(one, "pitch.claim", 0, 5);
  mark(one, "pitch.link", 10, 12);
  mark(one, "ask.time", 20, 25);
  find(one, "pitch.offering", 4, 8);  // the family is right, the id is not
  find(one, "pitch.link", 30, 34);    // wrong place
  find(one, "generic.filler", 20, 25);
  const auto e = evaluate({one, record("b", Label::kBad, 10)});
  const auto& pitch = named(e.families, "pitch");
  BOOST_TEST((pitch.spans.found == 2 && pitch.spans.found_right == 1));
  BOOST_TEST((pitch.spans.wanted == 2 && pitch.spans.wanted_found == 1));
  BOOST_TEST((pitch.presence.found == 1 && pitch.presence.found_right == 1));
  const auto& claim = named(e.signals, "pitch.claim");
  BOOST_TEST((claim.spans.found == 0 && claim.spans.wanted == 1 && claim.spans.wanted_found == 0));
  const auto& ask = named(e.families, "ask");
  BOOST_TEST((ask.presence.wanted == 1 && ask.presence.wanted_found == 0));
  BOOST_TEST_REQUIRE(e.confusions.size() == 1u);
  BOOST_TEST((e.confusions[0].wanted == "ask" && e.confusions[0].found == "generic"));
}

BOOST_AUTO_TEST_CASE(a_maybe_counts_neither_way) {
  Measured one = record("a", Label::kGood, 50);
  one.gold.marked = true;
  one.gold.maybe.push_back({"ask.time", {0, 5}, ""});
  find(one, "ask.favor", 2, 4);
  find(one, "ask.time", 20, 22);
  const auto counts = corpus::count_names(one, {"ask"}, true);
  BOOST_TEST((counts.spans[0].found == 1 && counts.spans[0].found_right == 0));
  BOOST_TEST((counts.presence[0].found == 0 && counts.presence[0].wanted == 0));
}

BOOST_AUTO_TEST_CASE(records_without_spans_say_nothing_of_signals) {
  Measured one = record("a", Label::kGood, 50);
  find(one, "ask.time", 0, 4);
  const auto e = evaluate({one});
  BOOST_TEST(e.marked == 0u);
  BOOST_TEST(e.families.empty());
}

BOOST_AUTO_TEST_CASE(the_main_mean_is_of_four_families) {
  Measured one = record("a", Label::kGood, 50);
  mark(one, "personalization.name", 0, 2);
  mark(one, "common_ground.place", 3, 5);
  mark(one, "value_offer.help", 6, 8);
  mark(one, "pitch.link", 9, 11);
  find(one, "personalization.name", 0, 2);
  find(one, "common_ground.place", 3, 5);
  find(one, "value_offer.help", 20, 22);
  const auto e = evaluate({one});
  // Presence F1: 1, 1, 1, 0; spans: 1, 1, 0, 0.
  BOOST_TEST(*e.main_presence.value == 0.75);
  BOOST_TEST(*e.main_spans.value == 0.5);
}

BOOST_AUTO_TEST_SUITE_END()
