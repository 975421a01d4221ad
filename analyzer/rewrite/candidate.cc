#include "analyzer/rewrite/candidate.h"

#include <algorithm>
#include <cstdint>

namespace rapport::rewrite {
namespace {

using text::Document;
using text::TokenClass;
using text::ZoneKind;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c); }
char other_case(char c) { return static_cast<char>(c ^ 0x20); }  // of an ASCII letter

// The part of the sentence at `offset` that lies in the same zone: a greeting
// on the same line stays.
ByteSpan sentence_in_zone(const Document& document, std::size_t offset) {
  ByteSpan sentence = document.sentences[document.sentence_at(offset)];
  const auto zone = std::lower_bound(
      document.zones.begin(), document.zones.end(), offset,
      [](const text::Zone& one, std::size_t at) { return one.span.end <= at; });
  if (zone != document.zones.end()) {
    sentence.begin = std::max(sentence.begin, zone->span.begin);
    sentence.end = std::min(sentence.end, zone->span.end);
  }
  while (sentence.begin < sentence.end && is_space(document.text[sentence.begin])) ++sentence.begin;
  while (sentence.begin < sentence.end && is_space(document.text[sentence.end - 1])) --sentence.end;
  return sentence;
}

// Takes the white space that would be left over: behind the span, or before it
// where the span ends its line.
ByteSpan with_space(const Document& document, ByteSpan span) {
  const std::string& text = document.text;
  std::size_t behind = span.end;
  while (behind < text.size() && (text[behind] == ' ' || text[behind] == '\t')) ++behind;
  const bool ends_line = behind == text.size() || text[behind] == '\n' || text[behind] == '\r';
  const bool starts_line = span.begin == 0 || text[span.begin - 1] == '\n';
  // Between two words one blank stays.
  const bool after_blank = span.begin == 0 || is_space(text[span.begin - 1]);
  if (!ends_line) return {span.begin, after_blank ? behind : span.end};
  if (starts_line) {
    while (behind < text.size() && is_space(text[behind])) ++behind;
    if (behind < text.size()) return {span.begin, behind};
  }
  std::size_t before = span.begin;
  while (before > 0 && is_space(text[before - 1])) --before;
  return {before, span.end};
}

bool is_own_token(const Document& document, ByteSpan span) {
  return std::any_of(document.tokens.begin(), document.tokens.end(), [&](const text::Token& token) {
    const bool mark = token.token_class == TokenClass::kSlot ||
                      token.token_class == TokenClass::kEmoji ||
                      token.token_class == TokenClass::kHashtag ||
                      token.token_class == TokenClass::kPunctuation;
    return mark && token.span.begin == span.begin;
  });
}

std::optional<Candidate> remove_match(const Document& document, ByteSpan match) {
  const std::string& text = document.text;
  if (is_own_token(document, match)) {
    const ByteSpan span = with_space(document, match);
    const bool parts_words = span.begin > 0 && span.end < text.size() &&
                             is_letter(text[span.begin - 1]) && is_letter(text[span.end]);
    return Candidate{span, parts_words ? " " : ""};
  }
  const ByteSpan sentence = sentence_in_zone(document, match.begin);
  std::size_t before = match.begin;
  while (before > sentence.begin && is_space(text[before - 1])) --before;
  std::size_t behind = match.end;
  while (behind < sentence.end && is_space(text[behind])) ++behind;
  const bool starts = before == sentence.begin;
  const bool comma_behind = behind < sentence.end && text[behind] == ',';
  const bool comma_before = before > sentence.begin && text[before - 1] == ',';
  const bool end_behind = behind >= sentence.end ||
                          std::string_view(".!?").find(text[behind]) != std::string_view::npos;
  if (starts && comma_behind) {
    ++behind;
    while (behind < sentence.end && is_space(text[behind])) ++behind;
    if (behind >= sentence.end) return std::nullopt;
    const char first = text[behind];
    if (is_upper(text[match.begin]) && is_lower(first)) {
      return Candidate{{match.begin, behind + 1}, std::string(1, other_case(first))};
    }
    return Candidate{{match.begin, behind}, ""};
  }
  if (comma_before && end_behind) return Candidate{{before - 1, match.end}, ""};
  // Words between two commas go with both.
  if (comma_before && comma_behind) return Candidate{{before - 1, behind + 1}, ""};
  return std::nullopt;
}

