#include "corpus/writers/markdown_text.h"

#include <algorithm>
#include <cstdio>

#include "analyzer/text/utf8.h"
#include "corpus/readers/record_fields.h"

namespace rapport::corpus {
namespace {

// What has a meaning anywhere in a line; "_" within a word has none.
constexpr std::string_view kLists = "-+=";  // at its start
constexpr std::string_view kMarks = "\\`*_[]<>#&|~$@";

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

std::string shown(char32_t c) {
  char out[16];
  std::snprintf(out, sizeof out, "<U+%04X>", static_cast<unsigned>(c));
  return out;
}

bool is_alnum(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

std::string valid(std::string_view text) { return bad_utf8_at(text) ? with_replacements(text) : std::string(text); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Whether the ASCII character at `at` would be more than itself. `begins`: only
// digits stand before it.
bool has_meaning(std::string_view text, std::size_t at, bool begins) {
  const char c = text[at];
  const char before = at > 0 ? text[at - 1] : ' ';
  const char behind = at + 1 < text.size() ? text[at + 1] : ' ';
  if (c == '_') return !is_alnum(before) || !is_alnum(behind);
  if (kMarks.find(c) != std::string_view::npos) return true;
  if (c == ':') return behind == '/';
  if (c == '.') return begins || (before | 0x20) == 'w';
  if (c == ')') return begins;
  return false;
}

}  // namespace

std::string inline_text(std::string_view given) {
  const std::string text = valid(given);
  std::string out;
  bool begins = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(text, at);
    if (c == '\n' || c == '\r' || c == '\t' || c == ' ') {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;  // a mark may stand behind white space that is left out
    }
    if (is_control(c)) {
      const std::string name = shown(c);
      out += "\\" + name.substr(0, name.size() - 1) + "\\>";
    } else {
      const bool lists = out.empty() && kLists.find(text[begin]) != std::string_view::npos;
      if (c < 0x80 && (lists || has_meaning(text, begin, begins))) out += '\\';
      out.append(text, begin, at - begin);
    }
    begins = begins && c < 0x80 && is_digit(static_cast<char>(c));
  }
  return out;
}

std::string fenced_text(std::string_view given) {
  const std::string text = valid(given);
  std::string body;
  std::size_t run = 0, longest = 2;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(text, at);
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
    if (c == '\r') {
      if (at == text.size() || text[at] != '\n') body += '\n';
    } else if (c == '\n' || c == '\t') {
      body += static_cast<char>(c);
    } else if (is_control(c)) {
      body += shown(c);
    } else {
      body.append(text, begin, at - begin);
    }
  }
  const std::string fence(longest + 1, '`');
  return fence + "text\n" + body + (body.empty() || body.ends_with('\n') ? "" : "\n") + fence + "\n";
}

}  // namespace rapport::corpus
