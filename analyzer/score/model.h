// The score: a sign-constrained logistic model over signals and features.
//
// z = base + sum of weight x quality x decay^k over the k-th match of each
// signal (best first), scaled down to the family's cap, + sum of weight x
// curve(value) over features. score = 1000 / (1 + e^-z) tenths of a point.
//
// Contributions: Aumann-Shapley values of the logistic function along the
// straight path from base to z, which is each term's share of z - base times
// the change of score (Sundararajan, Taly and Yan 2017, arXiv 1703.01365).
// They are rounded to tenths by largest remainder, so that base + sum == score.
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_SCORE_MODEL_H_
#define RAPPORT_ANALYZER_SCORE_MODEL_H_

#include <optional>
#include <vector>

#include "analyzer/analysis.h"
#include "analyzer/features/feature.h"

namespace rapport::score {

struct FeatureValue {
  std::optional<double> value;  // none: does not apply
  double log_odds = 0;          // weight x curve
  double curve = 0;             // -1 … 1
};

struct Scored {
  Points score;
  Points base;
  Scores scores;
  std::vector<Points> matches;   // one a match, in the order given
  std::vector<Points> features;  // one a feature of Weights::features
};

// One entry a feature of Weights::features. `channel`: index into channels; it
// gives the curve of "length".
std::vector<FeatureValue> feature_values(const features::Input& input, int channel);

// Complexity: linear in matches, but for a sort.
Scored score(const LexiconData& lexicon, const lexicon::Pack& pack,
             const std::vector<match::Match>& matches, const std::vector<FeatureValue>& features);

}  // namespace rapport::score

#endif  // RAPPORT_ANALYZER_SCORE_MODEL_H_
