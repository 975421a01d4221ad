#include "corpus/tuning/fit.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "corpus/tuning/optimizer.h"

namespace rapport::corpus {
namespace {

constexpr double kLeastWeight = 0.05;   // a signal keeps its meaning
constexpr double kLargestBase = 3;      // log-odds
constexpr double kSureTarget = 0.98;    // no rating stands for certainty

struct Example {
  Terms terms;
  double target = 0.5;  // 0 ... 1
  std::size_t unit = 0;
  const Measured* measured = nullptr;
};

double logistic(double z) { return 1 / (1 + std::exp(-z)); }

// log(1 + e^z) without overflow.
double softplus(double z) { return z > 0 ? z + std::log1p(std::exp(-z)) : std::log1p(std::exp(z)); }

double loss_of(double z, double target) { return softplus(z) - target * z; }

std::vector<double> flat(const FittedWeights& weights) {
  std::vector<double> out = {weights.base};
  out.insert(out.end(), weights.signals.begin(), weights.signals.end());
  out.insert(out.end(), weights.features.begin(), weights.features.end());
  return out;
}

FittedWeights unflat(const std::vector<double>& x, std::size_t signals) {
  FittedWeights out;
  out.base = x[0];
  const auto split = x.begin() + 1 + static_cast<std::ptrdiff_t>(signals);
  out.signals.assign(x.begin() + 1, split);
  out.features.assign(split, x.end());
  return out;
}

// What weights may be: sign by polarity, size by evidence.
struct Bounds {
  std::vector<double> low;
  std::vector<double> high;
  std::vector<double> prior;
};

Bounds bounds_of(const LexiconData& lexicon) {
  std::vector<double> caps(lexicon.taxonomy.signals.size(), 0);
  for (const lexicon::Pack& pack : lexicon.packs) {
    for (const lexicon::Rule& rule : pack.rules) {
      const auto& finding = lexicon.evidence.findings[static_cast<std::size_t>(rule.evidence)];
      double& cap = caps[static_cast<std::size_t>(rule.signal)];
      cap = std::max(cap, lexicon.evidence.cap(finding.grade));
    }
  }
  Bounds out{{-kLargestBase}, {kLargestBase}, {lexicon.weights.prior_base}};
  for (std::size_t i = 0; i < caps.size(); ++i) {
    const lexicon::SignalType& signal = lexicon.taxonomy.signals[i];
    const double cap = caps[i] > 0 ? caps[i] : std::abs(signal.weight);
    const double least = std::min(kLeastWeight, cap);
    const bool positive =
        lexicon.taxonomy.families[static_cast<std::size_t>(signal.family)].positive;
    out.low.push_back(positive ? least : -cap);
    out.high.push_back(positive ? cap : -least);
    out.prior.push_back(signal.prior);
  }
  for (const lexicon::FeatureType& feature : lexicon.weights.features) {
    out.low.push_back(0);
    const auto& finding = lexicon.evidence.findings[static_cast<std::size_t>(feature.evidence)];
    out.high.push_back(lexicon.evidence.cap(finding.grade));
    out.prior.push_back(feature.prior);
  }
  for (std::size_t i = 0; i < out.prior.size(); ++i) {
    out.prior[i] = std::clamp(out.prior[i], out.low[i], out.high[i]);
  }
  return out;
}

FittedWeights fit_to(const std::vector<const Example*>& examples, const Bounds& bounds,
                     std::size_t signals, double penalty) {
  const double count = static_cast<double>(examples.size());
  const Objective objective = [&](const std::vector<double>& x, std::vector<double>& gradient) {
    double value = 0;
    for (const Example* example : examples) {
      double z = x[0];
      const auto& s = example->terms.signals;
      const auto& f = example->terms.features;
      for (std::size_t i = 0; i < s.size(); ++i) z += x[1 + i] * s[i];
      for (std::size_t i = 0; i < f.size(); ++i) z += x[1 + signals + i] * f[i];
      value += loss_of(z, example->target) / count;
      const double slope = (logistic(z) - example->target) / count;
      gradient[0] += slope;
      for (std::size_t i = 0; i < s.size(); ++i) gradient[1 + i] += slope * s[i];
      for (std::size_t i = 0; i < f.size(); ++i) gradient[1 + signals + i] += slope * f[i];
    }
    for (std::size_t i = 1; i < x.size(); ++i) {  // the base goes free
      const double away = x[i] - bounds.prior[i];
      value += penalty * away * away / (2 * count);
      gradient[i] += penalty * away / count;
    }
    return value;
  };
  return unflat(minimize(objective, bounds.prior, bounds.low, bounds.high).x, signals);
}

Figures figures(const std::vector<const Example*>& examples, const FittedWeights& weights,
                const LexiconData& lexicon) {
  std::vector<double> good, bad, scores, targets;
  Figures out;
  for (const Example* example : examples) {
    const double z = weights.log_odds(lexicon, example->terms);
    out.loss += loss_of(z, example->target) / static_cast<double>(examples.size());
    if (example->measured->gold.label == Label::kGood) good.push_back(z);
    if (example->measured->gold.label == Label::kBad) bad.push_back(z);
    if (!example->measured->gold.reader) continue;
    scores.push_back(z);
    targets.push_back(example->target);
  }
  out.auc = auc(std::move(good), std::move(bad));
  out.spearman = spearman(scores, targets);
  return out;
}

// Units to folds: the largest first, each into the fold that has the fewest
// records; ties by order, so that the same records give the same folds.
std::vector<int> fold_of_units(const std::vector<Example>& examples, std::size_t units, int folds) {
  std::vector<std::size_t> sizes(units, 0);
  for (const Example& example : examples) ++sizes[example.unit];
  std::vector<std::size_t> order(units);
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
  std::vector<std::size_t> filled(static_cast<std::size_t>(folds), 0);
  std::vector<int> out(units, 0);
  for (std::size_t unit : order) {
    const auto fold = std::min_element(filled.begin(), filled.end()) - filled.begin();
    out[unit] = static_cast<int>(fold);
    filled[static_cast<std::size_t>(fold)] += sizes[unit];
  }
  return out;
}

class Fitter {
 public:
  Fitter(std::vector<Example> examples, std::size_t units, const LexiconData& lexicon,
         const FitOptions& options)
      : examples_(std::move(examples)),
        lexicon_(lexicon),
        options_(options),
        bounds_(bounds_of(lexicon)),
        folds_(fold_of_units(examples_, units, options.folds)) {}

