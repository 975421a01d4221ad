#include "corpus/reports/spread.h"

#include <algorithm>

namespace rapport::corpus {
namespace {

// The value at each rank, ranks not falling.
class Ranks {
 public:
  explicit Ranks(const std::vector<std::uint64_t>& counts) : counts_(counts) {}

  double at(std::uint64_t rank) {
    while (value_ + 1 < counts_.size() && before_ + counts_[value_] <= rank) before_ += counts_[value_++];
    return static_cast<double>(value_);
  }

 private:
  const std::vector<std::uint64_t>& counts_;
  std::size_t value_ = 0;
  std::uint64_t before_ = 0;
};

}  // namespace

void Counter::add(std::uint64_t value, std::uint64_t times) {
  const std::size_t at = static_cast<std::size_t>(std::min<std::uint64_t>(value, most_));
  if (at >= counts_.size()) counts_.resize(at + 1);
  counts_[at] += times;
}

Spread Counter::spread(double unit) const {
  Spread out;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    out.count += counts_[i];
    sum += counts_[i] * i;
  }
  if (out.count == 0) return out;
  Ranks ranks(counts_);
  const std::uint64_t last = out.count - 1;
  // At `quarters` of the way from the first to the last.
  const auto quantile = [&](std::uint64_t quarters) {
    const double low = ranks.at(last * quarters / 4);
    const std::uint64_t rest = last * quarters % 4;
    if (rest == 0) return low * unit;
    Ranks next = ranks;
    return (low + (next.at(last * quarters / 4 + 1) - low) * static_cast<double>(rest) / 4) * unit;
  };
  out.mean = static_cast<double>(sum) / static_cast<double>(out.count) * unit;
  out.low = quantile(0);
  out.lower_quartile = quantile(1);
  out.median = quantile(2);
  out.upper_quartile = quantile(3);
  out.high = quantile(4);
  return out;
}

std::uint64_t Counter::between(std::size_t from, std::size_t to) const {
  std::uint64_t out = 0;
  for (std::size_t i = from; i < std::min(to, counts_.size()); ++i) out += counts_[i];
  return out;
}

void PointsCounter::add(Points points) { tenths_.add(static_cast<std::uint64_t>(std::max(points.tenths, 0))); }

PointsSpread PointsCounter::spread() const {
  PointsSpread out;
  static_cast<Spread&>(out) = tenths_.spread(0.1);
  for (std::size_t i = 0; i < out.tens.size(); ++i) {
    out.tens[i] = tenths_.between(i * 100, i + 1 == out.tens.size() ? 1001 : (i + 1) * 100);
  }
  return out;
}

}  // namespace rapport::corpus
