// A command line, parsed by the option table.
//
// In two steps, since the library knows no sub-commands: the words of the
// command first, then its own options. Abbreviated names are not guessed, a lone
// "-" is an operand, and "--" ends the options.
//
// Thread rule: plain values.
// Errors: Failure with one line that names the nearest valid word.
#ifndef RAPPORT_CLI_PARSE_H_
#define RAPPORT_CLI_PARSE_H_

#include <map>
#include <string>
#include <vector>

#include "cli/options.h"

namespace rapport::cli {

struct CommandLine {
  Command command = Command::kHelp;
  std::map<std::string, std::vector<std::string>> values;  // by option name; a switch: {""}
  std::vector<std::string> operands;

  bool has(const std::string& option) const { return values.count(option) > 0; }
};

// `arguments`: without the program's name.
CommandLine parse(const std::vector<std::string>& arguments);

// The command that these words start with, and how many of them it took.
// A word that starts no command is an error.
Command find_command(const std::vector<std::string>& words, std::size_t& taken);

// REQUIRES: the option's kind can be checked without a lexicon, else true.
// Empty, or one line why `value` is no value of `option`.
std::string refuse_value(const OptionInfo& option, const std::string& value);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_PARSE_H_
