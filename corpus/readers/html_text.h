// The words of a piece of HTML, for messages that are kept as such.
//
// Thread rule: pure functions.
// Errors: none; HTML that is wrong is read as browsers would read it (libxml2).
#ifndef RAPPORT_CORPUS_READERS_HTML_TEXT_H_
#define RAPPORT_CORPUS_READERS_HTML_TEXT_H_

#include <string>
#include <string_view>

namespace rapport::corpus {

// It holds a tag, or an entity that stands for a mark: "<p>", "&amp;".
bool looks_like_html(std::string_view text);

// Without tags, entities decoded; a line end for each <br>, a blank line between
// blocks (p, div, li, tr, h1 to h6, blockquote); nothing of script and style.
// REQUIRES: `html` is UTF-8.
std::string html_to_text(std::string_view html);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_READERS_HTML_TEXT_H_
