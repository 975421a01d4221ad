#include <algorithm>
#include <optional>

#include "analyzer/analyzer.h"
#include "cli/commands/commands.h"
#include "cli/commands/mend.h"
#include "cli/display.h"
#include "cli/draft_settings.h"
#include "cli/draft_sources.h"
#include "cli/failure.h"
#include "cli/gate.h"
#include "cli/help.h"
#include "cli/render/printer.h"

namespace rapport::cli {
namespace {

class Scorer {
 public:
  Scorer(const Settings& settings, bool several)
      : settings_(settings),
        lexicon_(load_lexicon(settings)),
        rules_(settings_, lexicon_),
        gate_(*parse_gate(settings.text("fail-on"))) {
    rules_.check_names();
    AnalyzerOptions options;
    options.only = settings.list("only");
    options.ignore = settings.list("ignore");
    options.edits = !settings.flag("no-edits");
    const std::string format = settings.text("format");
    options.rewrites = options.edits && (format == "human" || format == "json");
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
    rules_.complete(draft, name);
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
  // Of --only and --ignore; the library calls each by its option.
  [[noreturn]] void refuse_names(const std::vector<Diagnostic>& diagnostics) const {
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics) {
      const std::string option = diagnostic.file.starts_with("--") ? diagnostic.file.substr(2) : "";
      if (option.empty()) throw Diagnosed(diagnostics_text(diagnostics));
      if (!out.empty()) out += "\nrapport: ";
      out += rules_.origin(option) + ": " + shown_line(diagnostic.message) + " (see: rapport rules)";
    }
    throw Failure(out);
  }

  const Settings& settings_;
  Lexicon lexicon_;
  DraftSettings rules_;
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
  if (line.has("fix") || line.has("interactive") || line.has("diff") || line.has("write")) {
    return mend(line, settings, sources, out);
  }
  const bool quiet = settings.flag("quiet");
  const InputRules rules = input_rules(settings);

  // Made for the first draft that can be read: what is refused is refused at once.
  std::optional<Scorer> scorer;
  const auto need_scorer = [&] {
    if (scorer) return;
    scorer.emplace(settings, sources.size() > 1);
    if (!quiet) out.write(scorer->printer().begin());
  };
  std::size_t unread = 0;
  for (const Source& source : sources) {
    const std::string name = source.name();
    Draft draft;
    try {
      draft = read_draft(source, rules);
    } catch (const Failure& failure) {
      complain(failure.what());
      ++unread;
      continue;
    }
    need_scorer();
    try {
      const std::string printed =
          scorer->score(source.is_file() ? source.path : "", name, std::move(draft));
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
