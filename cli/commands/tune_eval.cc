#include <boost/json.hpp>

#include "analyzer/version.h"
#include "cli/commands/commands.h"
#include "cli/failure.h"
#include "cli/json_text.h"
#include "cli/render/evaluation.h"
#include "cli/terminal.h"

namespace rapport::cli {

std::vector<corpus::GoldRecord> load_gold(const std::vector<std::string>& paths,
                                          const Lexicon& lexicon, bool labels) {
  if (paths.empty()) throw Failure("name one or more files of records (JSON Lines)");
  auto gold = corpus::read_gold(paths, {labels, &lexicon});
  if (!gold) throw Diagnosed(diagnostics_text(gold.diagnostics()));
  if (gold->empty()) throw Failure("there are no records in " + paths.front());
  return *std::move(gold);
}

Analyzer make_measuring_analyzer(const Lexicon& lexicon) {
  AnalyzerOptions options;
  options.edits = false;
  Result<Analyzer> analyzer = Analyzer::create(lexicon, options);
  if (!analyzer) throw Diagnosed(diagnostics_text(analyzer.diagnostics()));
  return *std::move(analyzer);
}

int tune_eval(const CommandLine& line, Output& out) {
  const Settings settings = load_settings(line, warn);
  const Lexicon lexicon = load_lexicon(settings);
  const auto gold = load_gold(line.operands, lexicon, true);
  const auto measured = corpus::measure(gold, make_measuring_analyzer(lexicon));
  corpus::EvaluationOptions options;
  options.bootstrap.rounds = static_cast<int>(settings.count("rounds"));
  options.worst = settings.count("worst");
  const corpus::Evaluation evaluation = corpus::evaluate(measured, lexicon, options);
  if (evaluation.good == 0 || evaluation.bad == 0) {
    throw Failure("records of one class only: " + std::to_string(evaluation.good) + " good, " +
                  std::to_string(evaluation.bad) + " bad; an AUC needs both");
  }
  const std::string format = settings.text("format");
  if (format == "json") {
    boost::json::object object = {{"schema", 1},
                                  {"version", std::string(kVersion)},
                                  {"lexicon", lexicon.hash()}};
    for (auto& [key, value] : evaluation_as_json(evaluation)) object[key] = value;
    out.write(to_text(object, output_is_terminal()));
  } else if (format == "md") {
    out.write(evaluation_as_markdown(evaluation));
  } else {
    out.write(evaluation_for_people(evaluation, Paint(use_color(settings)), output_width(settings)));
  }
  return kFine;
}

}  // namespace rapport::cli
