// The part of RE2's syntax that the matching automaton takes, as a tree.
//
// Taken: literals, `.`, classes (ranges, negation, \d \w \s and their
// opposites), groups without capture names or flags, alternation, and the
// quantifiers ? * + {m} {m,} {m,n}, lazy or not (which is the same where the
// longest match wins). Not taken: anchors, \b, \p{...}, [[:name:]], flags; a rule
// with one of these is matched by RE2 itself.
//
// Thread rule: pure function.
#ifndef RAPPORT_ANALYZER_LEXICON_REGEX_SYNTAX_H_
#define RAPPORT_ANALYZER_LEXICON_REGEX_SYNTAX_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::lexicon {

// Code points from `first` to `last`, both included.
struct CodePointRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  auto operator<=>(const CodePointRange&) const = default;
};

struct Regex {
  enum class Kind : std::uint8_t {
    kLiteral,      // bytes; empty matches the empty string
    kClass,        // one code point of `ranges` (sorted, disjoint)
    kConcatenate,  // all of `parts`, in order
    kAlternate,    // one of `parts`
    kRepeat,       // parts[0], at least `least` and at most `most` times
  };
  static constexpr int kUnbounded = -1;

  Kind kind = Kind::kLiteral;
  std::string bytes;
  std::vector<CodePointRange> ranges;
  std::vector<Regex> parts;
  int least = 0;
  int most = 0;
};

// Nothing where the pattern has syntax that is not taken, or none that is valid.
std::optional<Regex> parse_regex(std::string_view pattern);

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_REGEX_SYNTAX_H_
