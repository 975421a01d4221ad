#include "corpus/evaluation.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "corpus/span_counts.h"

namespace rapport::corpus {
namespace {

using Values = std::vector<std::optional<double>>;

// The records of one unit are drawn together.
std::vector<std::size_t> units_of(const std::vector<const Measured*>& records, std::size_t& units) {
  std::map<std::string_view, std::size_t> index;
  std::vector<std::size_t> out;
  for (const Measured* one : records) {
    out.push_back(index.emplace(one->gold.unit(), index.size()).first->second);
  }
  units = index.size();
  return out;
}

class ScoreMeasures {
 public:
  explicit ScoreMeasures(const std::vector<const Measured*>& records) : records_(records) {
    unit_ = units_of(records, units_);
    std::map<std::string_view, std::size_t> by_id;
    for (std::size_t i = 0; i < records.size(); ++i) by_id[records[i]->gold.id] = i;
    for (std::size_t i = 0; i < records.size(); ++i) {
      const auto other = by_id.find(records[i]->gold.pair);
      if (!records[i]->gold.pair.empty() && other != by_id.end()) {
        pairs_.emplace_back(i, other->second);
      }
    }
  }

  std::size_t units() const { return units_; }
  std::size_t pairs() const { return pairs_.size(); }

  Values operator()(const std::vector<int>& times) const {
    std::vector<double> good, bad, reader_good, reader_bad, scores, ratings;
    const auto add = [&](std::vector<double>& to, std::size_t i) {
      to.insert(to.end(), static_cast<std::size_t>(times[unit_[i]]), score(i));
    };
    for (std::size_t i = 0; i < records_.size(); ++i) {
      const GoldRecord& gold = records_[i]->gold;
      if (gold.label == Label::kGood) add(good, i);
      if (gold.label == Label::kBad) add(bad, i);
      if (gold.reader_label == Label::kGood) add(reader_good, i);
      if (gold.reader_label == Label::kBad) add(reader_bad, i);
      if (!gold.reader) continue;
      add(scores, i);
      ratings.insert(ratings.end(), static_cast<std::size_t>(times[unit_[i]]), *gold.reader);
    }
    double right = 0;
    double all = 0;
    for (const auto& [better, worse] : pairs_) {
      const double weight = times[unit_[better]];
      all += weight;
      const double difference = score(better) - score(worse);
      right += weight * (difference > 0 ? 1 : difference == 0 ? 0.5 : 0);
    }
    return {auc(std::move(good), std::move(bad)),
            auc(std::move(reader_good), std::move(reader_bad)), spearman(scores, ratings),
            all > 0 ? std::optional(right / all) : std::nullopt};
  }

 private:
  double score(std::size_t i) const { return records_[i]->analysis.score->value(); }

