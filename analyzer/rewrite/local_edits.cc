#include "analyzer/rewrite/local_edits.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "analyzer/rewrite/candidate.h"
#include "analyzer/rewrite/judge.h"

namespace rapport::rewrite {
namespace {

constexpr std::size_t kMostShortenings = 12;  // measured; the most promising ones
// A draft is measured at most so often, and over so many bytes in all: a long
// one gets fewer edits and not a longer wait.
constexpr std::size_t kMostMeasurements = 60;
constexpr std::size_t kMostSignals = 600;  // for which an edit is looked for
constexpr std::size_t kMostMeasuredBytes = 64u << 10;  // so that edits cost one large draft more

// Tenths of points of the signals that overlap a span, in logarithmic time.
class SpanSums {
 public:
  explicit SpanSums(const std::vector<Signal>& signals) {
    for (const Signal& signal : signals) {
      if (signal.part != Part::kText) continue;
      begins_.emplace_back(signal.bytes.begin, signal.contribution.tenths);
      ends_.emplace_back(signal.bytes.end, signal.contribution.tenths);
    }
    for (auto* sums : {&begins_, &ends_}) {
      std::sort(sums->begin(), sums->end());
      for (std::size_t i = 1; i < sums->size(); ++i) (*sums)[i].second += (*sums)[i - 1].second;
    }
  }
  int overlapping(ByteSpan span) const {
    return before(begins_, span.end) - before(ends_, span.begin + 1);
  }

 private:
  using Sums = std::vector<std::pair<std::size_t, int>>;  // offset -> sum up to it

  static int before(const Sums& sums, std::size_t offset) {
    const auto after = std::lower_bound(
        sums.begin(), sums.end(), offset,
        [](const auto& sum, std::size_t at) { return sum.first < at; });
    return after == sums.begin() ? 0 : std::prev(after)->second;
  }

  Sums begins_;
  Sums ends_;
};

class Search {
 public:
  explicit Search(const EditInput& input)
      : input_(input),
        negatives_(negatives(input.lexicon, input.before)),
        left_(std::min(kMostMeasurements,
                       kMostMeasuredBytes / (1 + input.document.text.size()))) {}

  std::vector<Edit> run(std::size_t most) {
    std::vector<const Signal*> worst_first;
    for (const Signal& signal : input_.before.signals) {
      if (signal.part == Part::kText && is_negative(input_.lexicon, signal.signal)) {
        worst_first.push_back(&signal);
      }
    }
    std::stable_sort(worst_first.begin(), worst_first.end(), [](const Signal* a, const Signal* b) {
      return a->contribution < b->contribution;
    });
    if (worst_first.size() > kMostSignals) worst_first.resize(kMostSignals);
    for (const Signal* signal : worst_first) {
      if (left_ == 0) break;
      try_signal(*signal);
    }
    for (const Limit& limit : input_.before.limits) {
      if (limit.name == "body" && limit.level == Limit::Level::kError) try_shortening(limit);
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Edit& a, const Edit& b) {
      return std::pair(-a.gain.tenths, a.bytes) < std::pair(-b.gain.tenths, b.bytes);
    });
    std::vector<Edit> kept;
    for (Edit& edit : found_) {
      const bool clear = std::none_of(kept.begin(), kept.end(), [&](const Edit& other) {
        return other.bytes.overlaps(edit.bytes);
      });
      if (clear && kept.size() < most) kept.push_back(std::move(edit));
    }
    return kept;
  }

 private:
  void try_signal(const Signal& signal) {
    for (const lexicon::EditRule* edit : edits_for(input_.pack, signal)) {
      const auto candidate = make_candidate(input_.document, *edit, signal.bytes);
      if (!candidate || !tried_.insert({candidate->span, candidate->replacement}).second) continue;
      if (try_candidate(*candidate, edit->note, signal.rule)) return;
    }
  }

  bool try_candidate(const Candidate& candidate, const std::string& note, const std::string& rule) {
    const auto gain = measure(candidate, broken_limits(input_.before));
    if (gain) offer(candidate, *gain, note, rule);
    return gain.has_value();
  }

  void offer(const Candidate& candidate, Points gain, const std::string& note,
             const std::string& rule) {
    Edit edit;
    edit.bytes = candidate.span;
    edit.replacement = candidate.replacement;
    edit.gain = gain;
    edit.note = note;
    edit.rule = rule;
    found_.push_back(std::move(edit));
  }

  // The gain, where the edit may be offered and breaks at most so many limits.
  std::optional<Points> measure(const Candidate& candidate, int most_broken) {
    if (left_ == 0) return std::nullopt;
    --left_;
    const std::string text = apply(input_.document, candidate);
    std::vector<ByteSpan> filled;
    const auto shift = static_cast<std::ptrdiff_t>(candidate.replacement.size()) -
                       static_cast<std::ptrdiff_t>(candidate.span.size());
    for (ByteSpan span : input_.filled) {
      if (span.begin >= candidate.span.end) {
        span.begin = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(span.begin) + shift);
        span.end = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(span.end) + shift);
      }
      filled.push_back(span);
    }
    filled.push_back(
        {candidate.span.begin, candidate.span.begin + candidate.replacement.size()});
    const Analysis after = input_.measure(text, filled, nullptr);
    if (!after.score || broken_limits(after) > most_broken) return std::nullopt;
    if (brings_new(negatives_, negatives(input_.lexicon, after))) return std::nullopt;
    const Points gain = *after.score - *input_.before.score;
    if (gain < kLeastGain) return std::nullopt;
    return gain;
  }

  void try_shortening(const Limit& limit) {
    std::vector<std::pair<int, ByteSpan>> runs;  // with the points that go with it
    const SpanSums lost(input_.before.signals);
    for (ByteSpan run : shortening_runs(input_.document, limit.count - limit.max)) {
      runs.emplace_back(lost.overlapping(run), run);
    }
    std::stable_sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) {
      return std::pair(a.first, a.second.size()) < std::pair(b.first, b.second.size());
    });
    if (runs.size() > kMostShortenings) runs.resize(kMostShortenings);
    std::optional<Points> best;
    std::optional<Candidate> chosen;
    for (const auto& [points, run] : runs) {
      const Candidate candidate = remove_run(input_.document, run);
      const auto gain = measure(candidate, broken_limits(input_.before) - 1);
      if (gain && (!best || *gain > *best)) {
        best = gain;
        chosen = candidate;
      }
    }
    if (chosen) offer(*chosen, *best, input_.pack.shorten_note, "length");
  }

  const EditInput& input_;
  std::map<std::string, int> negatives_;
  std::size_t left_;  // measurements
  std::set<std::pair<ByteSpan, std::string>> tried_;
  std::vector<Edit> found_;
};

}  // namespace

std::vector<Edit> local_edits(const EditInput& input, std::size_t most) {
  return Search(input).run(most);
}

}  // namespace rapport::rewrite
