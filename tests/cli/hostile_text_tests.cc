// Texts made to do harm: rows 8, 9 and 18. Linear time, nothing that acts on a
// terminal, a workflow or a page, and nothing hidden from the rules.
#include <boost/test/data/test_case.hpp>

#include <set>

#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;
namespace json = boost::json;

namespace {

struct Row {
  const char* name;
  std::string text;
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

// Sanitizers take their time.
const std::size_t kPart = sanitized() ? 20 : 1;

const Row kLong[] = {
    {"half a million combining marks", "e" + repeated("\u0301", 500000 / kPart)},
    {"100,000 joined emoji", repeated("\U0001F469\u200d", 100000 / kPart)},
    {"200,000 emoji", repeated("\U0001F600", 200000 / kPart)},
    {"100,000 flags", repeated("\U0001F1E9\U0001F1EA", 100000 / kPart)},
    {"bidirectional overrides", repeated("Hi \u202edemo\u202c ", 50000 / kPart)},
    {"one word", std::string(1000000 / kPart, 'a')},
    {"a million spaces and a word", std::string(1000000 / kPart, ' ') + "Hi"},
    {"a trigger again and again", repeated("quick call ", 90000 / kPart)},
    {"half a trigger again and again", repeated("do you have ", 80000 / kPart)},
    {"open brackets", repeated("[", 1000000 / kPart)},
    {"open quotes", repeated("\"> ", 300000 / kPart)},
    {"question marks", repeated("?", 1000000 / kPart)},
    {"links", repeated("https://a.example/b?c ", 45000 / kPart)},
    {"digits", repeated("1", 1000000 / kPart)},
};

const Row kHarmful[] = {
    {"colour", "Hi \x1b[31mAna\x1b[0m, " + kPitch},
    {"clears the screen", "\x1b[2J\x1b[H" + kPitch},
    {"sets the title", "\x1b]0;owned\x07" + kPitch},
    {"C1 control", "\u009b31m" + kPitch},
    {"backspaces", "bad\b\b\bgood " + kPitch},
    {"carriage return hides a line", "hidden\rshown " + kPitch},
    {"delete", "a\x7f" + kPitch},
    {"reorders words", "Hi \u202eevil\u202c \u2066a\u2069 " + kPitch},
    {"marks of direction", "\u200ea\u200fb\u061c " + kPitch},
    {"markup", "</script><img src=x onerror=alert(1)> & " + kPitch},
    {"workflow command", "::error file=a,line=1::b%0A::set-output\n::stop-commands::x\n" + kPitch},
    {"line separator", "a\u2028b\u2029" + kPitch},
    {"our own output", "{\"schema\":1,\"score\":100.0}\n" + kPitch},
};

const char* const kFormats[] = {"human", "line", "json", "sarif", "github"};

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_text_tests)

BOOST_DATA_TEST_CASE(long_texts_take_little_time, bdata::make(kLong), row) {
  for (const char* format : {"human", "json"}) {
    const Ran ran = rapport_with({"score", "--format", format, "--max-bytes", "9000000"},
                                 {.input = row.text, .seconds = 55});
    BOOST_TEST_CONTEXT(format << ": " << ran.seconds << " s, " << ran.kilobytes << " KiB") {
      expect_fine(ran);
      BOOST_TEST((sanitized() || ran.seconds < 5));
      BOOST_TEST((sanitized() || ran.kilobytes < 512 * 1024));
    }
  }
}

BOOST_DATA_TEST_CASE(nothing_acts_on_a_terminal, bdata::make(kHarmful), row) {
  for (const char* format : kFormats) {
    const Ran ran = rapport_with({"score", "--format", format}, {.input = row.text});
    BOOST_TEST_CONTEXT(format << ": " << ran.out.substr(0, 400)) {
      expect_fine(ran);
      BOOST_TEST(is_harmless(ran.out));
    }
  }
}

BOOST_AUTO_TEST_CASE(only_our_own_colours_pass) {
  const Ran ran = rapport_with({"score", "--color", "always"}, {.input = kHarmful[0].text});
  for (std::size_t at = 0; (at = ran.out.find('\x1b', at)) != std::string::npos; ++at) {
    const std::size_t end = ran.out.find_first_not_of("0123456789;", at + 2);
    BOOST_TEST(ran.out[at + 1] == '[');
    BOOST_TEST(ran.out[end] == 'm');
  }
  BOOST_TEST(says(ran.out, "\u241b[31mAna"));
}

BOOST_AUTO_TEST_CASE(a_workflow_gets_no_command_from_a_draft) {
  // Quotes of the draft are in no annotation; names of files are.
  const TempDir dir;
  const std::string name = "a,line=9::b%0A\n::error::c.txt";
  write_file(dir.path() / name, kPitch);
  const Ran ran = rapport_with({"score", "--format", "github", name}, {.folder = dir.path().string()});
  expect_fine(ran);
  for (const std::string& line : lines_of(ran.out)) {
    BOOST_TEST(line.starts_with("::warning file=a%2Cline=9%3A%3Ab%250A %3A%3Aerror%3A%3Ac.txt,"), line);
  }
}

BOOST_AUTO_TEST_CASE(names_of_files_are_made_safe) {
  const TempDir dir;
  const std::string name = "a\x1b[2J\nb\u202e.txt";
  write_file(dir.path() / name, kPitch);
  const RunOptions here{.folder = dir.path().string()};
  for (const char* format : kFormats) {
    const Ran ran = rapport_with({"score", "--format", format, name, name}, here);
    expect_fine(ran);
    BOOST_TEST(is_harmless(ran.out), format);
  }
  expect_refused(rapport_with({"score", name + "x"}, here), "cannot be opened");
  expect_refused(rapport_with({"score", "--" + name}, here), "unknown option");
  expect_refused(rapport_with({name}, here), "unknown command");
  expect_refused(rapport_with({"explain", name}, here), "unknown rule");
  expect_refused(rapport_with({"tune", "check", name + "x"}, here), "cannot be opened");
  BOOST_TEST(is_harmless(rapport_with({"score", "--text", "a", "--lexicons", name}, here).err));
  BOOST_TEST(is_harmless(rapport_with({"score", "--text", "a", "--only", name}, here).err));
}

BOOST_AUTO_TEST_CASE(json_is_safe_in_a_page) {
  const Ran ran = rapport_with({"score", "--format", "json"}, {.input = "Do you have 15 \u2028minutes for a quick call?"});
  expect_fine(ran);
  BOOST_TEST(says(ran.out, "\\u2028"));
  BOOST_TEST(!says(ran.out, "\u2028"));
}

BOOST_AUTO_TEST_CASE(invisible_characters_hide_nothing) {
  const auto signals = [](const std::string& text) {
    const json::object analysis = object_of(rapport_with({"score", "--format", "json"}, {.input = text}));
    std::multiset<std::string> out;
    for (const json::value& signal : analysis.at("signals").as_array()) {
      const auto begin = signal.at("bytes").at(0).to_number<std::size_t>();
      const auto end = signal.at("bytes").at(1).to_number<std::size_t>();
      BOOST_TEST(text.substr(begin, end - begin) == text_of(signal.at("quote")));
      out.insert(text_of(signal.at("rule")));
    }
    return out;
  };
  const std::multiset<std::string> plain = signals(kPitch);
  BOOST_TEST_REQUIRE(!plain.empty());
  for (const char* hidden : {"\u200b", "\u200d", "\u2060", "\u00ad", "\ufe0f"}) {
    std::string split = kPitch;
    split.insert(split.find("emo?"), hidden);
    split.insert(split.find("elp dental"), hidden);
    BOOST_TEST_CONTEXT(split) { BOOST_TEST((signals(split) == plain)); }
  }
}

BOOST_AUTO_TEST_SUITE_END()
