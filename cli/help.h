// Help and the manual page, made from the tables of cli/options.h.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CLI_HELP_H_
#define RAPPORT_CLI_HELP_H_

#include <string>

#include "cli/options.h"

namespace rapport::cli {

// `rapport help`: what it is, the commands, exit statuses.
std::string program_help();

// `rapport help COMMAND`: usage, options with their values, examples.
std::string command_help(Command command);

// `rapport man`: rapport(1) in roff, for man -l.
std::string manual();

// "-f, --format FORMAT", as help and the manual page show it.
std::string synopsis(const OptionInfo& option);

// The summary with the choices and the value when not given.
std::string details(const OptionInfo& option);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_HELP_H_
