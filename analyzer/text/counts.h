// The length of a text in every unit a platform may count in.
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_TEXT_COUNTS_H_
#define RAPPORT_ANALYZER_TEXT_COUNTS_H_

#include <cstddef>
#include <string_view>

namespace rapport::text {

struct Counts {
  std::size_t bytes = 0;
  std::size_t code_points = 0;
  std::size_t utf16_units = 0;
  std::size_t graphemes = 0;  // extended grapheme clusters, UAX #29
};

// REQUIRES: text is valid UTF-8. Complexity: linear; ASCII without ICU.
Counts count(std::string_view text);

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_COUNTS_H_
