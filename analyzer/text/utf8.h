// UTF-8: reading it, repairing it, and telling other things from it.
//
// Repair is what browsers do (WHATWG Encoding, Unicode 3.9 "U+FFFD substitution
// of maximal subparts"): the longest run of bytes that begins a character
// rightly and is then broken off becomes one U+FFFD, and so does every byte
// that can begin none. E1 80 41 is U+FFFD 'A'; C0 80 is two of them.
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_TEXT_UTF8_H_
#define RAPPORT_ANALYZER_TEXT_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/document.h"

namespace rapport::text {

inline constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";  // U+FFFD

// Whether all bytes are below 0x80. Eight bytes a step.
bool is_ascii(std::string_view text);

// The offset of the first byte from `from` on that is not ASCII; size() if none.
std::size_t find_non_ascii(std::string_view text, std::size_t from);

// Whether the bytes are UTF-8.
bool is_utf8(std::string_view bytes);

// Sets `text` to the given bytes, repaired; adds the given offset of each
// repair and the shifts of Document::shifts. Linear.
void repair_utf8(std::string_view given, std::string& text, std::vector<std::size_t>& repairs,
                 std::vector<Document::Shift>& shifts);

// The code point at `at`, which moves behind it.
// REQUIRES: text is valid UTF-8 and `at` is the border of a character in it.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
  };
  const char32_t lead = byte(at);
  if (lead < 0x80) return ++at, lead;
  if (lead < 0xE0) {
    at += 2;
    return (lead & 0x1F) << 6 | (byte(at - 1) & 0x3F);
  }
  if (lead < 0xF0) {
    at += 3;
    return (lead & 0x0F) << 12 | (byte(at - 2) & 0x3F) << 6 | (byte(at - 1) & 0x3F);
  }
  at += 4;
  return (lead & 0x07) << 18 | (byte(at - 3) & 0x3F) << 12 | (byte(at - 2) & 0x3F) << 6 |
         (byte(at - 1) & 0x3F);
}

// True for the second and later bytes of a character.
inline bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Writes 1 to 4 bytes to `out`; gives their number.
std::size_t encode_utf8(char32_t code_point, char* out);
void append_utf8(char32_t code_point, std::string& out);

// The text without a byte order mark (U+FEFF) at its start.
std::string_view without_bom(std::string_view text);

// Whether a file is UTF-16: by its byte order mark, or because every other one
// of its first bytes is NUL. Looks at the first 4 KiB.
bool looks_utf16(std::string_view bytes);

// Whether a file is no text at all: a signature of a common binary format, or
// many control characters, NULs or broken UTF-8 in its first 4 KiB. A stray NUL
// or a text in a one-byte encoding is not binary. Ask looks_utf16 first.
bool looks_binary(std::string_view bytes);

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_UTF8_H_
