// JSON written into a buffer that is used again, without a tree of it.
//
// Strings and numbers are the bytes that `rapport score --format json` prints:
// control characters, bidirectional controls and U+2028 are escaped; points have
// one decimal.
//
// Thread rule: pure functions of the buffer.
//
// Example:
//   std::string out;
//   corpus::append_json_string(out, "a \"quoted\" word");
#ifndef RAPPORT_CORPUS_WRITERS_JSON_BUFFER_H_
#define RAPPORT_CORPUS_WRITERS_JSON_BUFFER_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzer/analysis.h"

namespace rapport::corpus {

// Bytes that are no UTF-8 become U+FFFD.
void append_json_string(std::string& out, std::string_view text);
void append_json_count(std::string& out, std::uint64_t count);
void append_json_points(std::string& out, Points points);
// Hundredths as a number with two decimals: 1234 is 12.34.
void append_json_hundredths(std::string& out, std::uint64_t hundredths);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_JSON_BUFFER_H_
