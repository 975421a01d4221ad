// A trie of the beginnings of all rules, walked from each token edge of a text.
//
// Thread rule: immutable once built; const members are safe to share.
#ifndef RAPPORT_ANALYZER_MATCH_PREFIX_INDEX_H_
#define RAPPORT_ANALYZER_MATCH_PREFIX_INDEX_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rapport::match {

class PrefixIndex {
 public:
  PrefixIndex();

  void add(std::string_view prefix, int rule);

  // Calls use(rule) for each rule of which a beginning stands at `offset`; a
  // rule can be named more than once.
  template <typename Use>
  void each_at(std::string_view text, std::size_t offset, Use use) const;

 private:
  struct Node {
    std::uint32_t first_child = 0;  // 0: none
    std::uint32_t next_sibling = 0;
    std::int32_t first_rule = -1;   // index into rules_
    unsigned char byte = 0;
  };
  struct RuleLink {
    int rule = 0;
    std::int32_t next = -1;
  };

  std::uint32_t child(std::uint32_t node, unsigned char byte) const;

  std::array<std::uint32_t, 256> roots_{};
  std::vector<Node> nodes_;  // 0 is no node
  std::vector<RuleLink> rules_;
};

template <typename Use>
void PrefixIndex::each_at(std::string_view text, std::size_t offset, Use use) const {
  if (offset >= text.size()) return;
  std::uint32_t node = roots_[static_cast<unsigned char>(text[offset])];
  while (node != 0) {
    for (std::int32_t link = nodes_[node].first_rule; link >= 0;
         link = rules_[static_cast<std::size_t>(link)].next) {
      use(rules_[static_cast<std::size_t>(link)].rule);
    }
    if (++offset >= text.size()) return;
    node = child(node, static_cast<unsigned char>(text[offset]));
  }
}

inline std::uint32_t PrefixIndex::child(std::uint32_t node, unsigned char byte) const {
  std::uint32_t next = nodes_[node].first_child;
  while (next != 0 && nodes_[next].byte != byte) next = nodes_[next].next_sibling;
  return next;
}

}  // namespace rapport::match

#endif  // RAPPORT_ANALYZER_MATCH_PREFIX_INDEX_H_
