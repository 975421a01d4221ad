// The length of a text in every unit.
#include "analyzer/text/counts.h"

#include "analyzer/text/segment.h"
#include "tests/text_support.h"

using namespace rapport;
using namespace rapport::text;
namespace bdata = boost::unit_test::data;

namespace {

struct Row : tests::Named {
  std::string text;
  std::size_t code_points, utf16_units, graphemes;
};

const std::vector<Row> kRows = {
    {{"empty"}, "", 0, 0, 0},
    {{"ascii"}, "Hi Ana", 6, 6, 6},
    {{"line ends"}, "a\r\nb\rc\n", 7, 7, 6},
    {{"LF CR"}, "\n\r", 2, 2, 2},
    {{"composed"}, "caf\u00e9", 4, 4, 4},
    {{"apart"}, "cafe\u0301", 5, 5, 4},
    {{"emoji"}, "\U0001F600", 1, 2, 1},
    {{"skin tone"}, "\U0001F44D\U0001F3FD", 2, 4, 1},
    {{"joined family"}, "\U0001F468\u200d\U0001F469\u200d\U0001F467", 5, 8, 1},
    {{"flags"}, "\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7", 4, 8, 2},
    {{"keycap"}, "1\ufe0f\u20e3", 3, 3, 1},
    {{"Hangul apart"}, "\u1100\u1161\u11a8", 3, 3, 1},
    {{"Devanagari"}, "\u0928\u093f", 2, 2, 1},
    {{"right to left with points"}, "\u05d1\u05b8", 2, 2, 1},
    {{"many marks"}, "a\u0301\u0302\u0303\u0304", 5, 5, 1},
    {{"CR LF beside wide"}, "\r\n\u00e9\r\n", 5, 5, 3},
    {{"zero width space"}, "a\u200bb", 3, 3, 3},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(counts_tests)

BOOST_DATA_TEST_CASE(units, bdata::make(kRows), row) {
  const Counts counts = count(row.text);
  BOOST_TEST(counts.bytes == row.text.size());
  BOOST_TEST(counts.code_points == row.code_points);
  BOOST_TEST(counts.utf16_units == row.utf16_units);
  BOOST_TEST(counts.graphemes == row.graphemes);
}

BOOST_AUTO_TEST_CASE(graphemes_are_counted_as_they_are_cut) {
  tests::Random random(11);
  Segmenter segmenter;
  std::vector<std::uint32_t> ends;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = tests::generated_text(random, random.below(20));
    segmenter.graphemes_by_icu(text, ends);
    const Counts counts = count(text);
    BOOST_TEST_REQUIRE(counts.graphemes == ends.size());
    BOOST_TEST_REQUIRE(counts.graphemes <= counts.code_points);
    BOOST_TEST_REQUIRE(counts.code_points <= counts.utf16_units);
    BOOST_TEST_REQUIRE(counts.utf16_units <= counts.bytes);
  }
}

BOOST_AUTO_TEST_SUITE_END()
