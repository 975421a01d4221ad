#include "analyzer/text/counts.h"

#include "analyzer/text/segment.h"
#include "analyzer/text/utf8.h"

namespace rapport::text {

Counts count(std::string_view text) {
  thread_local Segmenter segmenter;
  Counts counts;
  counts.bytes = text.size();
  for (char c : text) {
    counts.code_points += !is_continuation(c);
    counts.utf16_units += !is_continuation(c) + (static_cast<unsigned char>(c) >= 0xF0);
  }
  counts.graphemes = segmenter.count_graphemes(text);
  return counts;
}

}  // namespace rapport::text
