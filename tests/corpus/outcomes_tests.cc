// Outcomes with something and without it, counted by hand.
#include "corpus/reports/outcomes.h"

#include <algorithm>
#include <cmath>

#include "analyzer/text/fold.h"
#include "tests/corpus/summary_support.h"
#include "tests/support.h"

using namespace rapport;
using corpus::Outcome;
using corpus::OutcomeRow;
using tests::Case;

namespace {

// 56 of 70 messages with the signal were accepted, and 48 of 80 without it.
std::vector<Case> worked_example() {
  std::vector<Case> out;
  for (int i = 0; i < 150; ++i) {
    const bool with = i < 70;
    out.emplace_back(with ? 805 : 395, std::string(with ? 100 : 101, 'x'));
    if (with) out.back().signal("personalization.reference", "en.a").signal("personalization.reference", "en.b");
    out.back().accepted(with ? i < 56 : i < 70 + 48);
  }
  out.back().signal("pitch.offer", "en.rare");
  return out;
}

std::vector<Outcome> outcomes_of(const std::vector<Case>& cases, const corpus::SummaryOptions& options = {}) {
  corpus::Outcomes outcomes(options);
  for (const Case& one : cases) outcomes.add(one.seen());
  return outcomes.finish();
}

bool near(double a, double b) { return std::abs(a - b) < 0.00006; }

}  // namespace

BOOST_AUTO_TEST_SUITE(outcomes_tests)

BOOST_AUTO_TEST_CASE(rows_by_hand) {
  const std::vector<Outcome> all = outcomes_of(worked_example());
  BOOST_REQUIRE(all.size() == 1u);
  const Outcome& got = all[0];
  BOOST_TEST(got.name == "accepted");
  BOOST_TEST(got.all.yes == 104u);
  BOOST_TEST(got.all.of == 150u);
  BOOST_TEST(got.least == 30u);
  BOOST_TEST(got.too_few == 2u);  // the rare signal and its rule
  struct Row {
    OutcomeRow::Kind kind;
    const char* name;
    double sign;
  };
  const Row rows[] = {{OutcomeRow::Kind::kSignal, "personalization.reference", 1},
                      {OutcomeRow::Kind::kRule, "en.a", 1},
                      {OutcomeRow::Kind::kRule, "en.b", 1},
                      {OutcomeRow::Kind::kScore, "30-39", -1},
                      {OutcomeRow::Kind::kScore, "80-89", 1},
                      {OutcomeRow::Kind::kLength, "0-100", 1},
                      {OutcomeRow::Kind::kLength, "101-200", -1}};
  BOOST_REQUIRE(got.rows.size() == std::size(rows));
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    BOOST_TEST_CONTEXT(rows[i].name) {
      const OutcomeRow& row = got.rows[i];
      BOOST_TEST((row.kind == rows[i].kind));
      BOOST_TEST(row.name == rows[i].name);
      BOOST_TEST(near(row.difference, 0.2 * rows[i].sign));
      BOOST_TEST(near(rows[i].sign > 0 ? row.low : -row.high, 0.0524));
      BOOST_TEST(near(rows[i].sign > 0 ? row.high : -row.low, 0.3339));
      BOOST_TEST(row.with.of + row.without.of == 150u);
      BOOST_TEST(row.stands_out);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_least_is_a_parameter) {
  BOOST_TEST(outcomes_of(worked_example(), {.least = 71}).at(0).rows.empty());
  BOOST_TEST(outcomes_of(worked_example(), {.least = 1}).at(0).too_few == 0u);
}

BOOST_AUTO_TEST_CASE(only_known_outcomes_of_scored_messages_count) {
  std::vector<Case> cases = {Case().replied(true), Case().replied(false), Case(), Case().replied(true)};
  cases.back().analysis.score.reset();
  const std::vector<Outcome> got = outcomes_of(cases);
  BOOST_REQUIRE(got.size() == 1u);
  BOOST_TEST(got[0].name == "replied");
  BOOST_TEST(got[0].all.of == 2u);
  BOOST_TEST(got[0].unknown == 1u);
  BOOST_TEST(outcomes_of({Case()}).empty());
}

// A signal that stands beside any outcome alike stands out seldom.
BOOST_AUTO_TEST_CASE(chance_seldom_stands_out) {
  tests::Random random(11);
  std::size_t runs = 0;
  for (int round = 0; round < 100; ++round) {
    std::vector<Case> cases;
    for (int i = 0; i < 300; ++i) {
      cases.emplace_back(static_cast<int>(random.below(1001)));
      for (int signal = 0; signal < 20; ++signal) {
        if (random.below(3) == 0) cases.back().signal("s." + std::to_string(signal), "r." + std::to_string(signal));
      }
      cases.back().accepted(random.below(4) == 0);
    }
    const Outcome got = outcomes_of(cases).at(0);
    runs += std::any_of(got.rows.begin(), got.rows.end(), [](const OutcomeRow& row) { return row.stands_out; }) ? 1 : 0;
  }
  BOOST_TEST(runs <= 12u);
}

BOOST_AUTO_TEST_CASE(no_causal_word_is_said) {
  for (const std::string& note : corpus::outcome_notes()) {
    const std::string folded = text::fold_literal(note);
    for (const char* const word : {"because", "cause", "effect", "impact", "leads to", "lift", "boost", "improve", "drive", "due to"}) {
      BOOST_TEST((folded.find(word) == std::string::npos), word << ": " << note);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
