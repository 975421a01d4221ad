#include "analyzer/text/slots.h"

#include <algorithm>
#include <string>

#include "analyzer/text/chars.h"

namespace rapport::text {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kLongestName = 40;  // of %NAME% and <Name>

// Elements of HTML that nobody would name a slot.
constexpr std::string_view kElements[] = {
    "a"sv,    "abbr"sv,  "article"sv, "aside"sv,  "b"sv,      "big"sv,    "blockquote"sv,
    "body"sv, "br"sv,    "center"sv,  "cite"sv,   "dd"sv,     "del"sv,    "div"sv,
    "dl"sv,   "dt"sv,    "em"sv,      "font"sv,   "form"sv,   "h1"sv,     "h2"sv,
    "h3"sv,   "h4"sv,    "h5"sv,      "h6"sv,     "head"sv,   "hr"sv,     "html"sv,
    "i"sv,    "iframe"sv, "img"sv,    "ins"sv,    "kbd"sv,    "li"sv,     "mark"sv,
    "meta"sv, "nav"sv,   "ol"sv,      "p"sv,      "pre"sv,    "q"sv,      "s"sv,
    "script"sv, "small"sv, "span"sv,  "strike"sv, "strong"sv, "style"sv,  "sub"sv,
    "sup"sv,  "svg"sv,   "table"sv,   "tbody"sv,  "td"sv,     "tfoot"sv,  "th"sv,
    "thead"sv, "tr"sv,   "tt"sv,      "u"sv,      "ul"sv,     "wbr"sv,
};
// Elements that may be meant as a slot; in lower case they are taken as HTML.
constexpr std::string_view kUnclearElements[] = {
    "address"sv, "audio"sv, "base"sv,  "button"sv, "caption"sv, "code"sv,   "data"sv,
    "details"sv, "figure"sv, "footer"sv, "header"sv, "input"sv, "label"sv,  "legend"sv,
    "link"sv,    "main"sv,  "object"sv, "option"sv, "section"sv, "select"sv, "source"sv,
    "summary"sv, "time"sv,  "title"sv, "video"sv,
};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_name_char(char c) { return is_ascii_alnum(c) || c == '_' || c == '-' || c == '.'; }
bool is_letter_byte(char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; }
bool holds_letter(std::string_view s) { return std::any_of(s.begin(), s.end(), is_letter_byte); }

char at_or_nul(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

// What stands between two marks on one line, none of them inside; `end` is set
// behind the closing one. Empty if there is no such thing.
std::string_view between(std::string_view text, std::size_t begin, std::string_view close,
                         std::string_view refused, std::size_t& end) {
  const std::string_view rest = text.substr(begin, kLongestSlot + close.size());
  const std::size_t stop = rest.find(close);
  if (stop == std::string_view::npos) return {};
  const std::string_view inside = rest.substr(0, stop);
  if (inside.find_first_of("\r\n") != std::string_view::npos ||
      inside.find_first_of(refused) != std::string_view::npos) {
    return {};
  }
  end = begin + stop + close.size();
  return inside;
}

std::string_view without_spaces(std::string_view s) {
  while (!s.empty() && s.front() == ' ') s.remove_prefix(1);
  while (!s.empty() && s.back() == ' ') s.remove_suffix(1);
  return s;
}

// "(https://...)" or "(#part)" as it follows the text of a Markdown link.
bool is_link_target(std::string_view text, std::size_t at) {
  if (at_or_nul(text, at) != '(') return false;
  std::size_t end = 0;
  const std::string_view target = between(text, at + 1, ")", " ", end);
  return target.find_first_of("/#.") != std::string_view::npos ||
         (target.empty() && at_or_nul(text, at + 1) == ')');
}

std::size_t bracket_slot(std::string_view text, std::size_t at) {
  const bool doubled = at_or_nul(text, at + 1) == '[';
  const std::size_t begin = doubled ? at + 2 : at + 1;
  std::size_t end = at;
  const std::string_view name =
      without_spaces(between(text, begin, doubled ? "]]" : "]", "[]\"{}=", end));
  if (name.size() < 2 || !is_letter_byte(name[0])) return at;
  if (at > 0 && (is_ascii_alnum(text[at - 1]) || text[at - 1] == '!')) return at;
  if (is_ascii_letter(at_or_nul(text, end)) && is_ascii_alnum(name.back()) && name.size() < 3) {
    return at;  // "[Th]e"
  }
  return is_link_target(text, end) ? at : end;
}

std::size_t double_brace_slot(std::string_view text, std::size_t at) {
  std::size_t begin = at + 2;
  const bool tripled = at_or_nul(text, begin) == '{';
  if (tripled) ++begin;
  std::size_t end = at;
  const std::string_view name =
      without_spaces(between(text, begin, tripled ? "}}}" : "}}", "{", end));
  if (name.empty() || name[0] == '"' || name[0] == '\'' || !holds_letter(name)) return at;
  return end;
}

// Behind "\word", as in TeX.
bool is_behind_command(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLongestName && is_ascii_letter(text[begin - 1])) --begin;
  return begin < at && begin > 0 && text[begin - 1] == '\\';
}

std::size_t brace_slot(std::string_view text, std::size_t at) {
  std::size_t end = at;
  const std::string_view name = without_spaces(between(text, at + 1, "}", "{\"<>", end));
  if (name.size() < 2 || is_behind_command(text, at)) return at;
  if (name.find('|') != std::string_view::npos) return holds_letter(name) ? end : at;
  if (!is_letter_byte(name[0])) return at;
  return name.find_first_of(":;=(),") == std::string_view::npos ? end : at;
}

std::size_t percent_slot(std::string_view text, std::size_t at) {
  if (at > 0 && is_ascii_alnum(text[at - 1])) return at;  // 100%
  const bool doubled = at_or_nul(text, at + 1) == '%';
  std::size_t end = at + (doubled ? 2 : 1);
  const std::size_t begin = end;
  while (end < text.size() && end - begin <= kLongestName && is_name_char(text[end])) ++end;
  if (end - begin < 2 || end - begin > kLongestName || !is_ascii_letter(text[begin])) return at;
  const std::string_view close = doubled ? "%%" : "%";
  if (!text.substr(end).starts_with(close)) return at;
  end += close.size();
  return is_ascii_alnum(at_or_nul(text, end)) ? at : end;  // %AB%CD of a link
}

std::size_t angle_slot(std::string_view text, std::size_t at) {
  std::size_t end = at;
  if (at_or_nul(text, at + 1) == '<') {
    const std::string_view name = between(text, at + 2, ">>", "<>", end);
    return holds_letter(name) ? end : at;
  }
  const std::string_view name = between(text, at + 1, ">", "<", end);
  if (name.size() < 2 || name.size() > kLongestName || !is_letter_byte(name[0]) ||
      name.back() == ' ') {
    return at;
  }
  if (at > 0 && is_ascii_alnum(text[at - 1])) return at;  // vector<int>, a<b
  std::string lower;
  for (const char c : name) {
    const bool fits = is_ascii_alnum(c) || is_letter_byte(c) || c == ' ' || c == '_' ||
                      c == '-' || c == '\'';
    if (!fits) return at;
    lower += ascii_lower(c);
  }
  if (is_one_of(lower, kElements)) return at;
  if (lower == name && is_one_of(name, kUnclearElements)) return at;
  return end;
}

}  // namespace

std::size_t slot_end(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '[': return bracket_slot(text, at);
    case '{':
      return at_or_nul(text, at + 1) == '{' ? double_brace_slot(text, at) : brace_slot(text, at);
    case '$': {
      if (at_or_nul(text, at + 1) != '{') return at;
      const std::size_t end = brace_slot(text, at + 1);
      return end == at + 1 ? at : end;
    }
    case '%': return percent_slot(text, at);
    case '<': return angle_slot(text, at);
    default: return at;
  }
}

}  // namespace rapport::text
