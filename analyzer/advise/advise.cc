#include "analyzer/advise/advise.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "analyzer/advise/tell.h"
#include "analyzer/lexicon/signal_name.h"

namespace rapport::advise {
namespace {

using Kind = lexicon::AdviceRule::Kind;
using lexicon::AdviceRule;
using lexicon::Whether;

constexpr std::size_t kMostQuotes = 3;
constexpr std::string_view kNone = "none";

bool is_named(const Signal& signal, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return lexicon::names_signal(name, signal.signal) || signal.rule == name;
  });
}

// A rule without conditions of its own holds of any draft of that score.
bool is_specific(const AdviceRule& rule) {
  return !rule.any.empty() || !rule.given.empty() || !rule.is.empty() || !rule.where.empty() ||
         rule.check == Whether::kYes || rule.over_limit == Whether::kYes || rule.gap > 0 ||
         rule.requests > 0 || rule.within_days > 0;
}

bool fits(Whether asked, bool is) {
  return asked == Whether::kEither || is == (asked == Whether::kYes);
}

class Adviser {
 public:
  Adviser(const LexiconData& lexicon, const lexicon::Pack& pack, const Analysis& analysis, const Context& context)
      : lexicon_(lexicon), pack_(pack), analysis_(analysis), context_(context) {}

  Advice run() const {
    Advice out;
    const auto verdict = first(Kind::kVerdict);
    if (verdict == nullptr) return out;
    out.verdict = verdict->verdict;
    out.code = verdict->code;
    out.reasons.push_back(remark(*verdict));
    out.reason = out.reasons.front().reason;
    for (const AdviceRule& rule : pack_.advice) {
      if (&rule == verdict || !is_beside(rule, out.verdict) || !holds(rule)) continue;
      switch (rule.kind) {
        case Kind::kVerdict:
          if (is_specific(rule) && rule.verdict != "send") out.reasons.push_back(remark(rule));
          break;
        case Kind::kGround: out.grounds.push_back(remark(rule)); break;
        case Kind::kPerception: out.perceptions.push_back(remark(rule)); break;
        case Kind::kFrequency: out.frequency.push_back({rule.code, said(rule), rule.most, rule.days}); break;
        case Kind::kPlan: add_step(rule, out.plan); break;
        case Kind::kReadBack:
          if (out.read_back.code.empty()) out.read_back = remark(rule);
          break;
        case Kind::kIntroduction:
          if (out.verdict == "ask_for_introduction" && out.introduction.empty()) {
            out.introduction = told(rule.reason).value_or("");
          }
          break;
      }
    }
    return out;
  }

 private:
  const AdviceRule* first(Kind kind) const {
    const auto found = std::find_if(pack_.advice.begin(), pack_.advice.end(), [&](const AdviceRule& rule) {
      return rule.kind == kind && holds(rule);
    });
    return found == pack_.advice.end() ? nullptr : &*found;
  }

  static bool is_beside(const AdviceRule& rule, const std::string& verdict) {
    return rule.beside.empty() ||
           std::find(rule.beside.begin(), rule.beside.end(), verdict) != rule.beside.end();
  }

  bool has_any(const std::vector<std::string>& names) const {
    return std::any_of(analysis_.signals.begin(), analysis_.signals.end(),
                       [&](const Signal& signal) { return is_named(signal, names); });
  }

  bool has_value(const std::string& fact) const {
    const auto values = fact_values(context_, fact);
    return values && !values->empty();
  }

  bool any_given(const std::vector<std::string>& facts) const {
    return std::any_of(facts.begin(), facts.end(), [&](const std::string& fact) { return has_value(fact); });
  }

  bool is(const std::pair<std::string, std::string>& fact) const {
    const auto values = fact_values(context_, fact.first);
    if (!values) return false;
    if (values->empty()) return fact.second == kNone;
    return std::find(values->begin(), values->end(), fact.second) != values->end();
  }

  bool holds(const AdviceRule& rule) const {
    const double score = analysis_.score->value();
    if (score >= rule.below || score < rule.at_least) return false;
    if (!of_draft(rule) || !of_facts(rule)) return false;
    const bool any = rule.any.empty() || has_any(rule.any);
    const bool given = rule.given.empty() || any_given(rule.given);
    if (rule.either && !rule.any.empty() && !rule.given.empty()) return any || given;
    return any && given;
  }

  bool of_draft(const AdviceRule& rule) const {
    const auto has = [](const std::vector<std::string>& names, const std::string& name) {
      return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
    };
    if (has_any(rule.none) || !has(rule.channels, analysis_.channel)) return false;
    if (!has(rule.tiers, analysis_.tier) || !fits(rule.check, !analysis_.checks.empty())) return false;
    const bool over = std::any_of(analysis_.limits.begin(), analysis_.limits.end(), [](const Limit& limit) {
      return limit.level == Limit::Level::kError;
    });
    return fits(rule.over_limit, over) &&
           std::all_of(rule.where.begin(), rule.where.end(), [&](const lexicon::Comparison& where) {
             const std::optional<double> value = figure(where.name);
             return value && (where.below ? *value < where.number : *value >= where.number);
           });
  }

