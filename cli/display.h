// Text that somebody else wrote, made safe and measured for a terminal.
//
// Control characters are shown by their pictures (NUL as U+2400), bidirectional
// and other invisible controls as "<U+202E>", bytes that are no UTF-8 as U+FFFD;
// so nothing in a draft can move the cursor, change colours or reorder words.
//
// Unit: a cell is what moves the cursor once, about a grapheme; its columns are
// those of a terminal (an ideograph or an emoji takes two).
//
// Thread rule: pure functions, the same in every locale.
// Complexity: linear.
#ifndef RAPPORT_CLI_DISPLAY_H_
#define RAPPORT_CLI_DISPLAY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/span.h"

namespace rapport::cli {

struct Cell {
  enum class Kind : std::uint8_t { kText, kSpace, kBreak };
  std::uint32_t points_begin = 0, points_end = 0;  // code points of the text
  std::uint32_t shown_begin = 0, shown_end = 0;  // in Display::shown
  std::uint16_t columns = 0;
  Kind kind = Kind::kText;
};

struct Display {
  std::string shown;  // what to print; line breaks are left out
  std::vector<Cell> cells;

  std::string_view slice(std::size_t first_cell, std::size_t last_cell) const;
  std::size_t columns(std::size_t first_cell, std::size_t last_cell) const;
};

// REQUIRES: text.size() < 2^30. Code points are those of the text once repaired.
Display display(std::string_view text);

// A line of a wrapped text: cells [first, last).
struct Line {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t size() const { return last - first; }
};

// Breaks at line breaks and, over `width` columns, at spaces; a word wider than
// that is cut between cells. REQUIRES: width >= 2.
std::vector<Line> wrap(const Display& display, std::size_t width);

// display() as one line: line breaks become a space.
std::string shown_line(std::string_view text);
// The same, cut in the middle of nothing and ended by "…" over `width` columns.
std::string shown_line(std::string_view text, std::size_t width);

// Prose wrapped to `width`, each line after `indent` spaces and ended by '\n';
// the first line's indent is left to the caller.
std::string paragraph(std::string_view text, std::size_t indent, std::size_t width);

// The text as the library reads it: what is no UTF-8 made U+FFFD.
std::string repaired(std::string_view text);

// Line `number`, from 1, of a file's content, as shown_line() shows it.
std::string line_at(std::string_view content, int number);

// Columns that a text takes on one line.
std::size_t columns(std::string_view text);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_DISPLAY_H_
