#include <algorithm>
#include <optional>

#include "analyzer/analyzer.h"
#include "cli/commands/commands.h"
#include "cli/display.h"
#include "cli/failure.h"
#include "cli/gate.h"
#include "cli/help.h"
#include "cli/input.h"
#include "cli/nearest.h"
#include "cli/read_file.h"
#include "cli/render/printer.h"

namespace rapport::cli {
namespace {

struct Source {
  std::string path;     // "-": standard input
  bool is_text = false;  // path is the draft itself
};

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<Source> find_sources(const CommandLine& line) {
  const auto text = line.values.find("text");
  if (text != line.values.end()) {
    if (!line.operands.empty()) throw Failure("give --text or files, not both");
    if (line.has("json-input")) throw Failure("--json-input reads files or standard input, not --text");
    return {{text->second.back(), true}};
  }
  std::vector<Source> out;
  for (const std::string& operand : line.operands) {
    if (operand.empty()) throw Failure("a file name is empty");
    const bool twice = operand == "-" && std::any_of(out.begin(), out.end(), [](const Source& s) {
                         return s.path == "-";
                       });
    if (twice) throw Failure("standard input can be read once only: '-' stands here twice");
    out.push_back({operand, false});
  }
  if (out.empty()) out.push_back({"-", false});
  return out;
}

class Scorer {
 public:
  Scorer(const Settings& settings, bool several)
      : settings_(settings),
        lexicon_(load_lexicon(settings)),
        gate_(*parse_gate(settings.text("fail-on"))) {
    check_names();
    AnalyzerOptions options;
    options.only = settings.list("only");
    options.ignore = settings.list("ignore");
    options.edits = !settings.flag("no-edits");
    Result<Analyzer> analyzer = Analyzer::create(lexicon_, options);
    if (!analyzer) refuse_names(analyzer.diagnostics());
    analyzer_ = *std::move(analyzer);

    PrintSettings print;
    print.lexicon = lexicon_.hash();
    for (const SignalInfo& signal : lexicon_.signals()) {
      if (!signal.positive) negative_.insert(signal.id);
    }
    print.negative = negative_;
    print.paint = Paint(use_color(settings));
    print.width = output_width(settings);
    print.pretty = output_is_terminal();
    print.several = several;
    printer_ = make_printer(settings.text("format"), print);
  }

  Printer& printer() { return *printer_; }
  bool gate_reached() const { return gate_reached_; }

  // What to print of one draft.
  std::string score(const std::string& path, const std::string& name, Draft draft) {
    complete(draft, name);
    Report report{path, std::move(draft), {}};
    report.analysis = analyzer_->analyze(report.draft);
    const std::vector<std::size_t>& repairs = report.analysis.repairs;
    if (!repairs.empty() && !settings_.flag("quiet")) {
      warn(shown_line(name) + ": " + std::to_string(repairs.size()) +
           (repairs.size() == 1 ? " byte is" : " bytes are") +
           " no UTF-8 and read as U+FFFD, the first at byte " + std::to_string(repairs[0]));
    }
    const Findings findings = find(report.analysis, negative_);
    gate_reached_ = gate_reached_ || gate_.reached(report, findings);
    return printer_->report(report, findings);
  }

 private:
  // Where the value of an option was given.
  std::string origin(const std::string& option) const {
    const Setting& setting = settings_.at(option);
    return setting.from_command_line ? "--" + option : shown_line(setting.origin);
  }

  // Of --only and --ignore; the library calls each by its option.
  [[noreturn]] void refuse_names(const std::vector<Diagnostic>& diagnostics) const {
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics) {
      const std::string option = diagnostic.file.starts_with("--") ? diagnostic.file.substr(2) : "";
      if (option.empty()) throw Diagnosed(diagnostics_text(diagnostics));
      if (!out.empty()) out += "\nrapport: ";
      out += origin(option) + ": " + shown_line(diagnostic.message) + " (see: rapport rules)";
    }
    throw Failure(out);
  }