  Fit run() {
    Fit best;
    double best_loss = 0;
    for (double penalty : options_.penalties) {
      Fit fit = cross_validate(penalty);
      if (!best.folds.empty() && fit.after.loss >= best_loss) continue;
      best_loss = fit.after.loss;
      best = std::move(fit);
    }
    best.weights = rounded(fit_to(all(), bounds_, signals(), best.penalty));
    best.records = examples_.size();
    const FittedWeights current = weights_of(lexicon_);
    for (const Example& example : examples_) {
      best.shifts.push_back({example.measured->gold.id,
                             100 * logistic(current.log_odds(lexicon_, example.terms)),
                             100 * logistic(best.weights.log_odds(lexicon_, example.terms))});
    }
    std::stable_sort(best.shifts.begin(), best.shifts.end(),
                     [](const ScoreShift& a, const ScoreShift& b) {
                       return std::abs(a.after - a.before) > std::abs(b.after - b.before);
                     });
    const auto fell = [&](const std::optional<double>& before, const std::optional<double>& after) {
      return before && after && *after < *before - options_.tolerance;
    };
    best.worse = fell(best.before.auc, best.after.auc) ||
                 fell(best.before.spearman, best.after.spearman);
    return best;
  }

 private:
  std::size_t signals() const { return lexicon_.taxonomy.signals.size(); }

  std::vector<const Example*> all() const { return chosen([](int) { return true; }); }

  template <typename Wanted>
  std::vector<const Example*> chosen(Wanted wanted) const {
    std::vector<const Example*> out;
    for (const Example& example : examples_) {
      if (wanted(folds_[example.unit])) out.push_back(&example);
    }
    return out;
  }

