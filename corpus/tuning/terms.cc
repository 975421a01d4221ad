#include "corpus/tuning/terms.h"

#include <algorithm>
#include <cmath>

namespace rapport::corpus {
namespace {

double quality_of(const LexiconData& lexicon, const std::string& rule_id) {
  for (const lexicon::Pack& pack : lexicon.packs) {
    const auto rule = pack.rule_index.find(rule_id);
    if (rule == pack.rule_index.end()) continue;
    const int quality = pack.rules[static_cast<std::size_t>(rule->second)].quality;
    return lexicon.weights.qualities[static_cast<std::size_t>(quality)].factor;
  }
  return 1;
}

}  // namespace

Terms terms_of(const LexiconData& lexicon, const Analysis& analysis) {
  Terms out;
  out.signals.resize(lexicon.taxonomy.signals.size());
  std::vector<std::vector<double>> qualities(out.signals.size());
  for (const Signal& signal : analysis.signals) {
    const auto index = static_cast<std::size_t>(lexicon.taxonomy.signal(signal.signal));
    qualities[index].push_back(quality_of(lexicon, signal.rule));
  }
  for (std::size_t i = 0; i < qualities.size(); ++i) {
    std::sort(qualities[i].rbegin(), qualities[i].rend());
    double decay = 1;
    for (double quality : qualities[i]) {
      out.signals[i] += quality * decay;
      decay *= lexicon.weights.decay;
    }
  }
  const auto channel = static_cast<std::size_t>(lexicon.channel(analysis.channel));
  out.features.resize(lexicon.weights.features.size());
  for (const Feature& feature : analysis.features) {
    for (std::size_t i = 0; i < out.features.size(); ++i) {
      const lexicon::FeatureType& type = lexicon.weights.features[i];
      if (type.id != feature.feature) continue;
      out.features[i] = lexicon::evaluate(
          type.curve.empty() ? lexicon.channels[channel].length : type.curve, feature.value);
    }
  }
  return out;
}

double FittedWeights::log_odds(const LexiconData& lexicon, const Terms& terms) const {
  std::vector<double> families(lexicon.taxonomy.families.size());
  for (std::size_t i = 0; i < signals.size(); ++i) {
    families[static_cast<std::size_t>(lexicon.taxonomy.signals[i].family)] +=
        signals[i] * terms.signals[i];
  }
  double z = base;
  for (std::size_t i = 0; i < families.size(); ++i) {
    const double cap = lexicon.taxonomy.families[i].cap;
    z += cap > 0 ? std::clamp(families[i], -cap, cap) : families[i];
  }
  for (std::size_t i = 0; i < features.size(); ++i) z += features[i] * terms.features[i];
  return z;
}

FittedWeights weights_of(const LexiconData& lexicon) {
  FittedWeights out;
  out.base = lexicon.weights.base;
  for (const auto& signal : lexicon.taxonomy.signals) out.signals.push_back(signal.weight);
  for (const auto& feature : lexicon.weights.features) out.features.push_back(feature.weight);
  return out;
}

}  // namespace rapport::corpus