  // --channel, --tier and --lang against the lexicon.
  void check_names() const {
    const std::string channel = settings_.text("channel");
    const std::string tier = settings_.text("tier");
    const std::string lang = settings_.text("lang");
    if (!channel.empty() && !contains(lexicon_.channels(), channel)) {
      throw Failure(origin("channel") + ": " + unknown("channel", channel, lexicon_.channels()));
    }
    if (!tier.empty()) {
      const bool loose = channel.empty() || !settings_.at("tier").from_command_line;
      const std::vector<std::string> tiers = loose ? all_tiers() : lexicon_.tiers(channel);
      if (!contains(tiers, tier)) {
        throw Failure(origin("tier") + ": " +
                      unknown(loose ? "tier" : "tier of " + channel, tier, tiers));
      }
    }
    const std::string primary = lang.substr(0, lang.find('-'));
    const std::vector<std::string> languages = lexicon_.languages();
    if (!lang.empty() && !contains(languages, lang) && !contains(languages, primary)) {
      throw Failure(origin("lang") + ": " + unknown("language", lang, languages));
    }
  }

  std::vector<std::string> all_tiers() const {
    std::vector<std::string> out;
    for (const std::string& channel : lexicon_.channels()) {
      for (const std::string& tier : lexicon_.tiers(channel)) {
        if (!contains(out, tier)) out.push_back(tier);
      }
    }
    return out;
  }

  // The command line wins over the draft, the draft over a configuration file.
  void complete(Draft& draft, const std::string& name) const {
    const auto choose = [&](const char* option, std::string& value) {
      const Setting& setting = settings_.at(option);
      if (setting.values.empty()) return;
      if (setting.from_command_line || value.empty()) value = setting.values.back();
    };
    choose("channel", draft.channel);
    choose("tier", draft.tier);
    choose("lang", draft.lang);
    if (!draft.channel.empty() && !contains(lexicon_.channels(), draft.channel)) {
      throw Failure(shown_line(name) + ": " +
                    unknown("channel", draft.channel, lexicon_.channels()));
    }
    // One that this channel does not have is no mistake: a sender keeps one
    // account over all channels.
    if (!draft.tier.empty() && !contains(all_tiers(), draft.tier)) {
      throw Failure(shown_line(name) + ": " + unknown("tier", draft.tier, all_tiers()));
    }
  }

  const Settings& settings_;
  Lexicon lexicon_;
  Gate gate_;
  std::set<std::string> negative_;
  std::optional<Analyzer> analyzer_;
  std::unique_ptr<Printer> printer_;
  bool gate_reached_ = false;
};

}  // namespace

int score(const CommandLine& line, Output& out) {
  if (line.operands.empty() && !line.has("text") && input_is_terminal()) {
    out.write(command_help(Command::kScore));
    return kFine;
  }
  const std::vector<Source> sources = find_sources(line);
  const Settings settings = load_settings(line, warn);
  const bool quiet = settings.flag("quiet");
  const InputRules rules{settings.count("max-bytes"), settings.text("encoding-errors") == "replace",
                         settings.flag("json-input")};

  // Made for the first draft that can be read: what is refused is refused at once.
  std::optional<Scorer> scorer;
  const auto need_scorer = [&] {
    if (scorer) return;
    scorer.emplace(settings, sources.size() > 1);
    if (!quiet) out.write(scorer->printer().begin());
  };
  std::size_t unread = 0;
  for (const Source& source : sources) {
    const std::string name = source.is_text ? "<text>" : source.path == "-" ? "<stdin>" : source.path;
    Draft draft;
    try {
      draft = to_draft(source.is_text ? source.path : read_stream(source.path, name, rules.max_bytes),
                       name, rules);
    } catch (const Failure& failure) {
      complain(failure.what());
      ++unread;
      continue;
    }
    need_scorer();
    try {
      const bool is_file = !source.is_text && source.path != "-";
      const std::string printed =
          scorer->score(is_file ? source.path : "", name, std::move(draft));
      if (!quiet) out.write(printed);
      out.flush();
    } catch (const Failure& failure) {
      if (failure.status() != kRefused) throw;
      complain(failure.what());
      ++unread;
    }
  }
  if (unread == sources.size()) return kRefused;
  if (!quiet) out.write(scorer->printer().end());
  if (unread > 0) return kSomeUnread;
  return scorer->gate_reached() ? kGateReached : kFine;
}

}  // namespace rapport::cli
