// The fast matcher: one automaton of all rules. Most patterns are run only
// where the text has their words (word_filter.h), the rest from every word.
#include <algorithm>
#include <deque>
#include <memory>
#include <mutex>
#include <numeric>
#include <tuple>
#include <utility>

#include "analyzer/lexicon/pack_nfa.h"
#include "analyzer/match/lazy_dfa.h"
#include "analyzer/match/lazy_pattern.h"
#include "analyzer/match/matcher.h"
#include "analyzer/match/shapes.h"
#include "analyzer/match/word_filter.h"

namespace rapport::match {
namespace {

using Tag = std::uint32_t;  // lexicon::any_tag, except_tag

struct Found {
  Tag tag;
  ByteSpan span;
  // By tag and place; from one place, the longest first.
  bool operator<(const Found& other) const {
    return std::tie(tag, span.begin, other.span.end) <
           std::tie(other.tag, other.span.begin, span.end);
  }
};

// What a thread needs for one match(); made once and used again.
struct Scratch {
  Scratch(const LazyDfa& dfa, const WordFilter& filter, std::size_t tags)
      : states(dfa), words(filter), end(tags), asked(tags) {}

  StateCache states;
  WordFilter::Scratch words;
  std::vector<std::size_t> end;  // one a tag: of its match from the present start; 0: none
  std::vector<Tag> touched;      // tags with a match from the present start
  std::vector<bool> asked;       // one a tag: whether its exceptions are in the next
  std::vector<std::uint32_t> exceptions;  // of what was found; patterns that stand apart
  std::vector<Found> found;
  std::vector<ByteSpan> spans;
};

// A part of a rule that the automaton does not take: RE2 does it, when asked.
struct Outsider {
  Outsider(Tag of, const std::vector<lexicon::Pattern>& patterns) : tag(of), pattern(patterns) {}
  Tag tag;
  LazyPattern pattern;
};

class UnionMatcher : public Matcher {
 public:
  UnionMatcher(const lexicon::Pack& pack, const RuleMask& mask)
      : pack_(pack),
        nfa_(pack.nfa ? pack.nfa : lexicon::make_nfa(pack, mask)),
        dfa_(*nfa_),
        filter_(nfa_->index),
        runs_(2 * pack.rules.size(), true) {
    for (int rule = 0; rule < static_cast<int>(pack.rules.size()); ++rule) {
      const auto index = static_cast<std::size_t>(rule);
      const bool runs = mask.empty() || mask[index];
      if (runs && pack.rules[index].shape != lexicon::Shape::kNone) shaped_.push_back(rule);
      if (!runs) runs_[2 * index] = runs_[2 * index + 1] = false;
    }
    first_of_.assign(runs_.size() + 1, 0);
    for (const auto& apart : nfa_->index.patterns) ++first_of_[apart.tag + 1];
    std::partial_sum(first_of_.begin(), first_of_.end(), first_of_.begin());
    for (Tag tag : nfa_->refused) {
      const lexicon::Rule& rule = pack.rules[tag / 2];
      const bool runs = runs_[tag];
      runs_[tag] = false;  // in the automaton: some of its patterns may be there
      if (runs) {
        outsiders_.emplace_back(tag, tag % 2 ? rule.except : rule.any);
      }
    }
  }

  void match(const text::Document& document, std::vector<RawMatch>& out) const override {
    out.clear();
    std::unique_ptr<Scratch> scratch = take_scratch();
    scratch->found.clear();
    const Edges edges(document);
    run_together(document, edges, *scratch);
    for (const Outsider& outsider : outsiders_) {
      scratch->spans.clear();
      outsider.pattern.get().find_all(document.folded, edges, scratch->spans);
      for (ByteSpan span : scratch->spans) scratch->found.push_back({outsider.tag, span});
    }
    run_apart(document, edges, *scratch);
    keep_disjoint(scratch->found);
    keep_unexcepted(scratch->found, out);
    for (int rule : shaped_) {
      scratch->spans.clear();
      find_shape(pack_.rules[static_cast<std::size_t>(rule)], document, scratch->spans);
      for (ByteSpan span : scratch->spans) out.push_back({rule, span});
    }
    std::sort(out.begin(), out.end());
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(scratch));
  }

 private:
  std::unique_ptr<Scratch> take_scratch() const {
    {
      const std::lock_guard lock(mutex_);
      if (!free_.empty()) {
        std::unique_ptr<Scratch> out = std::move(free_.back());
        free_.pop_back();
        return out;
      }
    }
    return std::make_unique<Scratch>(dfa_, filter_, runs_.size());
  }

