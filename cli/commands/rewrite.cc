#include <algorithm>
#include <boost/json.hpp>

#include "analyzer/version.h"
#include "cli/commands/commands.h"
#include "cli/display.h"
#include "cli/draft_settings.h"
#include "cli/draft_sources.h"
#include "cli/failure.h"
#include "cli/help.h"
#include "cli/json_text.h"
#include "cli/render/rewrites.h"
#include "cli/render/word_diff.h"
#include "cli/report.h"
#include "cli/terminal.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;

// A draft that is good enough, or that no rewrite would raise.
std::string why_none(const Analysis& analysis, const std::string& strategy) {
  if (!analysis.score) return no_score(analysis);
  if (!strategy.empty()) return "there is no better rewrite of the strategy " + strategy;
  return "there is no better rewrite of this draft, which scores " + points(*analysis.score);
}

std::string to_json(const Analysis& analysis, const Lexicon& lexicon) {
  json::object out{{"schema", 1},
                   {"version", std::string(kVersion)},
                   {"lexicon", lexicon.hash()},
                   {"lang", analysis.lang},
                   {"channel", analysis.channel},
                   {"tier", analysis.tier},
                   {"score", nullptr}};
  if (analysis.score) out["score"] = number(*analysis.score);
  if (!analysis.score) out["reason"] = analysis.reason;
  out["rewrites"] = rewrite_list(analysis.rewrites);
  return to_text(out, output_is_terminal());
}

}  // namespace

int rewrite(const CommandLine& line, Output& out) {
  if (line.operands.empty() && !line.has("text") && input_is_terminal()) {
    out.write(command_help(Command::kRewrite));
    return kFine;
  }
  const Settings settings = load_settings(line, warn);
  const Lexicon lexicon = load_lexicon(settings);
  const DraftSettings rules(settings, lexicon);
  rules.check_names();
  const Source source = find_sources(line).front();
  Draft draft = read_draft(source, input_rules(settings));
  rules.complete(draft, source.name());

  AnalyzerOptions options;
  options.edits = false;
  const Result<Analyzer> analyzer = Analyzer::create(lexicon, options);
  if (!analyzer) throw Diagnosed(diagnostics_text(analyzer.diagnostics()));
  Analysis analysis = analyzer->analyze(draft);
  const std::string strategy = settings.text("strategy");
  if (!strategy.empty()) {
    std::erase_if(analysis.rewrites,
                  [&](const Rewrite& one) { return one.strategy != strategy; });
  }
  const bool all = settings.flag("all");
  if (!all && analysis.rewrites.size() > 1) analysis.rewrites.resize(1);
  if (settings.text("format") == "json") {
    out.write(to_json(analysis, lexicon));
  } else if (settings.flag("diff")) {
    const Paint paint(use_color(settings));
    for (const Rewrite& rewrite : analysis.rewrites) {
      if (all) out.write(paint.bold(spoken(rewrite.strategy)) + "\n");
      out.write(word_diff(draft.text, rewrite.text, paint));
    }
  } else if (all) {
    out.write(titled_rewrites(analysis.rewrites, Paint(use_color(settings))));
  } else if (!analysis.rewrites.empty()) {
    out.write(message_text(analysis.rewrites.front().text));
  }
  if (!analysis.rewrites.empty()) return kFine;
  complain(why_none(analysis, strategy));
  return kGateReached;
}

}  // namespace rapport::cli
