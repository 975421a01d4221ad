// What can be said of all that a part of a pattern matches: how it begins and
// ends, how many spaces it has, and where these are few, the strings themselves.
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_LEXICON_REGEX_FACTS_H_
#define RAPPORT_ANALYZER_LEXICON_REGEX_FACTS_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/lexicon/regex_syntax.h"

namespace rapport::lexicon {

constexpr bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
}

// Appends `bytes`, each run of digits as one '0', also across the join.
void append_as_word(std::string_view bytes, std::string& out);

using Words = std::vector<std::string>;  // sorted, each once
void sort_unique(Words& words);

struct Ends {
  bool empty = false;       // the part can match nothing
  bool word_first = false;  // a match can begin with a word byte
  bool word_last = false;
};
Ends ends_of(const Regex& regex);

// How many spaces there are, or can be.
struct Spaces {
  int least = 0;
  int most = 0;
  bool operator==(const Spaces&) const = default;
};
Spaces spaces_of(const Regex& regex);
Spaces spaces_in(std::string_view bytes);
Spaces sum(Spaces a, Spaces b);
Spaces either(Spaces a, Spaces b);

// All that a part matches, its digits as in words; nothing where that is too much.
using Strings = std::optional<Words>;
inline constexpr std::size_t kLongestString = 60;
Strings strings_of(const Regex& regex);
Strings product(const Words& a, const Words& b);

// Whether it is a class of digits alone.
bool is_digits(const Regex& regex);

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_REGEX_FACTS_H_
