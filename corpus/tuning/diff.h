// What a change of lexicons or weights does to scores and signals: `tune diff`.
//
// By family, a signal is the same where its family and its place are; by rule,
// where its rule and its place are: a rule that takes over another's hits changes
// the counts of both rules and of no family. Of a message, what is gained and
// lost is told by dotted id and place.
//
// Thread rule: pure functions, on all processors.
//
// Example:
//   corpus::Difference d = corpus::compare(records, old_analyzer, new_analyzer);
//   auto figures = corpus::compare_figures(gold, old_analyzer, new_analyzer);
#ifndef RAPPORT_CORPUS_TUNING_DIFF_H_
#define RAPPORT_CORPUS_TUNING_DIFF_H_

#include <optional>
#include <string>
#include <vector>

#include "analyzer/analyzer.h"
#include "corpus/gold.h"

namespace rapport::corpus {

struct CountChange {
  std::string name;  // a family or a rule
  std::size_t before = 0;
  std::size_t after = 0;
  std::size_t gained = 0;
  std::size_t lost = 0;
};

struct MessageChange {
  std::string id;
  std::string text;
  Label label = Label::kNone;
  std::optional<double> before;  // scores, 0-100
  std::optional<double> after;
  std::vector<Signal> gained;    // by position
  std::vector<Signal> lost;

  // After minus before; 0 where there is no score on one side.
  double shift() const { return before && after ? *after - *before : 0; }
};

// Mean scores of the messages that have one on both sides.
struct LabelShift {
  Label label = Label::kNone;
  std::size_t messages = 0;
  double before = 0;
  double after = 0;
};

struct Difference {
  std::size_t records = 0;
  std::size_t unscored_before = 0;
  std::size_t unscored_after = 0;
  std::size_t scores = 0;        // messages whose score differs
  std::size_t signals = 0;       // messages that gain or lose a signal
  std::vector<LabelShift> labels;      // those that occur
  std::vector<CountChange> families;   // those that change, most first
  std::vector<CountChange> rules;
  // All that change: by size of the shift, then by signals, then as they come.
  std::vector<MessageChange> messages;
};

Difference compare(const std::vector<GoldRecord>& records, const Analyzer& before,
                   const Analyzer& after);

inline constexpr double kRegression = 0.005;

// One figure of `tune eval` (corpus/evaluation.h) under both lexicons.
struct FigureChange {
  std::string name;  // as in `tune eval --format json`
  std::optional<double> before;
  std::optional<double> after;
  bool worse = false;  // lower by more than kRegression, or gone
};

// AUC (by label and by the readers' labels), Spearman, accuracy on pairs, and the
// main F1 by presence and by spans; those that exist before or after.
std::vector<FigureChange> compare_figures(const std::vector<GoldRecord>& gold,
                                          const Analyzer& before, const Analyzer& after);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_DIFF_H_
