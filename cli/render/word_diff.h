// Two texts as one: what was taken out and what was put in, word by word.
//
// Method: shortest edit script (Wu, Manber, Myers and Miller 1990), by dtl.
//
// Thread rule: pure function.
//
// Example: "I hope you are well" and "I saw your talk" without colour:
//   I [-hope you are well-]{+saw your talk+}
#ifndef RAPPORT_CLI_RENDER_WORD_DIFF_H_
#define RAPPORT_CLI_RENDER_WORD_DIFF_H_

#include <string>

#include "cli/terminal.h"

namespace rapport::cli {

// White space is that of `after`. Safe on a terminal, with a line end.
std::string word_diff(const std::string& before, const std::string& after, const Paint& paint);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_RENDER_WORD_DIFF_H_
