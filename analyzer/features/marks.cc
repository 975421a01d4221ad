#include <algorithm>

#include "analyzer/features/groups.h"

namespace rapport::features {
namespace {

using text::Token;
using text::TokenClass;
using text::ZoneKind;

template <typename Counts>
int count_tokens(const Input& input, Counts counts) {
  int count = 0;
  for (const Token& token : input.document.tokens) {
    count += input.in_body(token.span.begin) && counts(token);
  }
  return count;
}

std::string_view folded(const Input& input, const Token& token) {
  const text::Document& document = input.document;
  return document.folded_slice(
      {document.to_folded(token.span.begin), document.to_folded(token.span.end)});
}

bool is_one_of(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::optional<double> capitals(const Input& input) {
  constexpr std::size_t kShortestWord = 4;  // "CEO", "AWS" are names, not shouts
  constexpr int kFewestWords = 5;
  const auto is_word = [&](const Token& token) {
    return token.token_class == TokenClass::kWord &&
           input.document.code_points(token.span).size() >= kShortestWord;
  };
  const int words = count_tokens(input, is_word);
  if (words < kFewestWords) return std::nullopt;
  const int shouted =
      count_tokens(input, [&](const Token& token) { return is_word(token) && token.all_caps; });
  return static_cast<double>(shouted) / words;
}

std::optional<double> exclamations(const Input& input) {
  return count_tokens(input, [&](const Token& token) {
    return token.token_class == TokenClass::kPunctuation && folded(input, token) == "!";
  });
}

std::optional<double> emoji(const Input& input) {
  return count_tokens(input,
                      [](const Token& token) { return token.token_class == TokenClass::kEmoji; });
}

std::optional<double> links(const Input& input) {
  int count = 0;
  for (const Token& token : input.document.tokens) {
    if (token.token_class != TokenClass::kUrl) continue;
    const ZoneKind zone = input.document.zone_at(token.span.begin);
    count += zone == ZoneKind::kBody || zone == ZoneKind::kGreeting;
  }
  return count;
}

std::optional<double> specifics(const Input& input) {
  const text::Document& document = input.document;
  int count = 0;
  bool inside_name = false;
  std::size_t sentence = 0;
  for (const Token& token : document.tokens) {
    while (sentence + 1 < document.sentences.size() &&
           document.sentences[sentence].end <= token.span.begin) {
      ++sentence;
    }
    bool name = false;
    switch (token.token_class) {
      case TokenClass::kNumber:
      case TokenClass::kMention:
      case TokenClass::kSlot: name = true; break;
      case TokenClass::kWord: {
        const bool first =
            !document.sentences.empty() && token.span.begin == document.sentences[sentence].begin;
        name = token.capitalized && !first &&
               !is_one_of(input.pack.language.capital_words, folded(input, token));
        break;
      }
      default: break;
    }
    // "Grace Hopper Celebration" is one thing, not three.
    if (name && !inside_name && document.zone_at(token.span.begin) == ZoneKind::kBody) ++count;
    inside_name = name;
  }
  return count;
}

std::optional<double> reader_ratio(const Input& input) {
  const auto& pack = input.pack;
  const int reader = count_tokens(input, [&](const Token& token) {
    return token.token_class == TokenClass::kWord && is_one_of(pack.reader_words, folded(input, token));
  });
  const int sender = count_tokens(input, [&](const Token& token) {
    return token.token_class == TokenClass::kWord && is_one_of(pack.sender_words, folded(input, token));
  });
  constexpr int kFewest = 2;  // one word is no balance
  if (reader + sender < kFewest) return std::nullopt;
  return static_cast<double>(reader) / (reader + sender);
}

}  // namespace rapport::features
