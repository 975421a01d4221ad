#include "analyzer/text/chars.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "analyzer/text/utf8.h"

namespace rapport::text {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

constexpr char32_t kEmojiVariation = 0xFE0F;
constexpr char32_t kTextVariation = 0xFE0E;
constexpr char32_t kKeycap = 0x20E3;
// From here on pictographs are drawn in colour on most phones, asked or not.
constexpr char32_t kFirstDingbat = 0x2600;

}  // namespace

bool is_white_space(char32_t c) {
  if (c < 0x80) return is_ascii_space(static_cast<char>(c));
  return u_isUWhiteSpace(icu(c));
}

bool is_ignorable(char32_t c) {
  return c >= 0x80 && u_hasBinaryProperty(icu(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_mark(char32_t c) { return c >= 0x300 && u_charType(icu(c)) == U_NON_SPACING_MARK; }

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  return u_isUAlphabetic(icu(c));
}

bool is_digit(char32_t c) {
  if (c < 0x80) return is_ascii_digit(static_cast<char>(c));
  return u_isdigit(icu(c));
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isUUppercase(icu(c)) || u_istitle(icu(c));
}

bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_isULowercase(icu(c));
}

bool is_latin(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(icu(c), &status) == USCRIPT_LATIN;
}

bool starts_emoji(char32_t c, char32_t next) {
  if (c < 0x80) {
    const bool has_keycap = is_ascii_digit(static_cast<char>(c)) || c == '#' || c == '*';
    return has_keycap && (next == kKeycap || next == kEmojiVariation);
  }
  if (next == kTextVariation) return false;
  if (u_hasBinaryProperty(icu(c), UCHAR_EMOJI_PRESENTATION)) return true;
  if (u_hasBinaryProperty(icu(c), UCHAR_REGIONAL_INDICATOR)) return true;
  if (!u_hasBinaryProperty(icu(c), UCHAR_EMOJI)) return false;
  return next == kEmojiVariation || c >= kFirstDingbat;
}

char32_t code_point_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do {
    --at;
  } while (at > 0 && is_continuation(text[at]));
  return next_code_point(text, at);
}

ByteSpan trim(std::string_view text, ByteSpan span) {
  while (span.begin < span.end) {
    std::size_t next = span.begin;
    const char32_t c = next_code_point(text, next);
    if (!is_white_space(c) && !is_ignorable(c)) break;
    span.begin = next;
  }
  // An ignorable behind a visible character is part of it: a joiner, a
  // variation selector. Only one that follows white space goes with it.
  std::size_t end = span.end;
  while (end > span.begin) {
    const char32_t c = code_point_before(text, end);
    const bool space = is_white_space(c);
    if (!space && !is_ignorable(c)) break;
    --end;
    while (end > span.begin && is_continuation(text[end])) --end;
    if (space) span.end = end;
  }
  return span;
}

}  // namespace rapport::text
