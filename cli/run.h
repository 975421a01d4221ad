// The program but for main(): one command line in, one exit status out.
//
// Thread rule: one thread; writes to standard output and standard error.
// Errors: none are thrown; every failure is one line and a status of failure.h.
#ifndef RAPPORT_CLI_RUN_H_
#define RAPPORT_CLI_RUN_H_

#include <string>
#include <vector>

namespace rapport::cli {

// `arguments`: without the program's name.
int run(const std::vector<std::string>& arguments);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_RUN_H_
