// Grapheme borders: every line of GraphemeBreakTest.txt, Unicode 15.0.
#include "tests/conformance/unicode_file.h"

using namespace rapport;
using text::Segmenter;

BOOST_AUTO_TEST_SUITE(grapheme_break_tests)

BOOST_AUTO_TEST_CASE(every_line) {
  BOOST_TEST(tests::run_break_test("GraphemeBreakTest.txt", &Segmenter::graphemes,
                                   &Segmenter::graphemes_by_icu) == 602u);
}

BOOST_AUTO_TEST_CASE(every_line_is_counted) {
  Segmenter segmenter;
  std::size_t lines = 0;
  for (const auto& line : tests::read_break_test("GraphemeBreakTest.txt")) {
    BOOST_TEST(segmenter.count_graphemes(line.text) == line.ends.size(), line.shown);
    ++lines;
  }
  BOOST_TEST(lines == 602u);
}

BOOST_AUTO_TEST_SUITE_END()
