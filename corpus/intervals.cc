#include "corpus/intervals.h"

#include <algorithm>
#include <cmath>

namespace rapport::corpus {
namespace {

constexpr double kZ = 1.959963984540054;  // the normal distribution's 97.5 %

double share(Proportion one) { return static_cast<double>(one.yes) / static_cast<double>(one.of); }

}  // namespace

Interval wilson(Proportion one) {
  if (one.of == 0) return {0, 0, 1};
  const double n = static_cast<double>(one.of);
  const double p = share(one);
  const double middle = 2 * n * p + kZ * kZ;
  const double half = kZ * std::sqrt(kZ * kZ + 4 * n * p * (1 - p));
  const double whole = 2 * (n + kZ * kZ);
  // Exactly, where rounding would leave a crumb.
  const double low = one.yes == 0 ? 0 : (middle - half) / whole;
  const double high = one.yes == one.of ? 1 : (middle + half) / whole;
  return {p, low, high};
}

Interval newcombe(Proportion a, Proportion b) {
  if (a.of == 0 || b.of == 0) return {0, -1, 1};
  const Interval one = wilson(a), two = wilson(b);
  const double difference = one.value - two.value;
  return {difference, difference - std::hypot(one.value - one.low, two.high - two.value),
          difference + std::hypot(one.high - one.value, two.value - two.low)};
}

double difference_p(Proportion a, Proportion b) {
  if (a.of == 0 || b.of == 0) return 1;
  const Proportion both{a.yes + b.yes, a.of + b.of};
  if (both.yes == 0 || both.yes == both.of) return 1;
  const double p = share(both);
  const double variance = p * (1 - p) * (1 / static_cast<double>(a.of) + 1 / static_cast<double>(b.of));
  const double z = std::abs(share(a) - share(b)) / std::sqrt(variance);
  return std::erfc(z / std::sqrt(2.0));
}

std::vector<bool> benjamini_hochberg(const std::vector<double>& chances, double rate) {
  std::vector<double> sorted = chances;
  std::sort(sorted.begin(), sorted.end());
  double most = -1;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (sorted[i] <= static_cast<double>(i + 1) / static_cast<double>(sorted.size()) * rate) most = sorted[i];
  }
  std::vector<bool> out;
  out.reserve(chances.size());
  for (const double chance : chances) out.push_back(chance <= most);
  return out;
}

}  // namespace rapport::corpus
