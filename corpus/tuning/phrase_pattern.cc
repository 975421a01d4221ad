#include "corpus/tuning/phrase_pattern.h"

#include <algorithm>
#include <vector>

#include "analyzer/match/pattern.h"
#include "analyzer/text/document.h"
#include "analyzer/text/offsets.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kLongestExample = 160;  // bytes of the sentence
constexpr std::size_t kWordsAround = 8;       // kept of a longer one, on each side
constexpr const char* kNumberPattern = "\\d+(?:[,.]\\d+)*";

std::string escaped(const std::string& word) {
  std::string out;
  for (const char c : word) {
    if (std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string word_pattern(const std::string& word, const lexicon::Pack& pack) {
  if (word == kNumberWord) return kNumberPattern;
  if (word == kSlotWord) return pack.macros.count("slot") ? "{{slot}}" : "\\x{E000}";
  if (word == kGapWord) return pack.macros.count("w") ? "{{w}}" : "[^ .,;:!?()\"]+";
  return escaped(word);
}

text::DocumentBuilder& thread_builder() {
  thread_local text::DocumentBuilder builder;
  return builder;
}

// Each run of white space made one space.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

// The part of a long sentence around the span, from word to word.
ByteSpan cut(const text::Document& document, ByteSpan sentence, ByteSpan span) {
  if (sentence.size() <= kLongestExample) return sentence;
  const auto& tokens = document.tokens;
  const auto first = std::lower_bound(
      tokens.begin(), tokens.end(), span.begin,
      [](const text::Token& token, std::size_t offset) { return token.span.end <= offset; });
  const auto last = std::lower_bound(
      tokens.begin(), tokens.end(), span.end,
      [](const text::Token& token, std::size_t offset) { return token.span.begin < offset; });
  const auto before = static_cast<std::size_t>(first - tokens.begin());
  const auto behind = static_cast<std::size_t>(tokens.end() - last);
  const auto from = tokens.begin() + static_cast<std::ptrdiff_t>(
                                         before - std::min(before, kWordsAround));
  const auto to = last + static_cast<std::ptrdiff_t>(std::min(behind, kWordsAround));
  return {std::max(sentence.begin, from->span.begin),
          std::min(sentence.end, to == tokens.begin() ? span.end : std::prev(to)->span.end)};
}

}  // namespace

std::string pattern_of(const PhraseGroup& group, const lexicon::Pack& pack) {
  std::string out;
  for (std::size_t i = 0; i < group.phrase.words.size(); ++i) {
    if (i > 0) out += group.phrase.joints[i - 1];
    if (group.choices.size() < 2 || i != group.choice) {
      out += word_pattern(group.phrase.words[i], pack);
      continue;
    }
    std::string choices;
    for (const std::string& word : group.choices) {
      choices += (choices.empty() ? "" : "|") + word_pattern(word, pack);
    }
    out += "(?:" + choices + ")";
  }
  return out;
}

std::string rule_name_of(const PhraseGroup& group) {
  std::string out;
  for (const std::string& word : group.phrase.words) {
    std::string part;
    if (word == kNumberWord) part = "number";
    if (word == kSlotWord) part = "slot";
    for (const char c : word) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) part += c;
    }
    if (!part.empty()) out += (out.empty() ? "" : "_") + part;
  }
  return out.empty() ? "phrase" : out;
}

std::optional<std::string> example_line(const std::string& text, CodePointSpan span,
                                        const std::string& expanded, const lexicon::Pack& pack) {
  const text::OffsetMap map(text);
  const ByteSpan bytes{map.byte_of_code_point(span.begin), map.byte_of_code_point(span.end)};
  const text::Document whole = thread_builder().build(text, pack.language);
  if (whole.sentences.empty() || whole.text != text) return std::nullopt;
  const ByteSpan sentence = whole.sentences[whole.sentence_at(bytes.begin)];
  if (!sentence.contains(bytes)) return std::nullopt;
  const ByteSpan part = cut(whole, sentence, bytes);
  const std::string before = one_line(whole.slice({part.begin, bytes.begin}));
  const std::string hit = one_line(whole.slice(bytes));
  const std::string after = one_line(whole.slice({bytes.end, part.end}));
  const std::string line = before + hit + after;
  if (line.find("<<") != std::string::npos || line.find(">>") != std::string::npos) {
    return std::nullopt;
  }
  const text::Document document = thread_builder().build(line, pack.language);
  std::vector<ByteSpan> found;
  match::CompiledPattern({expanded}).find_all(document.folded, match::Edges(document), found);
  const ByteSpan wanted{before.size(), before.size() + hit.size()};
  if (found.size() != 1 || document.to_text(found.front()) != wanted) return std::nullopt;
  if (document.zone_at(wanted.begin) == text::ZoneKind::kQuoted) return std::nullopt;
  return before + "<<" + hit + ">>" + after;
}

}  // namespace rapport::corpus
