#include "analyzer/text/sentences.h"

#include <algorithm>

#include "analyzer/text/chars.h"
#include "analyzer/text/utf8.h"

namespace rapport::text {
namespace {

// Whether the character before `at` is one that always ends a sentence.
bool ends_line(std::string_view text, std::size_t at) {
  const char32_t c = code_point_before(text, at);
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool ends_in_abbreviation(std::string_view sentence, const std::vector<std::string>& abbreviations) {
  if (!sentence.ends_with('.')) return false;
  return std::any_of(
      abbreviations.begin(), abbreviations.end(), [&](const std::string& abbreviation) {
        if (!sentence.ends_with(abbreviation)) return false;
        const std::size_t before = sentence.size() - abbreviation.size();
        return before == 0 || !is_letter(code_point_before(sentence, before));
      });
}

}  // namespace

void make_sentences(std::string_view text, const std::vector<std::uint32_t>& ends,
                    const std::vector<Entity>& entities,
                    const std::vector<std::string>& abbreviations,
                    std::vector<ByteSpan>& sentences) {
  sentences.clear();
  std::size_t begin = 0;
  std::size_t entity = 0;
  for (const std::uint32_t end : ends) {
    while (entity < entities.size() && entities[entity].span.end <= end) ++entity;
    if (entity < entities.size() && entities[entity].span.begin < end) continue;
    const ByteSpan sentence = trim(text, {begin, end});
    const bool line_ends = end == text.size() || ends_line(text, end);
    if (!line_ends &&
        ends_in_abbreviation(text.substr(begin, sentence.end - begin), abbreviations)) {
      begin = sentence.begin;  // white space before it is looked over once
      continue;
    }
    if (!sentence.empty()) sentences.push_back(sentence);
    begin = end;
  }
}

void make_paragraphs(std::string_view text, std::vector<ByteSpan>& paragraphs) {
  paragraphs.clear();
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const ByteSpan paragraph = trim(text, {begin, end});
    if (!paragraph.empty()) paragraphs.push_back(paragraph);
  };
  for (std::size_t line = 0; line < text.size();) {
    std::size_t end = std::min(text.find_first_of("\r\n", line), text.size());
    const bool blank = trim(text, {line, end}).empty();
    if (end < text.size()) end += text.substr(end).starts_with("\r\n") ? 2 : 1;
    if (blank) {
      add(line);
      begin = end;
    }
    line = end;
  }
  add(text.size());
}

}  // namespace rapport::text
