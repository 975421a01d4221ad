#include "corpus/tuning/alternatives.h"

#include <atomic>
#include <deque>
#include <mutex>
#include <optional>

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/match/pattern.h"

namespace rapport::corpus {
namespace {

struct OnePattern {
  std::once_flag once;
  std::optional<match::CompiledPattern> compiled;
  std::atomic<bool> fired{false};
};

// Of one rule; a deque, since its members cannot move.
using RulePatterns = std::deque<OnePattern>;

// Whether the pattern alone gives this very stretch.
bool gives(const match::CompiledPattern& pattern, const text::Document& document,
           const match::Edges& edges, ByteSpan span) {
  const auto start = static_cast<std::uint32_t>(document.to_folded(span.begin));
  std::vector<ByteSpan> found;
  pattern.find_at(document.folded, edges, &start, 1, found);
  return !found.empty() && document.to_text(found.front()) == span;
}

}  // namespace

struct Alternatives::State {
  const LexiconData& data;
  std::vector<std::vector<RulePatterns>> packs;
};

Alternatives::Alternatives(const LexiconData& data)
    : state_(std::make_unique<State>(State{data, {}})) {
  for (const lexicon::Pack& pack : data.packs) {
    std::vector<RulePatterns>& rules = state_->packs.emplace_back(pack.rules.size());
    for (std::size_t i = 0; i < rules.size(); ++i) rules[i].resize(pack.rules[i].any.size());
  }
}

Alternatives::~Alternatives() = default;

void Alternatives::add(const Reading& reading) {
  if (reading.hits.empty()) return;
  const auto pack = static_cast<std::size_t>(reading.pack);
  const match::Edges edges(reading.document);
  for (const RuleHit& hit : reading.hits) {
    const lexicon::Rule& rule = state_->data.packs[pack].rules[static_cast<std::size_t>(hit.rule)];
    RulePatterns& patterns = state_->packs[pack][static_cast<std::size_t>(hit.rule)];
    // The only pattern of a rule gave its hit.
    if (patterns.size() == 1) patterns.front().fired = true;
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      OnePattern& one = patterns[i];
      if (one.fired.load(std::memory_order_relaxed)) continue;
      std::call_once(one.once, [&] {
        one.compiled.emplace(std::vector<std::string_view>{rule.any[i].expanded});
      });
      if (gives(*one.compiled, reading.document, edges, hit.span)) one.fired = true;
    }
  }
}

std::vector<std::size_t> Alternatives::silent(std::size_t pack, std::size_t rule) const {
  std::vector<std::size_t> out;
  const RulePatterns& patterns = state_->packs[pack][rule];
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    if (!patterns[i].fired) out.push_back(i);
  }
  return out;
}

}  // namespace rapport::corpus