  const std::vector<const Measured*>& records_;
  std::vector<std::size_t> unit_;
  std::size_t units_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;  // better, worse
};

void measure_scores(const std::vector<const Measured*>& scored, const EvaluationOptions& options,
                    Evaluation& out) {
  if (scored.empty()) return;
  const ScoreMeasures measures(scored);
  out.pairs = measures.pairs();
  const auto values = bootstrap(measures.units(), options.bootstrap, measures);
  out.auc = values[0];
  out.auc_readers = values[1];
  out.spearman = values[2];
  out.pair_accuracy = values[3];
}

void measure_slices(const std::vector<const Measured*>& scored, const EvaluationOptions& options,
                    Evaluation& out) {
  std::map<std::pair<std::string, std::string>, std::vector<const Measured*>> slices;
  for (const Measured* one : scored) {
    slices[{"channel", one->analysis.channel}].push_back(one);
    slices[{"kind", one->gold.is_template ? "template" : "filled"}].push_back(one);
    slices[{"lang", one->analysis.lang}].push_back(one);
  }
  for (const auto& [name, records] : slices) {
    const ScoreMeasures measures(records);
    const auto values = bootstrap(measures.units(), options.bootstrap, measures);
    out.slices.push_back({name.first, name.second, records.size(), values[0], values[2]});
  }
}

// F1 of each name by presence, then of each by spans, then the two main means.
Values f1_values(const std::vector<NameCounts>& counts, std::size_t names,
                 const std::vector<std::size_t>& main, const std::vector<std::size_t>& unit,
                 const std::vector<int>& times) {
  NameCounts sum(names);
  for (std::size_t i = 0; i < counts.size(); ++i) sum.add(counts[i], times[unit[i]]);
  Values out;
  for (const Counts& one : sum.presence) out.push_back(one.f1());
  for (const Counts& one : sum.spans) out.push_back(one.f1());
  for (const auto* all : {&sum.presence, &sum.spans}) {
    double total = 0;
    int count = 0;
    for (std::size_t name : main) {
      const auto value = (*all)[name].f1();
      total += value.value_or(0);
      count += value.has_value();
    }
    out.push_back(count > 0 ? std::optional(total / count) : std::nullopt);
  }
  return out;
}

// Fills one table; returns the two main means.
std::pair<Measure, Measure> measure_names(const std::vector<const Measured*>& marked,
                                          const std::vector<std::string>& names, bool by_family,
                                          const std::vector<std::size_t>& main,
                                          const EvaluationOptions& options,
                                          std::vector<NameMeasure>& out) {
  std::size_t units = 0;
  const auto unit = units_of(marked, units);
  std::vector<NameCounts> counts;
  NameCounts all(names.size());
  for (const Measured* one : marked) {
    counts.push_back(count_names(*one, names, by_family));
    all.add(counts.back(), 1);
  }
  const auto values = bootstrap(units, options.bootstrap, [&](const std::vector<int>& times) {
    return f1_values(counts, names.size(), main, unit, times);
  });
  for (std::size_t i = 0; i < names.size(); ++i) {
    out.push_back({names[i], all.presence[i], all.spans[i], values[i], values[names.size() + i]});
  }
  return {values[2 * names.size()], values[2 * names.size() + 1]};
}

std::vector<WorstRecord> find_worst(std::vector<const Measured*> scored, std::size_t count) {
  std::erase_if(scored, [](const Measured* one) {
    return !one->gold.reader && one->gold.label == Label::kNone;
  });
  const auto distance = [](const Measured* one) {
    return std::abs(one->analysis.score->value() - rating_of(one->gold));
  };
  std::stable_sort(scored.begin(), scored.end(), [&](const Measured* a, const Measured* b) {
    return distance(a) > distance(b);
  });
  std::vector<WorstRecord> out;
  for (const Measured* one : scored) {
    if (out.size() == count) break;
    WorstRecord worst{one->gold.id, one->gold.text, one->analysis.score->value(),
                      rating_of(one->gold), one->gold.label, {}};
    for (const Signal& signal : one->analysis.signals) worst.signals.push_back(signal.signal);
    out.push_back(std::move(worst));
  }
  return out;
}

}  // namespace

const std::vector<std::string>& main_families() {
  static const std::vector<std::string> names = {"personalization", "common_ground", "value_offer",
                                                 "pitch"};
  return names;
}

double rating_of(const GoldRecord& record) {
  if (record.reader) return *record.reader;
  switch (record.label) {
    case Label::kGood: return 85;
    case Label::kBad: return 15;
    default: return 50;
  }
}

std::vector<Measured> measure(const std::vector<GoldRecord>& gold, const Analyzer& analyzer) {
  std::vector<Measured> out;
  out.reserve(gold.size());
  for (const GoldRecord& record : gold) out.push_back({record, analyzer.analyze(to_draft(record))});
  return out;
}

Evaluation evaluate(const std::vector<Measured>& measured, const Lexicon& lexicon,
                    const EvaluationOptions& options) {
  Evaluation out;
  out.records = measured.size();
  std::vector<const Measured*> scored;
  std::vector<const Measured*> marked;
  std::vector<const Measured*> all;
  for (const Measured& one : measured) {
    all.push_back(&one);
    out.good += one.gold.label == Label::kGood;
    out.mixed += one.gold.label == Label::kMixed;
    out.bad += one.gold.label == Label::kBad;
    out.rated += one.gold.reader.has_value();
    out.unscored += !one.analysis.score;
    if (one.analysis.score) scored.push_back(&one);
    if (one.gold.marked) marked.push_back(&one);
  }
  out.marked = marked.size();
  units_of(all, out.units);
  measure_scores(scored, options, out);
  measure_slices(scored, options, out);
  out.worst = find_worst(scored, options.worst);
  if (marked.empty()) return out;

  std::vector<std::string> families;
  std::vector<std::string> signals;
  for (const SignalInfo& signal : lexicon.signals()) {
    if (families.empty() || families.back() != signal.family) families.push_back(signal.family);
    signals.push_back(signal.id);
  }
  std::vector<std::size_t> main;
  for (const std::string& name : main_families()) {
    const auto found = std::find(families.begin(), families.end(), name);
    if (found != families.end()) main.push_back(static_cast<std::size_t>(found - families.begin()));
  }
  std::tie(out.main_presence, out.main_spans) =
      measure_names(marked, families, true, main, options, out.families);
  measure_names(marked, signals, false, {}, options, out.signals);
  out.confusions = count_confusions(marked, families);
  return out;
}

}  // namespace rapport::corpus
