// Which words each match of a pattern holds: what lets the matcher skip nearly
// all patterns on nearly all texts without running them.
//
// A word here is a run of ASCII letters and digits, each run of digits in it
// written as one '0' ("20min" is "0min"). A text is cut into words at every
// other byte and at token edges, so that a pattern's "your talk" has its words
// whole in every match. What is said is never less than the truth: where words
// cannot be told (a gap, a class, a long choice), none are asked for.
//
// Thread rule: pure functions.
//
// Example: your (?:[^ ]+ )?(?:talk|post)s?
//   {your} behind no space, {post, posts, talk, talks} behind one or two
#ifndef RAPPORT_ANALYZER_LEXICON_PATTERN_WORDS_H_
#define RAPPORT_ANALYZER_LEXICON_PATTERN_WORDS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzer/lexicon/regex_facts.h"

namespace rapport::lexicon {

// How frequent words are in some text; a guess at what is rare.
using WordCounts = std::unordered_map<std::string, std::uint32_t>;
void count_words(std::string_view text, WordCounts& counts);

// Every match of a pattern holds one of `words`, so many spaces from its start.
struct NeededWords {
  Words words;
  Spaces behind;
  bool operator==(const NeededWords&) const = default;
};

// Words surely farther from the start than this are not asked for. Where they
// can be, `most` is one more, which stands for any number.
inline constexpr int kMostSpaces = 63;

// All that is needed, the rarest first; empty where nothing is known.
std::vector<NeededWords> words_of(const Regex& regex, const WordCounts& counts);

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_PATTERN_WORDS_H_
