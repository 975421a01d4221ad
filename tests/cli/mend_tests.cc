// Drafts mended: score --fix, --interactive, --write and --diff.
#include <sys/stat.h>
#include <unistd.h>

#include "cli/render/word_diff.h"
#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace fs = std::filesystem;

namespace {

const std::string kWordy =
    "Hi Ana, I hope this note finds you well! I came across your profile and was impressed. Your talk on "
    "bees at ApiCon helped our school roof. Could I have 30 minutes of your time for a call next week?";
const std::string kMended =
    "Hi Ana, Your talk on bees at ApiCon helped our school roof. Could I have 30 minutes of your time for a "
    "call next week?";

Ran mend(Words arguments, const std::string& input = kWordy) {
  arguments.insert(arguments.begin(), "score");
  RunOptions options;
  options.input = input;
  return rapport_with(arguments, options);
}

std::string write(const TempDir& dir, const std::string& name, const std::string& content) {
  write_file(dir.path() / name, content);
  return (dir.path() / name).string();
}

// What the program says on a terminal of its own to these keys; then its output.
Ran on_a_terminal(const std::string& file, const std::string& keys, const std::string& more = "") {
  return shell("python3 " + source_dir() + "/tests/cli/terminal.py '" + keys + "' \"$R\" score --interactive " + more +
               " '" + file + "'");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mend_tests)

BOOST_AUTO_TEST_CASE(word_diffs) {
  struct Row {
    const char* name;
    const char* before;
    const char* after;
    const char* shown;
  };
  const Row rows[] = {
      {"the same", "a b", "a b", "a b\n"},
      {"nothing", "", "", "\n"},
      {"put in", "a c", "a b c", "a {+b +}c\n"},
      {"taken out", "a b c", "a c", "a [-b -]c\n"},
      {"another word", "a b c", "a x c", "a [-b-]{+x+} c\n"},
      {"two words at once", "a b c d", "a x y d", "a [-b c-]{+x y+} d\n"},
      {"all", "a b", "x y", "[-a b-]{+x y+}\n"},
      {"lines", "a\n\nb", "a\n\nc", "a\n\n[-b-]{+c+}\n"},
      {"what could act on a terminal", "a \x1b[2J", "a b", "a [-\xE2\x90\x9B[2J-]{+b+}\n"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) { BOOST_TEST(cli::word_diff(row.before, row.after, cli::Paint(false)) == row.shown); }
  }
  BOOST_TEST(cli::word_diff("a b", "a c", cli::Paint(true)).find("\x1b[31mb") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(fix_prints_the_draft_alone) {
  const Ran ran = mend({"--fix"});
  BOOST_TEST(ran.status == 0);
  BOOST_TEST(ran.out == kMended + "\n");
  BOOST_TEST(says(ran.err, "rapport: <stdin>: 2 edits, "));
  BOOST_TEST(mend({"--fix"}, ran.out).out == ran.out);
  BOOST_TEST(says(mend({"--fix"}, ran.out).err, "nothing to mend"));
  BOOST_TEST(mend({"--fix", "--quiet"}).err == "");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_scored_comes_back_as_it_was) {
  BOOST_TEST(mend({"--fix"}, " \n").out == " \n");
  const std::string german = "Guten Tag Frau Weber, vielen Dank f\u00fcr Ihren Vortrag gestern Abend in Graz.";
  const Ran ran = mend({"--fix"}, german);
  BOOST_TEST(ran.out == german + "\n");
  BOOST_TEST(says(ran.err, "no language pack"));
}

BOOST_AUTO_TEST_CASE(diff_shows_what_changes) {
  const Ran ran = mend({"--diff"});
  BOOST_TEST(ran.status == 0);
  BOOST_TEST(says(ran.out, "Hi Ana, [-I hope this note finds you well! I came across your profile and was impressed. -]Your talk"));
}

BOOST_AUTO_TEST_CASE(write_changes_the_file_and_keeps_its_mode) {
  const TempDir dir;
  const std::string file = write(dir, "note.txt", kWordy + "\n");
  const std::string good = write(dir, "good.txt", "Thanks, Ana.\n");
  BOOST_REQUIRE(::chmod(file.c_str(), 0640) == 0);
  fs::create_symlink("note.txt", dir.path() / "link.txt");
  const Ran ran = mend({"--fix", "--write", (dir.path() / "link.txt").string(), good});
  BOOST_TEST(fs::is_symlink(dir.path() / "link.txt"));
  BOOST_TEST(ran.status == 0);
  BOOST_TEST(ran.out == "");
  BOOST_TEST(read_file(file) == kMended + "\n");
  BOOST_TEST(read_file(good) == "Thanks, Ana.\n");
  struct stat status {};
  BOOST_REQUIRE(::stat(file.c_str(), &status) == 0);
  BOOST_TEST((status.st_mode & 0777) == 0640u);
  BOOST_TEST(std::distance(fs::directory_iterator(dir.path()), fs::directory_iterator()) == 3);
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_changed_stays) {
  if (::geteuid() == 0) return;  // root may write anywhere
  const TempDir dir;
  const std::string file = write(dir, "note.txt", kWordy);
  BOOST_REQUIRE(::chmod(dir.path().c_str(), 0500) == 0);
  const Ran ran = mend({"--fix", "--write", file});
  BOOST_REQUIRE(::chmod(dir.path().c_str(), 0700) == 0);
  BOOST_TEST(ran.status == 4);
  BOOST_TEST(says(ran.err, "no file can be made beside it"));
  BOOST_TEST(read_file(file) == kWordy);
}

BOOST_AUTO_TEST_CASE(a_json_draft_is_printed_as_text) {
  const Ran ran = mend({"--fix", "--json-input"}, "{\"text\": \"" + kWordy + "\", \"channel\": \"email\"}");
  BOOST_TEST(ran.out == kMended + "\n");
}

BOOST_AUTO_TEST_CASE(what_does_not_go_together) {
  const TempDir dir;
  const std::string file = write(dir, "note.txt", kWordy);
  struct Row {
    Words arguments;
    const char* message;
  };
  const Row rows[] = {
      {{"--fix", "--interactive"}, "give --fix or --interactive, not both"},
      {{"--write"}, "--write goes with --fix or --interactive"},
      {{"--fix", "--write"}, "--write needs a file to change, not <stdin>"},
      {{"--fix", "--write", "--text", "Hi"}, "--write needs a file to change, not <text>"},
      {{"--fix", "--write", "--json-input", file}, "not JSON"},
      {{"--fix", "--format", "json"}, "--format does not go with --fix"},
      {{"--diff", "--fail-on", "error"}, "--fail-on does not go with --fix"},
      {{"--fix", file, file}, "one draft at a time is printed"},
      {{"--fix", "nowhere.txt"}, "nowhere.txt"},
      {{"--interactive"}, "--interactive asks on a terminal, and there is none"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.message) { expect_refused(mend(row.arguments), row.message); }
  }
  BOOST_TEST(read_file(file) == kWordy);
}

BOOST_AUTO_TEST_CASE(asked_for_each_edit) {
  const TempDir dir;
  const std::string file = write(dir, "note.txt", kWordy);
  struct Row {
    const char* name;
    const char* keys;  // a line each, "/" between
    const char* part;  // of what is printed
    const char* not_there;
  };
  const Row rows[] = {
      {"none", "n/n/n/n/n", "I hope this note finds you well! I came across", "one line on"},
      {"quit at once", "q", "I hope this note finds you well! I came across", "one line on"},
      {"all that are safe", "a", "Could I have 30 minutes", "I hope this note"},
      {"another key is explained", "x/q", "I came across", "one line on"},
      {"yes to all, one fact", "y/y/the hive scale/y/y/y", "one line on the hive scale would already help.", "I hope this note"},
      {"yes to all, later", "y/y//y/y/y", "one line on [your single question] would already help.", "I hope this note"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      const Ran ran = on_a_terminal(file, row.keys);
      BOOST_TEST(ran.status == 0, ran.err);
      BOOST_TEST(says(ran.out, row.part), ran.out << ran.err);
      BOOST_TEST(!says(ran.out, row.not_there), ran.out);
      BOOST_TEST(read_file(file) == kWordy);
    }
  }
}

BOOST_AUTO_TEST_CASE(interrupted_it_writes_nothing) {
  const TempDir dir;
  const std::string file = write(dir, "note.txt", kWordy);
  const Ran ran = on_a_terminal(file, "y/^C", "--write");
  BOOST_TEST(ran.status == 130);
  BOOST_TEST(ran.out == "");
  BOOST_TEST(read_file(file) == kWordy);
}

BOOST_AUTO_TEST_SUITE_END()
