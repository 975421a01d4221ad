#include "corpus/tuning/phrase_words.h"

#include <algorithm>

#include "analyzer/text/fold.h"

namespace rapport::corpus {
namespace {

using text::TokenClass;

constexpr std::uint64_t kNumberId = 1;
constexpr std::uint64_t kSlotId = 2;

// FNV-1a, 64 bits.
std::uint64_t hash(std::string_view bytes) {
  std::uint64_t out = 14695981039346656037u;
  for (const unsigned char byte : bytes) out = (out ^ byte) * 1099511628211u;
  return out;
}

// How a word is joined to the one before, by the folded text between them.
char joint_of(std::string_view between) {
  return between == " " || between == "-" ? between[0] : '\0';
}

bool has_blank_line(std::string_view between) {
  return std::count(between.begin(), between.end(), '\n') > 1;
}

}  // namespace

std::vector<PhraseWord> phrase_words(const text::Document& document) {
  std::vector<PhraseWord> out;
  std::size_t before = std::string::npos;  // folded end of the last word; npos: parted
  std::size_t before_in_text = 0;
  text::ZoneKind zone = text::ZoneKind::kBody;
  for (const text::Token& token : document.tokens) {
    const bool is_word = token.token_class == TokenClass::kWord ||
                         token.token_class == TokenClass::kNumber ||
                         token.token_class == TokenClass::kSlot;
    const std::size_t begin = document.to_folded(token.span.begin);
    const std::size_t end = document.to_folded(token.span.end);
    const text::ZoneKind here = document.zone_at(token.span.begin);
    if (!is_word) {
      // Punctuation shows in what stands between; all else is no word.
      if (token.token_class != TokenClass::kPunctuation) before = std::string::npos;
      continue;
    }
    if (here == text::ZoneKind::kQuoted || end <= begin) {
      before = std::string::npos;
      continue;
    }
    PhraseWord word;
    word.begin = static_cast<std::uint32_t>(token.span.begin);
    word.end = static_cast<std::uint32_t>(token.span.end);
    word.id = token.token_class == TokenClass::kNumber ? kNumberId
              : token.token_class == TokenClass::kSlot ? kSlotId
                                                       : hash(document.folded_slice({begin, end}));
    if (before != std::string::npos && before <= begin && here == zone &&
        !has_blank_line(document.slice({before_in_text, token.span.begin}))) {
      word.joint = joint_of(document.folded_slice({before, begin}));
    }
    before = end;
    before_in_text = token.span.end;
    zone = here;
    out.push_back(word);
  }
  return out;
}

bool ContentWords::holds(const std::string& written) const {
  return written.size() > 1 && written != kSlotWord && !function_words_.count(written);
}

std::string written_word(std::string_view text, const PhraseWord& word) {
  if (word.id == kNumberId) return std::string(kNumberWord);
  if (word.id == kSlotId) return std::string(kSlotWord);
  return text::fold_literal(text.substr(word.begin, word.end - word.begin));
}

}  // namespace rapport::corpus
