// One nondeterministic automaton over UTF-8 bytes of all patterns of a pack,
// anchored where it is started. Some patterns start together, others apart
// (word_index.h says which); what is equal behind their starts they share.
//
// Made once, while the program is built, for the packs that it carries; when a
// pack of a folder is loaded, at that time. analyzer/match/lazy_dfa.h runs it.
// Method: Thompson's construction, from the end of each pattern to its
// beginning, with equal states shared and alternatives that begin with the same
// byte joined to a trie; then moves that read nothing are folded away. It is
// exact on valid UTF-8, which a folded text is.
//
// Thread rule: immutable once built.
#ifndef RAPPORT_ANALYZER_LEXICON_NFA_H_
#define RAPPORT_ANALYZER_LEXICON_NFA_H_

#include <array>
#include <bitset>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analyzer/lexicon/regex_syntax.h"
#include "analyzer/lexicon/word_index.h"

namespace rapport::lexicon {

// A place in the automaton: index into Nfa::first_edge.
using NfaState = std::uint32_t;

// What can happen next in a state, without any move that reads nothing.
struct NfaEdge {
  // As `set`: what tag `out` stands for matches here.
  static constexpr std::uint32_t kAccept = ~std::uint32_t{0};

  std::uint32_t set = 0;  // index into Nfa::sets: on one of these bytes
  std::uint32_t out = 0;  // on to this state
  auto operator<=>(const NfaEdge&) const = default;
};

using ByteSet = std::bitset<256>;

struct Nfa {
  Nfa() = default;
  Nfa(const Nfa&) = delete;
  Nfa& operator=(const Nfa&) = delete;

  std::span<const NfaEdge> edges_of(NfaState state) const {
    return edges.subspan(first_edge[state], first_edge[state + 1] - first_edge[state]);
  }
  std::size_t states() const { return first_edge.size() - 1; }

  static constexpr NfaState kStart = 0;  // of the patterns that start together
  // Of the vectors below, or of the program's image. One more than states.
  std::span<const std::uint32_t> first_edge;
  std::span<const NfaEdge> edges;  // of a state: kAccept first
  std::vector<std::uint32_t> owned_first_edge;
  std::vector<NfaEdge> owned_edges;
  std::vector<ByteSet> sets;
  WordIndex index;                     // of the patterns that start apart
  std::vector<std::uint32_t> refused;  // tags of patterns that add() did not take; rising
  // Bytes that no state tells apart have one class, counted from 0.
  std::array<std::uint8_t, 256> byte_class{};
  std::uint32_t classes = 0;
};

// Finds values that their owner keeps in a vector, by hash: open addressing.
class HashIndex {
 public:
  // The place of a value in its vector, or kNone; `is(place)` says whether that
  // is the one. Where there is none, add() with the same hash puts it here.
  template <typename Is>
  std::uint32_t find(std::uint64_t hash, Is is) const;
  void add(std::uint64_t hash, std::uint32_t place);

  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

 private:
  struct Entry {
    std::uint32_t place = kNone;
    std::uint32_t hash = 0;
  };
  static std::uint64_t mixed(std::uint64_t hash);

  std::vector<Entry> entries_ = std::vector<Entry>(1 << 10);
  std::size_t used_ = 0;
};

class NfaBuilder {
 public:
  // `counts`: of words in text as it will be matched; a guess at what is rare.
  explicit NfaBuilder(WordCounts counts = {});

  // Adds a pattern (RE2 syntax, folded); a match of it is reported as `tag`.
  // Where its syntax is not taken (regex_syntax.h) or it is over
  // kMostPatternNodes, the tag is one of Nfa::refused.
  void add(std::string_view pattern, std::uint32_t tag);
  std::shared_ptr<const Nfa> build();

  static constexpr std::size_t kMostPatternNodes = 100'000;

 private:
  enum class Kind : std::uint8_t {
    kFail,
    kBytes,   // on a byte of set `other`, on to `out`
    kSplit,   // to `out` and to `other`, without reading
    kAccept,  // what tag `out` stands for matches here
  };
  struct Node {
    Kind kind;
    std::uint32_t out;
    std::uint32_t other;
  };
  using NodeId = std::uint32_t;
  using Nodes = std::vector<NodeId>;

  NodeId node(Kind kind, std::uint32_t out, std::uint32_t other);
  NodeId emit(const Regex& regex, NodeId next);
  NodeId emit_class(const Regex& regex, NodeId next);
  std::uint32_t set_of(const ByteSet& bytes);
  NodeId byte_range(std::uint32_t low, std::uint32_t high, NodeId next);
  NodeId emit_repeat(const Regex& regex, NodeId next);
  NodeId alternate(const Nodes& nodes, int join);
  NodeId split(const Nodes& nodes);
  const std::vector<NfaEdge>& closure(NodeId from);
  void flatten(NodeId from, Nodes& out) const;

  std::vector<Node> nodes_;
  std::vector<ByteSet> sets_;
  std::vector<std::uint32_t> refused_;
  WordCounts counts_;
  Nodes starts_;
  WordIndexBuilder index_;  // its starts are nodes
  HashIndex known_;  // of nodes_, but those of loops
  std::unordered_map<ByteSet, std::uint32_t> known_sets_;
  std::map<std::pair<Nodes, int>, NodeId> alternatives_;
  std::vector<bool> is_loop_;
  std::size_t most_nodes_ = 0;
  // Of closure(): its result, and at which call a node was met.
  std::vector<NfaEdge> closure_;
  Nodes pending_;
  std::vector<std::uint32_t> seen_;
  std::uint32_t generation_ = 0;
};

inline std::uint64_t HashIndex::mixed(std::uint64_t hash) {
  hash ^= hash >> 31;
  hash *= 0x9e3779b97f4a7c15u;
  return hash >> 32;
}

template <typename Is>
std::uint32_t HashIndex::find(std::uint64_t hash, Is is) const {
  const std::uint64_t mix = mixed(hash);
  for (std::size_t at = mix;; ++at) {
    const Entry& entry = entries_[at &= entries_.size() - 1];
    if (entry.place == kNone) return kNone;
    if (entry.hash == static_cast<std::uint32_t>(mix) && is(entry.place)) return entry.place;
  }
}

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_NFA_H_
