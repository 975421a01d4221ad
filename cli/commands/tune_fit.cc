#include <boost/json.hpp>

#include <cmath>
#include <cstdio>
#include <filesystem>

#include "analyzer/lexicon/files.h"
#include "analyzer/version.h"
#include "cli/commands/commands.h"
#include "cli/display.h"
#include "cli/failure.h"
#include "cli/json_text.h"
#include "cli/read_file.h"
#include "cli/render/evaluation.h"
#include "cli/terminal.h"
#include "corpus/tuning/fit.h"
#include "corpus/replace_file.h"
#include "corpus/tuning/weights_file.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;

constexpr std::size_t kShownShifts = 10;
constexpr double kShownChange = 0.005;  // of a weight

std::string fixed(double value, int decimals) {
  char out[32];
  std::snprintf(out, sizeof out, "%.*f", decimals, value);
  return out;
}

std::string three(const std::optional<double>& value) { return value ? fixed(*value, 3) : "-"; }

std::string figures_line(const std::string& name, const corpus::Figures& before,
                         const corpus::Figures& after) {
  char out[160];
  std::snprintf(out, sizeof out, "  %-14s AUC %s -> %s   Spearman %s -> %s   log loss %s -> %s\n",
                name.c_str(), three(before.auc).c_str(), three(after.auc).c_str(),
                three(before.spearman).c_str(), three(after.spearman).c_str(),
                fixed(before.loss, 3).c_str(), fixed(after.loss, 3).c_str());
  return out;
}

// Name, weight before and after, for all weights, the base first.
struct Change {
  std::string name;
  double before = 0;
  double after = 0;
};

std::vector<Change> changes(const LexiconData& lexicon, const corpus::FittedWeights& after) {
  const corpus::FittedWeights before = corpus::weights_of(lexicon);
  std::vector<Change> out = {{"base", before.base, after.base}};
  for (std::size_t i = 0; i < before.signals.size(); ++i) {
    out.push_back({lexicon.taxonomy.signals[i].id, before.signals[i], after.signals[i]});
  }
  for (std::size_t i = 0; i < before.features.size(); ++i) {
    out.push_back({lexicon.weights.features[i].id, before.features[i], after.features[i]});
  }
  return out;
}

void print_for_people(const corpus::Fit& fit, const LexiconData& lexicon, const Paint& paint,
                      Output& out) {
  out.write(std::to_string(fit.records) + " records in " + std::to_string(fit.units) +
            " groups, " + std::to_string(fit.folds.size()) + " folds, penalty " +
            fixed(fit.penalty, 1) + "\n\n" +
            paint.bold("Held-out figures, weights in force -> fitted to the other folds") + "\n");
  for (std::size_t i = 0; i < fit.folds.size(); ++i) {
    out.write(figures_line("fold " + std::to_string(i + 1), fit.folds[i].before,
                           fit.folds[i].after));
  }
  out.write(figures_line("mean", fit.before, fit.after));
  out.write("\n" + paint.bold("Weights") + "\n");
  for (const Change& change : changes(lexicon, fit.weights)) {
    if (std::abs(change.after - change.before) < kShownChange) continue;
    char text[120];
    std::snprintf(text, sizeof text, "  %-32s %6.2f -> %6.2f\n", change.name.c_str(),
                  change.before, change.after);
    out.write(text);
  }
  out.write("\n" + paint.bold("Scores that move most") + "\n");
  for (std::size_t i = 0; i < std::min(kShownShifts, fit.shifts.size()); ++i) {
    const corpus::ScoreShift& shift = fit.shifts[i];
    out.write("  " + shown_line(shift.id) + "  " + fixed(shift.before, 1) + " -> " +
              fixed(shift.after, 1) + "\n");
  }
}

json::object figures_object(const corpus::Figures& figures) {
  const auto value = [](const std::optional<double>& one) {
    return one ? json::value(*one) : json::value(nullptr);
  };
  return {{"auc", value(figures.auc)},
          {"spearman", value(figures.spearman)},
          {"log_loss", figures.loss}};
}

