// How well scores and signals agree with people: what `tune eval` reports.
//
// Of the score: AUC of good over bad, Spearman with the readers' ratings, and
// how often a rewritten message scores above the one it rewrites. Of signals:
// precision, recall and F1 by family and by dotted id, as presence (is it in the
// message at all?) and by spans (a span is right where it overlaps one of the
// same name). A `maybe` span counts neither way.
//
// Thread rule: pure functions; the same records, lexicon and seed give the same
// numbers.
//
// Example:
//   auto measured = corpus::measure(*gold, analyzer);
//   corpus::Evaluation e = corpus::evaluate(measured, analyzer.lexicon(), {});
#ifndef RAPPORT_CORPUS_EVALUATION_H_
#define RAPPORT_CORPUS_EVALUATION_H_

#include <string>
#include <vector>

#include "analyzer/analyzer.h"
#include "corpus/gold.h"
#include "corpus/metrics.h"

namespace rapport::corpus {

// A record and what the program makes of it.
struct Measured {
  GoldRecord gold;
  Analysis analysis;
};

// Analyses without edits are enough: edits are not looked at.
std::vector<Measured> measure(const std::vector<GoldRecord>& gold, const Analyzer& analyzer);

struct EvaluationOptions {
  BootstrapOptions bootstrap;
  std::size_t worst = 10;  // records to show
};

// A family or a dotted id.
struct NameMeasure {
  std::string name;
  Counts presence;
  Counts spans;
  Measure presence_f1;
  Measure spans_f1;
};

// The score over one slice of the records: by "channel", "kind" or "lang".
struct SliceMeasure {
  std::string by;
  std::string value;
  std::size_t records = 0;
  Measure auc;
  Measure spearman;
};

// Gold spans of one family that another family's signal stands on instead.
struct Confusion {
  std::string wanted;
  std::string found;
  std::size_t times = 0;
};

struct WorstRecord {
  std::string id;
  std::string text;
  double score = 0;   // 0-100
  double wanted = 0;  // the readers' rating, or what the label stands for
  Label label = Label::kNone;
  std::vector<std::string> signals;  // dotted ids found, by position
};

struct Evaluation {
  std::size_t records = 0;
  std::size_t unscored = 0;  // no score: empty or in another language
  std::size_t good = 0, mixed = 0, bad = 0;
  std::size_t rated = 0;     // with `reader`
  std::size_t pairs = 0;
  std::size_t marked = 0;    // with spans
  std::size_t units = 0;     // groups that are resampled
  Measure auc;               // good over bad, by label
  Measure auc_readers;       // the same by reader_label: both readers said so
  Measure spearman;
  Measure pair_accuracy;
  Measure main_presence;     // mean F1 of kMainFamilies
  Measure main_spans;
  std::vector<NameMeasure> families;  // in taxonomy order
  std::vector<NameMeasure> signals;
  std::vector<Confusion> confusions;  // most first
  std::vector<SliceMeasure> slices;
  std::vector<WorstRecord> worst;     // farthest first
};

// The families whose mean F1 is the headline of the signals.
const std::vector<std::string>& main_families();

Evaluation evaluate(const std::vector<Measured>& measured, const Lexicon& lexicon,
                    const EvaluationOptions& options);

// What a label stands for where there is no rating: 85, 50, 15.
double rating_of(const GoldRecord& record);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_EVALUATION_H_
