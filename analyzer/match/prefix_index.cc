#include "analyzer/match/prefix_index.h"

namespace rapport::match {

PrefixIndex::PrefixIndex() : nodes_(1) {}

void PrefixIndex::add(std::string_view prefix, int rule) {
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    const auto byte = static_cast<unsigned char>(prefix[i]);
    std::uint32_t next = i == 0 ? roots_[byte] : child(node, byte);
    if (next == 0) {
      next = static_cast<std::uint32_t>(nodes_.size());
      Node fresh;
      fresh.byte = byte;
      if (i == 0) {
        roots_[byte] = next;
      } else {
        fresh.next_sibling = nodes_[node].first_child;
        nodes_[node].first_child = next;
      }
      nodes_.push_back(fresh);
    }
    node = next;
  }
  rules_.push_back({rule, nodes_[node].first_rule});
  nodes_[node].first_rule = static_cast<std::int32_t>(rules_.size() - 1);
}

}  // namespace rapport::match
