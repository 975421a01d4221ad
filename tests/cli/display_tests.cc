// Other people's text on a terminal: safe, measured, wrapped, marked.
#include <boost/test/data/test_case.hpp>

#include "cli/display.h"
#include "cli/render/marked_text.h"
#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;

namespace {

struct Shown {
  const char* name;
  std::string text;
  std::string shown;
  std::size_t columns;
};
std::ostream& operator<<(std::ostream& out, const Shown& row) { return out << row.name; }

using namespace std::string_literals;
const Shown kShown[] = {
    {"ASCII", "Hi Ana", "Hi Ana", 6},
    {"nothing", "", "", 0},
    {"accents", "caf\u00e9", "caf\u00e9", 4},
    {"combining mark", "cafe\u0301", "cafe\u0301", 4},
    {"many marks", "e" + repeated("\u0301", 30), "e" + repeated("\u0301", 24) + "<+6>", 5},
    {"mark at the start", "\u0301a", "\u0301a", 1},
    {"ideographs", "\u4f60\u597d", "\u4f60\u597d", 4},
    {"full width", "\uff21", "\uff21", 2},
    {"emoji", "\U0001F600", "\U0001F600", 2},
    {"joined emoji", "\U0001F469\u200d\U0001F4BB", "\U0001F469\u200d\U0001F4BB", 2},
    {"skin tone", "\U0001F44D\U0001F3FD", "\U0001F44D\U0001F3FD", 2},
    {"flags", "\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7", "\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7", 4},
    {"text as emoji", "\u2764\ufe0f", "\u2764\ufe0f", 2},
    {"NUL", "a\0b"s, "a\u2400b", 3},
    {"escape", "\x1b[31m", "\u241b[31m", 5},
    {"delete", "\x7f", "\u2421", 1},
    {"C1", "\u009b", "<U+009B>", 8},
    {"override", "\u202e", "<U+202E>", 8},
    {"zero width space", "a\u200bb", "a<U+200B>b", 10},
    {"tab", "a\tb", "a    b", 6},
    {"line break", "a\nb", "a b", 3},
    {"CR LF", "a\r\nb", "a b", 3},
    {"no UTF-8", "a\xFF" "b", "a\uFFFD" "b", 3},
    {"Hebrew", "\u05e9\u05dc\u05d5\u05dd", "\u05e9\u05dc\u05d5\u05dd", 4},
    {"Arabic with marks", "\u0645\u064e\u0631", "\u0645\u064e\u0631", 2},
};

std::vector<std::string> wrapped(const std::string& text, std::size_t width) {
  const cli::Display made = cli::display(text);
  std::vector<std::string> out;
  for (const cli::Line& line : cli::wrap(made, width)) out.emplace_back(made.slice(line.first, line.last));
  return out;
}

struct Wrapped {
  const char* name;
  std::string text;
  std::size_t width;
  Words lines;
};
std::ostream& operator<<(std::ostream& out, const Wrapped& row) { return out << row.name; }

const Wrapped kWrapped[] = {
    {"fits", "one two", 7, {"one two"}},
    {"at a space", "one two", 6, {"one", "two"}},
    {"spaces at the end are no words", "one    ", 3, {"one"}},
    {"a long word is cut", "abcdefgh", 3, {"abc", "def", "gh"}},
    {"ideographs are not cut in half", "\u4f60\u597d\u4f60", 3, {"\u4f60", "\u597d", "\u4f60"}},
    {"line breaks hold", "a\n\nb", 10, {"a", "", "b"}},
    {"the last line break adds no line", "a\n", 10, {"a"}},
    {"CR LF", "a\r\nb", 10, {"a", "b"}},
    {"marks stay with their letter", "e\u0301e\u0301e\u0301", 2, {"e\u0301e\u0301", "e\u0301"}},
};

std::string marked(const std::string& text, const std::vector<cli::Mark>& marks, std::size_t width = 40) {
  return cli::marked_text(text, marks, 2, width, cli::Paint(false));
}

const std::string kWild =
    "Hi Ana, I hope this finds you well! \u4f60\u597d\u4e16\u754c We help dental clinics like yours "
    "\U0001F469\u200d\U0001F469\u200d\U0001F467\U0001F389 in 30 days.\n\tDo you have 15 minutes for a quick call?\n\n" +
    std::string(90, 'v') + " https://calendly.com/" + std::string(60, 'x') +
    "\n\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd, we help companies like yours\nZ\u0337\u0359a\u0336l "
    "\U0001F1E9\U0001F1EA \u202eevil\u202c [Name]\n";

}  // namespace

