// Where drafts come from: --text, files, standard input.
//
// Thread rule: plain values.
// Errors: Failure where the operands contradict each other, or for a draft that
// cannot be read.
//
// Example:
//   for (const Source& source : find_sources(line)) Draft draft = read_draft(source, rules);
#ifndef RAPPORT_CLI_DRAFT_SOURCES_H_
#define RAPPORT_CLI_DRAFT_SOURCES_H_

#include <string>
#include <vector>

#include "cli/input.h"
#include "cli/parse.h"
#include "cli/settings.h"

namespace rapport::cli {

struct Source {
  std::string path;      // "-": standard input
  bool is_text = false;  // path is the draft itself

  bool is_file() const { return !is_text && path != "-"; }
  std::string name() const { return is_text ? "<text>" : path == "-" ? "<stdin>" : path; }
};

// At least one.
std::vector<Source> find_sources(const CommandLine& line);

InputRules input_rules(const Settings& settings);

Draft read_draft(const Source& source, const InputRules& rules);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_DRAFT_SOURCES_H_