// "[first name]" for any way to write that slot.
std::string plain_slot(std::string_view slot) {
  std::string name;
  for (char c : slot) {
    if (c == '_' || c == ' ') {
      if (!name.empty() && name.back() != ' ') name += ' ';
    } else if (std::string_view("[]{}<>%").find(c) == std::string_view::npos) {
      name += (c >= 'A' && c <= 'Z') ? static_cast<char>(c + 32) : c;
    }
  }
  while (!name.empty() && name.back() == ' ') name.pop_back();
  return "[" + name + "]";
}

}  // namespace

std::uint32_t hash(std::string_view text) {
  std::uint32_t out = 2166136261u;  // FNV-1a
  for (unsigned char c : text) out = (out ^ c) * 16777619u;
  return out;
}

std::string apply(const Document& document, const Candidate& candidate) {
  std::string out = document.text.substr(0, candidate.span.begin);
  out += candidate.replacement;
  out += std::string_view(document.text).substr(candidate.span.end);
  return out;
}

std::optional<Candidate> make_candidate(const Document& document, const lexicon::EditRule& edit,
                                        ByteSpan signal) {
  if (edit.action == lexicon::EditRule::Action::kFill) {
    return Candidate{signal, plain_slot(document.slice(signal))};
  }
  const bool whole = edit.scope == lexicon::EditRule::Scope::kSentence;
  const ZoneKind zone = document.zone_at(signal.begin);
  if (whole && zone != ZoneKind::kBody && zone != ZoneKind::kSubject) return std::nullopt;
  const ByteSpan sentence = sentence_in_zone(document, signal.begin);
  if (edit.action == lexicon::EditRule::Action::kReplace) {
    const ByteSpan span = whole ? sentence : signal;
    if (span.empty()) return std::nullopt;
    const std::size_t variant = hash(document.slice(span)) % edit.replacements.size();
    std::string replacement = edit.replacements[variant];
    // A mark stands for marks, not for words in capitals.
    const auto has_letter = [](std::string_view one) {
      return std::any_of(one.begin(), one.end(), is_letter);
    };
    if (!has_letter(replacement) && has_letter(document.slice(span))) return std::nullopt;
    // A question stays one.
    if (!has_letter(replacement) && document.slice(span).find('?') != std::string_view::npos) {
      replacement = "?";
    }
    // Said already, perhaps with another first letter.
    if (replacement.size() > 1 &&
        document.text.find(replacement.c_str() + 1) != std::string::npos) {
      return std::nullopt;
    }
    // "Hi Ana, you are great." goes on in lower case behind its greeting; a word
    // of one letter keeps its capital.
    if (is_lower(document.text[span.begin]) && replacement.size() > 1 &&
        is_upper(replacement[0]) && is_lower(replacement[1])) {
      replacement[0] = other_case(replacement[0]);
    }
    return Candidate{span, replacement};
  }
  if (!whole) return remove_match(document, signal);
  if (sentence.empty()) return std::nullopt;
  return Candidate{with_space(document, sentence), ""};
}

Candidate remove_run(const Document& document, ByteSpan run) {
  return {with_space(document, run), ""};
}

std::vector<ByteSpan> shortening_runs(const Document& document, std::size_t excess) {
  std::vector<ByteSpan> sentences;
  for (ByteSpan sentence : document.sentences) {
    if (document.zone_at(sentence.end - 1) != ZoneKind::kBody) continue;
    const ByteSpan clipped = sentence_in_zone(document, sentence.end - 1);
    if (!clipped.empty()) sentences.push_back(clipped);
  }
  std::vector<ByteSpan> out;
  std::size_t last = 0;  // never goes back: a run that begins later ends no sooner
  for (std::size_t first = 0; first < sentences.size(); ++first) {
    last = std::max(last, first);
    // One space goes with the run.
    const auto too_short = [&] {
      return document.code_points({sentences[first].begin, sentences[last].end}).size() + 1 < excess;
    };
    while (last < sentences.size() && too_short()) ++last;
    if (last == sentences.size()) break;
    const bool everything = last - first + 1 == sentences.size();
    if (!everything) out.push_back({sentences[first].begin, sentences[last].end});
  }
  return out;
}

}  // namespace rapport::rewrite
