// Intervals against the worked examples of the papers that they are from.
#include "corpus/intervals.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include <cmath>
#include <ostream>

using namespace rapport::corpus;
namespace bdata = boost::unit_test::data;

namespace {

struct OneRow {
  const char* name;
  Proportion one;
  double low, high;
};
std::ostream& operator<<(std::ostream& out, const OneRow& row) { return out << row.name; }

// Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
const OneRow kOne[] = {
    {"81_of_263", {81, 263}, 0.2553, 0.3662},
    {"15_of_148", {15, 148}, 0.0624, 0.1605},
    {"0_of_20", {0, 20}, 0, 0.1611},
    {"1_of_29", {1, 29}, 0.0061, 0.1718},
};

struct TwoRow {
  const char* name;
  Proportion a, b;
  double low, high;
};
std::ostream& operator<<(std::ostream& out, const TwoRow& row) { return out << row.name; }

// Newcombe 1998, Statistics in Medicine 17:873, table II, method 10.
const TwoRow kTwo[] = {
    {"56_of_70_48_of_80", {56, 70}, {48, 80}, 0.0524, 0.3339},
    {"9_of_10_3_of_10", {9, 10}, {3, 10}, 0.1705, 0.8090},
    {"6_of_7_2_of_7", {6, 7}, {2, 7}, 0.0582, 0.8062},
    {"5_of_56_0_of_29", {5, 56}, {0, 29}, -0.0381, 0.1926},
    {"0_of_10_0_of_20", {0, 10}, {0, 20}, -0.1611, 0.2775},
    {"0_of_10_0_of_10", {0, 10}, {0, 10}, -0.2775, 0.2775},
    {"10_of_10_0_of_20", {10, 10}, {0, 20}, 0.6791, 1.0000},
    {"10_of_10_0_of_10", {10, 10}, {0, 10}, 0.6075, 1.0000},
};

bool near(double a, double b, double by = 0.00006) { return std::abs(a - b) < by; }

}  // namespace

BOOST_AUTO_TEST_SUITE(intervals_tests)

BOOST_DATA_TEST_CASE(one_share_as_published, bdata::make(kOne), row) {
  const Interval got = wilson(row.one);
  BOOST_TEST(near(got.low, row.low), got.low);
  BOOST_TEST(near(got.high, row.high), got.high);
}

BOOST_DATA_TEST_CASE(a_difference_as_published, bdata::make(kTwo), row) {
  const Interval got = newcombe(row.a, row.b);
  BOOST_TEST(near(got.low, row.low), got.low);
  BOOST_TEST(near(got.high, row.high), got.high);
  const Interval back = newcombe(row.b, row.a);
  BOOST_TEST(near(back.low, -row.high));
  BOOST_TEST(near(back.high, -row.low));
}

BOOST_AUTO_TEST_CASE(nothing_is_known_of_none) {
  BOOST_TEST(wilson({0, 0}).low == 0);
  BOOST_TEST(wilson({0, 0}).high == 1);
  BOOST_TEST(newcombe({0, 0}, {1, 2}).low == -1);
  BOOST_TEST(newcombe({1, 2}, {0, 0}).high == 1);
  BOOST_TEST(difference_p({0, 0}, {1, 2}) == 1);
  BOOST_TEST(difference_p({0, 5}, {0, 7}) == 1);
  BOOST_TEST(benjamini_hochberg({}, 0.05).empty());
}

BOOST_AUTO_TEST_CASE(intervals_hold_the_share_and_stay_in_bounds) {
  for (std::uint64_t n = 1; n <= 40; ++n) {
    for (std::uint64_t yes = 0; yes <= n; ++yes) {
      const Interval one = wilson({yes, n});
      BOOST_TEST((0 <= one.low && one.low <= one.value && one.value <= one.high && one.high <= 1));
      const Interval two = newcombe({yes, n}, {n / 3, n});
      BOOST_TEST((-1 - 1e-12 <= two.low && two.low <= two.value && two.value <= two.high && two.high <= 1 + 1e-12));
    }
  }
}

// z = (0.8 - 0.6) / sqrt(104/150 * 46/150 * (1/70 + 1/80)) = 2.6499.
BOOST_AUTO_TEST_CASE(a_chance_by_hand) { BOOST_TEST(near(difference_p({56, 70}, {48, 80}), 0.00805, 0.00002)); }

// Benjamini and Hochberg 1995, section 4: of 15 chances four are rejected at 5 %.
BOOST_AUTO_TEST_CASE(false_discoveries_as_published) {
  const std::vector<double> chances = {0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                       0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.000};
  const std::vector<bool> kept = benjamini_hochberg(chances, 0.05);
  for (std::size_t i = 0; i < chances.size(); ++i) BOOST_TEST(kept[i] == (i < 4), i);
}

BOOST_AUTO_TEST_SUITE_END()
