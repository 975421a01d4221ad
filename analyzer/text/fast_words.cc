#include "analyzer/text/fast_words.h"

#include <array>

namespace rapport::text {
namespace {

// Word_Break of ASCII, as bits so that a choice of classes is one test.
enum : std::uint8_t {
  kOther = 0,
  kLetter = 1,      // ALetter
  kNumeric = 2,
  kExtender = 4,    // ExtendNumLet: _
  kMidLetter = 8,   // : and, for letters and numbers, . and '
  kMidNumber = 16,  // , ; and . '
  kSpace = 32,      // WSegSpace: the space alone
  kCarriage = 64,
};
constexpr std::uint8_t kWordLike = kLetter | kNumeric | kExtender;

constexpr std::array<std::uint8_t, 128> kWordBreak = [] {
  std::array<std::uint8_t, 128> table{};
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = kNumeric;
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = table[c - 'a' + 'A'] = kLetter;
  table['_'] = kExtender;
  table[':'] = kMidLetter;
  table['.'] = table['\''] = kMidLetter | kMidNumber;
  table[','] = table[';'] = kMidNumber;
  table[' '] = kSpace;
  table['\r'] = kCarriage;
  return table;
}();

}  // namespace

void ascii_word_ends(std::string_view text, std::size_t base, std::vector<std::uint32_t>& ends) {
  const auto class_at = [&](std::size_t i) {
    return kWordBreak[static_cast<unsigned char>(text[i])];
  };
  const std::size_t size = text.size();
  std::size_t at = 0;
  while (at < size) {
    std::uint8_t before = class_at(at++);
    if (before & kWordLike) {
      while (at < size) {
        const std::uint8_t next = class_at(at);
        if (next & kWordLike) {  // WB5, 8 to 10, 13a, 13b
          before = next;
          ++at;
          continue;
        }
        // WB6, 7, 11, 12: one mark between two letters or two numbers.
        if (at + 1 < size && (((next & kMidLetter) && (before & class_at(at + 1) & kLetter)) ||
                              ((next & kMidNumber) && (before & class_at(at + 1) & kNumeric)))) {
          before = class_at(at + 1);
          at += 2;
          continue;
        }
        break;
      }
    } else if (before & kSpace) {  // WB3d
      while (at < size && text[at] == ' ') ++at;
    } else if (before & kCarriage) {  // WB3
      if (at < size && text[at] == '\n') ++at;
    }
    ends.push_back(static_cast<std::uint32_t>(base + at));
  }
}

}  // namespace rapport::text
