// `rapport score --fix`, `--interactive` and `--diff`: drafts mended by edits.
//
// Thread rule: one thread.
// Errors: Failure.
#ifndef RAPPORT_CLI_COMMANDS_MEND_H_
#define RAPPORT_CLI_COMMANDS_MEND_H_

#include <vector>

#include "cli/draft_sources.h"
#include "cli/output.h"
#include "cli/parse.h"
#include "cli/settings.h"

namespace rapport::cli {

// The exit status.
int mend(const CommandLine& line, const Settings& settings, const std::vector<Source>& sources,
         Output& out);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_COMMANDS_MEND_H_
