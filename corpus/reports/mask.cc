#include "corpus/reports/mask.h"

#include <algorithm>

#include "analyzer/text/fold.h"
#include "analyzer/text/utf8.h"
#include "corpus/readers/names.h"
#include "corpus/readers/record_fields.h"
#include "corpus/reports/phone.h"

namespace rapport::corpus {
namespace {

// Between words of one name: "Anne-Marie O. d'Arc".
constexpr std::string_view kJoints = " -.'_";
constexpr std::size_t kMostJoint = 2;
constexpr std::size_t kMostPartiesOfWord = 8;
constexpr std::size_t kMostGreetingWords = 3;  // of small letters

text::DocumentBuilder& thread_builder() {
  thread_local text::DocumentBuilder builder;
  return builder;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  const bool apart = c < 0xC0 || (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3040) ||
                     (c >= 0xE000 && c < 0xF900) || (c >= 0xFE00 && c < 0xFE70) || c >= 0x1F000;
  return !apart || c == 0xAA || c == 0xB5 || c == 0xBA;
}

bool is_of_script_without_spaces(char32_t c) {
  return (c >= 0x0E00 && c < 0x0F00) || (c >= 0x3040 && c < 0x3130) || (c >= 0x3400 && c < 0xA000) ||
         (c >= 0xF900 && c < 0xFB00) || (c >= 0x20000 && c < 0x32000);
}

// Stretches of letters and digits.
std::vector<ByteSpan> words_of(std::string_view folded) {
  std::vector<ByteSpan> out;
  bool inside = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    if (!is_letter(text::next_code_point(folded, at))) {
      inside = false;
    } else if (inside) {
      out.back().end = at;
    } else {
      out.push_back({begin, at});
      inside = true;
    }
  }
  return out;
}

std::string_view slice(std::string_view text, ByteSpan span) { return text.substr(span.begin, span.size()); }

bool has(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Of ASCII letters and of digits, fewer than a telephone number has: "open", "m12".
bool is_plain_word(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z')) return false;
    digits += digit ? 1 : 0;
  }
  return digits < 7;
}

bool has_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c < '0' || c > '9'; });
}

// Whether the folded word is not what stands in the text itself: it has capitals,
// or marks. Only small letters come out as they are.
bool is_small(std::string_view text, ByteSpan from, std::string_view folded) { return slice(text, from) == folded; }

}  // namespace

struct Mask::Found {
  ByteSpan from;
  std::string with;
};

ByteSpan Masked::moved(ByteSpan before) const {
  std::ptrdiff_t shift = 0, begin_shift = 0, end_shift = 0;
  for (const Change& change : changes) {
    if (change.from.overlaps(before)) {
      before.begin = std::min(before.begin, change.from.begin);
      before.end = std::max(before.end, change.from.end);
    }
    shift += static_cast<std::ptrdiff_t>(change.size) - static_cast<std::ptrdiff_t>(change.from.size());
    if (change.from.end <= before.begin) begin_shift = shift;
    if (change.from.end <= before.end) end_shift = shift;
  }
  return {static_cast<std::size_t>(static_cast<std::ptrdiff_t>(before.begin) + begin_shift),
          static_cast<std::size_t>(static_cast<std::ptrdiff_t>(before.end) + end_shift)};
}

MaskLanguage::MaskLanguage(const text::LanguageData& language)
    : data(language), common(language.function_words.begin(), language.function_words.end()) {
  for (const std::string& one : language.abbreviations) {
    std::string folded = text::fold_literal(one);
    if (folded.size() > 2 && folded.ends_with('.')) folded.pop_back();
    titles.insert(std::move(folded));
  }
}

std::vector<std::string> name_words(std::string_view folded, const MaskLanguage& language) {
  std::vector<std::string> out;
  for (const ByteSpan span : words_of(folded)) {
    const std::string_view word = slice(folded, span);
    if (!language.titles.contains(word)) out.emplace_back(word);
  }
  return out;
}

