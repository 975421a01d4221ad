#include "analyzer/match/shapes.h"

#include <algorithm>

namespace rapport::match {
namespace {

using text::Document;
using text::Token;
using text::TokenClass;

constexpr std::size_t kLongWord = 4;  // bytes; shorter ones are often initials

ByteSpan folded_span(const Document& document, std::size_t begin, std::size_t end) {
  return {document.to_folded(begin), document.to_folded(end)};
}

void find_capitals(std::size_t at_least, const Document& document, std::vector<ByteSpan>& out) {
  std::size_t words = 0;
  bool long_word = false;
  ByteSpan run;
  const auto close = [&] {
    if (words >= at_least && long_word) out.push_back(folded_span(document, run.begin, run.end));
    words = 0;
    long_word = false;
  };
  for (const Token& token : document.tokens) {
    if (token.token_class == TokenClass::kPunctuation ||
        token.token_class == TokenClass::kNumber) {
      continue;
    }
    if (token.token_class != TokenClass::kWord || !(token.all_caps || token.capitalized) ||
        (!token.all_caps && token.span.size() > 1)) {
      close();
      continue;
    }
    if (words++ == 0) run.begin = token.span.begin;
    run.end = token.span.end;
    long_word = long_word || token.span.size() >= kLongWord;
  }
  close();
}

void find_emoji(std::size_t at_least, const Document& document, std::vector<ByteSpan>& out) {
  const auto is_emoji = [](const Token& token) { return token.token_class == TokenClass::kEmoji; };
  const auto& tokens = document.tokens;
  if (static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), is_emoji)) < at_least) {
    return;
  }
  for (auto first = tokens.begin(); first != tokens.end();) {
    first = std::find_if(first, tokens.end(), is_emoji);
    if (first == tokens.end()) return;
    const auto behind = std::find_if_not(first, tokens.end(), is_emoji);
    out.push_back(folded_span(document, first->span.begin, std::prev(behind)->span.end));
    first = behind;
  }
}

}  // namespace

void find_shape(const lexicon::Rule& rule, const Document& document, std::vector<ByteSpan>& out) {
  const auto at_least = static_cast<std::size_t>(rule.at_least);
  switch (rule.shape) {
    case lexicon::Shape::kNone: return;
    case lexicon::Shape::kCapitals: return find_capitals(at_least, document, out);
    case lexicon::Shape::kEmoji: return find_emoji(at_least, document, out);
    case lexicon::Shape::kParagraph:
      for (ByteSpan paragraph : document.paragraphs) {
        if (document.code_points(paragraph).size() < at_least) continue;
        out.push_back(folded_span(document, paragraph.begin, paragraph.end));
      }
      return;
  }
}

}  // namespace rapport::match
