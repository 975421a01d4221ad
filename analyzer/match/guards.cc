#include "analyzer/match/guards.h"

#include <algorithm>

namespace rapport::match {

using text::TokenClass;
using text::ZoneKind;

namespace {

constexpr std::size_t kLongestQuotation = 400;  // bytes; farther marks are no pair
constexpr std::size_t kFirstSentences = 2;      // a greeting may be a sentence
constexpr std::size_t kLastSentences = 2;

bool ends_clause(std::string_view token) {
  return !token.empty() && std::string_view(".,;:!?()-").find(token[0]) != std::string_view::npos;
}

}  // namespace

bool SlotReading::is_filled(ByteSpan span) const {
  return all_filled || std::any_of(filled.begin(), filled.end(),
                                   [&](ByteSpan one) { return one.contains(span); });
}

Guards::Guards(const LexiconData& lexicon, const lexicon::Pack& pack,
               const text::Document& document, const SlotReading& slots)
    : lexicon_(lexicon), pack_(pack), document_(document), slots_(slots) {
  const std::string& folded = document.folded;
  for (std::size_t open = folded.find('"'); open != std::string::npos;) {
    const std::size_t close = folded.find('"', open + 1);
    if (close == std::string::npos) break;
    if (close - open <= kLongestQuotation) {
      quotations_.push_back({open, close + 1});
      open = folded.find('"', close + 1);
    } else {
      open = close;
    }
  }
  const auto& sentences = document.sentences;
  const auto outside = [&](std::size_t i) {
    const ZoneKind zone = document.zone_at(sentences[i].begin);
    return zone != ZoneKind::kBody && zone != ZoneKind::kGreeting;
  };
  last_body_sentence_ = sentences.empty() ? 0 : sentences.size() - 1;
  while (first_body_sentence_ < last_body_sentence_ && outside(first_body_sentence_)) {
    ++first_body_sentence_;
  }
  while (last_body_sentence_ > first_body_sentence_ && outside(last_body_sentence_)) {
    --last_body_sentence_;
  }
}

bool Guards::accepts(const lexicon::Rule& rule, const RawMatch& match) const {
  const ByteSpan span = document_.to_text(match.folded);
  if (span.empty() || document_.sentences.empty()) return false;
  const ZoneKind zone = document_.zone_at(span.begin);
  if (!(rule.zones >> static_cast<int>(zone) & 1)) return false;
  const std::size_t sentence = document_.sentence_at(span.begin);
  if (!is_in_sentence(rule.sentence, sentence)) return false;

  if (document_.folded_slice(match.folded).find(text::kSlotUtf8) != std::string_view::npos) {
    const bool filled = slots_are_filled(match.folded);
    const int family = lexicon_.taxonomy.signals[rule.signal].family;
    if (!filled && lexicon_.taxonomy.families[family].positive) return false;
    if (filled && (rule.unless & lexicon::kTemplate)) return false;
    if (!filled && (rule.require & lexicon::kTemplate)) return false;
  } else if (rule.require & lexicon::kTemplate) {
    return false;
  }

  const std::uint8_t asked = rule.unless | rule.require;
  const auto fails = [&](lexicon::Guard guard, auto holds) {
    if (!(asked & guard)) return false;
    const bool it_holds = holds();
    return (it_holds && (rule.unless & guard)) || (!it_holds && (rule.require & guard));
  };
  return !fails(lexicon::kNegated, [&] { return is_negated(match.folded); }) &&
         !fails(lexicon::kQuoted, [&] { return is_quoted(match.folded); }) &&
         !fails(lexicon::kQuestion, [&] { return is_question(sentence); }) &&
         !fails(lexicon::kNamed, [&] { return is_named(span, sentence); });
}

bool Guards::slots_are_filled(ByteSpan folded) const {
  const std::string_view words = document_.folded_slice(folded);
  for (std::size_t at = words.find(text::kSlotUtf8); at != std::string_view::npos;
       at = words.find(text::kSlotUtf8, at + 1)) {
    const std::size_t begin = folded.begin + at;
    if (!slots_.is_filled(document_.to_text({begin, begin + text::kSlotUtf8.size()}))) return false;
  }
  return true;
}

bool Guards::is_in_sentence(lexicon::SentenceGuard guard, std::size_t sentence) const {
  switch (guard) {
    case lexicon::SentenceGuard::kAny: return true;
    case lexicon::SentenceGuard::kFirst: return sentence < first_body_sentence_ + kFirstSentences;
    case lexicon::SentenceGuard::kLast: return sentence + kLastSentences > last_body_sentence_;
  }
  return true;
}

std::size_t Guards::first_token_at(std::size_t text_offset) const {
  const auto& tokens = document_.tokens;
  const auto found = std::lower_bound(
      tokens.begin(), tokens.end(), text_offset,
      [](const text::Token& token, std::size_t offset) { return token.span.end <= offset; });
  return static_cast<std::size_t>(found - tokens.begin());
}

std::string_view Guards::folded_token(std::size_t token) const {
  const ByteSpan span = document_.tokens[token].span;
  const std::size_t begin = document_.to_folded(span.begin);
  const std::size_t end = document_.to_folded(span.end);
  return document_.folded_slice({begin, std::max(begin, end)});
}

bool Guards::is_negated(ByteSpan folded) const {
  std::vector<std::string_view> before;  // nearest first
  std::size_t token = first_token_at(document_.fold_map[folded.begin]);
  while (token > 0 && static_cast<int>(before.size()) < pack_.negation_reach) {
    const std::string_view word = folded_token(--token);
    if (ends_clause(word)) break;
    before.push_back(word);
  }
  for (const auto& cue : pack_.negation_cues) {
    for (std::size_t from = 0; from + cue.size() <= before.size(); ++from) {
      bool equal = true;
      for (std::size_t i = 0; equal && i < cue.size(); ++i) {
        equal = cue[cue.size() - 1 - i] == before[from + i];
      }
      if (equal) return true;
    }
  }
  return false;
}

bool Guards::is_quoted(ByteSpan folded) const {
  const auto quotation = std::lower_bound(  // they are in order and disjoint
      quotations_.begin(), quotations_.end(), folded.begin,
      [](ByteSpan one, std::size_t at) { return one.end <= at; });
  return quotation != quotations_.end() && quotation->contains(folded);
}

bool Guards::is_question(std::size_t sentence) const {
  std::string_view text = document_.slice(document_.sentences[sentence]);
  const std::size_t last = text.find_last_not_of("\"') \t\r\n");
  return last != std::string_view::npos && text[last] == '?';
}

bool Guards::is_named(ByteSpan span, std::size_t sentence) const {
  const std::size_t sentence_begin = document_.sentences[sentence].begin;
  const auto& capital_words = pack_.language.capital_words;
  for (std::size_t i = first_token_at(span.begin);
       i < document_.tokens.size() && document_.tokens[i].span.begin < span.end; ++i) {
    const text::Token& token = document_.tokens[i];
    switch (token.token_class) {
      case TokenClass::kNumber:
      case TokenClass::kUrl:
      case TokenClass::kMention:
      case TokenClass::kHashtag:
      case TokenClass::kSlot:
      case TokenClass::kEmail: return true;
      case TokenClass::kPunctuation:
        if (folded_token(i) == "\"") return true;
        break;
      case TokenClass::kEmoji: break;
      case TokenClass::kWord: {
        if (!token.capitalized && !token.all_caps) {
          // iPhone, eBay, B2B: a capital or a digit inside names a thing too.
          const std::string_view word = document_.slice(token.span);
          const bool inner = std::any_of(word.begin() + 1, word.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
          });
          if (inner) return true;
          break;
        }
        const bool first = token.span.begin == sentence_begin && !token.all_caps;
        const bool plain = std::find(capital_words.begin(), capital_words.end(),
                                     folded_token(i)) != capital_words.end();
        if (!first && !plain) return true;
        break;
      }
    }
  }
  return false;
}

}  // namespace rapport::match