json::object as_json(const corpus::Fit& fit, const Lexicon& lexicon, bool written) {
  json::array folds;
  for (const corpus::FoldFigures& fold : fit.folds) {
    folds.push_back(json::object{{"records", fold.records},
                                 {"before", figures_object(fold.before)},
                                 {"after", figures_object(fold.after)}});
  }
  json::array weights;
  for (const Change& change : changes(lexicon.data(), fit.weights)) {
    weights.push_back(json::object{
        {"name", change.name}, {"before", change.before}, {"after", change.after}});
  }
  json::array shifts;
  for (const corpus::ScoreShift& shift : fit.shifts) {
    shifts.push_back(
        json::object{{"id", shift.id}, {"before", shift.before}, {"after", shift.after}});
  }
  return {{"schema", 1},
          {"version", std::string(kVersion)},
          {"lexicon", lexicon.hash()},
          {"records", fit.records},
          {"groups", fit.units},
          {"penalty", fit.penalty},
          {"folds", std::move(folds)},
          {"before", figures_object(fit.before)},
          {"after", figures_object(fit.after)},
          {"weights", std::move(weights)},
          {"shifts", std::move(shifts)},
          {"worse", fit.worse},
          {"written", written}};
}

// The text to change: the folder's weights.toml, else the built-in one.
std::string current_file(const std::string& path) {
  if (std::filesystem::exists(path)) {
    return read_regular_file(path, lexicon::kMostLexiconBytes);
  }
  for (const lexicon::SourceFile& file : lexicon::built_in_files()) {
    if (file.name == "weights.toml") return std::string(file.content);
  }
  throw Failure("the built-in lexicon has no weights.toml", kBroken);
}

void write_weights(const std::string& path, const corpus::FittedWeights& weights,
                   const LexiconData& lexicon) {
  std::string error;
  const std::string text = corpus::with_weights(current_file(path), weights, lexicon, error);
  if (!error.empty()) throw Failure(path + ": " + error);
  error = corpus::replace_file(path, text);
  if (!error.empty()) throw Failure(path + ": " + error, kBroken);
}

}  // namespace

int tune_fit(const CommandLine& line, Output& out) {
  const Settings settings = load_settings(line, warn);
  const std::string folder = settings.text("lexicons");
  const bool dry = settings.flag("dry-run");
  if (folder.empty() && !dry) {
    throw Failure("name the folder whose weights.toml is to be written with --lexicons FOLDER, "
                  "or say --dry-run");
  }
  const Lexicon lexicon = load_lexicon(settings);
  const auto gold = load_gold(line.operands, lexicon, false);
  const auto measured = corpus::measure(gold, make_measuring_analyzer(lexicon));
  corpus::FitOptions options;
  options.folds = static_cast<int>(settings.count("folds"));
  if (const std::size_t penalty = settings.count("penalty"); penalty > 0) {
    options.penalties = {static_cast<double>(penalty)};
  }
  if (options.folds < 2) throw Failure("--folds takes 2 or more");
  const Result<corpus::Fit> fit = corpus::fit_weights(measured, lexicon, options);
  if (!fit) throw Diagnosed(diagnostics_text(fit.diagnostics()));
  const std::string path = folder + "/weights.toml";
  const bool write = !dry && !fit->worse;
  if (write) write_weights(path, fit->weights, lexicon.data());
  if (settings.text("format") == "json") {
    out.write(to_text(as_json(*fit, lexicon, write), output_is_terminal()));
  } else {
    print_for_people(*fit, lexicon.data(), Paint(use_color(settings)), out);
    out.write("\n" + (write ? shown_line(path) + " written\n" : std::string("nothing written\n")));
  }
  if (!fit->worse) return kFine;
  complain("the fold figures get worse by more than " + fixed(options.tolerance, 2) +
           ": the weights stay as they are");
  return kGateReached;
}

}  // namespace rapport::cli
