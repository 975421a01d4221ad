// The literal beginnings of a pattern: what every match of it starts with.
//
// A rule can only match where one of its beginnings stands, so a text is walked
// once against the beginnings of all rules, and a pattern is not even compiled
// until one of them is met.
//
// Thread rule: pure function.
//
// Example: "(?:quick|short) calls?" gives {"quick call", "short call"}.
#ifndef RAPPORT_ANALYZER_LEXICON_PREFIXES_H_
#define RAPPORT_ANALYZER_LEXICON_PREFIXES_H_

#include <string>
#include <string_view>
#include <vector>

namespace rapport::lexicon {

inline constexpr std::size_t kMostPrefixes = 64;      // of one pattern
inline constexpr std::size_t kLongestPrefix = 8;      // bytes

// Strings of which each match of `pattern` (RE2 syntax, folded) starts with
// one; none is the beginning of another. Empty: there is no such set, or it is
// over the bounds, or the syntax is not one that is understood here.
std::vector<std::string> literal_prefixes(std::string_view pattern);

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_PREFIXES_H_
