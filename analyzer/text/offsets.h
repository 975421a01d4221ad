// Converts offsets of one text between bytes, code points and UTF-16 units.
//
// Document::code_points() uses the same index; UTF-16 is for protocols that ask
// for it (editors, browsers).
//
// Ownership: an OffsetMap holds a view of the text, which must outlive it.
// Thread rule: immutable; every member is const and safe to share.
// Complexity: linear to make; each conversion looks at no more than 64 bytes
// plus, from code points or UTF-16, a binary search.
//
// Example:
//   OffsetMap map("caf\u00e9 x");
//   map.code_points(5);         // 4
//   map.byte_of_utf16(4);       // 5
#ifndef RAPPORT_ANALYZER_TEXT_OFFSETS_H_
#define RAPPORT_ANALYZER_TEXT_OFFSETS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rapport::text {

// Bytes between two entries of an index.
inline constexpr std::size_t kIndexStep = 64;

// Code points that begin before every kIndexStep-th byte; empty for ASCII.
// REQUIRES: text is valid UTF-8.
std::vector<std::uint32_t> make_code_point_index(std::string_view text);

// Code points that begin before byte `at`, by that index.
std::size_t count_code_points(std::string_view text, const std::vector<std::uint32_t>& index,
                              std::size_t at);

class OffsetMap {
 public:
  // REQUIRES: text is valid UTF-8.
  explicit OffsetMap(std::string_view text);

  // Units before byte `at`. REQUIRES: `at` is the border of a character.
  std::size_t code_points(std::size_t at) const;
  std::size_t utf16_units(std::size_t at) const;

  // The byte where a unit's character begins: the middle of a surrogate pair is
  // taken back to the pair. What lies behind the end is the end.
  std::size_t byte_of_code_point(std::size_t code_point) const;
  std::size_t byte_of_utf16(std::size_t unit) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t> code_points_;
  std::vector<std::uint32_t> utf16_units_;  // before every kIndexStep-th byte
};

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_OFFSETS_H_