void Mask::add(std::string_view name, const std::string& pseudonym, bool person) {
  // Of an address what stands before the @: a domain is of many.
  name = name.substr(0, name.find('@'));
  const std::string valid = bad_utf8_at(name) ? with_replacements(name) : std::string(name);
  std::string folded;
  std::vector<std::uint32_t> map;
  text::fold(valid, {}, folded, map);
  std::vector<Word> words;
  bool any_capital = false;
  for (const ByteSpan span : words_of(folded)) {
    const std::string word(slice(folded, span));
    if (language_->titles.contains(word)) continue;
    // A small word of a name ("van", "of") is masked within the name only.
    const bool small = is_small(valid, {map[span.begin], map[span.end]}, word);
    any_capital = any_capital || !small;
    words.push_back({word, !small && word.size() > 1 && has_letter(word)});
  }
  if (words.empty()) return;
  if (!any_capital) {
    for (Word& word : words) {
      word.alone = word.folded.size() > 1 && has_letter(word.folded) && !language_->common.contains(word.folded);
    }
  }
  // A name of one letter, or of nothing but small words, is masked whole.
  const bool some = std::any_of(words.begin(), words.end(), [](const Word& word) { return word.alone; });
  const std::size_t number = parties_.size();
  for (const Word& word : words) {
    std::vector<Part>& parts = parts_[word.folded];
    const bool there = std::any_of(parts.begin(), parts.end(), [&](const Part& part) { return part.party == number; });
    if (!there && parts.size() < kMostPartiesOfWord) parts.push_back({number, word.alone || !some});
  }
  Party party{{}, pseudonym, person, words.size()};
  for (std::size_t at = 0; at < folded.size();) {
    if (!is_of_script_without_spaces(text::next_code_point(folded, at))) continue;
    party.anywhere = folded;
    break;
  }
  parties_.push_back(std::move(party));
}

const Mask::Part* Mask::part(const std::string& word, std::size_t party) const {
  const auto at = parts_.find(word);
  if (at == parts_.end()) return nullptr;
  const auto of = std::find_if(at->second.begin(), at->second.end(), [&](const Part& part) { return part.party == party; });
  return of == at->second.end() ? nullptr : &*of;
}

std::string Mask::known(std::string_view name, bool person) const {
  const std::vector<std::string> words = name_words(text::fold_literal(name), *language_);
  if (words.empty() || !parts_.contains(words.front())) return {};
  for (const Part& first : parts_.at(words.front())) {
    const bool all = parties_[first.party].person == person &&
                     std::all_of(words.begin(), words.end(), [&](const std::string& word) {
                       return part(word, first.party) != nullptr;
                     });
    if (all) return parties_[first.party].pseudonym;
  }
  return {};
}

void Mask::find_parties(std::string_view text, std::vector<Found>& out) const {
  if (parties_.empty()) return;
  std::string folded;
  std::vector<std::uint32_t> map;
  text::fold(text, {}, folded, map);
  const auto from = [&](ByteSpan span) { return ByteSpan{map[span.begin], map[span.end]}; };
  for (const Party& party : parties_) {
    if (party.anywhere.empty()) continue;
    for (std::size_t at = folded.find(party.anywhere); at != std::string::npos;
         at = folded.find(party.anywhere, at + party.anywhere.size())) {
      out.push_back({from({at, at + party.anywhere.size()}), party.pseudonym});
    }
  }
  const std::vector<ByteSpan> spans = words_of(folded);
  std::vector<std::string> words;
  for (const ByteSpan span : spans) words.emplace_back(slice(folded, span));
  const auto joined = [&](std::size_t i) {
    const std::string_view between = slice(folded, {spans[i].end, spans[i + 1].begin});
    return between.size() <= kMostJoint && between.find_first_not_of(kJoints) == std::string_view::npos;
  };
  for (std::size_t i = 0; i < words.size();) {
    std::size_t best = 0, party = 0;
    const auto at = parts_.find(words[i]);
    if (at != parts_.end()) {
      for (const Part& first : at->second) {
        const Party& of = parties_[first.party];
        std::size_t end = i;
        bool alone = false;
        for (const Part* one = &first; one != nullptr;) {
          const bool common = of.person || of.words == 1 ? language_->common.contains(words[end]) : true;
          alone = alone || (one->alone && !(common && is_small(text, from(spans[end]), words[end])));
          ++end;
          one = end < words.size() && joined(end - 1) ? part(words[end], first.party) : nullptr;
        }
        const bool whole = of.words > 1 && end - i >= of.words;
        if ((alone || whole) && end - i > best) best = end - i, party = first.party;
      }
    }
    if (best > 0) out.push_back({from({spans[i].begin, spans[i + best - 1].end}), parties_[party].pseudonym});
    i += std::max<std::size_t>(best, 1);
  }
}

