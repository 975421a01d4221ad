// Runs an automaton from one of its states and one place of a text: each step
// is one look-up in a table of deterministic states, made when first needed.
//
// Method: subset construction on demand, as in RE2 and grep; anchored at the
// start, so that most words leave the automaton within a few bytes and the sets
// stay small. All starts share one table: what two patterns have in common
// behind them is made once.
//
// Thread rule: LazyDfa is immutable and safe to share; a StateCache serves one
// thread at a time.
#ifndef RAPPORT_ANALYZER_MATCH_LAZY_DFA_H_
#define RAPPORT_ANALYZER_MATCH_LAZY_DFA_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzer/lexicon/nfa.h"

namespace rapport::match {

class LazyDfa;

// The deterministic states made so far. At its budget it forgets all of them
// and begins anew.
class StateCache {
 public:
  explicit StateCache(const LazyDfa& dfa);

 private:
  friend class LazyDfa;

  using Number = std::int32_t;  // of a state; kNone: not made yet
  static constexpr Number kNone = -1;

  // Most states are left by one or two byte classes: these few are kept in
  // place, and a state with more gets a row of a table.
  struct State {
    static constexpr std::size_t kFew = 4;

    std::uint32_t first_member = 0;  // into members_: states of the Nfa
    std::uint32_t members = 0;
    std::uint32_t first_tag = 0;     // into tags_: what matches here, rising
    std::uint16_t tags = 0;
    std::uint8_t moves = 0;
    std::array<std::uint8_t, kFew> byte_class{};
    std::array<Number, kFew> next{};
    Number row = kNone;              // into rows_, times stride_
  };

  Number next(Number state, std::uint8_t byte_class) const {
    const State& from = states_[static_cast<std::size_t>(state)];
    if (from.row != kNone) {
      return rows_[static_cast<std::size_t>(from.row) * stride_ + byte_class];
    }
    for (std::size_t i = 0; i < from.moves; ++i) {
      if (from.byte_class[i] == byte_class) return from.next[i];
    }
    return kNone;
  }
  void set_next(Number state, std::uint8_t byte_class, Number next);
  void clear();
  std::size_t bytes() const;
  void grow_index();

  std::uint32_t stride_;
  std::vector<State> states_;
  std::vector<Number> rows_;
  std::vector<lexicon::NfaState> members_;
  std::vector<std::uint32_t> tags_;
  std::vector<Number> starts_;  // by state of the Nfa; those of starts are its first
  std::vector<Number> index_;  // by hash of the members, open addressing
  // For making a state: of kernel members, the sorted set.
  std::vector<lexicon::NfaState> fresh_;
};

class LazyDfa {
 public:
  // Bytes a cache may hold before it is cleared.
  static constexpr std::size_t kCacheBudget = 16 << 20;

  // `nfa` must outlive this.
  explicit LazyDfa(const lexicon::Nfa& nfa) : nfa_(nfa) {}

  // Calls use(tag, end) for each tag that matches text[start, end) from state
  // `from` on, end rising up to `limit`. A tag can be named at more than one end.
  // Complexity: one look-up a byte read, where the states are made.
  template <typename Use>
  void run(StateCache& cache, lexicon::NfaState from, std::string_view text, std::size_t start,
           std::size_t limit, Use use) const;

  const lexicon::Nfa& nfa() const { return nfa_; }

 private:
  static constexpr std::int32_t kDead = 0;
  friend class StateCache;

  // Where `state` goes on a byte of `byte_class`. A cleared cache makes all
  // other state numbers void.
  std::int32_t step(StateCache& cache, std::int32_t state, unsigned char byte) const;
  std::int32_t intern(StateCache& cache) const;
  std::int32_t start(StateCache& cache, lexicon::NfaState from) const {
    if (from < cache.starts_.size() && cache.starts_[from] > kDead) return cache.starts_[from];
    return make_start(cache, from);
  }
  std::int32_t make_start(StateCache& cache, lexicon::NfaState from) const;

  const lexicon::Nfa& nfa_;
};

template <typename Use>
void LazyDfa::run(StateCache& cache, lexicon::NfaState from, std::string_view text,
                  std::size_t start, std::size_t limit, Use use) const {
  std::int32_t state = this->start(cache, from);
  for (std::size_t at = start; at < limit;) {
    const auto byte = static_cast<unsigned char>(text[at]);
    std::int32_t next = cache.next(state, nfa_.byte_class[byte]);
    if (next < 0) next = step(cache, state, byte);
    if (next == kDead) return;
    state = next;
    ++at;
    const StateCache::State& reached = cache.states_[static_cast<std::size_t>(state)];
    for (std::uint32_t i = 0; i < reached.tags; ++i) use(cache.tags_[reached.first_tag + i], at);
  }
}

}  // namespace rapport::match

#endif  // RAPPORT_ANALYZER_MATCH_LAZY_DFA_H_
