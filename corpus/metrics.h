// Measures of agreement, and how sure they are.
//
// AUC: the chance that a draw from `higher` is above one from `lower`, ties
// half (Mann and Whitney 1947). Spearman: Pearson's correlation of mid-ranks.
// F1: the harmonic mean of precision and recall. Intervals: percentile bootstrap
// over units (Efron and Tibshirani 1993, chapter 13), units being groups of
// records that belong together, so that near copies do not feign certainty.
//
// Thread rule: pure functions; the same seed gives the same interval.
//
// Example:
//   double a = corpus::auc({3, 2}, {1});   // 1
#ifndef RAPPORT_CORPUS_METRICS_H_
#define RAPPORT_CORPUS_METRICS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace rapport::corpus {

// Empty where a side has no values. Complexity: n log n.
std::optional<double> auc(std::vector<double> higher, std::vector<double> lower);

// Empty for fewer than three pairs or where a side is constant.
std::optional<double> spearman(const std::vector<double>& a, const std::vector<double>& b);

// Hits among what was found and among what was to be found.
struct Counts {
  double found = 0;         // predictions, those that count neither way left out
  double found_right = 0;
  double wanted = 0;        // gold
  double wanted_found = 0;

  Counts& operator+=(const Counts& other);
  std::optional<double> precision() const;  // empty: nothing was found
  std::optional<double> recall() const;     // empty: nothing was to be found
  // Empty where neither exists; 0 where either is 0.
  std::optional<double> f1() const;
};

// A measure with its 95 % interval; the interval is empty where the measure did
// not exist in most resamples.
struct Measure {
  std::optional<double> value;
  std::optional<double> low;
  std::optional<double> high;
};

struct BootstrapOptions {
  int rounds = 1000;
  std::uint64_t seed = 20240229;
};

// Draws `units` indexes with replacement, `rounds` times; `measure` gets how
// often each unit was drawn and sets one value a measure. The first call has
// each unit once and gives Measure::value. REQUIRES: units > 0.
std::vector<Measure> bootstrap(
    std::size_t units, const BootstrapOptions& options,
    const std::function<std::vector<std::optional<double>>(const std::vector<int>& times)>& measure);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_METRICS_H_
