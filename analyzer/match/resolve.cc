#include "analyzer/match/resolve.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace rapport::match {
namespace {

bool contains(const std::vector<int>& values, int value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

// Disjoint spans of one family, for overlap tests in logarithmic time.
class TakenSpans {
 public:
  bool overlaps(ByteSpan span) const {
    auto after = taken_.lower_bound(span.end);
    return after != taken_.begin() && std::prev(after)->second > span.begin;
  }
  void take(ByteSpan span) { taken_[span.begin] = span.end; }

 private:
  std::map<std::size_t, std::size_t> taken_;
};

void apply_readings(const lexicon::Taxonomy& taxonomy, std::vector<Match>& matches) {
  std::vector<bool> present(taxonomy.signals.size());
  for (const Match& match : matches) present[static_cast<std::size_t>(match.signal)] = true;
  for (const lexicon::Reading& reading : taxonomy.readings) {
    const bool company =
        std::any_of(reading.when_any.begin(), reading.when_any.end(),
                    [&](int signal) { return present[static_cast<std::size_t>(signal)]; });
    if (!company) continue;
    for (Match& match : matches) {
      if (match.signal == reading.signal) match.signal = reading.becomes;
    }
  }
}

std::vector<Match> best_of_each_family(const lexicon::Taxonomy& taxonomy,
                                       const lexicon::Pack& pack, std::vector<Match> matches) {
  std::sort(matches.begin(), matches.end(), [&](const Match& a, const Match& b) {
    const auto key = [&](const Match& m) {
      return std::tuple(-pack.rules[static_cast<std::size_t>(m.rule)].priority,
                        -static_cast<std::ptrdiff_t>(m.span.size()), m.span.begin, m.rule);
    };
    return key(a) < key(b);
  });
  std::vector<TakenSpans> taken(taxonomy.families.size());
  std::vector<Match> kept;
  for (const Match& match : matches) {
    TakenSpans& family = taken[static_cast<std::size_t>(
        taxonomy.signals[static_cast<std::size_t>(match.signal)].family)];
    if (family.overlaps(match.span)) continue;
    family.take(match.span);
    kept.push_back(match);
  }
  return kept;
}

void apply_precedence(const lexicon::Taxonomy& taxonomy, std::vector<Match>& matches) {
  for (const lexicon::Precedence& precedence : taxonomy.precedences) {
    TakenSpans winners;
    for (const Match& match : matches) {
      if (contains(precedence.winners, match.signal)) winners.take(match.span);
    }
    std::erase_if(matches, [&](const Match& match) {
      return contains(precedence.losers, match.signal) &&
             !contains(precedence.winners, match.signal) && winners.overlaps(match.span);
    });
  }
}

}  // namespace

std::vector<Match> accept(const LexiconData& lexicon, const lexicon::Pack& pack,
                          const text::Document& document, const SlotReading& slots,
                          const std::vector<RawMatch>& raw) {
  std::vector<Match> matches;
  if (raw.empty()) return matches;
  const Guards guards(lexicon, pack, document, slots);
  int rule_index = -1;
  int count = 0;
  for (const RawMatch& match : raw) {
    const lexicon::Rule& rule = pack.rules[static_cast<std::size_t>(match.rule)];
    if (match.rule != rule_index) count = 0;
    rule_index = match.rule;
    if (!guards.accepts(rule, match)) continue;
    if (rule.max > 0 && ++count > rule.max) continue;
    matches.push_back({match.rule, rule.signal, document.to_text(match.folded)});
  }
  apply_readings(lexicon.taxonomy, matches);
  return matches;
}

std::vector<Match> settle(const lexicon::Taxonomy& taxonomy, const lexicon::Pack& pack,
                          std::vector<Match> accepted) {
  std::vector<Match> matches = best_of_each_family(taxonomy, pack, std::move(accepted));
  apply_precedence(taxonomy, matches);
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    return std::tie(a.span, a.rule) < std::tie(b.span, b.rule);
  });
  return matches;
}

std::vector<Match> resolve(const LexiconData& lexicon, const lexicon::Pack& pack,
                           const text::Document& document, const SlotReading& slots,
                           const std::vector<RawMatch>& raw) {
  return settle(lexicon.taxonomy, pack, accept(lexicon, pack, document, slots, raw));
}

}  // namespace rapport::match
