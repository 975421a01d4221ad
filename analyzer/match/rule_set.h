// Says which of many patterns match a text at all, in one pass (RE2::Set).
//
// A set that does not fit its memory is split; a part that still fails, or
// fails while matching, answers "all of its rules may match": an overflow costs
// time and never a finding.
//
// Thread rule: immutable once built; const members are safe to share.
#ifndef RAPPORT_ANALYZER_MATCH_RULE_SET_H_
#define RAPPORT_ANALYZER_MATCH_RULE_SET_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::match {

// RE2's default of 8 MB makes a set of hundreds of rules several times slower.
inline constexpr int kSetMemory = 64 << 20;

class RuleSet {
 public:
  // `patterns[i]`: the alternatives of rule i, in folded RE2 syntax.
  // `memory`: bytes that RE2 may use for a set.
  // REQUIRES: each compiles.
  explicit RuleSet(const std::vector<std::vector<std::string_view>>& patterns,
                   int memory = kSetMemory);
  ~RuleSet();
  RuleSet(RuleSet&&) noexcept;

  // Appends the indexes of all rules that may match, sorted: all that do, and
  // where memory ran out, more.
  void candidates(std::string_view folded, std::vector<int>& out) const;

  // In how many sets the rules are; 1 unless memory ran out.
  std::size_t parts() const;

 private:
  struct Part;
  void build(const std::vector<std::vector<std::string_view>>& patterns, int from, int to);
  int memory_;
  std::vector<std::unique_ptr<Part>> parts_;
};

}  // namespace rapport::match

#endif  // RAPPORT_ANALYZER_MATCH_RULE_SET_H_
