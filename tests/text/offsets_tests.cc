// Offsets in bytes, code points and UTF-16 units: a table and a round trip.
#include "analyzer/text/offsets.h"

#include "tests/text_support.h"

using namespace rapport;
using namespace rapport::text;
namespace bdata = boost::unit_test::data;

namespace {

struct Row : tests::Named {
  std::string text;
  std::size_t bytes;
  std::size_t code_points;
  std::size_t utf16_units;
};

const std::vector<Row> kRows = {
    {{"empty"}, "", 0, 0, 0},
    {{"ascii"}, "plain", 5, 5, 5},
    {{"two bytes"}, "caf\u00e9 x", 7, 6, 6},
    {{"three bytes"}, "\u20ac5", 4, 2, 2},
    {{"emoji"}, "a\U0001F600b", 6, 3, 4},
    {{"emoji of a family"}, "\U0001F468\u200d\U0001F469\u200d\U0001F467", 18, 5, 8},
    {{"flag"}, "\U0001F1E9\U0001F1EA", 8, 2, 4},
    {{"combining mark"}, "e\u0301\u0323", 5, 3, 3},
    {{"right to left"}, "\u05e9\u05dc\u05d5\u05dd, \u0645\u0631\u062d\u0628\u0627", 20, 11, 11},
    {{"han and kana"}, "\u4f60\u597d\u30ab\u3099", 12, 4, 4},
    {{"replacement"}, "\ufffd\ufffd", 6, 2, 2},
};

// Every border of the text by a plain walk, against the map.
void check_all(const std::string& text) {
  const OffsetMap map(text);
  std::size_t at = 0;
  std::size_t points = 0;
  std::size_t units = 0;
  while (true) {
    BOOST_TEST_REQUIRE(map.code_points(at) == points);
    BOOST_TEST_REQUIRE(map.utf16_units(at) == units);
    BOOST_TEST_REQUIRE(map.byte_of_code_point(points) == at);
    BOOST_TEST_REQUIRE(map.byte_of_utf16(units) == at);
    if (at == text.size()) break;
    const std::size_t begin = at;
    const bool pair = next_code_point(text, at) >= 0x10000;
    if (pair) BOOST_TEST_REQUIRE(map.byte_of_utf16(units + 1) == begin);
    points += 1;
    units += pair ? 2 : 1;
  }
  BOOST_TEST(map.byte_of_code_point(points + 1) == text.size());
  BOOST_TEST(map.byte_of_utf16(units + 100) == text.size());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(offsets_tests)

BOOST_DATA_TEST_CASE(units_of_the_whole_text, bdata::make(kRows), row) {
  const OffsetMap map(row.text);
  BOOST_TEST(row.text.size() == row.bytes);
  BOOST_TEST(map.code_points(row.bytes) == row.code_points);
  BOOST_TEST(map.utf16_units(row.bytes) == row.utf16_units);
  check_all(row.text);
}

BOOST_AUTO_TEST_CASE(the_example_of_the_header) {
  const OffsetMap map("caf\u00e9 x");
  BOOST_TEST(map.code_points(5) == 4u);
  BOOST_TEST(map.byte_of_utf16(4) == 5u);
}

BOOST_AUTO_TEST_CASE(round_trip_over_generated_text) {
  tests::Random random(2);
  for (int i = 0; i < 400; ++i) check_all(tests::generated_text(random, random.below(90)));
}

BOOST_AUTO_TEST_CASE(round_trip_around_the_steps_of_the_index) {
  // One wide character at each place near a multiple of the step.
  for (const std::string wide : {"\u00e9", "\u20ac", "\U0001F600"}) {
    for (std::size_t at = 0; at <= 2 * kIndexStep + 2; ++at) {
      const std::string text = std::string(at, 'a') + wide + std::string(kIndexStep, 'b');
      check_all(text);
      check_all(text.substr(0, at + wide.size()));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_document_counts_code_points_as_the_map_does) {
  tests::Random random(3);
  for (int i = 0; i < 200; ++i) {
    const Document document = tests::document_of(tests::generated_text(random, 30));
    const OffsetMap map(document.text);
    for (const Token& token : document.tokens) {
      const CodePointSpan span = document.code_points(token.span);
      BOOST_TEST_REQUIRE(span.begin == map.code_points(token.span.begin));
      BOOST_TEST_REQUIRE(span.end == map.code_points(token.span.end));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
