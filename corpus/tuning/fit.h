// Fits the score's weights to gold: what `tune fit` does.
//
// Logistic regression on the terms of terms.h, towards the readers' rating as a
// probability (or what the label stands for). Every weight keeps its sign and
// stays within the cap of its evidence; an L2 penalty pulls it towards the weight
// set by hand ([prior] of weights.toml), so that a signal which the gold hardly
// holds keeps about that one. How strong the pull is, grouped k-fold
// cross-validation decides, by log loss.
//
// Thread rule: pure function; draws no random numbers but for the folds, which
// are the same for the same records.
//
// Example:
//   Result<Fit> fit = fit_weights(measured, lexicon, {});
//   if (fit && !fit->worse) write_weights(path, fit->weights, lexicon);
#ifndef RAPPORT_CORPUS_TUNING_FIT_H_
#define RAPPORT_CORPUS_TUNING_FIT_H_

#include <optional>
#include <string>
#include <vector>

#include "analyzer/result.h"
#include "corpus/evaluation.h"
#include "corpus/tuning/terms.h"

namespace rapport::corpus {

struct FitOptions {
  int folds = 5;
  // Strengths to choose from, relative to one record.
  std::vector<double> penalties = {0.3, 1, 3, 10, 30};
  // Mean figures of the folds may fall by so much before the fit counts as
  // worse: the weights in force may have been fitted to these very records, and
  // are then measured on what they have seen.
  double tolerance = 0.01;
};

// Of scores on records that the weights have not seen ("after") or that the
// weights in force may have ("before").
struct Figures {
  std::optional<double> auc;       // good over bad
  std::optional<double> spearman;  // with the rating
  double loss = 0;                 // log loss a record, in nats
};

struct FoldFigures {
  std::size_t records = 0;
  Figures before;
  Figures after;
};

struct ScoreShift {
  std::string id;
  double before = 0;  // 0-100
  double after = 0;
};

struct Fit {
  FittedWeights weights;  // rounded to hundredths, as they are written
  double penalty = 0;
  std::size_t records = 0;
  std::size_t units = 0;
  std::vector<FoldFigures> folds;
  Figures before;                  // means of the folds
  Figures after;
  std::vector<ScoreShift> shifts;  // of all records, largest first
  bool worse = false;              // by more than the tolerance: not to be written
};

// Errors: G010 for fewer than kFewestRecords records with a score, or fewer than
// kFewestOfClass good or bad ones. Complexity: seconds for thousands of records.
Result<Fit> fit_weights(const std::vector<Measured>& measured, const Lexicon& lexicon,
                        const FitOptions& options);

inline constexpr std::size_t kFewestRecords = 60;
inline constexpr std::size_t kFewestOfClass = 20;

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_FIT_H_
