// The lines of a break test of the Unicode Character Database.
//
// A line is hexadecimal code points with a division sign where there is a break
// and a multiplication sign where there is none.
#ifndef RAPPORT_TESTS_CONFORMANCE_UNICODE_FILE_H_
#define RAPPORT_TESTS_CONFORMANCE_UNICODE_FILE_H_

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/segment.h"
#include "analyzer/text/utf8.h"
#include "tests/support.h"

namespace rapport::tests {

struct BreakLine {
  int number = 0;    // in the file
  std::string shown;  // its code points, "/" for a break and "x" for none
  std::string text;
  std::vector<std::uint32_t> ends;  // of segments, in bytes
};

inline std::vector<BreakLine> read_break_test(const std::string& name) {
  std::ifstream in(std::string(RAPPORT_UNICODE_DATA) + "/auxiliary/" + name);
  BOOST_TEST_REQUIRE(in.good(), "not there: " << name << " (see RAPPORT_UNICODE_DATA)");
  std::vector<BreakLine> out;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    line.resize(std::min(line.find('#'), line.size()));
    std::istringstream fields(line);
    BreakLine made;
    made.number = number;
    for (std::string field; fields >> field;) {
      const bool is_break = field == "\u00f7";
      const bool is_none = field == "\u00d7";
      made.shown += (made.shown.empty() ? "" : " ") + (is_break ? "/" : is_none ? "x" : field);
      if (is_break) {
        if (!made.text.empty()) made.ends.push_back(static_cast<std::uint32_t>(made.text.size()));
      } else if (!is_none) {
        text::append_utf8(static_cast<char32_t>(std::stoul(field, nullptr, 16)), made.text);
      }
    }
    if (!made.text.empty()) out.push_back(std::move(made));
  }
  return out;
}

using Cut = void (text::Segmenter::*)(std::string_view, std::vector<std::uint32_t>&);

inline std::vector<std::uint32_t> cut(Cut how, std::string_view text) {
  static text::Segmenter segmenter;
  std::vector<std::uint32_t> ends;
  (segmenter.*how)(text, ends);
  return ends;
}

inline std::string shown_ends(const std::vector<std::uint32_t>& ends) {
  std::string out;
  for (const std::uint32_t end : ends) out += (out.empty() ? "" : ",") + std::to_string(end);
  return out;
}

// Runs every line of the file both ways and compares; gives their number.
inline std::size_t run_break_test(const std::string& name, Cut fast, Cut by_icu) {
  const std::vector<BreakLine> lines = read_break_test(name);
  for (const BreakLine& line : lines) {
    const std::string expected = shown_ends(line.ends);
    const std::string place = name + ":" + std::to_string(line.number) + ": " + line.shown;
    BOOST_TEST(shown_ends(cut(fast, line.text)) == expected, place);
    BOOST_TEST(shown_ends(cut(by_icu, line.text)) == expected, place << " by ICU");
  }
  return lines.size();
}

}  // namespace rapport::tests

#endif  // RAPPORT_TESTS_CONFORMANCE_UNICODE_FILE_H_
