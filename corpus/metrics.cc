#include "corpus/metrics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rapport::corpus {
namespace {

constexpr double kTail = 0.025;  // of 95 %

// Ranks from 1 on, ties sharing the mean of theirs.
std::vector<double> mid_ranks(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last + 1 < order.size() && values[order[last + 1]] == values[order[first]]) ++last;
    for (std::size_t i = first; i <= last; ++i) {
      ranks[order[i]] = 1 + static_cast<double>(first + last) / 2;
    }
    first = last + 1;
  }
  return ranks;
}

std::optional<double> pearson(const std::vector<double>& a, const std::vector<double>& b) {
  const auto count = static_cast<double>(a.size());
  const double mean_a = std::accumulate(a.begin(), a.end(), 0.0) / count;
  const double mean_b = std::accumulate(b.begin(), b.end(), 0.0) / count;
  double covariance = 0;
  double variance_a = 0;
  double variance_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    covariance += (a[i] - mean_a) * (b[i] - mean_b);
    variance_a += (a[i] - mean_a) * (a[i] - mean_a);
    variance_b += (b[i] - mean_b) * (b[i] - mean_b);
  }
  if (variance_a == 0 || variance_b == 0) return std::nullopt;
  return covariance / std::sqrt(variance_a * variance_b);
}

// SplitMix64 (Steele, Lea and Flood 2014): the same on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t bound) {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return static_cast<std::size_t>((z ^ (z >> 31)) % bound);
  }

 private:
  std::uint64_t state_;
};

// Linear between order statistics. REQUIRES: values are sorted and not empty.
double quantile(const std::vector<double>& values, double share) {
  const double at = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (at - static_cast<double>(below)) * (values[above] - values[below]);
}

}  // namespace

std::optional<double> auc(std::vector<double> higher, std::vector<double> lower) {
  if (higher.empty() || lower.empty()) return std::nullopt;
  std::sort(lower.begin(), lower.end());
  double wins = 0;
  for (double value : higher) {
    const auto [first, last] = std::equal_range(lower.begin(), lower.end(), value);
    wins += static_cast<double>(first - lower.begin()) + 0.5 * static_cast<double>(last - first);
  }
  return wins / (static_cast<double>(higher.size()) * static_cast<double>(lower.size()));
}

std::optional<double> spearman(const std::vector<double>& a, const std::vector<double>& b) {
  constexpr std::size_t kFewest = 3;
  if (a.size() < kFewest || a.size() != b.size()) return std::nullopt;
  return pearson(mid_ranks(a), mid_ranks(b));
}

Counts& Counts::operator+=(const Counts& other) {
  found += other.found;
  found_right += other.found_right;
  wanted += other.wanted;
  wanted_found += other.wanted_found;
  return *this;
}

std::optional<double> Counts::precision() const {
  if (found == 0) return std::nullopt;
  return found_right / found;
}

std::optional<double> Counts::recall() const {
  if (wanted == 0) return std::nullopt;
  return wanted_found / wanted;
}

std::optional<double> Counts::f1() const {
  const std::optional<double> p = precision();
  const std::optional<double> r = recall();
  if (!p && !r) return std::nullopt;
  if (!p || !r || *p + *r == 0) return 0;
  return 2 * *p * *r / (*p + *r);
}

std::vector<Measure> bootstrap(
    std::size_t units, const BootstrapOptions& options,
    const std::function<std::vector<std::optional<double>>(const std::vector<int>& times)>&
        measure) {
  std::vector<Measure> out;
  for (const std::optional<double>& value : measure(std::vector<int>(units, 1))) {
    out.push_back({value, {}, {}});
  }
  std::vector<std::vector<double>> drawn(out.size());
  Random random(options.seed);
  std::vector<int> times;
  for (int round = 0; round < options.rounds; ++round) {
    times.assign(units, 0);
    for (std::size_t i = 0; i < units; ++i) ++times[random.below(units)];
    const auto values = measure(times);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i]) drawn[i].push_back(*values[i]);
    }
  }
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!out[i].value || static_cast<int>(drawn[i].size()) * 2 <= options.rounds) continue;
    std::sort(drawn[i].begin(), drawn[i].end());
    out[i].low = quantile(drawn[i], kTail);
    out[i].high = quantile(drawn[i], 1 - kTail);
  }
  return out;
}

}  // namespace rapport::corpus