  // Of a sub-score or a feature.
  std::optional<double> figure(const std::string& name) const {
    const Scores& scores = analysis_.scores;
    const std::array<Points, lexicon::kSubscores> values = {scores.personal, scores.common_ground, scores.value,
                                                            scores.restraint, scores.form};
    const auto& subscores = lexicon_.taxonomy.subscores;
    for (std::size_t i = 0; i < subscores.size() && i < values.size(); ++i) {
      if (subscores[i].id == name) return values[i].value();
    }
    for (const Feature& feature : analysis_.features) {
      if (feature.feature == name) return feature.value;
    }
    return std::nullopt;
  }

  bool of_facts(const AdviceRule& rule) const {
    if (any_given(rule.without)) return false;
    if (!std::all_of(rule.is.begin(), rule.is.end(), [&](const auto& fact) { return is(fact); })) return false;
    if (std::any_of(rule.is_not.begin(), rule.is_not.end(), [&](const auto& fact) { return is(fact); })) return false;
    if (rule.requests > 0 && context_.previous_requests.value_or(0) < rule.requests) return false;
    if (rule.gap > 0) {
      if (!context_.from.seniority || !context_.to.seniority) return false;
      const int gap = static_cast<int>(*context_.to.seniority) - static_cast<int>(*context_.from.seniority);
      if (gap < rule.gap) return false;
    }
    if (rule.within_days > 0) {
      if (!context_.last_request || !context_.today) return false;
      const auto ago = std::chrono::sys_days(*context_.today) - std::chrono::sys_days(*context_.last_request);
      if (ago.count() >= rule.within_days) return false;
    }
    return true;
  }

  Remark remark(const AdviceRule& rule) const {
    Remark out{rule.code, said(rule), {}, facts_of(rule), {}};
    const auto add = [&](const auto& from) {
      if (out.quotes.size() < kMostQuotes) out.quotes.push_back({from.part, from.span, from.bytes, from.quote});
    };
    for (const Signal& signal : analysis_.signals) {
      if (is_named(signal, rule.any)) add(signal);
    }
    if (rule.check == Whether::kYes) {
      for (const Check& check : analysis_.checks) add(check);
    }
    for (const lexicon::Comparison& where : rule.where) out.figures.push_back(where.name);
    return out;
  }

  // Those that the rule holds by.
  std::vector<std::string> facts_of(const AdviceRule& rule) const {
    std::vector<std::string> out;
    const auto add = [&](const std::string& fact) {
      if (std::find(out.begin(), out.end(), fact) == out.end()) out.push_back(fact);
    };
    for (const std::string& fact : rule.given) {
      if (has_value(fact)) add(fact);
    }
    for (const auto& [fact, value] : rule.is) add(fact);
    const auto add_both = [&](const char* one, const char* other) {
      add(one);
      add(other);
    };
    if (rule.gap > 0) add_both("from_seniority", "to_seniority");
    if (rule.requests > 0) add("previous_requests");
    if (rule.within_days > 0) add_both("last_request", "today");
    return out;
  }

  std::string said(const AdviceRule& rule) const { return told(rule.reason).value_or(rule.untold); }

  std::optional<std::string> told(const std::string& text) const {
    return with_facts_told(text, context_, pack_.rewrite.determiners);
  }

  // One that tells facts which are not given is left out.
  void add_step(const AdviceRule& rule, std::vector<Step>& out) const {
    const auto text = told(rule.reason);
    if (!text) return;
    Step step{rule.code, rule.when, rule.days, "", *text};
    // Nobody knows yet when it will be accepted, unless it was.
    const bool accepted = rule.when == "accepted" && context_.last_answer == Answer::kYes;
    const bool from_today = rule.when == "silence" || rule.when == "before" || accepted;
    if (from_today && context_.today) {
      Context later;
      later.today = std::chrono::year_month_day(std::chrono::sys_days(*context_.today) +
                                                std::chrono::days(rule.days));
      step.date = fact_values(later, "today")->front();
    }
    out.push_back(std::move(step));
  }

  const LexiconData& lexicon_;
  const lexicon::Pack& pack_;
  const Analysis& analysis_;
  const Context& context_;
};

}  // namespace

Advice advise(const LexiconData& lexicon, const lexicon::Pack& pack, const Analysis& analysis,
              const Context& context) {
  if (!analysis.score) return {};
  return Adviser(lexicon, pack, analysis, context).run();
}

}  // namespace rapport::advise
