// A text with marks under its words, wrapped to a width.
//
// Each mark has a number, which stands where it begins. Without colour the words
// are underlined on a line of their own, "~" where they help and "^" where they
// hurt; with colour the words themselves are underlined and coloured. Marks that
// overlap get lines of their own.
//
// Thread rule: pure functions.
//
// Example (without colour):
//   Hope this finds you well, Ana.
//   1^^^^^^^^^^^^^^^^^^^^^^^
#ifndef RAPPORT_CLI_RENDER_MARKED_TEXT_H_
#define RAPPORT_CLI_RENDER_MARKED_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/span.h"
#include "cli/terminal.h"

namespace rapport::cli {

struct Mark {
  CodePointSpan span;
  std::size_t number = 0;
  bool helps = false;
};

// `marks`: by position. Complexity: linear in the text, and in the marks a line.
std::string marked_text(std::string_view text, const std::vector<Mark>& marks,
                        std::size_t indent, std::size_t width, const Paint& paint);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_RENDER_MARKED_TEXT_H_
