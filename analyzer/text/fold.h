// The fold: the one form of text that patterns see, with a map back.
//
// In this order (docs/text.md tells each with examples):
//   1. curly quotes, primes, backtick and acute become ', the double ones ";
//      every dash and the minus sign becomes -;
//   2. NFKC case fold (Unicode 15); default-ignorables are dropped by it:
//      zero-width characters, variation selectors, bidi controls, soft hyphens;
//   3. marks are dropped from Latin letters, and o, l, d, h, t with a stroke,
//      dotless i, ae and oe become plain; other scripts keep their marks;
//   4. a run of white space, line ends as well, becomes one space;
//   5. a slot becomes one U+E000 (kSlotUtf8); that character, where the text
//      itself holds it, becomes U+FFFD.
// A base with more than 31 marks is folded in parts of 32 code points, as in
// the Stream-Safe Text Format: that is what keeps hostile text linear.
//
// Thread rule: pure functions.
//
// Example:
//   fold_literal("Caf\u00e9 \u2014 don\u2019t");      // "cafe - don't"
#ifndef RAPPORT_ANALYZER_TEXT_FOLD_H_
#define RAPPORT_ANALYZER_TEXT_FOLD_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/span.h"

namespace rapport::text {

// Sets `folded` to the fold of `text`, and `map` to the text offset of the
// character behind each folded byte, plus one entry text.size() at the end.
// The map never decreases. Both keep their capacity: reuse them.
// REQUIRES: text is valid UTF-8; slots are ordered, do not overlap and lie on
// borders of characters. Complexity: linear; ASCII without ICU.
void fold(std::string_view text, const std::vector<ByteSpan>& slots, std::string& folded,
          std::vector<std::uint32_t>& map);

// Steps 1 to 3 alone, for patterns' literals and word lists: white space keeps
// its number, and U+E000 stays. Invalid UTF-8 is repaired first.
std::string fold_literal(std::string_view text);

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_FOLD_H_
