#include "cli/options.h"

#include <array>
#include <bit>

namespace rapport::cli {
namespace {

using enum Command;

constexpr std::uint32_t kLexiconReaders = in(kScore) | in(kRewrite) | in(kBatch) |
                                          in(kExplain) | in(kRules) | in(kTuneCheck) |
                                          in(kTuneEval) | in(kTuneFit) | in(kTuneStats) |
                                          in(kTuneTry) | in(kTuneSuggest) | in(kTuneNew) |
                                          in(kTuneNewPack);
constexpr std::uint32_t kLexiconUsers = kLexiconReaders | in(kConfigShow);
// tune diff takes its two lexicons as operands.
constexpr std::uint32_t kConfigReaders = kLexiconUsers | in(kTuneDiff);
constexpr std::uint32_t kAll = (in(kVersion) << 1) - 1;

constexpr std::array kOptions = {
    OptionInfo{in(kScore), "text", '\0', ValueKind::kText, "TEXT", "", "", false, false,
               "score TEXT instead of a file"},
    OptionInfo{in(kScore), "json-input", '\0', ValueKind::kSwitch, "", "", "", false, false,
               "each input is a JSON object: text, subject, channel, tier, lang, context"},
    OptionInfo{in(kScore), "channel", 'c', ValueKind::kChannel, "CHANNEL", "", "", false, true,
               "where it will be sent; guessed from its length if not given"},
    OptionInfo{in(kScore), "tier", '\0', ValueKind::kTier, "TIER", "", "", false, true,
               "the account that sends it, for its limits: free, premium"},
    OptionInfo{in(kScore), "lang", '\0', ValueKind::kLanguage, "LANG", "", "", false, true,
               "the language (BCP 47); recognized from the text if not given"},
    OptionInfo{in(kScore), "format", 'f', ValueKind::kChoice, "FORMAT",
               "human|line|json|sarif|github", "human", false, true, "how to print the result"},
    OptionInfo{in(kScore), "fail-on", '\0', ValueKind::kGate, "GATE", "", "never", false, true,
               "exit with 1 on score<N, on an error, on a warning, or never"},
    OptionInfo{in(kScore), "only", '\0', ValueKind::kRules, "RULE", "", "", true, true,
               "use these rules, signals or families alone; a comma list, repeatable"},
    OptionInfo{in(kScore), "ignore", '\0', ValueKind::kRules, "RULE", "", "", true, true,
               "leave out these rules, signals or families; a comma list, repeatable"},
    OptionInfo{in(kScore), "no-edits", '\0', ValueKind::kSwitch, "", "", "", false, true,
               "suggest no edits and no rewrite; faster"},
    OptionInfo{in(kScore), "encoding-errors", '\0', ValueKind::kChoice, "HOW", "strict|replace",
               "strict", false, true, "refuse bytes that are no UTF-8, or read them as U+FFFD"},
    OptionInfo{in(kScore), "max-bytes", '\0', ValueKind::kCount, "N", "", "1048576", false, true,
               "refuse a draft of more than N bytes"},
    OptionInfo{in(kScore), "fix", '\0', ValueKind::kSwitch, "", "", "", false, false,
               "print the draft with the safe edits made, and nothing else"},
    OptionInfo{in(kScore), "interactive", 'i', ValueKind::kSwitch, "", "", "", false, false,
               "ask for each edit on the terminal, then print the draft"},
    OptionInfo{in(kScore), "write", '\0', ValueKind::kSwitch, "", "", "", false, false,
               "with --fix or --interactive: change the file itself"},
    OptionInfo{in(kScore) | in(kRewrite), "diff", '\0', ValueKind::kSwitch, "", "", "", false, false,
               "show what changes, word by word"},
    OptionInfo{in(kScore), "quiet", 'q', ValueKind::kSwitch, "", "", "", false, false,
               "print no result; the exit status tells"},
    OptionInfo{in(kRewrite), "text", '\0', ValueKind::kText, "TEXT", "", "", false, false,
               "rewrite TEXT instead of a file"},
    OptionInfo{in(kRewrite), "json-input", '\0', ValueKind::kSwitch, "", "", "", false, false,
               "the input is a JSON object: text, subject, channel, tier, lang, context"},
    OptionInfo{in(kRewrite), "channel", 'c', ValueKind::kChannel, "CHANNEL", "", "", false, true,
               "where it will be sent; guessed from its length if not given"},
    OptionInfo{in(kRewrite), "tier", '\0', ValueKind::kTier, "TIER", "", "", false, true,
               "the account that sends it, for its limits: free, premium"},
    OptionInfo{in(kRewrite), "lang", '\0', ValueKind::kLanguage, "LANG", "", "", false, true,
               "the language (BCP 47); recognized from the text if not given"},
    OptionInfo{in(kRewrite), "encoding-errors", '\0', ValueKind::kChoice, "HOW", "strict|replace",
               "strict", false, true, "refuse bytes that are no UTF-8, or read them as U+FFFD"},
    OptionInfo{in(kRewrite), "max-bytes", '\0', ValueKind::kCount, "N", "", "1048576", false, true,
               "refuse a draft of more than N bytes"},
    OptionInfo{in(kRewrite), "strategy", 's', ValueKind::kChoice, "STRATEGY",
               "lightest|reader_first|shortest", "", false, true, "only the rewrite of this strategy"},
    OptionInfo{in(kRewrite), "all", 'a', ValueKind::kSwitch, "", "", "", false, false,
               "print every rewrite, each under its strategy, score and gain"},
    OptionInfo{in(kRewrite), "format", 'f', ValueKind::kChoice, "FORMAT", "human|json", "human",
               false, true, "how to print the result"},
    OptionInfo{in(kBatch), "input-format", '\0', ValueKind::kText, "FORMAT", "", "", false, true,
               "read as this format; known by its content if not given"},
    OptionInfo{in(kBatch), "text-field", '\0', ValueKind::kText, "NAME", "", "", false, true,
               "the column or key of the message; text if not given"},
    OptionInfo{in(kBatch), "id-field", '\0', ValueKind::kText, "NAME", "", "", false, true,
               "the column or key of the record's name; id if not given"},
    OptionInfo{in(kBatch), "map", '\0', ValueKind::kText, "KEY=NAME", "", "", true, true,
               "take KEY (subject, channel, to_name ...) from the column NAME; repeatable"},
    OptionInfo{in(kBatch), "glob", '\0', ValueKind::kText, "GLOB", "", "", true, true,
               "of a folder, only files of such names; repeatable"},
    OptionInfo{in(kBatch), "delimiter", '\0', ValueKind::kText, "CHAR", "", "", false, true,
               "between the cells of CSV: one character, or tab; sniffed if not given"},
    OptionInfo{in(kBatch), "format", 'f', ValueKind::kChoice, "FORMAT", "ndjson|csv", "ndjson", false,
               true, "how to write the records"},
    OptionInfo{in(kBatch), "output", 'o', ValueKind::kFile, "FILE", "", "", false, false,
               "write to FILE instead of standard output"},
    OptionInfo{in(kBatch), "errors", '\0', ValueKind::kFile, "FILE", "", "", false, false,
               "write error records to FILE, as NDJSON, instead of among the others"},
    OptionInfo{in(kBatch), "max-errors", '\0', ValueKind::kCount, "N", "", "", false, true,
               "end with 3 after N error records"},
    OptionInfo{in(kBatch), "jobs", 'j', ValueKind::kCount, "N", "", "1", false, true,
               "analyze on N threads"},
    OptionInfo{in(kBatch), "spans", '\0', ValueKind::kSwitch, "", "", "", false, true,
               "add the signals, each with its place (NDJSON)"},
    OptionInfo{in(kBatch), "rewrites", '\0', ValueKind::kSwitch, "", "", "", false, true,
               "add whole rewrites (NDJSON); much slower"},
    OptionInfo{in(kBatch), "summary", '\0', ValueKind::kFile, "FILE", "", "", false, true,
               "write what is said across records: Markdown, or JSON where FILE ends in .json; slower"},
    OptionInfo{in(kBatch), "report", '\0', ValueKind::kFile, "FILE", "", "", false, true,
               "the same as one HTML page that needs no network"},
    OptionInfo{in(kBatch), "group-by", '\0', ValueKind::kText, "NAME", "", "", false, true,
               "in the summary, figures for each value of a column, or of channel, lang or sender"},
    OptionInfo{in(kBatch), "anonymize", '\0', ValueKind::kSwitch, "", "", "", false, true,
               "mask names, companies and addresses in everything that is written"},
    OptionInfo{in(kBatch), "csv-raw", '\0', ValueKind::kSwitch, "", "", "", false, true,
               "write CSV cells that look like formulas as they are"},
    OptionInfo{in(kBatch), "resume", '\0', ValueKind::kSwitch, "", "", "", false, false,
               "go on with the --output of a run that was ended"},
    OptionInfo{in(kBatch), "stream", '\0', ValueKind::kSwitch, "", "", "", false, false,
               "one line out for each line of NDJSON in, at once; blank lines too"},
    OptionInfo{in(kBatch), "channel", 'c', ValueKind::kChannel, "CHANNEL", "", "", false, true,
               "where they will be sent; guessed from their length if not given"},
    OptionInfo{in(kBatch), "tier", '\0', ValueKind::kTier, "TIER", "", "", false, true,
               "the account that sends them, for its limits: free, premium"},
    OptionInfo{in(kBatch), "lang", '\0', ValueKind::kLanguage, "LANG", "", "", false, true,
               "the language (BCP 47); recognized from the text if not given"},
    OptionInfo{in(kBatch), "kind", '\0', ValueKind::kChoice, "KIND", "message|template", "", false, true,
               "template: slots count as filled with something true"},
    OptionInfo{in(kBatch), "only", '\0', ValueKind::kRules, "RULE", "", "", true, true,
               "use these rules, signals or families alone; a comma list, repeatable"},
    OptionInfo{in(kBatch), "ignore", '\0', ValueKind::kRules, "RULE", "", "", true, true,
               "leave out these rules, signals or families; a comma list, repeatable"},
    OptionInfo{in(kBatch), "encoding-errors", '\0', ValueKind::kChoice, "HOW", "strict|replace",
               "strict", false, true, "refuse bytes that are no UTF-8, or read them as U+FFFD"},
    OptionInfo{in(kBatch), "max-bytes", '\0', ValueKind::kCount, "N", "", "1048576", false, true,
               "refuse a message of more than N bytes"},
    OptionInfo{in(kBatch), "verbose", 'v', ValueKind::kSwitch, "", "", "", false, false,
               "tell each ten seconds how far it is, and what was skipped"},
    OptionInfo{in(kBatch), "quiet", 'q', ValueKind::kSwitch, "", "", "", false, false,
               "no progress and no closing line"},
    OptionInfo{in(kRules) | in(kTuneStats), "family", '\0', ValueKind::kFamily, "FAMILY", "", "", true, false,
               "only rules of this family; repeatable"},
    OptionInfo{in(kExplain) | in(kRules), "format", 'f', ValueKind::kChoice, "FORMAT",
               "human|json", "human", false, false, "how to print the result"},
    OptionInfo{in(kTuneEval), "format", 'f', ValueKind::kChoice, "FORMAT", "human|json|md",
               "human", false, false, "how to print the result"},
    OptionInfo{in(kTuneEval), "rounds", '\0', ValueKind::kCount, "N", "", "1000", false, false,
               "resamples for the intervals"},
    OptionInfo{in(kTuneEval), "worst", '\0', ValueKind::kCount, "N", "", "10", false, false,
               "show the N messages whose score is farthest from the readers'"},
    OptionInfo{in(kTuneFit), "format", 'f', ValueKind::kChoice, "FORMAT", "human|json", "human",
               false, false, "how to print the result"},
    OptionInfo{in(kTuneFit), "folds", '\0', ValueKind::kCount, "N", "", "5", false, false,
               "parts of the cross-validation; groups stay together"},
    OptionInfo{in(kTuneFit), "penalty", '\0', ValueKind::kCount, "N", "", "", false, false,
               "how strongly weights are held to those set by hand; cross-validated if not given"},
    OptionInfo{in(kTuneFit), "dry-run", '\0', ValueKind::kSwitch, "", "", "", false, false,
               "write nothing"},
    OptionInfo{in(kTuneStats) | in(kTuneTry) | in(kTuneSuggest) | in(kTuneDiff) | in(kTuneNew) |
                   in(kTuneNewPack),
               "format", 'f', ValueKind::kChoice, "FORMAT", "human|json", "human", false, false,
               "how to print the result"},
    OptionInfo{in(kTuneStats), "rule", '\0', ValueKind::kRules, "RULE", "", "", true, false,
               "only these rules or dotted ids; a comma list, repeatable"},
    OptionInfo{in(kTuneStats), "sort", '\0', ValueKind::kChoice, "KEY",
               "hits|messages|precision|lift|overlap|rule", "hits", false, false,
               "most hits or messages first, least precise, lift against its sign, most overlapped, id"},
    OptionInfo{in(kTuneStats) | in(kTuneTry) | in(kTuneDiff), "top", '\0', ValueKind::kCount, "N",
               "", "", false, false,
               "show N rules, hits or messages; 20 (tune try: all) for people, all as JSON"},
    OptionInfo{in(kTuneStats), "examples", '\0', ValueKind::kCount, "N", "", "3", false, false,
               "example lines a rule, wrong ones first"},
    OptionInfo{in(kTuneSuggest), "top", '\0', ValueKind::kCount, "N", "", "20", false, false,
               "suggest N rules at most"},
    OptionInfo{in(kTuneSuggest), "min-count", '\0', ValueKind::kCount, "N", "", "", false, false,
               "only phrases of N messages or more, groups counted once; 5, with --signal 3"},
    OptionInfo{in(kTuneSuggest), "signal", '\0', ValueKind::kRules, "SIGNAL", "", "", false, false,
               "for this dotted id or family, from gold spans that no rule found"},
    OptionInfo{in(kTuneTry) | in(kTuneSuggest), "lang", '\0', ValueKind::kLanguage, "LANG", "", "",
               false, false, "of this language's pack; the lexicon's first if not given"},
    OptionInfo{in(kTuneDiff), "fail-on-regression", '\0', ValueKind::kFile, "GOLD", "", "", true,
               false, "exit with 1 where NEW is worse on these labelled messages; repeatable"},
    OptionInfo{in(kTuneNew), "output", 'o', ValueKind::kFile, "FILE", "", "", false, false,
               "write to FILE, which must not be there yet"},
    OptionInfo{in(kTuneNewPack), "output", 'o', ValueKind::kFolder, "FOLDER", "", "", false, false,
               "the lexicon's folder; that of --lexicons, or 'lexicons', if not given"},
    OptionInfo{in(kTuneNewPack), "from", '\0', ValueKind::kLanguage, "LANG", "", "", false, false,
               "the pack whose layout to follow; the lexicon's first if not given"},
    OptionInfo{in(kConfigShow), "origin", '\0', ValueKind::kSwitch, "", "", "", false, false,
               "tell where each value comes from"},
    OptionInfo{kLexiconUsers, "lexicons", '\0', ValueKind::kFolder, "FOLDER", "", "", false,
               true, "lay the lexicon in FOLDER over the built-in one"},
    OptionInfo{kConfigReaders, "lexicons-only", '\0', ValueKind::kSwitch, "", "", "", false, true,
               "use the lexicon of --lexicons alone, without the built-in one"},
    OptionInfo{kConfigReaders, "color", '\0', ValueKind::kChoice, "WHEN", "auto|always|never",
               "auto", false, true, "colour the output; auto: on a terminal"},
    OptionInfo{kConfigReaders, "width", '\0', ValueKind::kCount, "N", "", "", false, true,
               "wrap to N columns; the terminal's width, at most 100, if not given"},
    OptionInfo{kConfigReaders, "config", '\0', ValueKind::kFile, "FILE", "", "", false, false,
               "read this configuration file and no other"},
    OptionInfo{kConfigReaders, "isolated", '\0', ValueKind::kSwitch, "", "", "", false, false,
               "read no configuration file"},
    OptionInfo{kAll, "help", 'h', ValueKind::kSwitch, "", "", "", false, false,
               "show this help"},
};

constexpr std::array kExits = {
    Meaning{"0", "fine"},
    Meaning{"1", "a gate was reached: --fail-on, --fail-on-regression; or tune fit or rewrite gained nothing"},
    Meaning{"2", "refused: usage, configuration, lexicon, or an input that is no text"},
    Meaning{"3", "finished, but some inputs or records could not be read"},
    Meaning{"4", "internal or I/O error"},
    Meaning{"130", "interrupted"},
};

constexpr std::array kEnvironment = {
    Meaning{"RAPPORT_CONFIG", "the configuration file to read"},
    Meaning{"XDG_CONFIG_HOME", "holds rapport/config.toml; ~/.config if not set"},
    Meaning{"NO_COLOR", "no colour, unless it is empty"},
    Meaning{"TERM", "no colour where it is dumb"},
};

}  // namespace

std::span<const OptionInfo> options() {
  static const std::vector<OptionInfo> all = [] {
    std::vector<OptionInfo> out(kOptions.begin(), kOptions.end());
    const std::span<const OptionInfo> facts = fact_options();
    out.insert(out.end(), facts.begin(), facts.end());
    return out;
  }();
  return all;
}
std::span<const Meaning> exit_statuses() { return kExits; }
std::span<const Meaning> environment() { return kEnvironment; }

std::vector<const OptionInfo*> options_of(Command command) {
  std::vector<const OptionInfo*> out;
  for (const OptionInfo& option : options()) {
    if (option.commands & in(command)) out.push_back(&option);
  }
  return out;
}

std::string config_key(const OptionInfo& option) {
  if (!option.in_config) return "";
  if (!std::has_single_bit(option.commands)) return std::string(option.name);
  const std::string_view command = commands()[std::countr_zero(option.commands)].name;
  return std::string(command) + "." + std::string(option.name);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = text.find(separator);
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

}  // namespace rapport::cli
