#include <limits>

#include "cli/commands/commands.h"
#include "cli/failure.h"
#include "cli/render/lexicon_diff.h"
#include "cli/render/tuning.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kShown = 20;  // messages and rules, for people
constexpr const char* kBuiltIn = "built-in";

// The lexicon of one operand. That a configuration file's lexicon stands alone
// says nothing of these two.
Lexicon load_operand(const std::string& operand, const Settings& settings) {
  LexiconSource source;
  if (operand != kBuiltIn) {
    if (operand.empty()) throw Failure("a folder's name is empty");
    source.folder = operand;
    source.replace =
        settings.flag("lexicons-only") && settings.at("lexicons-only").from_command_line;
  }
  const Result<Lexicon> lexicon = Lexicon::load(source);
  if (!lexicon) throw Diagnosed(diagnostics_text(lexicon.diagnostics()));
  return *lexicon;
}

}  // namespace

int tune_diff(const CommandLine& line, Output& out) {
  if (line.operands.size() < 3) {
    throw Failure("rapport tune diff needs OLD, NEW and a CORPUS (see: rapport help tune diff)");
  }
  const Settings settings = load_settings(line, warn);
  const Lexicon old_lexicon = load_operand(line.operands[0], settings);
  const Lexicon new_lexicon = load_operand(line.operands[1], settings);
  const Analyzer old_one = make_measuring_analyzer(old_lexicon);
  const Analyzer new_one = make_measuring_analyzer(new_lexicon);
  const auto records = load_corpus({line.operands.begin() + 2, line.operands.end()}, new_lexicon);
  std::vector<corpus::FigureChange> figures;
  const std::vector<std::string>& gold = settings.at("fail-on-regression").values;
  if (!gold.empty()) {
    figures = corpus::compare_figures(load_gold(gold, new_lexicon, true), old_one, new_one);
    if (figures.empty()) {
      throw Failure("--fail-on-regression: these messages allow no figure; it takes good and bad "
                    "ones, ratings, pairs or spans");
    }
  }
  const corpus::Difference difference = corpus::compare(records, old_one, new_one);
  if (settings.text("format") == "json") {
    boost::json::object body = {{"old", old_lexicon.hash()}, {"new", new_lexicon.hash()}};
    const std::size_t top = settings.count("top", std::numeric_limits<std::size_t>::max());
    for (auto& [key, value] : difference_as_json(difference, figures, top)) body[key] = value;
    out.write(report_text(new_lexicon, std::move(body)));
  } else {
    out.write(difference_for_people(difference, figures, settings.count("top", kShown),
                                    output_width(settings), Paint(use_color(settings))));
  }
  std::string worse;
  for (const corpus::FigureChange& figure : figures) {
    if (figure.worse) worse += (worse.empty() ? "" : ", ") + figure.name;
  }
  if (worse.empty()) return kFine;
  complain("worse than before by more than " + fixed(corpus::kRegression, 3) + ": " + worse);
  return kGateReached;
}

}  // namespace rapport::cli
