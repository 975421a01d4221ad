#include "analyzer/match/matcher.h"

#include <algorithm>
#include <memory>

#include "analyzer/match/lazy_pattern.h"
#include "analyzer/match/rule_set.h"
#include "analyzer/match/shapes.h"

namespace rapport::match {
namespace {

// A rule's patterns.
struct LazyRule {
  explicit LazyRule(const lexicon::Rule& rule)
      : any(rule.any), except(rule.except), has_except(!rule.except.empty()) {}
  LazyPattern any;
  LazyPattern except;
  bool has_except;
};

bool runs(const RuleMask& mask, int rule) {
  return mask.empty() || mask[static_cast<std::size_t>(rule)];
}

class RuleRunner {
 public:
  RuleRunner(const lexicon::Pack& pack, const RuleMask& mask) : pack_(pack) {
    for (const lexicon::Rule& rule : pack.rules) {
      if (rule.shape != lexicon::Shape::kNone && runs(mask, size())) shaped_.push_back(size());
      rules_.push_back(std::make_unique<LazyRule>(rule));
    }
  }

  // Appends what the rules with a shape match, and sorts all.
  void add_shapes(const text::Document& document, std::vector<RawMatch>& out) const {
    thread_local std::vector<ByteSpan> spans;
    for (int rule : shaped_) {
      spans.clear();
      find_shape(pack_.rules[static_cast<std::size_t>(rule)], document, spans);
      for (ByteSpan span : spans) out.push_back({rule, span});
    }
    std::sort(out.begin(), out.end());
  }

  // `find(pattern, spans)` says where one pattern matches.
  template <typename Find>
  void run(int rule, Find find, std::vector<RawMatch>& out) const {
    thread_local std::vector<ByteSpan> spans;
    thread_local std::vector<ByteSpan> excepted;
    spans.clear();
    excepted.clear();
    const LazyRule& lazy = *rules_[static_cast<std::size_t>(rule)];
    find(lazy.any.get(), spans);
    if (spans.empty()) return;
    if (lazy.has_except) find(lazy.except.get(), excepted);
    // Both are in order and disjoint.
    auto other = excepted.cbegin();
    for (ByteSpan span : spans) {
      while (other != excepted.cend() && other->end <= span.begin) ++other;
      if (other == excepted.cend() || !other->overlaps(span)) out.push_back({rule, span});
    }
  }

  int size() const { return static_cast<int>(rules_.size()); }

 private:
  const lexicon::Pack& pack_;
  std::vector<std::unique_ptr<LazyRule>> rules_;
  std::vector<int> shaped_;
};

// The rules with patterns that run.
std::vector<int> running(const lexicon::Pack& pack, const RuleMask& mask) {
  std::vector<int> out;
  for (int rule = 0; rule < static_cast<int>(pack.rules.size()); ++rule) {
    const bool shaped = pack.rules[static_cast<std::size_t>(rule)].shape != lexicon::Shape::kNone;
    if (runs(mask, rule) && !shaped) out.push_back(rule);
  }
  return out;
}

std::vector<std::vector<std::string_view>> patterns(const lexicon::Pack& pack,
                                                           const std::vector<int>& rules) {
  std::vector<std::vector<std::string_view>> out;
  for (int rule : rules) out.push_back(expanded(pack.rules[static_cast<std::size_t>(rule)].any));
  return out;
}

// RE2::Set says which rules hit, then each one's own RE2 where.
class SetMatcher : public Matcher {
 public:
  SetMatcher(const lexicon::Pack& pack, const RuleMask& mask)
      : runner_(pack, mask), rules_(running(pack, mask)), set_(patterns(pack, rules_)) {}

  void match(const text::Document& document, std::vector<RawMatch>& out) const override {
    out.clear();
    thread_local std::vector<int> candidates;
    candidates.clear();
    set_.candidates(document.folded, candidates);
    const Edges edges(document);
    const auto find = [&](const CompiledPattern& pattern, std::vector<ByteSpan>& spans) {
      pattern.find_all(document.folded, edges, spans);
    };
    for (int candidate : candidates) {
      runner_.run(rules_[static_cast<std::size_t>(candidate)], find, out);
    }
    runner_.add_shapes(document, out);
  }

 private:
  RuleRunner runner_;
  std::vector<int> rules_;
  RuleSet set_;
};

class SlowMatcher : public Matcher {
 public:
  SlowMatcher(const lexicon::Pack& pack, const RuleMask& mask)
      : runner_(pack, mask), rules_(running(pack, mask)) {}

  void match(const text::Document& document, std::vector<RawMatch>& out) const override {
    out.clear();
    const Edges edges(document);
    const auto find = [&](const CompiledPattern& pattern, std::vector<ByteSpan>& spans) {
      pattern.find_all_slow(document.folded, edges, spans);
    };
    for (int rule : rules_) runner_.run(rule, find, out);
    runner_.add_shapes(document, out);
  }

 private:
  RuleRunner runner_;
  std::vector<int> rules_;
};

}  // namespace

std::unique_ptr<Matcher> make_set_matcher(const lexicon::Pack& pack, const RuleMask& mask) {
  return std::make_unique<SetMatcher>(pack, mask);
}

std::unique_ptr<Matcher> make_slow_matcher(const lexicon::Pack& pack, const RuleMask& mask) {
  return std::make_unique<SlowMatcher>(pack, mask);
}

}  // namespace rapport::match
