#include "analyzer/lexicon/nfa.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "analyzer/text/utf8.h"

namespace rapport::lexicon {
namespace {

// For how many bytes alternatives that begin alike are joined: all patterns, the
// choices of a group, and neither where a part is optional. Further joining
// makes copies of what follows for little gain: the automaton is run lazily.
constexpr int kJoinPatterns = 8;
constexpr int kJoinChoices = 4;
constexpr int kJoinNothing = 0;
constexpr std::uint32_t kFailNode = 0;
constexpr std::uint32_t kLastAscii = 0x7F;
constexpr std::uint32_t kLastCodePoint = 0x10FFFF;

struct ByteRange {
  std::uint32_t low;
  std::uint32_t high;
};

// Splits a range of code points into ranges of byte sequences: within each, a
// byte may be anything from its low to its high, whatever the others are.
template <typename Use>
void utf8_sequences(std::uint32_t first, std::uint32_t last, Use use) {
  for (std::uint32_t most : {0x7Fu, 0x7FFu, 0xFFFFu}) {
    if (first <= most && most < last) {
      utf8_sequences(first, most, use);
      utf8_sequences(most + 1, last, use);
      return;
    }
  }
  if (last >= 0x80) {
    for (int i = 1; i < 4; ++i) {
      const std::uint32_t tail = (1u << (6 * i)) - 1;
      if ((first & ~tail) == (last & ~tail)) continue;
      if ((first & tail) != 0) {
        utf8_sequences(first, first | tail, use);
        utf8_sequences((first | tail) + 1, last, use);
        return;
      }
      if ((last & tail) != tail) {
        utf8_sequences(first, (last & ~tail) - 1, use);
        utf8_sequences(last & ~tail, last, use);
        return;
      }
    }
  }
  char low[4];
  char high[4];
  const std::size_t size = text::encode_utf8(first, low);
  text::encode_utf8(last, high);
  std::vector<ByteRange> sequence;
  for (std::size_t i = 0; i < size; ++i) {
    sequence.push_back({static_cast<unsigned char>(low[i]), static_cast<unsigned char>(high[i])});
  }
  use(sequence);
}

// REQUIRES: a class.
ByteSet ascii_of(const Regex& regex) {
  ByteSet out;
  for (const CodePointRange& range : regex.ranges) {
    for (std::uint32_t c = range.first; c <= std::min(range.last, kLastAscii); ++c) out.set(c);
  }
  return out;
}
bool takes_all_beyond_ascii(const Regex& regex) {
  return !regex.ranges.empty() && regex.ranges.back().first <= kLastAscii + 1 &&
         regex.ranges.back().last == kLastCodePoint;
}

}  // namespace

NfaBuilder::NfaBuilder(WordCounts counts) : counts_(std::move(counts)) {
  nodes_.push_back({Kind::kFail, 0, 0});
  is_loop_.push_back(false);
  for (std::size_t byte = 0; byte < 256; ++byte) set_of(ByteSet().set(byte));
}

std::uint32_t NfaBuilder::set_of(const ByteSet& bytes) {
  const auto [found, fresh] =
      known_sets_.try_emplace(bytes, static_cast<std::uint32_t>(sets_.size()));
  if (fresh) sets_.push_back(bytes);
  return found->second;
}

NfaBuilder::NodeId NfaBuilder::byte_range(std::uint32_t low, std::uint32_t high, NodeId next) {
  ByteSet bytes;
  for (std::uint32_t byte = low; byte <= high; ++byte) bytes.set(byte);
  return node(Kind::kBytes, next, set_of(bytes));
}

void HashIndex::add(std::uint64_t hash, std::uint32_t place) {
  const auto put = [](std::vector<Entry>& entries, Entry entry) {
    std::size_t at = entry.hash;
    while (entries[at &= entries.size() - 1].place != kNone) ++at;
    entries[at] = entry;
  };
  if (2 * ++used_ > entries_.size()) {
    std::vector<Entry> larger(2 * entries_.size());
    for (const Entry& entry : entries_) {
      if (entry.place != kNone) put(larger, entry);
    }
    entries_ = std::move(larger);
  }
  put(entries_, {place, static_cast<std::uint32_t>(mixed(hash))});
}

NfaBuilder::NodeId NfaBuilder::node(Kind kind, std::uint32_t out, std::uint32_t other) {
  const std::uint64_t hash =
      std::uint64_t{out} << 34 ^ std::uint64_t{other} << 2 ^ static_cast<std::uint64_t>(kind);
  const std::uint32_t known = known_.find(hash, [&](std::uint32_t place) {
    const Node& one = nodes_[place];
    return one.kind == kind && one.out == out && one.other == other;
  });
  if (known != HashIndex::kNone) return known;
  const auto fresh = static_cast<NodeId>(nodes_.size());
  known_.add(hash, fresh);
  nodes_.push_back({kind, out, other});
  is_loop_.push_back(false);
  return fresh;
}

// What a refused pattern left behind cannot be reached; build() drops it.
void NfaBuilder::add(std::string_view pattern, std::uint32_t tag) {
  const std::optional<Regex> regex = parse_regex(pattern);
  most_nodes_ = nodes_.size() + kMostPatternNodes;
  const NodeId start =
      regex ? emit(*regex, node(Kind::kAccept, tag, 0)) : kFailNode;
  if (!regex || nodes_.size() > most_nodes_) {
    if (refused_.empty() || refused_.back() != tag) refused_.push_back(tag);
    return;
  }
  const std::vector<NeededWords> needed = words_of(*regex, counts_);
  if (needed.empty()) {
    starts_.push_back(start);
  } else {
    index_.add(needed, start, tag);
  }
}

NfaBuilder::NodeId NfaBuilder::emit(const Regex& regex, NodeId next) {
  if (nodes_.size() > most_nodes_) return kFailNode;
  switch (regex.kind) {
    case Regex::Kind::kLiteral:
      for (std::size_t i = regex.bytes.size(); i-- > 0;) {
        const std::uint32_t byte = static_cast<unsigned char>(regex.bytes[i]);
        next = node(Kind::kBytes, next, byte);  // the set of this byte
      }
      return next;
    case Regex::Kind::kClass: return emit_class(regex, next);
    case Regex::Kind::kConcatenate:
      for (std::size_t i = regex.parts.size(); i-- > 0;) next = emit(regex.parts[i], next);
      return next;
    case Regex::Kind::kAlternate: {
      Nodes states;
      for (const Regex& part : regex.parts) states.push_back(emit(part, next));
      return alternate(states, kJoinChoices);
    }
    case Regex::Kind::kRepeat: return emit_repeat(regex, next);
  }
  return kFailNode;
}

NfaBuilder::NodeId NfaBuilder::emit_class(const Regex& regex, NodeId next) {
  Nodes states;
  const auto add = [&](const std::vector<ByteRange>& sequence) {
    NodeId state = next;
    for (std::size_t i = sequence.size(); i-- > 0;) {
      state = byte_range(sequence[i].low, sequence[i].high, state);
    }
    states.push_back(state);
  };
  const ByteSet ascii = ascii_of(regex);
  if (ascii.any()) states.push_back(node(Kind::kBytes, next, set_of(ascii)));
  if (takes_all_beyond_ascii(regex)) {
    const ByteRange tail = {0x80, 0xBF};
    add({{0xC0, 0xDF}, tail});
    add({{0xE0, 0xEF}, tail, tail});
    add({{0xF0, 0xF7}, tail, tail, tail});
  } else {
    for (const CodePointRange& range : regex.ranges) {
      if (range.last > kLastAscii) {
        utf8_sequences(std::max(range.first, kLastAscii + 1), range.last, add);
      }
    }
  }
  return alternate(states, kJoinChoices);
}

NfaBuilder::NodeId NfaBuilder::emit_repeat(const Regex& regex, NodeId next) {
  const Regex& part = regex.parts[0];
  NodeId out = next;
  int least = regex.least;
  if (regex.most == Regex::kUnbounded) {
    // Not shared: what it leads to is known only when the part is there.
    const auto loop = static_cast<NodeId>(nodes_.size());
    nodes_.push_back({Kind::kSplit, next, next});
    is_loop_.push_back(true);
    NodeId body = kFailNode;
    if (part.kind == Regex::Kind::kClass && takes_all_beyond_ascii(part)) {
      // Byte by byte: whatever follows cannot go on within a character.
      ByteSet bytes = ascii_of(part);
      for (std::size_t byte = kLastAscii + 1; byte < bytes.size(); ++byte) bytes.set(byte);
      body = node(Kind::kBytes, loop, set_of(bytes));
    } else {
      body = emit(part, loop);
    }
    nodes_[loop].out = body;
    out = loop;
  } else {
    for (int i = regex.least; i < regex.most; ++i) out = alternate({emit(part, out), next}, kJoinNothing);
  }
  for (; least > 0; --least) out = emit(part, out);
  return out;
}

void NfaBuilder::flatten(NodeId state, Nodes& out) const {
  while (nodes_[state].kind == Kind::kSplit && !is_loop_[state]) {
    flatten(nodes_[state].out, out);
    state = nodes_[state].other;
  }
  if (state != kFailNode) out.push_back(state);
}

NfaBuilder::NodeId NfaBuilder::alternate(const Nodes& states, int join) {
  Nodes flat;
  for (NodeId state : states) flatten(state, flat);
  std::sort(flat.begin(), flat.end());
  flat.erase(std::unique(flat.begin(), flat.end()), flat.end());
  if (join == 0) return split(flat);
  const auto [memo, fresh] = alternatives_.try_emplace({flat, join}, kFailNode);
  if (fresh) {
    Nodes joined;
    std::map<std::uint32_t, Nodes> by_bytes;
    for (NodeId state : flat) {
      const Node& one = nodes_[state];
      if (one.kind == Kind::kBytes) {
        by_bytes[one.other].push_back(one.out);
      } else {
        joined.push_back(state);
      }
    }
    for (const auto& [bytes, outs] : by_bytes) {
      const NodeId out = outs.size() == 1 ? outs[0] : alternate(outs, join - 1);
      joined.push_back(node(Kind::kBytes, out, bytes));
    }
    memo->second = split(joined);
  }
  return memo->second;
}

// To all of `nodes`, without reading.
NfaBuilder::NodeId NfaBuilder::split(const Nodes& nodes) {
  if (nodes.empty()) return kFailNode;
  NodeId out = nodes.back();
  for (std::size_t i = nodes.size() - 1; i-- > 0;) out = node(Kind::kSplit, nodes[i], out);
  return out;
}

// Edges of a state: those of all nodes that can be reached without reading.
const std::vector<NfaEdge>& NfaBuilder::closure(NodeId from) {
  auto& out = closure_;
  auto& pending = pending_;
  out.clear();
  pending = {from};
  ++generation_;
  seen_.resize(nodes_.size(), 0);
  while (!pending.empty()) {
    const NodeId id = pending.back();
    pending.pop_back();
    if (std::exchange(seen_[id], generation_) == generation_) continue;
    const Node& one = nodes_[id];
    switch (one.kind) {
      case Kind::kFail: break;
      case Kind::kBytes: out.push_back({one.other, one.out}); break;
      case Kind::kAccept: out.push_back({NfaEdge::kAccept, one.out}); break;
      case Kind::kSplit:
        pending.push_back(one.other);
        pending.push_back(one.out);
        break;
    }
  }
  // kAccept is the greatest set: first.
  std::sort(out.begin(), out.end(), std::greater<>());
  return out;
}

std::shared_ptr<const Nfa> NfaBuilder::build() {
  auto out = std::make_shared<Nfa>();
  auto& first_edge = out->owned_first_edge;
  auto& edges = out->owned_edges;  // to nodes, until all states are known
  // Nodes with the same edges are one state.
  const NodeId start = alternate(starts_, kJoinPatterns);
  std::vector<NfaState> state_of(nodes_.size(), HashIndex::kNone);
  HashIndex known;
  const auto number = [&](NodeId node) {
    NfaState& state = state_of[node];
    if (state != HashIndex::kNone) return;
    const std::vector<NfaEdge>& own = closure(node);
    std::uint64_t hash = own.size();
    for (const NfaEdge& edge : own) {
      hash = (hash ^ (edge.set | std::uint64_t{edge.out} << 32)) * 1099511628211u;
    }
    state = known.find(hash, [&](std::uint32_t other) {
      const std::size_t begin = first_edge[other];
      const std::size_t end = other + 1 < first_edge.size() ? first_edge[other + 1] : edges.size();
      return end - begin == own.size() &&
             std::equal(own.begin(), own.end(), edges.begin() + static_cast<std::ptrdiff_t>(begin));
    });
    if (state != HashIndex::kNone) return;
    state = static_cast<NfaState>(first_edge.size());
    known.add(hash, state);
    first_edge.push_back(static_cast<std::uint32_t>(edges.size()));
    edges.insert(edges.end(), own.begin(), own.end());
  };
  number(start);
  out->index = index_.build();
  for (const WordIndex::Apart& apart : out->index.patterns) number(apart.start);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (edges[i].set != NfaEdge::kAccept) number(edges[i].out);
  }
  first_edge.push_back(static_cast<std::uint32_t>(edges.size()));
  std::vector<std::uint32_t> set_place(sets_.size(), HashIndex::kNone);
  for (NfaEdge& edge : edges) {
    if (edge.set == NfaEdge::kAccept) continue;
    edge.out = state_of[edge.out];
    std::uint32_t& place = set_place[edge.set];
    if (place == HashIndex::kNone) {
      place = static_cast<std::uint32_t>(out->sets.size());
      out->sets.push_back(sets_[edge.set]);
    }
    edge.set = place;
  }
  for (WordIndex::Apart& apart : out->index.patterns) apart.start = state_of[apart.start];
  out->first_edge = first_edge;
  out->edges = edges;
  out->refused = std::move(refused_);
  std::map<std::vector<bool>, std::uint8_t> classes;
  for (std::size_t byte = 0; byte < out->byte_class.size(); ++byte) {
    std::vector<bool> members;
    for (const ByteSet& set : out->sets) members.push_back(set[byte]);
    const auto fresh = static_cast<std::uint8_t>(classes.size());
    out->byte_class[byte] = classes.try_emplace(std::move(members), fresh).first->second;
  }
  out->classes = static_cast<std::uint32_t>(classes.size());
  return out;
}

}  // namespace rapport::lexicon
