#include "analyzer/score/model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rapport::score {
namespace {

constexpr double kTenths = 1000;  // of a point, on the whole scale

double logistic(double z) { return 1 / (1 + std::exp(-z)); }

Points points(double probability) { return {static_cast<int>(std::lround(kTenths * probability))}; }

// Log-odds of each match, after decay and family caps.
std::vector<double> match_log_odds(const LexiconData& lexicon, const lexicon::Pack& pack,
                                   const std::vector<match::Match>& matches) {
  const auto& taxonomy = lexicon.taxonomy;
  const auto factor = [&](const match::Match& match) {
    const int quality = pack.rules[static_cast<std::size_t>(match.rule)].quality;
    return lexicon.weights.qualities[static_cast<std::size_t>(quality)].factor;
  };
  std::vector<std::size_t> order(matches.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return factor(matches[a]) > factor(matches[b]);
  });
  std::vector<double> out(matches.size());
  std::vector<double> decay(taxonomy.signals.size(), 1);
  std::vector<double> family_sum(taxonomy.families.size(), 0);
  for (std::size_t i : order) {
    const auto signal = static_cast<std::size_t>(matches[i].signal);
    out[i] = taxonomy.signals[signal].weight * factor(matches[i]) * decay[signal];
    decay[signal] *= lexicon.weights.decay;
    family_sum[static_cast<std::size_t>(taxonomy.signals[signal].family)] += out[i];
  }
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const auto family = static_cast<std::size_t>(
        taxonomy.signals[static_cast<std::size_t>(matches[i].signal)].family);
    const double cap = taxonomy.families[family].cap;
    if (cap > 0 && std::abs(family_sum[family]) > cap) out[i] *= cap / std::abs(family_sum[family]);
  }
  return out;
}

// Shares of `total` in proportion to `terms`, whole numbers that add up to it.
std::vector<Points> shares(const std::vector<double>& terms, Points total) {
  std::vector<Points> out(terms.size());
  const double sum = std::accumulate(terms.begin(), terms.end(), 0.0);
  const double magnitude = std::accumulate(
      terms.begin(), terms.end(), 0.0, [](double all, double term) { return all + std::abs(term); });
  if (magnitude == 0) return out;
  // Where the terms cancel out, the slope of the curve at their point is the
  // limit of the shares; the total is then too small to tell the slope from.
  const bool cancels = std::abs(sum) < 1e-6 * magnitude;
  const double unit = cancels ? 0 : total.tenths / sum;
  std::vector<std::pair<double, std::size_t>> fractions;
  int left = total.tenths;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const double exact = terms[i] * unit;
    out[i].tenths = static_cast<int>(std::floor(exact));
    left -= out[i].tenths;
    if (exact != std::floor(exact)) fractions.emplace_back(std::floor(exact) - exact, i);
  }
  std::sort(fractions.begin(), fractions.end());
  for (std::size_t i = 0; left > 0 && i < fractions.size(); ++i, --left) {
    ++out[fractions[i].second].tenths;
  }
  if (left != 0) {  // floating point left a remainder: the largest term bears it
    const auto largest = std::max_element(
        terms.begin(), terms.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    out[static_cast<std::size_t>(largest - terms.begin())].tenths += left;
  }
  return out;
}

}  // namespace

std::vector<FeatureValue> feature_values(const features::Input& input, int channel) {
  std::vector<FeatureValue> out;
  for (const lexicon::FeatureType& type : input.lexicon.weights.features) {
    FeatureValue value;
    const features::FeatureFunction* function = features::find_feature(type.id);
    if (function) value.value = function->value(input);
    if (value.value) {
      const lexicon::Curve& curve =
          type.curve.empty() ? input.lexicon.channels[static_cast<std::size_t>(channel)].length
                             : type.curve;
      value.curve = lexicon::evaluate(curve, *value.value);
      value.log_odds = type.weight * value.curve;
    }
    out.push_back(value);
  }
  return out;
}

Scored score(const LexiconData& lexicon, const lexicon::Pack& pack,
             const std::vector<match::Match>& matches, const std::vector<FeatureValue>& features) {
  const auto& taxonomy = lexicon.taxonomy;
  std::vector<double> terms = match_log_odds(lexicon, pack, matches);
  std::vector<double> subscore_sums(taxonomy.subscores.size(), 0);
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const auto& signal = taxonomy.signals[static_cast<std::size_t>(matches[i].signal)];
    const auto& family = taxonomy.families[static_cast<std::size_t>(signal.family)];
    subscore_sums[static_cast<std::size_t>(family.subscore)] += terms[i];
  }
  for (std::size_t i = 0; i < features.size(); ++i) {
    terms.push_back(features[i].log_odds);
    subscore_sums[static_cast<std::size_t>(lexicon.weights.features[i].subscore)] +=
        features[i].log_odds;
  }

  Scored out;
  const double base = lexicon.weights.base;
  const double z = std::accumulate(terms.begin(), terms.end(), base);
  out.base = points(logistic(base));
  out.score = points(logistic(z));
  const std::vector<Points> parts = shares(terms, out.score - out.base);
  const auto split = parts.begin() + static_cast<std::ptrdiff_t>(matches.size());
  out.matches.assign(parts.begin(), split);
  out.features.assign(split, parts.end());

  const auto subscore = [&](lexicon::SubscoreId id) {
    const lexicon::Subscore& type = taxonomy.subscores[id];
    return points(logistic(type.base + type.scale * subscore_sums[id]));
  };
  out.scores = {subscore(lexicon::kPersonal), subscore(lexicon::kCommonGround),
                subscore(lexicon::kValue), subscore(lexicon::kRestraint),
                subscore(lexicon::kForm)};
  return out;
}

}  // namespace rapport::score
