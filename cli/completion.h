// Completion scripts for shells, made from the tables of cli/options.h.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CLI_COMPLETION_H_
#define RAPPORT_CLI_COMPLETION_H_

#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"

namespace rapport::cli {

// Names that the lexicon gives.
struct CompletionNames {
  std::vector<std::string> channels, tiers, languages;
  std::vector<std::string> families, signals;
};

// `shell`: bash, zsh or fish.
std::string completion(std::string_view shell, const CompletionNames& names);

// What may stand for a value of this kind; empty where files or anything may.
std::vector<std::string> candidates(ValueKind kind, std::string_view choices,
                                    const CompletionNames& names);

std::string bash_completion(const CompletionNames& names);
std::string zsh_completion(const CompletionNames& names);
std::string fish_completion(const CompletionNames& names);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_COMPLETION_H_