BOOST_AUTO_TEST_SUITE(display_tests)

BOOST_DATA_TEST_CASE(text_is_safe_and_measured, bdata::make(kShown), row) {
  BOOST_TEST(cli::shown_line(row.text) == row.shown);
  BOOST_TEST(cli::columns(row.text) == row.columns);
  BOOST_TEST(is_harmless(cli::shown_line(row.text)));
}

BOOST_DATA_TEST_CASE(lines_are_wrapped, bdata::make(kWrapped), row) {
  const Words lines = wrapped(row.text, row.width);
  BOOST_TEST(lines == row.lines, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_line_is_cut_to_its_width) {
  BOOST_TEST(cli::shown_line("abcdef", 6) == "abcdef");
  BOOST_TEST(cli::shown_line("abcdefg", 6) == "abcde\u2026");
  BOOST_TEST(cli::shown_line("\u4f60\u597d\u4f60", 4) == "\u4f60\u2026");
}

BOOST_AUTO_TEST_CASE(marks_stand_under_their_words) {
  BOOST_TEST(marked("we help you now", {{{3, 7}, 1, false}}) == "  we help you now\n     1^^^\n");
  BOOST_TEST(marked("we help you now", {{{3, 7}, 1, true}, {{12, 15}, 2, false}}) ==
             "  we help you now\n     1~~~     2^^\n");
  // Behind an ideograph and a tab.
  BOOST_TEST(marked("\u4f60\u597d ab", {{{3, 5}, 1, false}}) == "  \u4f60\u597d ab\n       1^\n");
  BOOST_TEST(marked("\tab", {{{1, 3}, 1, false}}) == "      ab\n      1^\n");
  // Those that overlap get lines of their own.
  BOOST_TEST(marked("abcdef", {{{0, 4}, 1, false}, {{2, 6}, 2, false}}) ==
             "  abcdef\n  1^^^\n    2^^^\n");
  // Over two lines; the number stands once.
  BOOST_TEST(marked("aaaa bbbb cccc", {{{5, 14}, 1, false}}, 12) ==
             "  aaaa bbbb\n       1^^^\n  cccc\n  ^^^^\n");
  // A number as wide as the word.
  BOOST_TEST(marked("a b", {{{0, 1}, 12, false}}) == "  a b\n  12\n");
}

BOOST_AUTO_TEST_CASE(colour_marks_the_words_themselves) {
  const std::string out = cli::marked_text("we help you", {{{3, 7}, 1, false}}, 0, 40, cli::Paint(true));
  BOOST_TEST(out == "we \x1b[4;31mhelp\x1b[0m you\n   \x1b[31m1\x1b[0m\n");
}

BOOST_AUTO_TEST_CASE(no_line_is_wider_than_asked) {
  for (const std::size_t width : {40u, 41u, 60u, 80u, 200u}) {
    for (const char* color : {"never", "always"}) {
      const Ran ran = rapport_with({"score", "--width", std::to_string(width), "--color", color,
                                    "--channel", "connection_note"}, {.input = kWild});
      expect_fine(ran);
      for (std::string line : lines_of(ran.out)) {
        for (std::size_t at = 0; (at = line.find('\x1b', at)) != std::string::npos;) {
          line.erase(at, line.find('m', at) + 1 - at);
        }
        BOOST_TEST(cli::columns(line) <= width, width << ": " << line);
        BOOST_TEST(!line.ends_with(' '), "space at the end: " << line);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(a_width_out_of_reason_is_brought_back) {
  const Ran narrow = rapport_with({"score", "--width", "1"}, {.input = kPitch});
  BOOST_TEST(narrow.out == rapport_with({"score", "--width", "40"}, {.input = kPitch}).out);
  expect_fine(rapport_with({"score", "--width", "999999999"}, {.input = kPitch}));
}

BOOST_AUTO_TEST_CASE(every_paragraph_of_help_fits_80_columns) {
  for (const Words& arguments : {Words{"help"}, Words{"help", "score"}, Words{"help", "tune", "check"},
                                 Words{"help", "config", "show"}, Words{"help", "explain"}}) {
    for (const std::string& line : lines_of(rapport_with(arguments).out)) {
      BOOST_TEST(cli::columns(line) <= 80u, line);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
