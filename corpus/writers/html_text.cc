#include "corpus/writers/html_text.h"

#include <cstdio>

#include "analyzer/text/utf8.h"
#include "corpus/readers/record_fields.h"

namespace rapport::corpus {
namespace {

// Soft hyphen, bidirectional controls, zero-width characters, line and paragraph
// separators, fillers, interlinear annotation, tags.
bool is_hidden(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x34F || c == 0x61C || c == 0x115F || c == 0x1160 ||
         c == 0x17B4 || c == 0x17B5 || c == 0x180E || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0x2800 || c == 0x3164 || c == 0xFEFF || c == 0xFFA0 ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

// Whether a character that is not ASCII stands on both sides of [begin, end).
bool joins(std::string_view text, std::size_t begin, std::size_t end) {
  return begin > 0 && end < text.size() && static_cast<unsigned char>(text[begin - 1]) >= 0x80 &&
         static_cast<unsigned char>(text[end]) >= 0x80;
}

std::string code(char32_t c) {
  char out[16];
  std::snprintf(out, sizeof out, "U+%04X", static_cast<unsigned>(c));
  return out;
}

void append(std::string& out, std::string_view character) {
  switch (character[0]) {
    case '&': out += "&amp;"; break;
    case '<': out += "&lt;"; break;
    case '>': out += "&gt;"; break;
    case '"': out += "&quot;"; break;
    case '\'': out += "&#39;"; break;
    case '`': out += "&#96;"; break;
    default: out += character;
  }
}

template <typename White, typename Hidden>
std::string escaped(std::string_view given, White white, Hidden hidden) {
  const std::string text = bad_utf8_at(given) ? with_replacements(given) : std::string(given);
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(text, at);
    if (c == '\n' || c == '\r' || c == '\t' || c == ' ') white(out, text, begin);
    else if (is_hidden(c) && !(is_joiner(c) && joins(text, begin, at))) hidden(out, c);
    else append(out, std::string_view(text).substr(begin, at - begin));
  }
  return out;
}

}  // namespace

Html line_html(std::string_view given) {
  std::string out = escaped(
      given,
      [](std::string& to, std::string_view, std::size_t) {
        if (!to.empty() && to.back() != ' ') to += ' ';
      },
      [](std::string& to, char32_t c) { to += "&lt;" + code(c) + "&gt;"; });
  if (out.ends_with(' ')) out.pop_back();
  return Html::markup(std::move(out));
}

Html block_html(std::string_view given) {
  return Html::markup(escaped(
      given,
      [](std::string& to, std::string_view text, std::size_t at) {
        if (text[at] != '\r') to += text[at];
        else if (at + 1 == text.size() || text[at + 1] != '\n') to += '\n';
      },
      [](std::string& to, char32_t c) { to += "<span class=\"ctl\">" + code(c) + "</span>"; }));
}

}  // namespace rapport::corpus
