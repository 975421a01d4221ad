// Lexicons that are wrong or made to do harm: rows 19 to 26. Nothing is scored
// with half a lexicon, and every message has the file and its place.
#include <boost/test/data/test_case.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmath>
#include <functional>

#include "expect.h"
#include "lexicons.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;

namespace {

struct Row {
  const char* name;
  LexiconDir::Files files;
  std::vector<std::string> messages;  // each on a line of its own
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

Row pattern(const char* name, const std::string& toml, const std::string& message) {
  return {name, {{"en/a.toml", with_pattern(toml)}}, {"ours/en/a.toml:4:8: " + message}};
}

const Row kWrong[] = {
    {"broken TOML", {{"en/a.toml", "[[rule\n"}}, {"ours/en/a.toml:1:7: L001: not TOML"}},
    {"a header without a key", {{"en/a.toml", "[[#rule]]\n"}}, {"ours/en/a.toml:1:3: L001: not TOML"}},
    {"NUL in TOML", {{"en/a.toml", kGoodRule + std::string("a\0b = 1\n", 8)}}, {"ours/en/a.toml:10:"}},
    {"no UTF-8", {{"en/a.toml", "# \xFF\n" + kGoodRule}}, {"ours/en/a.toml:1:"}},
    {"unknown key", {{"en/a.toml", replaced(kGoodRule, "passes", "pases")}},
     {"ours/en/a.toml:6:9: L002: unknown key 'pases'; did you mean 'passes'?",
      "ours/en/a.toml:1:1: L003: 'passes' is missing here"}},
    {"wrong type", {{"en/a.toml", replaced(kGoodRule, "[\"zork machines\"]", "3")}},
     {"ours/en/a.toml:4:7: L004: 'any' takes an array, this is a number"}},
    {"an id twice", {{"en/a.toml", kGoodRule}, {"en/b.toml", kGoodRule}},
     {"ours/en/b.toml:2:6: L006: rule 'en.pitch.offering.test_rule' again; the first stands in ours/en/a.toml:1"}},
    {"unknown signal", {{"en/a.toml", replaced(kGoodRule, "\"pitch.offering\"", "\"pitch.ofering\"")}},
     {"L005: unknown signal 'pitch.ofering'; did you mean 'pitch.offering'?"}},
    {"no examples", {{"en/a.toml", replaced(kGoodRule, "\"We sell nothing.\", ", "")}}, {"L008"}},
    {"all errors of all files at once",
     {{"en/a.toml", with_pattern("3")}, {"en/b.toml", "[[rule\n"}, {"en/c.toml", "x = 1\n"}},
     {"ours/en/a.toml:4:", "ours/en/b.toml:1:7: L001", "ours/en/c.toml:1:"}},
    {"no file of a lexicon", {{"notes.toml", "a = 1\n"}}, {"ours/notes.toml: L005: no file of this name"}},
    {"broken weights are all that is told", {{"weights.toml", "[signal\n"}}, {"ours/weights.toml:1:8: L001"}},
    {"nothing in it", {}, {"ours: L019: no lexicon: holds no *.toml"}},
    pattern("back-reference", R"('(zork)\1')", "L012: not a pattern that RE2 takes: invalid escape sequence: \\1 (at byte 6 of it, macros expanded); it has no look-around and no back-references"),
    pattern("look-ahead", "'zork(?= x)'", "L012: not a pattern that RE2 takes: invalid perl operator: (?= (at byte 4"),
    pattern("open group", "'(zork'", "L012: not a pattern that RE2 takes: missing );"),
    pattern("endless repetition", "'((a{1,100}){1,100}){1,100}'", "L012"),
    pattern("large program", "'zork (?:\\pL{1,10} ){1,10}x'", "L015: the pattern's program has "),
    pattern("program of all memory", "'zork (?:\\pL{1,40} ){1,25}x'", "L012: not a pattern that RE2 takes: pattern too large"),
    pattern("unknown macro", "'{{nope}}'", "L010: unknown macro 'nope'"),
    pattern("matches the empty string", "'(?:zork)?'", "L013: the pattern matches the empty string"),
    pattern("matches everything", "'.*'", "L014: the pattern starts with a gap"),
    pattern("gap without a bound", "'zork .* machines'", "L014: the pattern has a gap without a bound"),
    pattern("anchor", "'^zork'", "L014: the pattern holds an anchor"),
};

// Puts something into the folder that is no file to read.
struct Fault {
  const char* name;
  std::function<void(const fs::path& ours)> make;
  const char* folder;
  const char* message;
};
std::ostream& operator<<(std::ostream& out, const Fault& row) { return out << row.name; }

void nothing(const fs::path&) {}

const Fault kFaults[] = {
    {"pipe", [](const fs::path& ours) { mkfifo((ours / "en/a.toml").c_str(), 0600); }, "ours",
     "ours/en/a.toml: L019: not a regular file"},
    {"link", [](const fs::path& ours) { fs::create_symlink("/etc/passwd", ours / "en/a.toml"); }, "ours",
     "ours/en/a.toml: L019: a link; put the file itself"},
    {"link to itself", [](const fs::path& ours) { fs::create_symlink("a.toml", ours / "en/a.toml"); },
     "ours", "ours/en/a.toml: L019: a link"},
    {"folder for a file", [](const fs::path& ours) { fs::create_directory(ours / "en/a.toml"); }, "ours",
     "ours/en/a.toml: L019: not a regular file"},
    {"linked pack", [](const fs::path& ours) { fs::create_directory_symlink("/etc", ours / "de"); },
     "ours", "ours/de: L019: a link; put the folder itself"},
    {"over 64 MiB", [](const fs::path& ours) { write_file(ours / "en/a.toml", ""); fs::resize_file(ours / "en/a.toml", 65u << 20); },
     "ours", "ours/en/a.toml: L020: the lexicon is over 64 MiB"},
    {"missing", nothing, "nowhere", "nowhere: L019: not a folder that opens: No such file"},
    {"a file", [](const fs::path& ours) { write_file(ours / "a.txt", "x"); }, "ours/a.txt",
     "ours/a.txt: L019: not a folder that opens: Not a directory"},
    {"a pipe for the folder", [](const fs::path& ours) { mkfifo((ours / "pipe").c_str(), 0600); },
     "ours/pipe", "ours/pipe: L019: not a folder that opens: Not a directory"},
    {"folder linked to itself", [](const fs::path& ours) { fs::create_symlink("loop", ours / "loop"); },
     "ours/loop", "ours/loop: L019: not a folder that opens: Too many levels"},
    {"outside, and no lexicon", [](const fs::path& ours) { fs::create_directory(ours / "../other"); },
     "ours/../other", "ours/../other: L019: no lexicon"},
};

Ran score_with(const LexiconDir& dir, const std::string& folder = "ours", Words more = {}) {
  Words arguments = {"score", "--format", "json", "--lexicons", folder};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return rapport_with(arguments, {.input = "Do zork machines hum at your place, Ana?", .folder = dir.folder()});
}

void expect_lexicon_refused(const Ran& ran, const std::vector<std::string>& messages) {
  BOOST_TEST_CONTEXT("stderr: " << ran.err.substr(0, 900)) {
    BOOST_TEST(!ran.hung);
    BOOST_TEST(ran.status == 2);
    BOOST_TEST(ran.out == "");
    BOOST_TEST(is_harmless(ran.err));
    std::size_t told = 0;
    for (const std::string& line : lines_of(ran.err)) told += line.starts_with("ours");
    BOOST_TEST(told >= messages.size());
    BOOST_TEST(told <= messages.size() + 3);
    for (const std::string& message : messages) {
      BOOST_TEST(says("\n" + ran.err, message), "no '" << message << "'");
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bad_lexicon_tests)

BOOST_DATA_TEST_CASE(nothing_is_scored_with_half_a_lexicon, bdata::make(kWrong), row) {
  const LexiconDir dir(row.files);
  expect_lexicon_refused(score_with(dir), row.messages);
}

BOOST_DATA_TEST_CASE(only_regular_files_inside_are_read, bdata::make(kFaults), row) {
  const LexiconDir dir;
  row.make(dir.ours());
  const Ran ran = score_with(dir, row.folder);
  expect_refused(ran, row.message);
  BOOST_TEST((sanitized() || ran.seconds < 2));
}

BOOST_AUTO_TEST_CASE(an_unreadable_file_is_told,
                     *boost::unit_test::precondition([](auto) { return geteuid() != 0; })) {
  const LexiconDir dir({{"en/a.toml", kGoodRule}});
  fs::permissions(dir.ours() / "en/a.toml", fs::perms::none);
  expect_refused(score_with(dir), "ours/en/a.toml: L019: cannot be read: Permission denied");
}

BOOST_AUTO_TEST_CASE(a_good_one_is_used) {
  const LexiconDir dir({{"en/a.toml", kGoodRule}});
  for (const char* folder : {"ours", "ours/", "./ours/en/.."}) {
    const Ran ran = score_with(dir, folder);
    expect_fine(ran);
    BOOST_TEST(says(ran.out, "en.pitch.offering.test_rule"));
  }
}

BOOST_AUTO_TEST_CASE(a_program_of_middling_size_is_warned_of) {
  const LexiconDir dir({{"en/a.toml", with_pattern("'zork machines', 'zork (?:[a-z]{1,40} ){1,25}x'")}});
  expect_fine(score_with(dir));
  const Ran check = rapport_with({"tune", "check", "ours/en/a.toml"}, {.folder = dir.folder()});
  BOOST_TEST_INFO(check.out);
  BOOST_TEST(check.status == 0);
  BOOST_TEST(says(check.out, "ours/en/a.toml:4:8: warning: L015: the rule's program has "));
}

BOOST_AUTO_TEST_CASE(rules_without_number_are_refused,
                     *boost::unit_test::precondition([](auto) { return !sanitized(); })) {
  std::string many;
  for (int i = 0; i < 20001; ++i) {
    many += replaced(kGoodRule, "test_rule", "test_rule_" + std::to_string(i));
  }
  const LexiconDir dir({{"en/a.toml", many}});
  const Ran ran = score_with(dir);
  expect_refused(ran, "L020: a pack has at most 20,000 rules");
  BOOST_TEST(ran.seconds < 15);
}

BOOST_AUTO_TEST_CASE(weights_out_of_all_bounds_are_refused) {
  const std::string weights = read_file(source_dir() + "/lexicons/weights.toml");
  const std::string from = "\nbase = ";
  const std::size_t at = weights.find(from) + from.size();
  const std::size_t end = weights.find('\n', at);
  const auto run = [&](const std::string& value) {
    LexiconDir dir;
    fs::remove_all(dir.ours());
    fs::copy(source_dir() + "/lexicons", dir.ours(), fs::copy_options::recursive);
    write_file(dir.ours() / "weights.toml", weights.substr(0, at) + value + weights.substr(end));
    return score_with(dir, "ours", {"--lexicons-only"});
  };
  for (const char* value : {"nan", "-inf", "1e308", "20.5"}) {
    BOOST_TEST_CONTEXT(value) {
      const Ran ran = run(value);
      expect_lexicon_refused(ran, {"L011: 'base' takes a number from -20 to 20"});
    }
  }
  for (const char* value : {"\"1\"", "[1]"}) {
    BOOST_TEST_CONTEXT(value) { expect_lexicon_refused(run(value), {"L004: 'base' takes a number"}); }
  }
  for (const char* value : {"-0.0", "1e-320", "20"}) {
    BOOST_TEST_CONTEXT(value) {
      const Ran ran = run(value);
      expect_fine(ran);
      const double score = object_of(ran).at("score").to_number<double>();
      BOOST_TEST((std::isfinite(score) && score >= 0 && score <= 100));
    }
  }
}

BOOST_AUTO_TEST_CASE(alone_it_needs_a_folder_and_must_be_whole) {
  const LexiconDir dir({{"en/a.toml", kGoodRule}});
  expect_refused(rapport_with({"score", "--text", "a", "--lexicons-only"}),
                 "--lexicons-only needs --lexicons FOLDER");
  const Ran ran = score_with(dir, "ours", {"--lexicons-only"});
  BOOST_TEST(ran.status == 2);
  BOOST_TEST(says(ran.err, "taxonomy.toml: L021: this file of the lexicon is missing"));
}

BOOST_AUTO_TEST_SUITE_END()
