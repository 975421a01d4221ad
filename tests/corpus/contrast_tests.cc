// Lift and log-odds against figures worked out by hand or published.
#include "corpus/tuning/contrast.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <ostream>

namespace bdata = boost::unit_test::data;
using namespace rapport::corpus;

namespace {

struct LiftRow {
  const char* name;
  double a, n, b, m;
  double value;
};
std::ostream& operator<<(std::ostream& out, const LiftRow& row) { return out << row.name; }

// value = (a+.5)/(n+.5) / ((b+.5)/(m+.5)); log error = sqrt(1/(a+.5) - 1/(n+.5) + ...)
const LiftRow kLifts[] = {
    {"thrice as often", 30, 100, 10, 100, 2.904762},
    {"the same", 10, 100, 10, 100, 1.0},
    {"never in the second", 10, 50, 0, 50, 21.0},
    {"never at all", 0, 50, 0, 50, 1.0},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(contrast_tests)

BOOST_DATA_TEST_CASE(lift_is_the_ratio_of_shares, bdata::make(kLifts), row) {
  const auto lifted = lift(row.a, row.n, row.b, row.m);
  BOOST_TEST_REQUIRE(lifted.has_value());
  BOOST_TEST(lifted->value == row.value, boost::test_tools::tolerance(1e-5));
  // The interval is symmetric in logarithms, and of this width.
  const double error = std::sqrt(1 / (row.a + .5) - 1 / (row.n + .5) + 1 / (row.b + .5) -
                                 1 / (row.m + .5));
  BOOST_TEST(lifted->low == row.value * std::exp(-1.959964 * error),
             boost::test_tools::tolerance(1e-5));
  BOOST_TEST(lifted->low * lifted->high == row.value * row.value,
             boost::test_tools::tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(an_interval_tells_when_one_is_outside) {
  BOOST_TEST(lift(30, 100, 10, 100)->tells());
  BOOST_TEST(lift(1, 100, 30, 100)->tells());
  BOOST_TEST(!lift(11, 100, 10, 100)->tells());
}

BOOST_AUTO_TEST_CASE(there_is_no_lift_without_both_classes) {
  BOOST_TEST(!lift(0, 0, 1, 10).has_value());
  BOOST_TEST(!lift(1, 10, 0, 0).has_value());
}

BOOST_AUTO_TEST_CASE(log_odds_follow_equation_16_and_22) {
  // Prior: a tenth of the background. y1 = 20, y2 = 2, y = 22 of 500, 500, 1000.
  const double prior = 2.2;
  const double first = (20 + prior) / (500 + 100 - 20 - prior);
  const double second = (2 + prior) / (500 + 100 - 2 - prior);
  const double z = (std::log(first) - std::log(second)) / std::sqrt(1 / 22.2 + 1 / 4.2);
  BOOST_TEST(log_odds_z({20, 2, 22}, {500, 500, 1000}) == z, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(z > 3);
}

BOOST_AUTO_TEST_CASE(log_odds_are_the_other_way_round_when_classes_are) {
  const double z = log_odds_z({20, 2, 25}, {500, 600, 1500});
  BOOST_TEST(log_odds_z({2, 20, 25}, {600, 500, 1500}) == -z, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(the_prior_holds_rare_phrases_back) {
  // Five times in one class alone tells less than fifty times against five.
  BOOST_TEST(log_odds_z({5, 0, 5}, {5000, 5000, 10000}) <
             log_odds_z({50, 5, 55}, {5000, 5000, 10000}));
}

BOOST_AUTO_TEST_CASE(nothing_can_be_told_of_what_fills_its_class) {
  BOOST_TEST(log_odds_z({0, 0, 0}, {10, 10, 20}) == 0);
  BOOST_TEST(std::isfinite(log_odds_z({10, 10, 20}, {10, 10, 20})));
}

BOOST_AUTO_TEST_SUITE_END()
