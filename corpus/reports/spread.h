// How values lie, counted exactly: whole numbers up to a bound, one count each.
//
// Thread rule: one thread at a time.
//
// Example:
//   corpus::Counter points(1000);  // tenths of points
//   points.add(455);
//   points.spread(0.1).median;     // 45.5
#ifndef RAPPORT_CORPUS_REPORTS_SPREAD_H_
#define RAPPORT_CORPUS_REPORTS_SPREAD_H_

#include <cstdint>
#include <vector>

#include "analyzer/analysis.h"
#include "corpus/reports/summary.h"

namespace rapport::corpus {

class Counter {
 public:
  // Values from 0 to `most`; what is above counts as `most`. Memory: 8 bytes
  // for each value up to the largest that came.
  explicit Counter(std::size_t most) : most_(most) {}

  void add(std::uint64_t value, std::uint64_t times = 1);
  // Each value times `unit`.
  Spread spread(double unit = 1) const;
  // How many are in [from, to).
  std::uint64_t between(std::size_t from, std::size_t to) const;

 private:
  std::size_t most_;
  std::vector<std::uint64_t> counts_;
};

// Points, 0 to 100.
class PointsCounter {
 public:
  void add(Points points);
  PointsSpread spread() const;

 private:
  Counter tenths_{1000};
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_SPREAD_H_
