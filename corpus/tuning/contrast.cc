#include "corpus/tuning/contrast.h"

#include <cmath>

namespace rapport::corpus {
namespace {

constexpr double kAdded = 0.5;
constexpr double kNormal95 = 1.959963984540054;

}  // namespace

std::optional<Lift> lift(double in_first, double first, double in_second, double second) {
  if (first <= 0 || second <= 0) return std::nullopt;
  const double a = in_first + kAdded;
  const double n = first + kAdded;
  const double b = in_second + kAdded;
  const double m = second + kAdded;
  const double log_ratio = std::log(a / n) - std::log(b / m);
  const double error = std::sqrt(1 / a - 1 / n + 1 / b - 1 / m);
  return Lift{std::exp(log_ratio), std::exp(log_ratio - kNormal95 * error),
              std::exp(log_ratio + kNormal95 * error)};
}

double log_odds_z(const PhraseCounts& counts, const ClassSizes& sizes) {
  const double prior = kPriorShare * counts.background;
  const double priors = kPriorShare * sizes.background;
  const auto odds = [&](double in, double size) {
    return (in + prior) / (size + priors - in - prior);
  };
  const double first = odds(counts.first, sizes.first);
  const double second = odds(counts.second, sizes.second);
  // A phrase that is all there is of a class has no odds.
  if (!(first > 0 && second > 0 && std::isfinite(first) && std::isfinite(second))) return 0;
  const double variance = 1 / (counts.first + prior) + 1 / (counts.second + prior);
  return (std::log(first) - std::log(second)) / std::sqrt(variance);
}

}  // namespace rapport::corpus
