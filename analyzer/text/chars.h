// What the text layer asks of a character, answered from ICU's tables.
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_TEXT_CHARS_H_
#define RAPPORT_ANALYZER_TEXT_CHARS_H_

#include <string_view>

#include "analyzer/span.h"

namespace rapport::text {

// The property White_Space: line ends and the no-break space as well.
bool is_white_space(char32_t c);

// Default_Ignorable_Code_Point: zero-width characters, variation selectors,
// bidi controls, the soft hyphen. They are no part of what a reader sees.
bool is_ignorable(char32_t c);

// The combining marks that may be dropped from a letter (category Mn).
bool is_mark(char32_t c);

bool is_letter(char32_t c);
bool is_digit(char32_t c);
bool is_upper(char32_t c);  // upper or title case
bool is_lower(char32_t c);
bool is_latin(char32_t c);  // by script

// Whether a grapheme that starts with `c` and goes on with `next` (0: with
// nothing) is shown as an emoji.
bool starts_emoji(char32_t c, char32_t next);

inline bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
inline bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_ascii_alnum(char c) { return is_ascii_letter(c) || is_ascii_digit(c); }
inline bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
inline char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// The code point that ends before byte `at`; 0 at the start.
// REQUIRES: text is valid UTF-8, `at` the border of a character.
char32_t code_point_before(std::string_view text, std::size_t at);

// The span without white space, and ignorables next to it, at its ends. Empty
// at its begin if there is nothing else.
// REQUIRES: text is valid UTF-8, the span's ends are borders of characters.
ByteSpan trim(std::string_view text, ByteSpan span);

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_CHARS_H_
