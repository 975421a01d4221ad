#include "analyzer/text/offsets.h"

#include <algorithm>

#include "analyzer/text/chars.h"
#include "analyzer/text/document.h"
#include "analyzer/text/utf8.h"

namespace rapport::text {
namespace {

// A character counts in the unit of its first byte.
std::size_t code_point_weight(char c) { return !is_continuation(c); }
std::size_t utf16_weight(char c) {
  return code_point_weight(c) + (static_cast<unsigned char>(c) >= 0xF0);
}

template <typename Weight>
std::vector<std::uint32_t> make_index(std::string_view text, Weight weight) {
  std::vector<std::uint32_t> index;
  index.reserve(text.size() / kIndexStep + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at % kIndexStep == 0) index.push_back(count);
    count += static_cast<std::uint32_t>(weight(text[at]));
  }
  return index;
}

template <typename Weight>
std::size_t units_before(std::string_view text, const std::vector<std::uint32_t>& index,
                         std::size_t at, Weight weight) {
  at = std::min(at, text.size());
  if (index.empty()) return at;
  const std::size_t block = std::min(at / kIndexStep, index.size() - 1);
  std::size_t count = index[block];
  for (std::size_t i = block * kIndexStep; i < at; ++i) count += weight(text[i]);
  return count;
}

template <typename Weight>
std::size_t byte_of(std::string_view text, const std::vector<std::uint32_t>& index,
                    std::size_t unit, Weight weight) {
  if (index.empty()) return std::min(unit, text.size());
  const auto after = std::upper_bound(index.begin(), index.end(), unit);
  const std::size_t block = static_cast<std::size_t>(after - index.begin()) - 1;
  std::size_t count = index[block];
  for (std::size_t at = block * kIndexStep; at < text.size(); ++at) {
    count += weight(text[at]);
    if (count > unit) return at;
  }
  return text.size();
}

}  // namespace

std::vector<std::uint32_t> make_code_point_index(std::string_view text) {
  if (is_ascii(text)) return {};
  return make_index(text, code_point_weight);
}

std::size_t count_code_points(std::string_view text, const std::vector<std::uint32_t>& index,
                              std::size_t at) {
  return units_before(text, index, at, code_point_weight);
}

OffsetMap::OffsetMap(std::string_view text)
    : text_(text), code_points_(make_code_point_index(text)) {
  if (!code_points_.empty()) utf16_units_ = make_index(text, utf16_weight);
}

std::size_t OffsetMap::code_points(std::size_t at) const {
  return units_before(text_, code_points_, at, code_point_weight);
}

std::size_t OffsetMap::utf16_units(std::size_t at) const {
  return units_before(text_, utf16_units_, at, utf16_weight);
}

std::size_t OffsetMap::byte_of_code_point(std::size_t code_point) const {
  return byte_of(text_, code_points_, code_point, code_point_weight);
}

std::size_t OffsetMap::byte_of_utf16(std::size_t unit) const {
  return byte_of(text_, utf16_units_, unit, utf16_weight);
}

CodePointSpan Document::code_points(ByteSpan s) const {
  return {count_code_points(text, code_point_index, s.begin),
          count_code_points(text, code_point_index, s.end)};
}

ByteSpan Document::given_bytes(ByteSpan s) const {
  if (shifts.empty()) return s;
  const auto given = [&](std::size_t at) {
    const auto after =
        std::upper_bound(shifts.begin(), shifts.end(), at,
                         [](std::size_t offset, const Shift& shift) { return offset < shift.text_from; });
    if (after == shifts.begin()) return at;
    return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) +
                                    std::prev(after)->given_minus_text);
  };
  return {given(s.begin), given(s.end)};
}

std::size_t Document::from_given(std::size_t given_offset) const {
  std::size_t first = 0;
  std::size_t last = text.size();
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    if (given_bytes({middle, middle}).begin < given_offset) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return first;
}

ByteSpan Document::to_text(ByteSpan s) const {
  std::size_t end = s.end;
  // Into the midst of a character that folds to several: all of it.
  while (end > s.begin && end < folded.size() && fold_map[end] == fold_map[end - 1]) ++end;
  ByteSpan out{fold_map[s.begin], fold_map[end]};
  return trim(text, out);
}

std::size_t Document::to_folded(std::size_t text_offset) const {
  // Folded offsets are near those of the text, mostly equal: looked for from there, in
  // steps that double.
  const std::size_t guess = std::min(text_offset, fold_map.size() - 1);
  std::size_t first = guess;
  std::size_t last = guess;
  for (std::size_t step = 1; first > 0 && fold_map[first - 1] >= text_offset; step *= 2) {
    last = first;
    first -= std::min(first, step);
  }
  for (std::size_t step = 1; last < fold_map.size() && fold_map[last] < text_offset; step *= 2) {
    first = last;
    last = std::min(fold_map.size(), last + step);
  }
  const auto begin = fold_map.begin();
  return static_cast<std::size_t>(std::lower_bound(begin + static_cast<std::ptrdiff_t>(first),
                                                   begin + static_cast<std::ptrdiff_t>(last),
                                                   text_offset) - begin);
}

bool Document::is_edge(std::size_t folded_offset) const {
  return std::binary_search(edges.begin(), edges.end(), folded_offset);
}

std::size_t Document::sentence_at(std::size_t text_offset) const {
  const auto found = std::lower_bound(
      sentences.begin(), sentences.end(), text_offset,
      [](const ByteSpan& sentence, std::size_t at) { return sentence.end <= at; });
  return static_cast<std::size_t>(std::min(found, sentences.end() - 1) - sentences.begin());
}

ZoneKind Document::zone_at(std::size_t text_offset) const {
  if (zones.empty()) return ZoneKind::kBody;
  const auto found =
      std::lower_bound(zones.begin(), zones.end(), text_offset,
                       [](const Zone& zone, std::size_t at) { return zone.span.end <= at; });
  return std::min(found, zones.end() - 1)->kind;
}

}  // namespace rapport::text
