// The fast matcher: one automaton of all rules, run from every word.
#include <algorithm>
#include <deque>
#include <memory>
#include <mutex>
#include <tuple>
#include <utility>

#include "analyzer/lexicon/pack_nfa.h"
#include "analyzer/match/lazy_dfa.h"
#include "analyzer/match/lazy_pattern.h"
#include "analyzer/match/matcher.h"
#include "analyzer/match/shapes.h"

namespace rapport::match {
namespace {

using Tag = std::uint32_t;  // lexicon::any_tag, except_tag

struct Found {
  Tag tag;
  ByteSpan span;
  bool operator<(const Found& other) const {
    return std::tie(tag, span) < std::tie(other.tag, other.span);
  }
};

// What a thread needs for one match(); made once and used again.
struct Scratch {
  Scratch(const LazyDfa& dfa, std::size_t tags) : states(dfa), progress(tags) {}

  // How far a tag has come in this text.
  struct Progress {
    std::uint32_t free_from = 0;  // its matches end before here
    std::uint32_t end = 0;        // of its match from the present start; 0: none
  };

  StateCache states;
  std::vector<Progress> progress;  // one a tag
  std::vector<Tag> touched;        // tags with a match from the present start
  std::vector<Tag> used;           // tags to reset, perhaps more than once
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
        runs_(2 * pack.rules.size(), true) {
    for (int rule = 0; rule < static_cast<int>(pack.rules.size()); ++rule) {
      const auto index = static_cast<std::size_t>(rule);
      const bool runs = mask.empty() || mask[index];
      if (runs && pack.rules[index].shape != lexicon::Shape::kNone) shaped_.push_back(rule);
      if (!runs) runs_[2 * index] = runs_[2 * index + 1] = false;
    }
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
    run_automaton(document, edges, *scratch);
    for (const Outsider& outsider : outsiders_) {
      scratch->spans.clear();
      outsider.pattern.get().find_all(document.folded, edges, scratch->spans);
      for (ByteSpan span : scratch->spans) scratch->found.push_back({outsider.tag, span});
    }
    std::sort(scratch->found.begin(), scratch->found.end());
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
    return std::make_unique<Scratch>(dfa_, runs_.size());
  }

  void run_automaton(const text::Document& document, const Edges& edges, Scratch& scratch) const {
    auto& progress = scratch.progress;
    scratch.used.clear();
    for (std::uint32_t start : document.edges) {
      if (!edges.starts_at(start)) continue;
      scratch.touched.clear();
      dfa_.run(scratch.states, document.folded, start, edges.limit(start), [&](Tag tag, std::size_t end) {
        if (!edges.ends_at(end) || !runs_[tag] || progress[tag].free_from > start) return;
        if (progress[tag].end == 0) scratch.touched.push_back(tag);
        progress[tag].end = static_cast<std::uint32_t>(end);
      });
      for (Tag tag : scratch.touched) {
        const std::uint32_t end = std::exchange(progress[tag].end, 0);
        scratch.found.push_back({tag, {start, end}});
        progress[tag].free_from = end;
        scratch.used.push_back(tag);
      }
    }
    for (Tag tag : scratch.used) progress[tag].free_from = 0;
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
  std::vector<bool> runs_;   // one a tag: asked for, and whole in the automaton
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
