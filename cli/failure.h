// How a command gives up: one clear line and an exit status.
//
// Thrown inside cli/ only; run() (cli/run.h) catches it and prints the line.
//
// Thread rule: plain values.
#ifndef RAPPORT_CLI_FAILURE_H_
#define RAPPORT_CLI_FAILURE_H_

#include <stdexcept>
#include <string>

namespace rapport::cli {

// What the program's exit status tells.
enum ExitStatus : int {
  kFine = 0,
  kGateReached = 1,  // --fail-on
  kRefused = 2,      // usage, configuration, lexicon, or input that is no text
  kSomeUnread = 3,   // finished, but some inputs could not be read
  kBroken = 4,       // internal or I/O error
};

class Failure : public std::runtime_error {
 public:
  explicit Failure(const std::string& message, ExitStatus status = kRefused)
      : std::runtime_error(message), status_(status) {}
  ExitStatus status() const { return status_; }

 private:
  ExitStatus status_;
};

// Lines that start with the place they speak of, printed as they are.
class Diagnosed : public Failure {
 public:
  using Failure::Failure;
};

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_FAILURE_H_
