#include "corpus/tuning/stats.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "analyzer/lexicon/lexicon_data.h"
#include "corpus/tuning/alternatives.h"

namespace rapport::corpus {
namespace {

// A hit, with what its record alone can tell of it.
struct SeenHit {
  int rule = 0;
  bool stays = false;
  text::ZoneKind zone = text::ZoneKind::kBody;
  Verdict verdict = Verdict::kNone;
  std::vector<int> others;  // rules whose hits overlap it, each once
  Quote quote;
};

// What is kept of one record once its document is gone.
struct SeenRecord {
  int pack = -1;
  std::vector<SeenHit> hits;
};

SeenRecord see(const Reading& reading, const LexiconData& data) {
  SeenRecord out{reading.pack, {}};
  for (std::size_t i = 0; i < reading.hits.size(); ++i) {
    const RuleHit& hit = reading.hits[i];
    SeenHit seen;
    seen.rule = hit.rule;
    seen.stays = hit.stays;
    seen.zone = reading.document.zone_at(hit.span.begin);
    const std::string& signal = data.taxonomy.signals[static_cast<std::size_t>(hit.signal)].id;
    seen.verdict =
        judge(*reading.record, reading.document.code_points(hit.span), family_of(signal));
    for (const RuleHit& other : reading.hits) {
      if (other.rule == hit.rule || !other.span.overlaps(hit.span)) continue;
      seen.others.push_back(other.rule);
    }
    std::sort(seen.others.begin(), seen.others.end());
    seen.others.erase(std::unique(seen.others.begin(), seen.others.end()), seen.others.end());
    seen.quote = quote_of(*reading.record, reading.document.text, hit.span);
    seen.quote.verdict = seen.verdict;
    out.hits.push_back(std::move(seen));
  }
  return out;
}

// Collects one rule.
class RuleSum {
 public:
  void add(const SeenHit& hit, const GoldRecord& record) {
    ++sum_.hits;
    sum_.stays += hit.stays;
    ++sum_.zones[static_cast<std::size_t>(hit.zone)];
    sum_.judged += hit.verdict != Verdict::kNone;
    sum_.right += hit.verdict == Verdict::kRight;
    sum_.overlapped += !hit.others.empty();
    for (int other : hit.others) ++others_[other];
    if (hits_.empty() || hits_.back()->quote.record != hit.quote.record) {
      ++sum_.messages;
      sum_.good += record.label == Label::kGood;
      sum_.mixed += record.label == Label::kMixed;
      sum_.bad += record.label == Label::kBad;
    }
    hits_.push_back(&hit);
  }

  RuleStats finish(const Stats& all, const lexicon::Pack& pack, const StatsOptions& options) {
    if (sum_.judged > 0) {
      sum_.precision = static_cast<double>(sum_.right) / static_cast<double>(sum_.judged);
    }
    sum_.lift = lift(static_cast<double>(sum_.good), static_cast<double>(all.good),
                     static_cast<double>(sum_.bad), static_cast<double>(all.bad));
    for (const auto& [other, hits] : others_) {
      sum_.overlaps.push_back({pack.rules[static_cast<std::size_t>(other)].id, hits});
    }
    std::stable_sort(sum_.overlaps.begin(), sum_.overlaps.end(),
                     [](const auto& a, const auto& b) { return a.hits > b.hits; });
    if (sum_.overlaps.size() > options.overlaps) sum_.overlaps.resize(options.overlaps);
    choose_examples(options.examples);
    return std::move(sum_);
  }

 private:
  // What is wrong teaches most; the same words twice teach nothing.
  void choose_examples(std::size_t most) {
    std::set<std::string> words;
    for (const Verdict verdict : {Verdict::kWrong, Verdict::kRight, Verdict::kNone}) {
      for (const SeenHit* hit : hits_) {
        if (sum_.examples.size() >= most) return;
        if (hit->verdict != verdict || !words.insert(hit->quote.hit).second) continue;
        sum_.examples.push_back(hit->quote);
      }
    }
  }

