// A compiled pattern that is made when first asked for: most never are.
//
// Thread rule: const members are safe to share.
#ifndef RAPPORT_ANALYZER_MATCH_LAZY_PATTERN_H_
#define RAPPORT_ANALYZER_MATCH_LAZY_PATTERN_H_

#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "analyzer/lexicon/rule.h"
#include "analyzer/match/pattern.h"

namespace rapport::match {

inline std::vector<std::string_view> expanded(const std::vector<lexicon::Pattern>& patterns) {
  std::vector<std::string_view> out;
  for (const lexicon::Pattern& pattern : patterns) out.push_back(pattern.expanded);
  return out;
}

class LazyPattern {
 public:
  // The union of `patterns`, which must outlive this.
  explicit LazyPattern(const std::vector<lexicon::Pattern>& patterns) : patterns_(patterns) {}

  const CompiledPattern& get() const {
    std::call_once(once_, [this] { compiled_.emplace(expanded(patterns_)); });
    return *compiled_;
  }

 private:
  const std::vector<lexicon::Pattern>& patterns_;
  mutable std::once_flag once_;
  mutable std::optional<CompiledPattern> compiled_;
};

}  // namespace rapport::match

#endif  // RAPPORT_ANALYZER_MATCH_LAZY_PATTERN_H_
