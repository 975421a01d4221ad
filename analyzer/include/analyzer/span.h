// Half-open stretches of text, typed by the unit they count in.
//
// A position means nothing without its unit: "café" is 4 code points, 5 bytes
// of UTF-8, and 4 or 5 graphemes and UTF-16 units depending on how the accent
// is written. Inside, the library works in bytes; reports use code points.
// `OffsetMap` (analyzer/text/offsets.h) is the one place that converts.
//
// Thread rule: plain values.
//
// Example:
//   rapport::ByteSpan span{3, 6};
//   span.size();                       // 3 bytes
//   span.overlaps({5, 9});             // true
#ifndef RAPPORT_ANALYZER_SPAN_H_
#define RAPPORT_ANALYZER_SPAN_H_

#include <algorithm>
#include <compare>
#include <cstddef>

namespace rapport {

// A span of one unit. `begin` is the first unit inside, `end` the first behind.
// REQUIRES: begin <= end.
template <typename Unit>
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(std::size_t at) const { return begin <= at && at < end; }
  bool contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  // Empty spans overlap nothing.
  bool overlaps(Span other) const {
    return std::max(begin, other.begin) < std::min(end, other.end);
  }
  auto operator<=>(const Span&) const = default;
};

struct ByteUnit;       // bytes of UTF-8
struct CodePointUnit;  // Unicode code points

using ByteSpan = Span<ByteUnit>;
using CodePointSpan = Span<CodePointUnit>;

}  // namespace rapport

#endif  // RAPPORT_ANALYZER_SPAN_H_
