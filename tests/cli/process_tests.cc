// The program among others: pipes, signals, full disks, closed streams,
// locales, terminals.
#include <boost/test/data/test_case.hpp>

#include <poll.h>
#include <signal.h>

#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;

namespace {

struct Row {
  const char* name;
  const char* line;  // for a shell; "$R" is the program
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

const Row kPrinters[] = {
    {"score", "\"$R\" score --text 'Hi Ana'"},
    {"score as json", "\"$R\" score --format json --text 'Hi Ana'"},
    {"score as sarif", "\"$R\" score --format sarif --text 'Hi Ana'"},
    {"explain", "\"$R\" explain pitch"},
    {"rules", "\"$R\" rules"},
    {"rules as json", "\"$R\" rules --format json"},
    {"config show", "\"$R\" config show"},
    {"completion", "\"$R\" completion bash"},
    {"man", "\"$R\" man"},
    {"help", "\"$R\" help"},
    {"help of a command", "\"$R\" score --help"},
    {"version", "\"$R\" version"},
};

struct Look {
  const char* name;
  std::map<std::string, std::string> environment;
  const char* options;
  bool terminal;
  bool coloured;
};
std::ostream& operator<<(std::ostream& out, const Look& row) { return out << row.name; }

const Look kLooks[] = {
    {"pipe", {}, "", false, false},
    {"pipe, always", {}, "--color always", false, true},
    {"pipe, always, NO_COLOR", {{"NO_COLOR", "1"}}, "--color always", false, true},
    {"pipe, always, dumb", {{"TERM", "dumb"}}, "--color=always", false, true},
    {"pipe, never", {}, "--color never", false, false},
    {"terminal", {}, "", true, true},
    {"terminal, auto", {}, "--color auto", true, true},
    {"terminal, never", {}, "--color never", true, false},
    {"terminal, NO_COLOR", {{"NO_COLOR", "1"}}, "", true, false},
    {"terminal, empty NO_COLOR", {{"NO_COLOR", ""}}, "", true, true},
    {"terminal, dumb", {{"TERM", "dumb"}}, "", true, false},
    {"terminal, no TERM", {{"TERM", ""}}, "", true, false},
};

// Waits until the program stands in its read, then sends the signal.
std::function<void(pid_t)> sends(int signal_number) {
  return [signal_number](pid_t child) {
    poll(nullptr, 0, sanitized() ? 3000 : 400);
    kill(child, signal_number);
  };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(process_tests)

BOOST_DATA_TEST_CASE(a_full_disk_is_told, bdata::make(kPrinters), row) {
  const Ran ran = shell(std::string(row.line) + " > /dev/full");
  expect_refused(ran, "rapport: cannot write the result: No space left on device", 4);
}

BOOST_DATA_TEST_CASE(a_closed_output_is_told, bdata::make(kPrinters), row) {
  const Ran ran = shell(std::string(row.line) + " >&-");
  expect_refused(ran, "rapport: cannot write the result: Bad file descriptor", 4);
}

BOOST_DATA_TEST_CASE(a_closed_stderr_changes_nothing, bdata::make(kPrinters), row) {
  const Ran open = shell(row.line);
  const Ran closed = shell(std::string(row.line) + " 2>&-");
  BOOST_TEST(closed.status == open.status);
  BOOST_TEST(closed.out == open.out);
}

BOOST_AUTO_TEST_CASE(a_full_disk_is_no_matter_to_a_quiet_run) {
  expect_fine(shell("\"$R\" score --quiet --text 'Hi Ana' > /dev/full"));
  expect_fine(shell("\"$R\" score --quiet --text 'Hi Ana' >&-"));
}

BOOST_AUTO_TEST_CASE(a_closed_input_is_told) {
  expect_refused(shell("\"$R\" score <&-"), "rapport: <stdin>: cannot be read: Bad file descriptor");
  expect_fine(shell("\"$R\" score --quiet --text 'Hi Ana' <&-"));
}

BOOST_AUTO_TEST_CASE(a_reader_that_has_enough_ends_it_quietly) {
  for (const char* line : {"\"$R\" rules --format json", "\"$R\" rules",
                           "\"$R\" score --format json $(yes draft.txt | head -n 300)"}) {
    const TempDir dir;
    write_file(dir.path() / "draft.txt", kPitch);
    const Ran ran = shell(std::string(line) + " | head -c 1 > /dev/null; echo ${PIPESTATUS[0]}",
                          {.folder = dir.path().string()});
    BOOST_TEST(ran.out == "141\n", line << ": " << ran.out);
    BOOST_TEST(ran.err == "");
  }
}

BOOST_AUTO_TEST_CASE(each_report_is_out_before_the_next_is_made) {
  // The second draft never comes; the first one's report must not wait for it.
  const TempDir dir;
  write_file(dir.path() / "draft.txt", kPitch);
  const Ran ran = shell("mkfifo never; exec 3<>never; \"$R\" score --format json draft.txt never | head -n 1;"
                        "echo ${PIPESTATUS[0]}", {.folder = dir.path().string(), .seconds = sanitized() ? 6.0 : 2.0,
                        .meanwhile = [](pid_t) {}});
  BOOST_TEST(ran.hung);
  BOOST_TEST(ran.out.starts_with("{\"schema\":1"));
}

BOOST_AUTO_TEST_CASE(signals_end_it_as_they_end_others) {
  for (const auto& [number, status] : {std::pair(SIGINT, 130), std::pair(SIGTERM, 143)}) {
    const Ran ran = shell("mkfifo pipe && exec \"$R\" score <> pipe", {.meanwhile = sends(number)});
    BOOST_TEST(ran.status == status);
    BOOST_TEST(ran.out == "");
    BOOST_TEST(ran.err == "");
    BOOST_TEST(!ran.hung);
    BOOST_TEST((sanitized() || ran.seconds < 2));
  }
}

BOOST_AUTO_TEST_CASE(out_of_memory_is_told, *boost::unit_test::precondition([](auto) { return !sanitized(); })) {
  RunOptions options{.input = std::string(1u << 20, 'a')};
  options.endless_input = true;
  expect_refused(shell("ulimit -v 300000; exec \"$R\" score --max-bytes 900000000", options),
                 "rapport: out of memory", 4);
}

BOOST_AUTO_TEST_CASE(a_locale_changes_no_byte) {
  const std::string input = "Hi \u0130pek, 1,5 I\u0131 " + kPitch;
  for (const Words& arguments : {Words{"score"}, Words{"score", "--format", "json"}, Words{"rules"},
                                 Words{"explain", "pitch"}, Words{"score", "nowhere"}}) {
    const Ran plain = rapport_with(arguments, {.input = input});
    for (const char* locale : {"C", "tr_TR.UTF-8", "nonsense"}) {
      const Ran ran = rapport_with(arguments, {.input = input, .environment = {{"LC_ALL", locale}, {"LANGUAGE", locale}, {"TZ", "Asia/Tokyo"}}});
      BOOST_TEST(ran.out == plain.out, locale);
      BOOST_TEST(ran.err == plain.err, locale);
      BOOST_TEST(ran.status == plain.status);
    }
  }
}

BOOST_AUTO_TEST_CASE(it_says_the_same_each_time) {
  const Ran first = rapport_with({"score", "--format", "json"}, {.input = kPitch});
  for (int i = 0; i < 10; ++i) {
    BOOST_TEST(rapport_with({"score", "--format", "json"}, {.input = kPitch}).out == first.out);
  }
}

BOOST_DATA_TEST_CASE(colour, bdata::make(kLooks), look) {
  const std::string command = "\"$R\" score --text Ana " + std::string(look.options);
  RunOptions options;
  options.environment = look.environment;
  options.environment["SHELL"] = "/bin/sh";
  const Ran ran = look.terminal ? shell("script -qec '" + command + "' /dev/null", options)
                                : shell(command, options);
  BOOST_TEST(ran.status == 0);
  BOOST_TEST(says(ran.out, "personal"));
  BOOST_TEST(says(ran.out, "\x1b[") == look.coloured);
}

BOOST_AUTO_TEST_CASE(lines_fit_the_terminal) {
  for (const int columns : {40, 60, 90}) {
    const Ran ran = shell("script -qec 'stty cols " + std::to_string(columns) +
                              "; \"$R\" score --color never --text \"$DRAFT\"' /dev/null",
                          {.environment = {{"DRAFT", kPitch}, {"SHELL", "/bin/sh"}}});
    BOOST_TEST(ran.status == 0);
    std::size_t longest = 0;
    for (const std::string& line : lines_of(ran.out)) {
      std::size_t points = 0;
      for (const char c : line) points += c != '\r' && (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      longest = std::max(longest, points);
    }
    BOOST_TEST(longest <= static_cast<std::size_t>(columns));
    BOOST_TEST(longest > static_cast<std::size_t>(columns) - 12);
  }
}

BOOST_AUTO_TEST_CASE(a_terminal_gets_json_that_can_be_read) {
  const Ran ran = shell("script -qec '\"$R\" score --format json --text \"Hi Ana\"' /dev/null",
                        {.environment = {{"SHELL", "/bin/sh"}}});
  BOOST_TEST(says(ran.out, "{\r\n  \"schema\": 1,\r\n"));
}

BOOST_AUTO_TEST_SUITE_END()
