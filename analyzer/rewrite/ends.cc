#include "analyzer/rewrite/ends.h"

#include <algorithm>
#include <string_view>

#include "analyzer/lexicon/signal_name.h"
#include "analyzer/rewrite/signs.h"
#include "analyzer/text/fold.h"

namespace rapport::rewrite {
namespace {

using text::TokenClass;

constexpr std::size_t kLongestName = 30;       // bytes
constexpr std::size_t kLongestSignature = 60;  // bytes
constexpr std::size_t kMostSignOffLines = 4;
constexpr std::ptrdiff_t kMostClosingSpaces = 4;

// Behind the mark that ends it; 0 where the span begins with no name.
std::size_t vocative_end(const EditInput& input, ByteSpan span) {
  const text::Document& document = input.document;
  bool named = false;
  for (const text::Token& token : document.tokens) {
    if (token.span.begin < span.begin) continue;
    if (token.span.begin > span.begin + kLongestName || token.span.begin >= span.end) break;
    const std::string_view shown = document.slice(token.span);
    if (named && (shown == "," || shown == "!")) return token.span.end;
    const std::string folded = text::fold_literal(shown);
    const bool opens = holds(input.pack.language.greeting, folded);
    const bool name = token.token_class == TokenClass::kSlot ||
                      (token.capitalized && !holds(input.pack.language.function_words, folded) &&
                       !holds(input.pack.rewrite.openers, folded) &&
                       !starts_with_word(folded, input.pack.rewrite.leaning));
    // The full stop of "Dr."
    if (!name && !opens && !(named && shown == ".")) break;
    named = true;
  }
  return 0;
}

bool calls_reader(const EditInput& input, const Unit& unit) {
  if (unit.text.ends_with('?') || has_move(input, unit.span, Move::kThanks)) return false;
  if (has_move(input, unit.span, Move::kGreeting)) return true;
  // "Good day Chef Amaka."
  const auto& tokens = input.document.tokens;
  return std::count_if(tokens.begin(), tokens.end(), [&](const text::Token& token) {
           return token.capitalized && unit.span.contains(token.span);
         }) > 1;
}

// "WAKE UP!!!" calls nobody.
bool is_loud(const EditInput& input, ByteSpan span) {
  const auto& signals = input.before.signals;
  return std::any_of(signals.begin(), signals.end(), [&](const Signal& signal) {
    const auto& loud = input.pack.rewrite.loud;
    return signal.bytes.overlaps(span) && std::any_of(loud.begin(), loud.end(), [&](const std::string& one) {
      return lexicon::names_signal(one, signal.signal);
    });
  });
}

// "To the manager,": a first line that ends with a comma. Behind it; 0 if there is none.
std::size_t salutation_end(const text::Document& document, ByteSpan span) {
  const std::size_t line = document.text.find('\n', span.begin);
  if (line == std::string::npos || line > span.end || line > span.begin + kLongestName) return 0;
  const ByteSpan first = trimmed(document.text, {span.begin, line});
  return !first.empty() && document.text[first.end - 1] == ',' ? first.end : 0;
}

// In a paragraph of its own, without an end.
bool is_signature(const EditInput& input, const Unit& unit) {
  if (unit.gap != "\n\n" || unit.text.size() > kLongestSignature) return false;
  if (std::string_view(".!?").find(unit.text.back()) != std::string_view::npos) return false;
  if (unit.text.find(", ") == std::string::npos) return false;
  const auto& tokens = input.document.tokens;
  const auto first = std::find_if(tokens.begin(), tokens.end(), [&](const text::Token& token) {
    return unit.span.contains(token.span);
  });
  if (first == tokens.end()) return false;
  if (first->token_class == TokenClass::kSlot) return true;
  if (starts_with_word(text::fold_literal(unit.text), input.pack.language.closing)) return true;
  const std::string folded = text::fold_literal(input.document.slice(first->span));
  return first->capitalized && !holds(input.pack.language.function_words, folded);
}

// "Kind greetings,"
bool is_closing_line(const EditInput& input, const Unit& unit) {
  return unit.text.ends_with(',') && !does_harm(input, unit.span) &&
         std::count(unit.text.begin(), unit.text.end(), ' ') < kMostClosingSpaces;
}

}  // namespace

void take_vocative(const EditInput& input, Parts& parts) {
  if (!parts.greeting.empty() || parts.units.empty()) return;
  const text::Document& document = input.document;
  Unit& unit = parts.units.front();
  std::size_t end = vocative_end(input, unit.span);
  if (end == 0 && unit.text.size() <= kLongestName && calls_reader(input, unit)) end = unit.span.end;
  if (end == 0) end = salutation_end(document, unit.span);
  if (end == 0 || is_loud(input, {unit.span.begin, end})) return;
  parts.greeting = plain_spaces(document.slice({unit.span.begin, end}));
  parts.greeting_names = true;
  const std::size_t named = end;
  // "Drivers!! Tired of ..."
  while (end < unit.span.end && std::string_view("!,. ").find(document.text[end]) != std::string_view::npos) ++end;
  const ByteSpan rest = trimmed(document.text, {end, unit.span.end});
  if (rest.empty()) {
    parts.greeting_gap = parts.units.size() > 1 ? parts.units[1].gap : "";
    parts.units.erase(parts.units.begin());
    if (!parts.units.empty()) parts.units.front().gap.clear();
    return;
  }
  parts.greeting_gap = plain_gap(document.slice({named, rest.begin}));
  unit.span = rest;
  unit.text = plain_spaces(document.slice(rest));
}

void take_sign_off(const EditInput& input, Parts& parts) {
  std::vector<Unit>& units = parts.units;
  if (!parts.sign_off.empty()) return;
  std::size_t first = units.size();
  while (first > 1 && units.size() - first < kMostSignOffLines &&
         is_name_line(input.document, units[first - 1].span)) {
    --first;
  }
  if (first == units.size() && units.size() > 1 && is_signature(input, units.back())) --first;
  if (first == units.size()) return;
  if (first > 1 && is_closing_line(input, units[first - 1])) --first;
  parts.sign_off_gap = units[first].gap;
  for (std::size_t i = first; i < units.size(); ++i) {
    if (does_harm(input, units[i].span)) continue;
    if (i > first && !parts.sign_off.empty()) parts.sign_off += units[i].gap;
    parts.sign_off += units[i].text;
  }
  units.resize(first);
}

}  // namespace rapport::rewrite
