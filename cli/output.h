// Standard output, whose errors are never lost, and standard error.
//
// A closed pipe ends the program quietly by SIGPIPE, as it does other filters.
//
// Thread rule: one thread.
// Errors: Failure with kBroken when something cannot be written (a full disk).
#ifndef RAPPORT_CLI_OUTPUT_H_
#define RAPPORT_CLI_OUTPUT_H_

#include <string>
#include <string_view>

namespace rapport::cli {

// Collects data and writes it in blocks.
class Output {
 public:
  void write(std::string_view data);
  // Writes what is left; a reader of the pipe sees every report as it is made.
  void flush();
  // flush(), then closes: some file systems tell only then that they are full.
  void finish();

 private:
  std::string buffer_;
};

// "rapport: <message>" on standard error.
void complain(std::string_view message);

// Makes standard input, output and error exist, so that no file of ours takes
// their number, and gives SIGPIPE its usual meaning back.
void prepare_streams();

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_OUTPUT_H_
