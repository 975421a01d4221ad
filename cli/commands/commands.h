// The commands: each reads its settings, calls the library, prints.
//
// Every function returns the program's exit status.
//
// Thread rule: one thread.
// Errors: Failure; run() (cli/run.h) turns it into one line and a status.
#ifndef RAPPORT_CLI_COMMANDS_COMMANDS_H_
#define RAPPORT_CLI_COMMANDS_COMMANDS_H_

#include <string>
#include <vector>

#include "analyzer/analyzer.h"
#include "analyzer/lexicon.h"
#include "cli/output.h"
#include "cli/parse.h"
#include "cli/settings.h"
#include "corpus/gold.h"

namespace rapport::cli {

int score(const CommandLine& line, Output& out);
int rewrite(const CommandLine& line, Output& out);
int batch(const CommandLine& line, Output& out);
int explain(const CommandLine& line, Output& out);
int list_rules(const CommandLine& line, Output& out);
int tune_check(const CommandLine& line, Output& out);
int tune_eval(const CommandLine& line, Output& out);
int tune_fit(const CommandLine& line, Output& out);
int tune_stats(const CommandLine& line, Output& out);
int tune_try(const CommandLine& line, Output& out);
int tune_suggest(const CommandLine& line, Output& out);
int tune_diff(const CommandLine& line, Output& out);
int tune_new(const CommandLine& line, Output& out);
int tune_new_pack(const CommandLine& line, Output& out);
int config_show(const CommandLine& line, Output& out);
int print_completion(const CommandLine& line, Output& out);
int print_version(const CommandLine& line, Output& out);
int print_help(const CommandLine& line, Output& out);

// The lexicon of --lexicons, its warnings told; Diagnosed with all its errors.
Lexicon load_lexicon(const Settings& settings);
LexiconSource lexicon_source(const Settings& settings);

// Records for the tune commands; Diagnosed with all errors of the files.
// `labels`: every record must have one.
std::vector<corpus::GoldRecord> load_gold(const std::vector<std::string>& paths,
                                          const Lexicon& lexicon, bool labels);
// The same where "-" alone stands for standard input; labels are not asked for.
std::vector<corpus::GoldRecord> load_corpus(const std::vector<std::string>& paths,
                                            const Lexicon& lexicon);
// The language of a pack: as asked, else that of the lexicon's first pack.
// Failure names the packs that there are.
std::string pack_language(const std::string& asked, const Lexicon& lexicon);
// Without edits: measuring does not look at them.
Analyzer make_measuring_analyzer(const Lexicon& lexicon);

// A warning on standard error.
void warn(const std::string& message);

// Diagnostics as lines that are safe on a terminal, without the last line end.
std::string diagnostics_text(const std::vector<Diagnostic>& diagnostics);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_COMMANDS_COMMANDS_H_