  RuleStats sum_;
  std::map<int, std::size_t> others_;
  std::vector<const SeenHit*> hits_;  // by record, then position
};

// Lower comes first.
double key_of(const RuleStats& rule, StatsOrder order) {
  constexpr double last = std::numeric_limits<double>::infinity();
  switch (order) {
    case StatsOrder::kHits: return -static_cast<double>(rule.hits);
    case StatsOrder::kMessages: return -static_cast<double>(rule.messages);
    case StatsOrder::kPrecision: return rule.precision.value_or(last);
    case StatsOrder::kLift:
      return rule.lift ? std::log(rule.lift->value) * (rule.positive ? 1 : -1) : last;
    case StatsOrder::kOverlap:
      return -static_cast<double>(rule.overlapped) / static_cast<double>(rule.hits);
    case StatsOrder::kRule: break;
  }
  return 0;
}

}  // namespace

void sort_rules(std::vector<RuleStats>& rules, StatsOrder order) {
  std::sort(rules.begin(), rules.end(), [&](const RuleStats& a, const RuleStats& b) {
    if ((a.hits > 0) != (b.hits > 0)) return a.hits > 0;
    const double key_a = a.hits > 0 ? key_of(a, order) : 0;
    const double key_b = b.hits > 0 ? key_of(b, order) : 0;
    return key_a != key_b ? key_a < key_b : a.rule < b.rule;
  });
}

Stats measure_rules(const std::vector<GoldRecord>& records, const Lexicon& lexicon,
                    const StatsOptions& options) {
  const LexiconData& data = lexicon.data();
  const RuleReader reader(lexicon);
  Alternatives alternatives(data);
  std::vector<SeenRecord> seen(records.size());
  reader.each(records, [&](std::size_t i, const Reading& reading) {
    alternatives.add(reading);
    seen[i] = see(reading, data);
  });

  Stats out;
  out.records = records.size();
  std::vector<std::vector<RuleSum>> sums;
  std::vector<bool> is_read(data.packs.size());
  for (const lexicon::Pack& pack : data.packs) sums.emplace_back(pack.rules.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    out.good += records[i].label == Label::kGood;
    out.mixed += records[i].label == Label::kMixed;
    out.bad += records[i].label == Label::kBad;
    out.marked += records[i].marked;
    out.unread += seen[i].pack < 0;
    if (seen[i].pack < 0) continue;
    const auto pack = static_cast<std::size_t>(seen[i].pack);
    is_read[pack] = true;
    for (const SeenHit& hit : seen[i].hits) {
      sums[pack][static_cast<std::size_t>(hit.rule)].add(hit, records[i]);
    }
  }
  for (std::size_t p = 0; p < data.packs.size(); ++p) {
    if (!is_read[p]) continue;
    for (std::size_t r = 0; r < sums[p].size(); ++r) {
      const lexicon::Rule& rule = data.packs[p].rules[r];
      const std::string& file = data.files[static_cast<std::size_t>(rule.file)].shown;
      RuleStats stats = sums[p][r].finish(out, data.packs[p], options);
      stats.rule = rule.id;
      stats.signal = data.taxonomy.signals[static_cast<std::size_t>(rule.signal)].id;
      stats.family = family_of(stats.signal);
      stats.positive =
          data.taxonomy.families[static_cast<std::size_t>(data.taxonomy.family(stats.family))]
              .positive;
      stats.file = file;
      stats.line = rule.line;
      if (stats.hits > 0) {
        for (std::size_t i : alternatives.silent(p, r)) {
          out.silent.push_back({rule.id, rule.any[i].written, file, rule.any[i].line});
        }
      }
      out.rules.push_back(std::move(stats));
    }
  }
  return out;
}

}  // namespace rapport::corpus