  // The patterns that start together, from every edge.
  void run_together(const text::Document& document, const Edges& edges, Scratch& scratch) const {
    if (nfa_->edges_of(lexicon::Nfa::kStart).empty()) return;
    auto& end_of = scratch.end;
    for (std::uint32_t start : document.edges) {
      if (!edges.starts_at(start)) continue;
      scratch.touched.clear();
      dfa_.run(scratch.states, lexicon::Nfa::kStart, document.folded, start, edges.limit(start),
               [&](Tag tag, std::size_t end) {
                 if (!edges.ends_at(end) || !runs_[tag]) return;
                 if (end_of[tag] == 0) scratch.touched.push_back(tag);
                 end_of[tag] = end;
               });
      for (Tag tag : scratch.touched) {
        scratch.found.push_back({tag, {start, std::exchange(end_of[tag], 0)}});
      }
    }
  }

  // The others, from where their words allow; exceptions to what was found only.
  void run_apart(const text::Document& document, const Edges& edges, Scratch& scratch) const {
    const auto run = [&](std::size_t pattern, std::size_t start) {
      const lexicon::WordIndex::Apart& apart = nfa_->index.patterns[pattern];
      if (!runs_[apart.tag]) return;
      std::size_t longest = 0;
      dfa_.run(scratch.states, apart.start, document.folded, start, edges.limit(start),
               [&](Tag, std::size_t end) {
                 if (edges.ends_at(end)) longest = end;
               });
      if (longest) scratch.found.push_back({apart.tag, {start, longest}});
    };
    filter_.candidates(document, edges, scratch.words, run);
    scratch.exceptions.clear();
    const std::size_t found = scratch.found.size();
    for (std::size_t i = 0; i < found; ++i) {
      const Tag except = scratch.found[i].tag + 1;
      if (except % 2 == 0 || scratch.asked[except]) continue;
      scratch.asked[except] = true;
      for (std::uint32_t at = first_of_[except]; at < first_of_[except + 1]; ++at) {
        scratch.exceptions.push_back(at);
      }
    }
    for (std::size_t i = 0; i < found; ++i) scratch.asked[scratch.found[i].tag | 1] = false;
    if (!scratch.exceptions.empty()) {
      filter_.candidates_of(scratch.exceptions, document, edges, scratch.words, run);
    }
  }

  // Of each tag the leftmost, of those the longest, then on from its end.
  static void keep_disjoint(std::vector<Found>& found) {
    std::sort(found.begin(), found.end());
    std::size_t kept = 0;
    for (const Found& one : found) {
      const bool first_of_tag = kept == 0 || found[kept - 1].tag != one.tag;
      if (first_of_tag || found[kept - 1].span.end <= one.span.begin) found[kept++] = one;
    }
    found.resize(kept);
  }

  // REQUIRES: `found` is sorted; the spans of a tag are disjoint.
  static void keep_unexcepted(const std::vector<Found>& found, std::vector<RawMatch>& out) {
    for (auto any = found.begin(); any != found.end();) {
      const Tag tag = any->tag;
      const auto any_end = std::find_if(any, found.end(), [&](const Found& one) { return one.tag != tag; });
      if (tag % 2 == 1) {  // an exception to nothing
        any = any_end;
        continue;
      }
      auto except = any_end;
      for (; any != any_end; ++any) {
        const auto is_exception = [&] { return except != found.end() && except->tag == tag + 1; };
        while (is_exception() && except->span.end <= any->span.begin) ++except;
        if (is_exception() && except->span.overlaps(any->span)) continue;
        out.push_back({static_cast<int>(tag / 2), any->span});
      }
    }
  }

  const lexicon::Pack& pack_;
  std::shared_ptr<const lexicon::Nfa> nfa_;
  LazyDfa dfa_;
  WordFilter filter_;
  std::vector<bool> runs_;   // one a tag: asked for, and whole in the automaton
  std::vector<std::uint32_t> first_of_;  // one a tag, and one more: of its patterns apart
  std::vector<int> shaped_;  // rules with a shape
  std::deque<Outsider> outsiders_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<Scratch>> free_;  // guarded by mutex_
};

}  // namespace

std::unique_ptr<Matcher> make_matcher(const lexicon::Pack& pack, const RuleMask& mask) {
  return std::make_unique<UnionMatcher>(pack, mask);
}

}  // namespace rapport::match
