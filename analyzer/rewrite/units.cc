#include "analyzer/rewrite/units.h"

#include <algorithm>

#include "analyzer/text/fold.h"

namespace rapport::rewrite {
namespace {

using text::Document;
using text::TokenClass;
using text::ZoneKind;

constexpr std::size_t kShortestLastWord = 3;  // bytes, of a sentence
constexpr std::size_t kMostNameLineWords = 7;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// How many quotations and brackets are left open; curly and straight marks alike.
int open_marks(std::string_view text) {
  const std::string folded = text::fold_literal(text);
  int brackets = 0;
  int quotes = 0;
  for (char c : folded) {
    if (c == '(' || c == '[') ++brackets;
    if (c == ')' || c == ']') --brackets;
    if (c == '"') ++quotes;
  }
  return std::max(0, brackets) + quotes % 2;
}

constexpr std::size_t kWrappedLine = 40;  // bytes; a shorter one ends where it was meant to

bool is_list_line(std::string_view text) {
  const std::string folded = text::fold_literal(text.substr(0, 8));
  if (folded.empty()) return false;
  if (folded.starts_with("\xE2\x80\xA2") || folded[0] == '*') return true;
  if (folded[0] == '-') return true;
  std::size_t at = 0;
  while (at < folded.size() && folded[at] >= '0' && folded[at] <= '9') ++at;
  return at > 0 && at < folded.size() && (folded[at] == '.' || folded[at] == ')');
}

// "J." of "J. Hoekstra"
bool is_initial(const Document& document, ByteSpan span) {
  const std::string_view text = document.slice(span);
  if (text.size() < 2 || text.back() != '.') return false;
  const char letter = text[text.size() - 2];
  return letter >= 'A' && letter <= 'Z' && letter != 'I' &&
         (text.size() == 2 || is_space(text[text.size() - 3]));
}

bool is_ended(const Document& document, ByteSpan span) {
  if (is_initial(document, span)) return false;
  const std::string end = text::fold_literal(document.slice(span).substr(
      span.size() - std::min<std::size_t>(span.size(), 4)));
  for (std::size_t at = end.size(); at > 0; --at) {
    const char c = end[at - 1];
    if (c == '.' || c == '!' || c == '?') return true;
    if (c != ')' && c != '"' && c != '\'') return false;
  }
  return false;
}

class UnitFinder {
 public:
  UnitFinder(const Document& document, const text::LanguageData& language)
      : document_(document), language_(language) {}

  std::vector<Unit> run() {
    find_sentences();
    return join();
  }

 private:
  void find_sentences() {
    for (const text::Zone& zone : document_.zones) {
      if (zone.kind != ZoneKind::kBody) continue;
      for (ByteSpan sentence : document_.sentences) {
        const ByteSpan part =
            trimmed(document_.text, {std::max(sentence.begin, zone.span.begin),
                                     std::max(std::max(sentence.begin, zone.span.begin),
                                              std::min(sentence.end, zone.span.end))});
        add_lines(part);
      }
    }
  }

  void add_lines(ByteSpan part) {
    for (std::size_t begin = part.begin; begin < part.end;) {
      const std::size_t end = std::min(document_.text.find('\n', begin), part.end);
      const ByteSpan line = trimmed(document_.text, {begin, end});
      if (!line.empty()) add_sentences(line);
      begin = end + 1;
    }
  }

  // Some write no capitals: "two batches apart at Flat6. you said". A full stop
  // behind a word ends a sentence there too.
  void add_sentences(ByteSpan line) {
    const std::string& text = document_.text;
    std::size_t begin = line.begin;
    for (std::size_t at = line.begin + 4; at + 2 < line.end; ++at) {
      const bool mark = text[at] == '.' || text[at] == '!' || text[at] == '?';
      if (!mark || text[at + 1] != ' ' || !(text[at + 2] >= 'a' && text[at + 2] <= 'z')) continue;
      const std::size_t word = text.find_last_of(" \n.", at - 1);
      const bool whole = word == std::string::npos || at - word > kShortestLastWord;
      if (!whole || text[at - 1] == '.' || is_abbreviation({begin, at + 1})) continue;
      sentences_.push_back({begin, at + 1});
      begin = at + 2;
    }
    const ByteSpan rest{begin, line.end};
    // "Hey Amber!!": what is left of the greeting's marks.
    if (!sentences_.empty() || has_word(rest)) sentences_.push_back(rest);
  }

  bool has_word(ByteSpan span) const {
    return std::any_of(document_.tokens.begin(), document_.tokens.end(),
                       [&](const text::Token& token) {
                         return token.token_class != TokenClass::kPunctuation &&
                                token.token_class != TokenClass::kEmoji && span.contains(token.span);
                       });
  }

