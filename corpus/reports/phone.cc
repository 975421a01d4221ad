#include "corpus/reports/phone.h"

#include <algorithm>
#include <cstdlib>
#include <string>

namespace rapport::corpus {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_joint(char c) { return std::string_view(" .-/()").find(c) != std::string_view::npos; }

bool is_word(char c) { return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_'; }

// "9999-99-99": its digits and what is between them.
std::string shape_of(std::string_view run) {
  std::string out(run);
  for (char& c : out) c = is_digit(c) ? '9' : c;
  return out;
}

bool is_date(std::string_view run) {
  const std::string shape = shape_of(run);
  for (const char* const known : {"9999-99-99", "99.99.9999", "99/99/9999", "9999/99/99", "9.9.9999", "9.99.9999",
                                  "99.9.9999", "9/99/9999", "99/9/9999", "9999-99-99 99"}) {
    if (shape == known) return true;
  }
  const auto is_year = [](std::string_view four) { return four.starts_with("19") || four.starts_with("20"); };
  return (shape == "9999-9999" || shape == "9999/9999" || shape == "9999 - 9999") && is_year(run) &&
         is_year(run.substr(run.size() - 4));
}

}  // namespace

std::vector<ByteSpan> find_phones(std::string_view text) {
  std::vector<ByteSpan> out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool starts = is_digit(text[at]) || text[at] == '+' || text[at] == '(';
    if (!starts || (at > 0 && is_digit(text[at]) && is_word(text[at - 1]))) continue;
    const std::size_t begin = at;
    std::size_t end = at, digits = 0, joints = 0, gap = 0;
    if (text[at] == '+') ++at;
    for (; at < text.size(); ++at) {
      if (is_digit(text[at])) {
        joints += gap > 0 && digits > 0 ? 1 : 0;
        ++digits;
        gap = 0;
        end = at + 1;
      } else if (!is_joint(text[at]) || ++gap > 3) {
        break;
      }
    }
    const bool plus = text[begin] == '+';
    const std::size_t least = plus || joints > 0 ? 7 : 9;
    const bool in_word = end < text.size() && is_word(text[end]);
    const std::string_view run = text.substr(begin, end > begin ? end - begin : 0);
    if (digits >= least && digits <= 15 && !in_word && !is_date(run)) out.push_back({begin, end});
    if (end > begin) at = end - 1;
    else at = begin;
  }
  return out;
}

std::vector<ByteSpan> find_paths(std::string_view text) {
  std::vector<ByteSpan> out;
  std::size_t done = 0;
  for (std::size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', std::max(at + 1, done))) {
    std::size_t begin = at;
    while (begin > done && (is_word(text[begin - 1]) || text[begin - 1] == '.' || text[begin - 1] == '-')) --begin;
    const std::string_view host = text.substr(begin, at - begin);
    const std::size_t dot = host.rfind('.');
    const bool letters = dot != std::string_view::npos && dot > 0 && host.size() - dot > 2 && !is_digit(host.back());
    const bool goes_on = at + 1 < text.size() && is_word(text[at + 1]);
    if (!letters || !goes_on) continue;
    std::size_t end = at;
    while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' &&
           std::string_view("<>\"'()").find(text[end]) == std::string_view::npos) {
      ++end;
    }
    while (std::string_view(".,;:!?").find(text[end - 1]) != std::string_view::npos) --end;
    out.push_back({begin, end});
    done = end;
  }
  return out;
}

}  // namespace rapport::corpus
