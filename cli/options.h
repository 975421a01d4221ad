// The one table of commands and the one table of options. Parsing, --help, the
// man page, shell completion and configuration keys are all made from them.
//
// To add an option: one row in options.cc, and read it from Settings.
//
// Thread rule: constants.
#ifndef RAPPORT_CLI_OPTIONS_H_
#define RAPPORT_CLI_OPTIONS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::cli {

enum class Command : std::uint8_t {
  kScore,
  kRewrite,
  kBatch,
  kExplain,
  kRules,
  kTuneCheck,
  kTuneEval,
  kTuneFit,
  kTuneStats,
  kTuneTry,
  kTuneSuggest,
  kTuneDiff,
  kTuneNew,
  kTuneNewPack,
  kConfigShow,
  kCompletion,
  kMan,
  kHelp,
  kVersion,
};

// What a value may be; decides its check and its completion.
enum class ValueKind : std::uint8_t {
  kSwitch,   // takes none
  kText,
  kChoice,   // one of OptionInfo::choices
  kCount,    // a whole number of one or more
  kGate,     // score<60, error, warning, never
  kFile,
  kFolder,
  kCommand,  // the first word of a command
  kRules,    // rules, signals or families; comma lists
  kFamily,
  kChannel,  // these three are checked against the lexicon
  kTier,
  kLanguage,
};

struct CommandInfo {
  Command command;
  std::string_view name;      // "tune check": as typed
  std::string_view operands;  // "[FILE...]", as usage shows them
  int most_operands;          // -1: any number
  ValueKind operand_kind;
  std::string_view operand_choices;  // "bash|zsh|fish" where kind is kChoice
  std::string_view summary;      // one line without a full stop
  std::string_view description;  // paragraphs, blank lines between
  std::string_view example;      // lines to type
};

struct OptionInfo {
  std::uint32_t commands;  // set of in(Command)
  std::string_view name;   // without dashes
  char letter;             // '\0': no short form
  ValueKind kind;
  std::string_view value;    // "FILE", as usage shows it; empty for a switch
  std::string_view choices;  // "human|line|json"
  std::string_view initial;  // the value when not given
  bool repeats;              // values add up; else the last one holds
  bool in_config;            // may stand in a configuration file
  std::string_view summary;  // one line without a full stop
  std::string_view section = "";  // of the help; empty: the first
};

// The section of the options that give a context's facts.
constexpr std::string_view kFacts = "Facts about the two people";

// A line of the exit statuses, or of the environment variables that are read.
struct Meaning {
  std::string_view name;
  std::string_view summary;
};

constexpr std::uint32_t in(Command command) { return 1u << static_cast<unsigned>(command); }

std::span<const CommandInfo> commands();
// Those of each command stand together; the facts come last.
std::span<const OptionInfo> options();
std::span<const OptionInfo> fact_options();
std::span<const Meaning> exit_statuses();
std::span<const Meaning> environment();

const CommandInfo& info(Command command);
// Rows of options() for one command, in order.
std::vector<const OptionInfo*> options_of(Command command);

// The key of an option in a configuration file: "score.format" where one command
// alone has that row, "color" where several share it. Empty: none.
std::string config_key(const OptionInfo& option);

// "a|b|c" -> {"a", "b", "c"}; empty -> {}.
std::vector<std::string> split(std::string_view text, char separator);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_OPTIONS_H_