  bool is_abbreviation(ByteSpan span) const {
    const std::string folded = text::fold_literal(document_.slice(span));
    const auto& all = language_.abbreviations;
    return std::any_of(all.begin(), all.end(), [&](const std::string& one) {
      return folded.ends_with(text::fold_literal(one));
    });
  }

  // Whether two sentences that follow each other cannot be parted.
  bool belong(const Unit& unit, ByteSpan next) const {
    const std::string_view gap = document_.slice({unit.span.end, next.begin});
    const auto lines = std::count(gap.begin(), gap.end(), '\n');
    if (open_marks(unit.text) > 0 && lines < 2) return true;
    // ".NET"
    if (gap.empty()) return true;
    if (!has_word(next) && lines < 2) return true;
    const char last = document_.text[unit.span.end - 1];
    const std::string_view after = document_.slice(next);
    const bool list = is_list_line(after);
    if (last == ':') return true;
    // "(you have heard of them!) on a role": no sentence begins there.
    if (lines == 0 && last == ')' && after[0] >= 'a' && after[0] <= 'z') return true;
    // All of an item.
    if (lines == 0 && is_list_line(last_line(unit.text))) return true;
    if (list && (lines == 1 || is_list_line(unit.text))) return true;
    if (is_ended(document_, unit.span)) return false;
    const bool goes_on = after[0] >= 'a' && after[0] <= 'z';
    if (lines == 0) return true;
    const bool wrapped = lines == 1 && last_line(unit.text).size() >= kWrappedLine;
    return last == ',' || (lines == 1 && goes_on) || wrapped;
  }

  static std::string_view last_line(std::string_view text) {
    return text.substr(text.find_last_of('\n') + 1);  // all where there is none
  }

  // Marks that end a sentence start none.
  ByteSpan without_stray_marks(ByteSpan sentence) const {
    while (sentence.begin + 1 < sentence.end &&
           std::string_view(".!?,;: ").find(document_.text[sentence.begin]) != std::string_view::npos) {
      ++sentence.begin;
    }
    return sentence;
  }

  std::vector<Unit> join() const {
    std::vector<Unit> units;
    for (ByteSpan all : sentences_) {
      const ByteSpan sentence = without_stray_marks(all);
      const bool signs = sentence == sentences_.back() && is_name_line(document_, sentence) &&
                         !units.empty() && document_.text[units.back().span.end - 1] == ',';
      if (!units.empty() && !signs && belong(units.back(), sentence)) {
        Unit& unit = units.back();
        unit.span.end = sentence.end;
        unit.text = plain_spaces(document_.slice(unit.span));
        ++unit.sentences;
        continue;
      }
      Unit unit;
      unit.span = sentence;
      unit.text = plain_spaces(document_.slice(sentence));
      if (!units.empty()) {
        unit.gap = plain_gap(document_.slice({units.back().span.end, sentence.begin}));
      }
      units.push_back(std::move(unit));
    }
    return units;
  }

  const Document& document_;
  const text::LanguageData& language_;
  std::vector<ByteSpan> sentences_;
};

}  // namespace

ByteSpan trimmed(const std::string& text, ByteSpan span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_space(text[span.end - 1])) --span.end;
  return span;
}

std::string plain_gap(std::string_view gap) {
  const auto lines = std::count(gap.begin(), gap.end(), '\n');
  if (lines > 1) return "\n\n";
  return lines == 1 ? "\n" : " ";
}

std::string plain_spaces(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\r') continue;
    if (c == '\t') c = ' ';
    if (c == ' ' && !out.empty() && (out.back() == ' ' || out.back() == '\n')) continue;
    if (c == '\n' && !out.empty() && out.back() == ' ') out.pop_back();
    out += c;
  }
  return out;
}

bool is_name_line(const Document& document, ByteSpan line) {
  std::size_t words = 0;
  bool named = false;
  for (const text::Token& token : document.tokens) {
    if (!line.contains(token.span)) continue;
    if (token.token_class == TokenClass::kPunctuation) {
      const char mark = document.text[token.span.begin];
      if (mark == '?' || mark == '!') return false;
      continue;
    }
    ++words;
    const bool name = token.capitalized || token.token_class == TokenClass::kSlot;
    if (token.token_class == TokenClass::kWord && !token.capitalized && words == 1) return false;
    // A telephone's number stands for a name.
    const bool long_number = token.token_class == TokenClass::kNumber && token.span.size() > 2;
    named = named || name || long_number;
    if (token.token_class == TokenClass::kWord && !name && token.span.size() > 4) return false;
  }
  return named && words <= kMostNameLineWords && !is_ended(document, line);
}

std::vector<Unit> find_units(const Document& document, const text::LanguageData& language) {
  return UnitFinder(document, language).run();
}

}  // namespace rapport::rewrite
