#include "corpus/tuning/diff.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "corpus/evaluation.h"
#include "corpus/parallel.h"
#include "corpus/tuning/judge.h"

namespace rapport::corpus {
namespace {

// A name at a place.
using Placed = std::pair<std::string, ByteSpan>;

std::string family_name(const Signal& signal) { return std::string(family_of(signal.signal)); }
std::string rule_name(const Signal& signal) { return signal.rule; }
std::string signal_name(const Signal& signal) { return signal.signal; }

template <typename Name>
std::set<Placed> placed(const std::vector<Signal>& signals, Name name) {
  std::set<Placed> out;
  for (const Signal& signal : signals) out.insert({name(signal), signal.bytes});
  return out;
}

template <typename Name>
void count(const Analysis& before, const Analysis& after, Name name,
           std::map<std::string, CountChange>& changes) {
  const std::set<Placed> old_places = placed(before.signals, name);
  const std::set<Placed> new_places = placed(after.signals, name);
  for (const Placed& one : old_places) {
    CountChange& change = changes[one.first];
    ++change.before;
    change.lost += new_places.count(one) == 0;
  }
  for (const Placed& one : new_places) {
    CountChange& change = changes[one.first];
    ++change.after;
    change.gained += old_places.count(one) == 0;
  }
}

std::vector<CountChange> most_first(const std::map<std::string, CountChange>& changes) {
  std::vector<CountChange> out;
  for (const auto& [name, change] : changes) {
    if (change.gained + change.lost == 0) continue;
    out.push_back(change);
    out.back().name = name;
  }
  std::stable_sort(out.begin(), out.end(), [](const CountChange& a, const CountChange& b) {
    return a.gained + a.lost > b.gained + b.lost;
  });
  return out;
}

std::vector<Signal> missing_in(const std::vector<Signal>& from, const std::vector<Signal>& other) {
  const std::set<Placed> places = placed(other, signal_name);
  std::vector<Signal> out;
  for (const Signal& signal : from) {
    if (!places.count({signal.signal, signal.bytes})) out.push_back(signal);
  }
  return out;
}

std::optional<double> score_of(const Analysis& analysis) {
  return analysis.score ? std::optional(analysis.score->value()) : std::nullopt;
}

std::vector<LabelShift> means(const std::map<Label, LabelShift>& sums) {
  std::vector<LabelShift> out;
  for (const auto& [label, sum] : sums) {
    const auto messages = static_cast<double>(sum.messages);
    out.push_back({label, sum.messages, sum.before / messages, sum.after / messages});
  }
  return out;
}

std::vector<Measured> measure_all(const std::vector<GoldRecord>& gold, const Analyzer& analyzer) {
  std::vector<Measured> out(gold.size());
  for_each_index(gold.size(), [&](std::size_t i) {
    out[i] = {gold[i], analyzer.analyze(to_draft(gold[i]))};
  });
  return out;
}

Evaluation evaluate_with(const std::vector<GoldRecord>& gold, const Analyzer& analyzer) {
  EvaluationOptions options;
  options.bootstrap.rounds = 0;
  options.worst = 0;
  return evaluate(measure_all(gold, analyzer), analyzer.lexicon(), options);
}

}  // namespace

Difference compare(const std::vector<GoldRecord>& records, const Analyzer& before,
                   const Analyzer& after) {
  std::vector<std::pair<Analysis, Analysis>> analyses(records.size());
  for_each_index(records.size(), [&](std::size_t i) {
    const Draft draft = to_draft(records[i]);
    analyses[i] = {before.analyze(draft), after.analyze(draft)};
  });

  Difference out;
  out.records = records.size();
  std::map<std::string, CountChange> families, rules;
  std::map<Label, LabelShift> labels;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto& [old_one, new_one] = analyses[i];
    count(old_one, new_one, family_name, families);
    count(old_one, new_one, rule_name, rules);
    MessageChange change{records[i].id,     records[i].text,    records[i].label,
                         score_of(old_one), score_of(new_one),
                         missing_in(new_one.signals, old_one.signals),
                         missing_in(old_one.signals, new_one.signals)};
    out.unscored_before += !change.before;
    out.unscored_after += !change.after;
    if (change.before && change.after) {
      LabelShift& sum = labels[records[i].label];
      ++sum.messages;
      sum.before += *change.before;
      sum.after += *change.after;
    }
    const bool scores = change.before != change.after;
    const bool signals = !change.gained.empty() || !change.lost.empty();
    out.scores += scores;
    out.signals += signals;
    if (scores || signals) out.messages.push_back(std::move(change));
  }
  out.labels = means(labels);
  out.families = most_first(families);
  out.rules = most_first(rules);
  std::stable_sort(out.messages.begin(), out.messages.end(),
                   [](const MessageChange& a, const MessageChange& b) {
                     const double shift_a = std::abs(a.shift());
                     const double shift_b = std::abs(b.shift());
                     if (shift_a != shift_b) return shift_a > shift_b;
                     return a.gained.size() + a.lost.size() > b.gained.size() + b.lost.size();
                   });
  return out;
}

std::vector<FigureChange> compare_figures(const std::vector<GoldRecord>& gold,
                                          const Analyzer& before, const Analyzer& after) {
  const Evaluation old_one = evaluate_with(gold, before);
  const Evaluation new_one = evaluate_with(gold, after);
  std::vector<FigureChange> out;
  const auto add = [&](const char* name, Measure Evaluation::*figure) {
    FigureChange change{name, (old_one.*figure).value, (new_one.*figure).value, false};
    if (!change.before && !change.after) return;
    change.worse = change.before && (!change.after || *change.before - *change.after > kRegression);
    out.push_back(std::move(change));
  };
  add("auc", &Evaluation::auc);
  add("auc_readers", &Evaluation::auc_readers);
  add("spearman", &Evaluation::spearman);
  add("pair_accuracy", &Evaluation::pair_accuracy);
  add("main_presence_f1", &Evaluation::main_presence);
  add("main_spans_f1", &Evaluation::main_spans);
  return out;
}

}  // namespace rapport::corpus
