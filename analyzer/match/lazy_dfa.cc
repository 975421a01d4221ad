#include "analyzer/match/lazy_dfa.h"

#include <algorithm>

namespace rapport::match {

using lexicon::Nfa;
using lexicon::NfaEdge;
using lexicon::NfaState;

namespace {

std::uint64_t hash_of(const NfaState* members, std::size_t count) {
  std::uint64_t hash = 1469598103934665603u;  // FNV-1a, a word at a time
  for (std::size_t i = 0; i < count; ++i) hash = (hash ^ members[i]) * 1099511628211u;
  return hash ^ hash >> 32;
}

}  // namespace

StateCache::StateCache(const LazyDfa& dfa) : stride_(dfa.nfa().classes) { clear(); }

void StateCache::set_next(Number state, std::uint8_t byte_class, Number next) {
  State& from = states_[static_cast<std::size_t>(state)];
  if (from.row == kNone && from.moves < State::kFew) {
    from.byte_class[from.moves] = byte_class;
    from.next[from.moves++] = next;
    return;
  }
  if (from.row == kNone) {
    from.row = static_cast<Number>(rows_.size() / stride_);
    rows_.insert(rows_.end(), stride_, kNone);
    for (std::size_t i = 0; i < State::kFew; ++i) {
      rows_[static_cast<std::size_t>(from.row) * stride_ + from.byte_class[i]] = from.next[i];
    }
  }
  rows_[static_cast<std::size_t>(from.row) * stride_ + byte_class] = next;
}

void StateCache::clear() {
  states_.assign(1, State{});  // kDead: no members
  rows_.clear();
  members_.clear();
  tags_.clear();
  starts_.clear();
  std::fill(index_.begin(), index_.end(), kNone);
}

std::size_t StateCache::bytes() const {
  return states_.size() * sizeof states_[0] + rows_.size() * sizeof rows_[0] +
         members_.size() * sizeof members_[0] + tags_.size() * sizeof tags_[0] +
         index_.size() * sizeof index_[0];
}

// At least twice as many places as states.
void StateCache::grow_index() {
  if (2 * states_.size() < index_.size()) return;
  constexpr std::size_t kFirst = 1 << 12;
  index_.assign(std::max(kFirst, 2 * index_.size()), kNone);
  for (std::size_t i = 1; i < states_.size(); ++i) {
    std::size_t at = hash_of(members_.data() + states_[i].first_member, states_[i].members);
    while (index_[at &= index_.size() - 1] != kNone) ++at;
    index_[at] = static_cast<Number>(i);
  }
}

std::int32_t LazyDfa::make_start(StateCache& cache, NfaState from) const {
  if (cache.starts_.size() <= from) cache.starts_.resize(from + 1, StateCache::kNone);
  cache.fresh_ = {from};
  return cache.starts_[from] = intern(cache);
}

std::int32_t LazyDfa::step(StateCache& cache, std::int32_t state, unsigned char byte) const {
  auto& fresh = cache.fresh_;
  fresh.clear();
  const StateCache::State& from = cache.states_[static_cast<std::size_t>(state)];
  for (std::uint32_t i = 0; i < from.members; ++i) {
    for (const NfaEdge& edge : nfa_.edges_of(cache.members_[from.first_member + i])) {
      if (edge.set != NfaEdge::kAccept && nfa_.sets[edge.set][byte]) fresh.push_back(edge.out);
    }
  }
  std::sort(fresh.begin(), fresh.end());
  fresh.erase(std::unique(fresh.begin(), fresh.end()), fresh.end());
  if (cache.bytes() > kCacheBudget) {
    cache.clear();
    return intern(cache);
  }
  const std::int32_t next = intern(cache);
  cache.set_next(state, nfa_.byte_class[byte], next);
  return next;
}

// The state with the members of fresh_, made if there was none.
std::int32_t LazyDfa::intern(StateCache& cache) const {
  const auto& fresh = cache.fresh_;
  if (fresh.empty()) return kDead;
  cache.grow_index();
  const auto& members = cache.members_;
  std::size_t at = hash_of(fresh.data(), fresh.size());
  for (std::int32_t known;
       (known = cache.index_[at &= cache.index_.size() - 1]) != StateCache::kNone; ++at) {
    const StateCache::State& state = cache.states_[static_cast<std::size_t>(known)];
    if (state.members == fresh.size() &&
        std::equal(fresh.begin(), fresh.end(), members.begin() + state.first_member)) {
      return known;
    }
  }
  const auto made = static_cast<std::int32_t>(cache.states_.size());
  cache.index_[at] = made;
  StateCache::State state;
  state.first_member = static_cast<std::uint32_t>(members.size());
  state.members = static_cast<std::uint32_t>(fresh.size());
  state.first_tag = static_cast<std::uint32_t>(cache.tags_.size());
  for (NfaState member : fresh) {
    for (const NfaEdge& edge : nfa_.edges_of(member)) {
      if (edge.set != NfaEdge::kAccept) break;
      cache.tags_.push_back(edge.out);
    }
  }
  const auto tags = cache.tags_.begin() + state.first_tag;
  std::sort(tags, cache.tags_.end());
  cache.tags_.erase(std::unique(tags, cache.tags_.end()), cache.tags_.end());
  state.tags = static_cast<std::uint16_t>(cache.tags_.size() - state.first_tag);
  cache.members_.insert(cache.members_.end(), fresh.begin(), fresh.end());
  cache.states_.push_back(state);
  return made;
}

}  // namespace rapport::match
