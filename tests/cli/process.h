// Runs the built program as a user would, with a time limit.
//
// Example:
//   const Ran ran = rapport_with({"score", "-"}, {.input = "Hi Ana, …"});
//   BOOST_TEST(ran.status == 0);
#ifndef RAPPORT_TESTS_CLI_PROCESS_H_
#define RAPPORT_TESTS_CLI_PROCESS_H_

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <sys/types.h>

namespace rapport::tests {

struct RunOptions {
  std::string input;
  // Laid over a small environment of a test's own (no HOME, no locale).
  std::map<std::string, std::string> environment;
  std::string folder;            // to run in; empty: an empty one
  std::string output;            // a file that takes standard output instead
  double seconds = 20;           // then it is killed and counts as hung
  bool endless_input = false;    // `input` is repeated until the reader stops
  // Called once with the process's id when it has read all input or after
  // half a second.
  std::function<void(pid_t)> meanwhile;
};

struct Ran {
  int status = -1;      // as a shell says it: 128 + signal for one that was killed
  std::string out, err;
  double seconds = 0;
  long kilobytes = 0;   // most resident memory
  bool hung = false;
};

// Any program; looked for in PATH.
Ran run_program(const std::vector<std::string>& command, const RunOptions& options = {});

// The program under test.
Ran rapport_with(const std::vector<std::string>& arguments, const RunOptions& options = {});

// A shell line in which "$R" is the program under test.
Ran shell(const std::string& line, const RunOptions& options = {});

// Whether a sanitizer's own memory and time make figures meaningless.
bool sanitized();

// Lines of a text, without their ends.
std::vector<std::string> lines_of(const std::string& text);

}  // namespace rapport::tests

#endif  // RAPPORT_TESTS_CLI_PROCESS_H_
