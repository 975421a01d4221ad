// What tells about the program itself: help, version, completion.
#include <algorithm>

#include "analyzer/version.h"
#include "cli/commands/commands.h"
#include "cli/completion.h"
#include "cli/failure.h"
#include "cli/help.h"

namespace rapport::cli {
namespace {

Lexicon built_in() {
  const Result<Lexicon> lexicon = Lexicon::built_in();
  if (!lexicon) throw Diagnosed(diagnostics_text(lexicon.diagnostics()), kBroken);
  return *lexicon;
}

void add_new(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

}  // namespace

int print_completion(const CommandLine& line, Output& out) {
  const Lexicon lexicon = built_in();
  CompletionNames names;
  names.channels = lexicon.channels();
  names.languages = lexicon.languages();
  for (const std::string& channel : names.channels) {
    for (const std::string& tier : lexicon.tiers(channel)) add_new(names.tiers, tier);
  }
  for (const SignalInfo& signal : lexicon.signals()) {
    add_new(names.families, signal.family);
    add_new(names.signals, signal.id);
  }
  out.write(completion(line.operands.at(0), names));
  return kFine;
}

int print_version(const CommandLine&, Output& out) {
  out.write("rapport " + std::string(kVersion) + "\nlexicon " + built_in().hash() + "\n");
  return kFine;
}

int print_help(const CommandLine& line, Output& out) {
  if (line.operands.empty()) {
    out.write(program_help());
    return kFine;
  }
  std::size_t taken = 0;
  const Command command = find_command(line.operands, taken);
  if (taken < line.operands.size()) {
    throw Failure("unexpected '" + line.operands[taken] + "' behind 'rapport help " +
                  std::string(info(command).name) + "'");
  }
  out.write(command_help(command));
  return kFine;
}

}  // namespace rapport::cli
