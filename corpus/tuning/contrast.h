// How much more often something stands in one class of text than in another.
//
// lift: the ratio of two shares with 0.5 added to each count, and its 95 %
// interval from the normal approximation of its logarithm (Katz, Baptista,
// Azen and Pike 1978, Biometrics 34(3); the correction of Walter 1975,
// Biometrika 62(2), keeps it finite at zero).
//
// log_odds_z: the z-score of the log-odds ratio under an informative Dirichlet
// prior (Monroe, Colaresi and Quinn 2008, Political Analysis 16(4), equations
// 16, 20 and 22), the prior being the background's own shares, weighed as a
// part of it.
//
// Thread rule: pure functions.
//
// Example:
//   lift(30, 100, 10, 100)->value;   // 2.9: thrice as often in the first
#ifndef RAPPORT_CORPUS_TUNING_CONTRAST_H_
#define RAPPORT_CORPUS_TUNING_CONTRAST_H_

#include <optional>

namespace rapport::corpus {

struct Lift {
  double value = 1;  // above 1: more often in the first
  double low = 0;    // 95 %
  double high = 0;
  // Whether 1 is outside the interval.
  bool tells() const { return low > 1 || high < 1; }
};

// `in_first` of `first` against `in_second` of `second`; empty where a class has
// nothing in it.
std::optional<Lift> lift(double in_first, double first, double in_second, double second);

// One phrase, counted in two classes and in all the text there is.
struct PhraseCounts {
  double first = 0;
  double second = 0;
  double background = 0;  // both classes and whatever is in neither
};

// How large the classes are, in the same unit.
struct ClassSizes {
  double first = 0;
  double second = 0;
  double background = 0;
};

inline constexpr double kPriorShare = 0.1;  // of the background

// Above zero: more of it in the first. 0 where nothing can be told.
double log_odds_z(const PhraseCounts& counts, const ClassSizes& sizes);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_CONTRAST_H_
