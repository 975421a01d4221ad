#include "analyzer/rewrite/realize.h"

#include <algorithm>

#include "analyzer/text/entities.h"
#include "analyzer/text/fold.h"
#include "analyzer/text/slots.h"

namespace rapport::rewrite {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_alnum(char c) { return is_upper(c) || is_lower(c) || (c >= '0' && c <= '9'); }
char other_case(char c) { return static_cast<char>(c ^ 0x20); }  // of an ASCII letter

std::string first_word(const std::string& text) {
  std::size_t end = 0;
  while (end < text.size() && (is_alnum(text[end]) || text[end] == '\'')) ++end;
  return text.substr(0, end);
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether the first letter may be written small: a word of the language that is
// no name, and none that always has its capital.
bool may_be_small(const std::string& text, const lexicon::Pack& pack) {
  const std::string word = text::fold_literal(first_word(text));
  const std::string stem = word.substr(0, word.find('\''));  // "you" of "you're"
  const bool known = holds(pack.language.function_words, word) ||
                     holds(pack.language.function_words, stem);
  return known && !holds(pack.language.capital_words, word);
}

// Behind "Hi Ana," on the same line a sentence goes on.
bool goes_on_behind(const std::string& greeting) {
  const std::string end = text::fold_literal(greeting);
  return !end.empty() && (end.back() == ',' || end.back() == '-');
}

bool ends_with_link(const std::string& text) {
  std::vector<text::Entity> entities;
  text::find_entities(text, entities);
  return !entities.empty() && entities.back().span.end == text.size() &&
         entities.back().token_class != text::TokenClass::kSlot;
}

std::string with_end(std::string text) {
  if (text.empty() || ends_with_link(text)) return text;
  // An item of a list, and ";)", have none.
  const std::size_t line = text.find_last_of('\n') + 1;  // 0 where there is none
  if (line > 0 && text.compare(line, 2, "- ") == 0) return text;
  if (text.size() > 1 && text.ends_with(')') && (text[text.size() - 2] == ';' || text[text.size() - 2] == ':')) {
    return text;
  }
  const char last = text.back();
  if (last == ',' || last == ';' || last == ':') {
    text.pop_back();
    while (text.ends_with(' ')) text.pop_back();
    if (!text.ends_with('.') && !text.ends_with('!') && !text.ends_with('?')) text += '.';
  } else if (is_alnum(last) || last == ']' || last == '}' || last == '>' || last == '%') {
    text += '.';
  } else if (last == ')' || last == '"' || last == '\'') {
    const std::size_t inner = text.find_last_not_of(")\"'");
    const bool ended = inner != std::string::npos &&
                       std::string_view(".!?").find(text[inner]) != std::string_view::npos;
    if (!ended) text += '.';
  } else if (static_cast<unsigned char>(last) >= 0x80) {
    // A letter of any script gets its end; marks and emoji stand as they are.
    const std::string folded = text::fold_literal(text);
    if (!folded.empty() && is_alnum(folded.back())) text += '.';
  }
  return text;
}

}  // namespace

std::string realize(const Parts& parts, const Plan& plan, const lexicon::Pack& pack) {
  std::string out;
  if (!plan.subject.empty()) out += plan.subject + "\n\n";
  out += plan.greeting;
  const bool was_inline = parts.greeting_gap == " ";
  std::string greeting_gap = parts.greeting_gap;
  if (parts.greeting.empty()) greeting_gap = parts.blank_lines ? "\n\n" : " ";
  bool first = true;
  for (const Piece& piece : plan.pieces) {
    std::string text = with_end(piece.text);
    const bool behind_greeting = piece.unit == 0 && was_inline && !parts.greeting.empty();
    const bool was_first = behind_greeting && plan.greeting == parts.greeting;
    if (first) {
      if (!plan.greeting.empty()) {
        out += greeting_gap;
        const bool goes_on = greeting_gap == " " && goes_on_behind(plan.greeting);
        if (goes_on && !was_first && is_upper(text[0]) && may_be_small(text, pack)) {
          text[0] = other_case(text[0]);
        }
      }
    } else {
      out += piece.gap.empty() ? " " : piece.gap;
    }
    const bool stays_small = first && was_first && goes_on_behind(plan.greeting);
    if (behind_greeting && (was_first || !first) && !stays_small && is_lower(text[0])) text[0] = other_case(text[0]);
    if (!piece.own() && !first && is_lower(text[0])) text[0] = other_case(text[0]);
    out += text;
    first = false;
  }
  if (!parts.sign_off.empty()) {
    if (!out.empty()) out += parts.sign_off_gap.empty() ? " " : parts.sign_off_gap;
    out += parts.sign_off;
  }
  if (!parts.tail.empty()) out += "\n\n" + parts.tail;
  return out;
}

std::vector<std::string> slots_of(const std::string& text) {
  std::vector<text::Entity> entities;
  text::find_entities(text, entities);
  std::vector<std::string> out;
  for (const text::Entity& entity : entities) {
    if (entity.token_class != text::TokenClass::kSlot) continue;
    out.push_back(text.substr(entity.span.begin, entity.span.size()));
  }
  return out;
}

}  // namespace rapport::rewrite
