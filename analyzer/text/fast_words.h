// Word and sentence borders of ASCII text without ICU: the fast path.
//
// Written from UAX #29's rules, cut down to the classes that ASCII has. The
// borders are exactly those of Segmenter's ICU path; a differential test holds
// the two against each other.
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_TEXT_FAST_WORDS_H_
#define RAPPORT_ANALYZER_TEXT_FAST_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rapport::text {

// Adds base + the end of each segment between word borders.
// REQUIRES: text is ASCII. Complexity: linear.
void ascii_word_ends(std::string_view text, std::size_t base, std::vector<std::uint32_t>& ends);

// The same for sentences, white space behind a sentence being part of it.
void ascii_sentence_ends(std::string_view text, std::size_t base, std::vector<std::uint32_t>& ends);

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_FAST_WORDS_H_
