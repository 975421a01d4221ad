// Measures against values counted by hand, and against a plain referee.
#include "corpus/metrics.h"

#include <cmath>

#include "tests/support.h"

using namespace rapport;

namespace {

// Every pair, one by one.
double slow_auc(const std::vector<double>& higher, const std::vector<double>& lower) {
  double wins = 0;
  for (double a : higher) {
    for (double b : lower) wins += a > b ? 1 : a == b ? 0.5 : 0;
  }
  return wins / static_cast<double>(higher.size() * lower.size());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(metrics_tests)

BOOST_AUTO_TEST_CASE(auc_by_hand) {
  struct Row {
    const char* name;
    std::vector<double> higher;
    std::vector<double> lower;
    std::optional<double> value;
  };
  for (const Row& row : std::vector<Row>{{"apart", {3, 4}, {1, 2}, 1.0},
                                         {"reversed", {1}, {2, 3}, 0.0},
                                         {"tie", {2}, {2}, 0.5},
                                         {"mixed", {1, 3}, {2}, 0.5},
                                         {"none_higher", {}, {1}, {}},
                                         {"none_lower", {1}, {}, {}}}) {
    BOOST_TEST_CONTEXT(row.name) {
      BOOST_TEST((corpus::auc(row.higher, row.lower) == row.value));
    }
  }
}

BOOST_AUTO_TEST_CASE(auc_equals_counting_all_pairs) {
  tests::Random random(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<double> a, b;
    for (std::size_t i = 1 + random.below(20); i > 0; --i) a.push_back(static_cast<double>(random.below(10)));
    for (std::size_t i = 1 + random.below(20); i > 0; --i) b.push_back(static_cast<double>(random.below(10)));
    BOOST_TEST(std::abs(*corpus::auc(a, b) - slow_auc(a, b)) < 1e-12);
  }
}

BOOST_AUTO_TEST_CASE(spearman_by_hand) {
  struct Row {
    const char* name;
    std::vector<double> a;
    std::vector<double> b;
    std::optional<double> value;
  };
  for (const Row& row : std::vector<Row>{
           {"same_order", {1, 2, 30}, {4, 5, 6}, 1.0},
           {"reversed", {1, 2, 3}, {9, 5, 1}, -1.0},
           // Ranks 1,2,3,4 and 2,1,4,3: 1 - 6 x 4 / (4 x 15).
           {"two_swaps", {1, 2, 3, 4}, {20, 10, 40, 30}, 0.6},
           // Mid-ranks 1.5,1.5,3 and 1,2,3.
           {"tie", {5, 5, 9}, {1, 2, 3}, std::sqrt(3) / 2},
           {"constant", {1, 1, 1}, {1, 2, 3}, {}},
           {"too_few", {1, 2}, {1, 2}, {}}}) {
    BOOST_TEST_CONTEXT(row.name) {
      const auto value = corpus::spearman(row.a, row.b);
      BOOST_TEST_REQUIRE(value.has_value() == row.value.has_value());
      if (value) BOOST_TEST(std::abs(*value - *row.value) < 1e-12);
    }
  }
}

BOOST_AUTO_TEST_CASE(f1_by_hand) {
  const corpus::Counts counts{10, 6, 8, 4};  // P 0.6, R 0.5
  BOOST_TEST(std::abs(*counts.f1() - 6.0 / 11) < 1e-12);
  BOOST_TEST((corpus::Counts{0, 0, 5, 0}.f1() == 0.0));
  BOOST_TEST((corpus::Counts{5, 0, 0, 0}.f1() == 0.0));
  BOOST_TEST(!corpus::Counts{}.f1().has_value());
}

BOOST_AUTO_TEST_CASE(an_interval_holds_the_truth_and_repeats) {
  // The mean of 0/1 draws: the interval is about +-1.96 x sqrt(p(1-p)/n).
  constexpr std::size_t kUnits = 400;
  const auto mean = [&](const std::vector<int>& times) {
    double sum = 0;
    double all = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
      sum += times[i] * (i % 4 == 0);
      all += times[i];
    }
    return std::vector<std::optional<double>>{sum / all};
  };
  const auto first = corpus::bootstrap(kUnits, {}, mean);
  const auto again = corpus::bootstrap(kUnits, {}, mean);
  BOOST_TEST(*first[0].value == 0.25);
  const double half = 1.96 * std::sqrt(0.25 * 0.75 / kUnits);
  BOOST_TEST(std::abs(*first[0].low - (0.25 - half)) < 0.01);
  BOOST_TEST(std::abs(*first[0].high - (0.25 + half)) < 0.01);
  BOOST_TEST((first[0].low == again[0].low && first[0].high == again[0].high));
  BOOST_TEST((corpus::bootstrap(kUnits, {1000, 1}, mean)[0].low != first[0].low));
}

BOOST_AUTO_TEST_SUITE_END()
