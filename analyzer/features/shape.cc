#include <algorithm>

#include "analyzer/features/groups.h"
#include "analyzer/text/chars.h"

namespace rapport::features {
namespace {

using text::TokenClass;
using text::ZoneKind;

// The body proper: greetings and sign-offs left out.
bool is_prose(const Input& input, std::size_t offset) {
  return input.document.zone_at(offset) == ZoneKind::kBody;
}

// Of a sentence that begins as a greeting, "Hi Ana, how was it?", the end tells.
std::vector<ByteSpan> prose_sentences(const Input& input) {
  std::vector<ByteSpan> out;
  for (ByteSpan sentence : input.document.sentences) {
    if (is_prose(input, sentence.end - 1)) out.push_back(sentence);
  }
  return out;
}

template <typename Use>
void each_word(const Input& input, Use use) {
  for (const text::Token& token : input.document.tokens) {
    const bool word =
        token.token_class == TokenClass::kWord || token.token_class == TokenClass::kNumber;
    if (word && is_prose(input, token.span.begin)) use(token);
  }
}

// Groups of vowels, less a silent ending; at least one.
int syllables(std::string_view word, const lexicon::ReadingFormula& formula) {
  int groups = 0;
  bool inside = false;
  for (char c : word) {
    const bool vowel = formula.vowels.find(c) != std::string::npos;
    groups += vowel && !inside;
    inside = vowel;
  }
  for (const std::string& ending : formula.silent_endings) {
    if (groups > 1 && word.ends_with(ending) && word.size() > ending.size() + 1) {
      --groups;
      break;
    }
  }
  return std::max(groups, 1);
}

}  // namespace

std::optional<double> length(const Input& input) {
  return static_cast<double>(input.body_code_points);
}

std::optional<double> longest_paragraph(const Input& input) {
  // Lines of a subject or of quoted text may touch those of the body.
  std::size_t longest = 0;
  const text::Document& document = input.document;
  auto stretch = input.body.begin();
  for (ByteSpan paragraph : document.paragraphs) {
    while (stretch != input.body.end() && stretch->end <= paragraph.begin) ++stretch;
    for (auto part = stretch; part != input.body.end() && part->begin < paragraph.end; ++part) {
      const ByteSpan both{std::max(part->begin, paragraph.begin),
                          std::min(part->end, paragraph.end)};
      longest = std::max(longest, document.code_points(text::trim(document.text, both)).size());
    }
  }
  return static_cast<double>(longest);
}

std::optional<double> sentence_length(const Input& input) {
  const std::size_t sentences = prose_sentences(input).size();
  if (sentences == 0) return std::nullopt;
  std::size_t words = 0;
  each_word(input, [&](const text::Token&) { ++words; });
  return static_cast<double>(words) / static_cast<double>(sentences);
}

std::optional<double> questions(const Input& input) {
  int count = 0;
  for (ByteSpan sentence : prose_sentences(input)) {
    const std::string_view text = input.document.slice(sentence);
    const std::size_t last = text.find_last_not_of("\"') \t\r\n");
    count += last != std::string_view::npos && text[last] == '?';
  }
  return count;
}

// Flesch 1948; the constants are the language pack's.
std::optional<double> reading_ease(const Input& input) {
  constexpr int kFewestWords = 8;  // below, one long word decides
  const lexicon::ReadingFormula& formula = input.pack.reading;
  const std::size_t sentences = prose_sentences(input).size();
  if (formula.base == 0 || sentences == 0) return std::nullopt;
  int words = 0;
  int all_syllables = 0;
  const text::Document& document = input.document;
  each_word(input, [&](const text::Token& token) {
    ++words;
    const ByteSpan folded{document.to_folded(token.span.begin), document.to_folded(token.span.end)};
    all_syllables += syllables(document.folded_slice(folded), formula);
  });
  if (words < kFewestWords) return std::nullopt;
  return formula.base - formula.sentence * words / static_cast<double>(sentences) -
         formula.syllable * all_syllables / words;
}

}  // namespace rapport::features
