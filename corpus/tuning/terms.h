// The terms of the score's linear model: what a weight is multiplied with.
//
// z = base + sum of weight x term, as long as no family reaches its cap; see
// analyzer/score/model.h. `tune fit` fits the weights to these terms.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CORPUS_TUNING_TERMS_H_
#define RAPPORT_CORPUS_TUNING_TERMS_H_

#include <vector>

#include "analyzer/analysis.h"
#include "analyzer/lexicon/lexicon_data.h"

namespace rapport::corpus {

struct Terms {
  std::vector<double> signals;   // one a signal of the taxonomy: sum of quality x decay^k
  std::vector<double> features;  // one a feature of weights.toml: -1 ... 1
};

// REQUIRES: the analysis was made with this lexicon and has a score.
Terms terms_of(const LexiconData& lexicon, const Analysis& analysis);

// All weights that a fit may set, in the order of Terms.
struct FittedWeights {
  double base = 0;
  std::vector<double> signals;
  std::vector<double> features;

  // Log-odds of a draft, family caps applied.
  double log_odds(const LexiconData& lexicon, const Terms& terms) const;
};

FittedWeights weights_of(const LexiconData& lexicon);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_TERMS_H_