ByteSpan name_behind_opener(const text::Document& document, const text::Zone& zone,
                            const MaskLanguage& language) {
  const bool greets = zone.kind == text::ZoneKind::kGreeting;
  const std::vector<std::string>& openers = greets ? language.data.greeting : language.data.closing;
  std::vector<text::Token> tokens;
  for (const text::Token& token : document.tokens) {
    if (!zone.span.contains(token.span)) continue;
    if (token.token_class == text::TokenClass::kWord) tokens.push_back(token);
  }
  const auto folded = [&](std::size_t from, std::size_t to) {
    return text::fold_literal(document.slice({tokens[from].span.begin, tokens[to].span.end}));
  };
  std::size_t first = 0;
  for (std::size_t i = 0; i < tokens.size() && i < 5; ++i) {
    if (has(openers, folded(0, i))) first = i + 1;
  }
  const auto is_name = [&](std::size_t i) {
    const std::string word = folded(i, i);
    return language.titles.contains(word) || (tokens[i].capitalized && !has(language.data.capital_words, word));
  };
  const auto is_common = [&](std::size_t i) { return language.common.contains(folded(i, i)); };
  const std::size_t count = tokens.size();
  std::size_t last = first;
  if (greets) {
    while (last < count && is_name(last)) ++last;
    // "hi ana lima,", "hi ana i saw your talk"
    const std::size_t most = count - first <= kMostGreetingWords ? count : std::min(first + 1, count);
    if (last == first) {
      while (last < most && !is_common(last)) ++last;
    }
  } else {
    last = count;
    std::size_t begin = count;
    while (begin > first && is_name(begin - 1)) --begin;
    if (begin == count && count == first + 1 && !is_common(first)) begin = first;
    first = begin;
  }
  if (last == first) return {};
  return {tokens[first].span.begin, tokens[last - 1].span.end};
}

Masked Mask::text(std::string_view given) const {
  Masked out;
  if (is_plain_word(given) && !parts_.contains(lower_ascii(given))) {
    out.text = given;
    return out;
  }
  const text::Document document = thread_builder().build(given, language_->data);
  const std::string& text = document.text;
  out.repaired = !document.repairs.empty();

  // What comes first stays where two overlap.
  std::vector<Found> found;
  for (const text::Zone& zone : document.zones) {
    if (zone.kind != text::ZoneKind::kSignature) continue;
    bool first = true;
    for (std::size_t at = zone.span.begin; at < zone.span.end;) {
      const std::size_t end = std::min(text.find_first_of("\r\n", at), zone.span.end);
      ByteSpan line{at, end};
      while (!line.empty() && static_cast<unsigned char>(text[line.begin]) <= ' ') ++line.begin;
      while (!line.empty() && static_cast<unsigned char>(text[line.end - 1]) <= ' ') --line.end;
      if (!line.empty()) {
        found.push_back({line, first ? signer_ : "[signature]"});
        first = false;
      }
      at = end + 1;
    }
  }
  for (const text::Token& token : document.tokens) {
    switch (token.token_class) {
      case text::TokenClass::kUrl: found.push_back({token.span, "[link]"}); break;
      case text::TokenClass::kEmail: found.push_back({token.span, "[e-mail]"}); break;
      case text::TokenClass::kMention: found.push_back({token.span, "[handle]"}); break;
      default: break;
    }
  }
  for (const ByteSpan link : find_paths(text)) found.push_back({link, "[link]"});
  for (const ByteSpan phone : find_phones(text)) found.push_back({phone, "[phone]"});
  find_parties(text, found);
  for (const text::Zone& zone : document.zones) {
    const bool greets = zone.kind == text::ZoneKind::kGreeting;
    if (!greets && zone.kind != text::ZoneKind::kClosing) continue;
    const ByteSpan name = name_behind_opener(document, zone, *language_);
    if (!name.empty()) found.push_back({name, greets ? "[name]" : signer_});
  }

  std::vector<Found> kept;
  std::vector<bool> taken(text.size());
  for (const Found& one : found) {
    for (std::size_t at = one.from.begin; at < one.from.end;) {
      const std::size_t begin = at;
      const bool free = !taken[at];
      while (at < one.from.end && taken[at] != free) ++at;
      const ByteSpan rest{begin, at};
      if (!free || name_words(text::fold_literal(document.slice(rest)), *language_).empty()) continue;
      std::fill(taken.begin() + static_cast<std::ptrdiff_t>(begin), taken.begin() + static_cast<std::ptrdiff_t>(at), true);
      kept.push_back({rest, one.with});
    }
  }
  std::sort(kept.begin(), kept.end(), [](const Found& a, const Found& b) { return a.from < b.from; });
  std::size_t at = 0;
  for (const Found& one : kept) {
    out.text.append(text, at, one.from.begin - at);
    out.text += one.with;
    out.changes.push_back({one.from, one.with.size()});
    at = one.from.end;
  }
  out.text.append(text, at);
  return out;
}

}  // namespace rapport::corpus
