#include "analyzer/text/tokens.h"

#include "analyzer/text/chars.h"
#include "analyzer/text/utf8.h"

namespace rapport::text {
namespace {

// What a word segment is; false for white space and what is not seen.
bool classify(std::string_view text, ByteSpan span, Token& token) {
  std::size_t at = span.begin;
  char32_t first = next_code_point(text, at);
  // A joiner makes one segment of a space and the emoji behind it.
  while (is_white_space(first) || is_ignorable(first)) {
    if (at == span.end) return false;
    span.begin = at;
    first = next_code_point(text, at);
  }
  token = Token{span};
  std::size_t after = at;
  const char32_t second = at < span.end ? next_code_point(text, after) : 0;
  if ((first >= 0x80 || second >= 0x80) && starts_emoji(first, second)) {
    token.token_class = TokenClass::kEmoji;
    return true;
  }
  int letters = 0;
  int lower = 0;
  int digits = 0;
  bool capital = false;
  for (at = span.begin; at < span.end;) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x80) {
      ++at;
      const char ascii = static_cast<char>(c);
      const bool letter = is_ascii_letter(ascii);
      if (letter && letters == 0) capital = ascii <= 'Z';
      letters += letter;
      lower += letter && ascii >= 'a';
      digits += is_ascii_digit(ascii);
      continue;
    }
    const char32_t wide = next_code_point(text, at);
    if (is_letter(wide)) {
      if (letters == 0) capital = is_upper(wide);
      ++letters;
      lower += is_lower(wide);
    }
    digits += is_digit(wide);
  }
  token.token_class = letters > 0   ? TokenClass::kWord
                      : digits > 0 ? TokenClass::kNumber
                                   : TokenClass::kPunctuation;
  token.capitalized = capital;
  token.all_caps = letters > 1 && lower == 0 && capital;
  return true;
}

bool is_mark(std::string_view text, const Token& token) {
  return token.token_class == TokenClass::kPunctuation && token.span.size() == 1 &&
         (text[token.span.begin] == '@' || text[token.span.begin] == '#');
}

// "@" or "#" and the word right behind it are one token.
bool joins_mark(std::string_view text, const std::vector<Token>& tokens, const Token& next) {
  if (tokens.empty() || !is_mark(text, tokens.back())) return false;
  if (tokens.back().span.end != next.span.begin) return false;
  const std::size_t begin = tokens.back().span.begin;
  if (begin > 0 && is_ascii_alnum(text[begin - 1])) return false;
  return next.token_class == TokenClass::kWord ||
         (next.token_class == TokenClass::kNumber && text[begin] == '@');
}

}  // namespace

void make_tokens(std::string_view text, const std::vector<std::uint32_t>& word_ends,
                 const std::vector<Entity>& entities, std::vector<Token>& tokens) {
  tokens.clear();
  tokens.reserve(word_ends.size() / 2 + 1);
  std::size_t begin = 0;
  std::size_t entity = 0;
  const auto add = [&](ByteSpan span) {
    Token token;
    if (span.empty() || !classify(text, span, token)) return;
    if (joins_mark(text, tokens, token)) {
      Token& mark = tokens.back();
      mark.token_class =
          text[mark.span.begin] == '@' ? TokenClass::kMention : TokenClass::kHashtag;
      mark.span.end = token.span.end;
      return;
    }
    tokens.push_back(token);
  };
  for (const std::uint32_t word_end : word_ends) {
    const std::size_t end = word_end;
    // An entity may begin or end inside a word: the rest is a token of its own.
    while (entity < entities.size() && entities[entity].span.begin < end) {
      const Entity& found = entities[entity];
      add({begin, std::max(begin, found.span.begin)});
      if (begin <= found.span.begin) {
        Token token{found.span, found.token_class};
        tokens.push_back(token);
      }
      begin = std::max(begin, found.span.end);
      if (found.span.end > end) break;
      ++entity;
    }
    if (begin < end) add({begin, end});
    begin = std::max(begin, end);
    while (entity < entities.size() && entities[entity].span.end <= begin) ++entity;
  }
}

}  // namespace rapport::text
