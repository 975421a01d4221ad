#include "analyzer/advise/advise.h"

#include <algorithm>

namespace rapport::advise {
namespace {

bool has_any(const Analysis& analysis, const std::vector<std::string>& names) {
  return std::any_of(analysis.signals.begin(), analysis.signals.end(), [&](const Signal& signal) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      const std::string& id = signal.signal;
      const bool family = id.size() > name.size() && id[name.size()] == '.' && id.starts_with(name);
      return id == name || family || signal.rule == name;
    });
  });
}

bool holds(const lexicon::AdviceRule& rule, const Analysis& analysis) {
  const double score = analysis.score->value();
  if (score >= rule.below || score < rule.at_least) return false;
  if (!rule.any.empty() && !has_any(analysis, rule.any)) return false;
  if (has_any(analysis, rule.none)) return false;
  if (!rule.channels.empty() && std::find(rule.channels.begin(), rule.channels.end(),
                                          analysis.channel) == rule.channels.end()) {
    return false;
  }
  return !rule.over_limit ||
         std::any_of(analysis.limits.begin(), analysis.limits.end(),
                     [](const Limit& limit) { return limit.level == Limit::Level::kError; });
}

}  // namespace

Advice advise(const lexicon::Pack& pack, const Analysis& analysis) {
  if (!analysis.score) return {};
  for (const lexicon::AdviceRule& rule : pack.advice) {
    if (holds(rule, analysis)) return {rule.verdict, rule.code, rule.reason};
  }
  return {};
}

}  // namespace rapport::advise
