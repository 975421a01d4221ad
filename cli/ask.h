// Questions on the terminal, which need not be the standard input.
//
// Thread rule: one thread. Owns the open terminal.
// Errors: Failure where there is no terminal.
//
// Example:
//   Terminal terminal;
//   terminal.show("Leave it out? ");
//   std::optional<std::string> answer = terminal.read_line();
#ifndef RAPPORT_CLI_ASK_H_
#define RAPPORT_CLI_ASK_H_

#include <cstdio>
#include <memory>
#include <optional>
#include <string>

namespace rapport::cli {

class Terminal {
 public:
  Terminal();
  void show(const std::string& text);
  // Without its end; none at the end of input.
  std::optional<std::string> read_line();

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
};

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_ASK_H_
