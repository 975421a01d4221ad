// Properties of characters that the text layer rests on.
#include "analyzer/text/chars.h"

#include "tests/text_support.h"

using namespace rapport;
using namespace rapport::text;
namespace bdata = boost::unit_test::data;

namespace {

// Which of: space, ignorable, mark, letter, digit, Upper, lower, Latin, Emoji.
struct Row : tests::Named {
  char32_t c;
  std::string properties;
};

const std::vector<Row> kRows = {
    {{"space"}, ' ', "s"},
    {{"tab"}, '\t', "s"},
    {{"line feed"}, '\n', "s"},
    {{"no-break space"}, 0xA0, "s"},
    {{"line separator"}, 0x2028, "s"},
    {{"zero width space is none"}, 0x200B, "i"},
    {{"joiner"}, 0x200D, "i"},
    {{"soft hyphen"}, 0xAD, "i"},
    {{"variation selector"}, 0xFE0F, "im"},
    {{"bidi control"}, 0x202E, "i"},
    {{"mark of order"}, 0xFEFF, "i"},
    {{"acute"}, 0x301, "m"},
    {{"a"}, 'a', "lwL"},
    {{"A"}, 'A', "lUL"},
    {{"sharp s"}, 0xDF, "lwL"},
    {{"title case digraph"}, 0x1C5, "lUL"},
    {{"Cyrillic"}, 0x416, "lU"},
    {{"Hebrew"}, 0x5D0, "l"},
    {{"han"}, 0x4F60, "l"},
    {{"digit"}, '7', "d"},
    {{"Arabic digit"}, 0x661, "d"},
    {{"half is no digit"}, 0xBD, ""},
    {{"NUL"}, 0, ""},
    {{"mark"}, '!', ""},
    {{"smiley"}, 0x1F600, "E"},
    {{"heart"}, 0x2764, "E"},
    {{"copyright is text"}, 0xA9, ""},
    {{"half of a flag"}, 0x1F1E9, "E"},
};

std::string properties(char32_t c) {
  std::string out;
  const auto add = [&](bool holds, char letter) {
    if (holds) out += letter;
  };
  add(is_white_space(c), 's');
  add(is_ignorable(c), 'i');
  add(is_mark(c), 'm');
  add(is_letter(c), 'l');
  add(is_digit(c), 'd');
  add(is_upper(c), 'U');
  add(is_lower(c), 'w');
  add(is_latin(c), 'L');
  add(starts_emoji(c, 0), 'E');
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(chars_tests)

BOOST_DATA_TEST_CASE(properties_of, bdata::make(kRows), row) {
  BOOST_TEST(properties(row.c) == row.properties);
}

BOOST_AUTO_TEST_CASE(what_follows_decides_of_an_emoji) {
  BOOST_TEST(starts_emoji('1', 0x20E3));
  BOOST_TEST(starts_emoji('#', 0xFE0F));
  BOOST_TEST(!starts_emoji('1', '2'));
  BOOST_TEST(!starts_emoji('a', 0xFE0F));
  BOOST_TEST(!starts_emoji('!', 0xFE0F));
  BOOST_TEST(!starts_emoji('a', 0x20E3));
  BOOST_TEST(starts_emoji(0xA9, 0xFE0F));
  BOOST_TEST(!starts_emoji(0x2764, 0xFE0E));
}

BOOST_AUTO_TEST_CASE(the_character_before) {
  const std::string text = "a\u00e9\u20ac\U0001F600";
  BOOST_TEST((code_point_before(text, 0) == 0u));
  BOOST_TEST((code_point_before(text, 1) == U'a'));
  BOOST_TEST((code_point_before(text, 3) == 0xE9u));
  BOOST_TEST((code_point_before(text, 6) == 0x20ACu));
  BOOST_TEST((code_point_before(text, 10) == 0x1F600u));
}

BOOST_AUTO_TEST_SUITE_END()
