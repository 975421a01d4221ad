#include "analyzer/text/utf8.h"

#include <cstdint>
#include <cstring>

namespace rapport::text {
namespace {

// The length of the character at `at` where it is whole; where it is not, the
// length of its maximal subpart with `whole` false. Table 3-7 of the standard.
std::size_t character_size(std::string_view bytes, std::size_t at, bool& whole) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(at);
  whole = true;
  if (lead < 0x80) return 1;
  std::size_t size = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    size = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    size = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;  // no surrogates
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    size = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  }
  for (std::size_t i = 1; i < size; ++i) {
    if (at + i >= bytes.size() || byte(at + i) < low || byte(at + i) > high) {
      whole = false;
      return i;
    }
    low = 0x80;
    high = 0xBF;
  }
  whole = size != 0;
  return whole ? size : 1;
}

// The end of the stretch of valid UTF-8 that starts at `at`.
std::size_t valid_end(std::string_view bytes, std::size_t at) {
  while (true) {
    at = find_non_ascii(bytes, at);
    if (at == bytes.size()) return at;
    bool whole = false;
    const std::size_t size = character_size(bytes, at, whole);
    if (!whole) return at;
    at += size;
  }
}

constexpr std::size_t kSniffedBytes = 4096;

}  // namespace

std::size_t find_non_ascii(std::string_view text, std::size_t from) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  std::size_t at = from;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, 8);
    if (word & kHighBits) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

bool is_ascii(std::string_view text) { return find_non_ascii(text, 0) == text.size(); }

bool is_utf8(std::string_view bytes) { return valid_end(bytes, 0) == bytes.size(); }

void repair_utf8(std::string_view given, std::string& text, std::vector<std::size_t>& repairs,
                 std::vector<Document::Shift>& shifts) {
  std::size_t end = valid_end(given, 0);
  text.assign(given.substr(0, end));
  while (end < given.size()) {
    repairs.push_back(end);
    bool whole = false;
    end += character_size(given, end, whole);
    text += kReplacementUtf8;
    const std::ptrdiff_t shift =
        static_cast<std::ptrdiff_t>(end) - static_cast<std::ptrdiff_t>(text.size());
    if (shift != (shifts.empty() ? 0 : shifts.back().given_minus_text)) {
      shifts.push_back({text.size(), shift});
    }
    const std::size_t next = valid_end(given, end);
    text += given.substr(end, next - end);
    end = next;
  }
}

std::size_t encode_utf8(char32_t c, char* out) {
  std::size_t size = 0;
  const auto put = [&](char32_t byte) { out[size++] = static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return size;
}

void append_utf8(char32_t c, std::string& out) {
  char bytes[4];
  out.append(bytes, encode_utf8(c, bytes));
}

std::string_view without_bom(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text;
}

bool looks_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  const std::string_view head = bytes.substr(0, kSniffedBytes);
  constexpr std::size_t kFewest = 4;  // bytes: a single NUL tells nothing
  if (head.size() < kFewest) return false;
  std::size_t nuls[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) nuls[i & 1] += head[i] == '\0';
  const std::size_t half = head.size() / 2;
  // Latin text in UTF-16: nearly all NULs on one side, nearly none on the other.
  return (nuls[0] * 10 >= half * 7 && nuls[1] * 10 <= half) ||
         (nuls[1] * 10 >= half * 7 && nuls[0] * 10 <= half);
}

bool looks_binary(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  constexpr std::string_view kSignatures[] = {
      "\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF"sv, "GIF87a"sv, "GIF89a"sv, "%PDF-"sv,
      "PK\x03\x04"sv,        "PK\x05\x06"sv,   "\x1F\x8B"sv, "\x7F" "ELF"sv, "BZh9"sv,
      "\x28\xB5\x2F\xFD"sv,  "\xFD" "7zXZ\0"sv, "7z\xBC\xAF\x27\x1C"sv, "SQLite format 3\0"sv,
  };
  for (const std::string_view signature : kSignatures) {
    if (bytes.starts_with(signature)) return true;
  }
  const std::string_view head = bytes.substr(0, kSniffedBytes);
  std::size_t controls = 0;
  std::size_t nuls = 0;
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    nuls += byte == 0;
    controls += (byte < 0x20 && !(byte >= 0x07 && byte <= 0x0D) && byte != 0x1B) || byte == 0x7F;
  }
  // Compressed bytes hold one control character in ten; text none, or a few
  // strays, which a short text may hold as well.
  constexpr std::size_t kFewestStrays = 4;
  return (nuls > kFewestStrays && nuls * 50 > head.size()) ||
         (controls > kFewestStrays && controls * 20 > head.size());
}

}  // namespace rapport::text