  Fit cross_validate(double penalty) const {
    Fit out;
    out.penalty = penalty;
    const FittedWeights current = weights_of(lexicon_);
    for (int fold = 0; fold < options_.folds; ++fold) {
      const auto held_out = chosen([&](int other) { return other == fold; });
      const auto rest = chosen([&](int other) { return other != fold; });
      if (held_out.empty() || rest.empty()) continue;
      const FittedWeights fitted = fit_to(rest, bounds_, signals(), penalty);
      out.folds.push_back({held_out.size(), figures(held_out, current, lexicon_),
                           figures(held_out, fitted, lexicon_)});
    }
    out.before = mean(out.folds, &FoldFigures::before);
    out.after = mean(out.folds, &FoldFigures::after);
    return out;
  }

  static Figures mean(const std::vector<FoldFigures>& folds, Figures FoldFigures::*which) {
    Figures out;
    const auto mean_of = [&](std::optional<double> Figures::*value) {
      double sum = 0;
      int count = 0;
      for (const FoldFigures& fold : folds) {
        sum += (fold.*which.*value).value_or(0);
        count += (fold.*which.*value).has_value();
      }
      return count > 0 ? std::optional(sum / count) : std::nullopt;
    };
    out.auc = mean_of(&Figures::auc);
    out.spearman = mean_of(&Figures::spearman);
    for (const FoldFigures& fold : folds) {
      out.loss += (fold.*which).loss / static_cast<double>(folds.size());
    }
    return out;
  }

  // To hundredths, towards zero where the bound is near.
  FittedWeights rounded(const FittedWeights& weights) const {
    std::vector<double> x = flat(weights);
    for (std::size_t i = 0; i < x.size(); ++i) {
      x[i] = std::clamp(std::round(100 * x[i]) / 100, bounds_.low[i], bounds_.high[i]);
    }
    return unflat(x, signals());
  }

  std::vector<Example> examples_;
  const LexiconData& lexicon_;
  const FitOptions& options_;
  Bounds bounds_;
  std::vector<int> folds_;  // of units
};

Result<Fit> too_few(const std::string& what, std::size_t count, std::size_t fewest) {
  Diagnostic d;
  d.file = "gold";
  d.code = "G010";
  d.message = "too few " + what + " to fit weights: " + std::to_string(count) + ", at least " +
              std::to_string(fewest) + " are needed";
  return Result<Fit>(std::vector<Diagnostic>{d});
}

}  // namespace

Result<Fit> fit_weights(const std::vector<Measured>& measured, const Lexicon& lexicon,
                        const FitOptions& options) {
  std::vector<Example> examples;
  std::map<std::string_view, std::size_t> units;
  std::size_t good = 0;
  std::size_t bad = 0;
  for (const Measured& one : measured) {
    if (!one.analysis.score || (!one.gold.reader && one.gold.label == Label::kNone)) continue;
    Example example;
    example.terms = terms_of(lexicon.data(), one.analysis);
    example.target = std::clamp(rating_of(one.gold) / 100, 1 - kSureTarget, kSureTarget);
    example.unit = units.emplace(one.gold.unit(), units.size()).first->second;
    example.measured = &one;
    examples.push_back(std::move(example));
    good += one.gold.label == Label::kGood;
    bad += one.gold.label == Label::kBad;
  }
  if (examples.size() < kFewestRecords) {
    return too_few("labelled records with a score", examples.size(), kFewestRecords);
  }
  if (good < kFewestOfClass) return too_few("good records", good, kFewestOfClass);
  if (bad < kFewestOfClass) return too_few("bad records", bad, kFewestOfClass);
  if (units.size() < static_cast<std::size_t>(options.folds)) {
    return too_few("groups", units.size(), static_cast<std::size_t>(options.folds));
  }
  Fit fit = Fitter(std::move(examples), units.size(), lexicon.data(), options).run();
  fit.units = units.size();
  return fit;
}

}  // namespace rapport::corpus
