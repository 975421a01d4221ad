// HTML that is safe by its type, and text that somebody else wrote as such HTML.
//
// An Html is made of the built-in parts (html_parts.h), of numbers, and of text by
// the two functions below; no other text gets in, so a page made of it holds no
// markup of the input.
//
// In both, & < > " ' ` are references, what is not UTF-8 becomes U+FFFD, and
// characters that do not show or that turn the text around (controls, escape
// sequences' ESC, bidirectional controls, zero-width ones, U+2028, tags) are shown
// by their numbers. Joiners between two characters that are not ASCII stay:
// emoji and scripts need them.
//
// Thread rule: pure functions; Html is a value.
//
// Example:
//   corpus::line_html("a <b>\x1b").str();    // "a &lt;b&gt;&lt;U+001B&gt;"
#ifndef RAPPORT_CORPUS_WRITERS_HTML_TEXT_H_
#define RAPPORT_CORPUS_WRITERS_HTML_TEXT_H_

#include <string>
#include <string_view>
#include <utility>

namespace rapport::corpus {

class Html {
 public:
  Html() = default;
  // REQUIRES: of the program's own, never of the input.
  static Html markup(std::string own) { return Html(std::move(own)); }

  const std::string& str() const { return text_; }
  bool empty() const { return text_.empty(); }
  Html& operator+=(const Html& more) {
    text_ += more.text_;
    return *this;
  }
  friend Html operator+(Html one, const Html& other) { return one += other; }

 private:
  explicit Html(std::string own) : text_(std::move(own)) {}
  std::string text_;
};

// One line, white space made one space: for a cell, a paragraph, an attribute in
// quotes. U+202E is shown as <U+202E>.
Html line_html(std::string_view text);

// As it stands, lines ended by LF, for an element that keeps white space; not for
// an attribute: U+202E is shown in an element of its own.
Html block_html(std::string_view text);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_HTML_TEXT_H_
