// Text that somebody else wrote, as Markdown that shows it and does nothing else.
//
// inline_text: one line, for a paragraph or a cell of a table: punctuation that
// CommonMark or GitHub's dialect gives a meaning is escaped, so that no link, image,
// markup, HTML, mention or cell comes of it. fenced_text: a block of code whose
// fence is longer than any in the text; its line ends become LF.
// Control and bidirectional characters are shown as <U+202E>; what is not UTF-8
// becomes U+FFFD.
//
// Thread rule: pure functions.
//
// Example:
//   corpus::inline_text("a|b <i>");    // "a\\|b \\<i\\>"
#ifndef RAPPORT_CORPUS_WRITERS_MARKDOWN_TEXT_H_
#define RAPPORT_CORPUS_WRITERS_MARKDOWN_TEXT_H_

#include <string>
#include <string_view>

namespace rapport::corpus {

std::string inline_text(std::string_view text);
// With a line's end. An empty text is an empty block.
std::string fenced_text(std::string_view text);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_MARKDOWN_TEXT_H_
