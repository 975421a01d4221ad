#include "analyzer/rewrite/mend.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "analyzer/lexicon/signal_name.h"
#include "analyzer/rewrite/candidate.h"
#include "analyzer/rewrite/judge.h"
#include "analyzer/rewrite/signs.h"
#include "analyzer/text/fold.h"

namespace rapport::rewrite {
namespace {

constexpr std::size_t kLeastBefore = 30;  // bytes, of what a clause is parted off from
constexpr std::size_t kMostBehind = 60;   // bytes, of a clause that is cut off, behind what hurts
constexpr std::size_t kLeastLeft = 12;  // bytes; less is no sentence

// By what they take from the score, most first.
std::vector<const Signal*> harms(const EditInput& input, const Unit& unit) {
  std::vector<const Signal*> out;
  for (const Signal& signal : input.before.signals) {
    const bool here = signal.bytes.overlaps(unit.span);
    if (here && is_harm(input.lexicon, signal.signal)) out.push_back(&signal);
  }
  std::stable_sort(out.begin(), out.end(), [](const Signal* a, const Signal* b) {
    return a->contribution < b->contribution;
  });
  return out;
}

bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// A word as the draft has it where it does not shout: "Ana"; none elsewhere.
std::optional<std::string> written_elsewhere(const text::Document& document, const std::string& word) {
  for (const text::Token& token : document.tokens) {
    const std::string_view shown = document.slice(token.span);
    if (shown.size() < 2 || !token.capitalized || !is_small(shown[1])) continue;
    if (text::fold_literal(shown) == word) return std::string(shown);
  }
  return std::nullopt;
}

// "STOP USING IT" as "Stop using it": small letters, but for what begins a
// sentence, always has its capital, or is a name elsewhere in the draft.
std::string calm(const EditInput& input, ByteSpan span) {
  std::string out;
  const std::string_view shouted = input.document.slice(span);
  std::string last;
  const std::string& text = input.document.text;
  std::size_t before = span.begin;
  while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\n')) --before;
  bool starts = before == 0 || std::string_view(".!?:").find(text[before - 1]) != std::string_view::npos;
  for (std::size_t at = 0; at < shouted.size();) {
    std::size_t end = at;
    while (end < shouted.size() && (is_capital(shouted[end]) || is_small(shouted[end]) ||
                                         (end > at && shouted[end] == '\''))) {
      ++end;
    }
    if (end == at) {
      const bool repeated = shouted[at] == '!' && out.ends_with('!');
      if (repeated) {
        ++at;
        continue;
      }
      starts = starts || std::string_view(".!?").find(shouted[at]) != std::string_view::npos;
      out += shouted[at++];
      continue;
    }
    std::string word = text::fold_literal(shouted.substr(at, end - at));
    // "NOW NOW NOW"
    if (word == last && out.ends_with(' ')) {
      out.pop_back();
      at = end;
      continue;
    }
    last = word;
    const bool capital = starts || holds(input.pack.language.capital_words, word);
    // "Eva" of "Eva's"
    const std::size_t stem = std::min(word.find('\''), word.size());
    const auto name = written_elsewhere(input.document, word.substr(0, stem));
    if (name) word.replace(0, stem, *name);
    if (capital && is_small(word[0])) word[0] = static_cast<char>(word[0] ^ 0x20);
    out += word;
    starts = false;
    at = end;
  }
  return out;
}

std::string take_last_word(std::string_view& text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  const std::size_t space = text.find_last_of(' ');
  const std::string word(space == std::string_view::npos ? text : text.substr(space + 1));
  text = text.substr(0, text.size() - word.size());
  return word;
}

// "..., and <signal>.": the clause without the end of its sentence.
std::optional<Candidate> last_clause(const EditInput& input, const Unit& unit, ByteSpan signal) {
  if (!unit.span.contains(signal)) return std::nullopt;
  // No more than a few words come behind it.
  const std::string_view behind = input.document.slice({signal.end, unit.span.end});
  if (behind.size() > kMostBehind || unit.sentences > 1) return std::nullopt;
  if (!behind.ends_with('.') && !behind.ends_with('!')) return std::nullopt;
  std::string_view before = input.document.slice({unit.span.begin, signal.begin});
  std::string word = take_last_word(before);
  // "..., and I <signal>."
  if (holds(input.pack.sender_words, text::fold_literal(word))) word = take_last_word(before);
  if (!holds(input.pack.rewrite.joining, word) || before.empty()) return std::nullopt;
  while (before.ends_with(' ') || before.ends_with(',')) before.remove_suffix(1);
  return Candidate{{unit.span.begin + before.size(), unit.span.end - 1}, ""};
}

// "I sent the sheet; <signal> and more.": what a semicolon or a dash parts off.
std::optional<Candidate> parted_clause(const EditInput& input, const Unit& unit, ByteSpan signal) {
  if (!unit.span.contains(signal)) return std::nullopt;
  const std::string_view all = input.document.slice(unit.span);
  const std::size_t at = signal.begin - unit.span.begin;
  std::size_t cut = std::string_view::npos;
  for (std::string_view mark : {"; ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
    const std::size_t found = all.rfind(mark, at);
    if (found == std::string_view::npos || found + mark.size() > at) continue;
    if (cut == std::string_view::npos || found > cut) cut = found;
  }
  // All of it is one sentence, and enough comes before.
  if (cut == std::string_view::npos || cut < kLeastBefore || unit.sentences > 1) return std::nullopt;
  const std::size_t end = all.find_last_not_of(".!? ");
  return Candidate{{unit.span.begin + cut, unit.span.begin + end + 1}, ""};
}

bool has_no_letter(const std::string& text) {
  const std::string folded = text::fold_literal(text);
  return std::none_of(folded.begin(), folded.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
}

std::optional<Candidate> cut(const EditInput& input, const Unit& unit, const Signal& signal) {
  const bool loud = std::any_of(input.pack.rewrite.loud.begin(), input.pack.rewrite.loud.end(),
                                [&](const std::string& one) { return lexicon::names_signal(one, signal.signal); });
  if (loud && !has_no_letter(signal.quote)) {
    const ByteSpan here{std::max(signal.bytes.begin, unit.span.begin), std::min(signal.bytes.end, unit.span.end)};
    return Candidate{here, calm(input, here)};
  }
  for (const lexicon::EditRule* edit : edits_for(input.pack, signal)) {
    if (edit->scope != lexicon::EditRule::Scope::kMatch) continue;
    const auto candidate = make_candidate(input.document, *edit, signal.bytes);
    if (candidate && candidate->span.begin >= unit.span.begin) return candidate;
  }
  const auto clause = last_clause(input, unit, signal.bytes);
  return clause ? clause : parted_clause(input, unit, signal.bytes);
}

bool is_mark(char c) { return c == '.' || c == ',' || c == '!' || c == '?'; }

// Puts `replacement` in the place of a stretch; one mark and no blank before it.
void put(std::string& text, std::size_t begin, std::size_t size, const std::string& replacement) {
  text.replace(begin, size, replacement);
  std::size_t end = begin + replacement.size();
  const bool marked = end > 0 && is_mark(text[end - 1]);
  while (marked && end < text.size() && is_mark(text[end])) text.erase(end, 1);
  while (begin > 0 && text[begin - 1] == ' ' && begin < text.size() && is_mark(text[begin])) {
    text.erase(--begin, 1);
  }
  if (begin > 0 && begin < text.size() && text[begin - 1] == ' ' && text[begin] == ' ') {
    text.erase(begin, 1);
  }
  while (begin > 0 && begin < text.size() && is_mark(text[begin - 1]) && is_mark(text[begin])) {
    if (text[begin - 1] == ',') --begin;
    text.erase(begin, 1);
  }
}

bool stands_between_words(const text::Document& document, ByteSpan span) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const std::string& text = document.text;
  std::size_t before = span.begin;
  while (before > 0 && text[before - 1] == ' ') --before;
  std::size_t behind = span.end;
  while (behind < text.size() && text[behind] == ' ') ++behind;
  return before > 0 && is_letter(text[before - 1]) && behind < text.size() && is_letter(text[behind]);
}

bool goes_on_small(const text::Document& document, ByteSpan span) {
  const std::size_t next = document.text.find_first_not_of(' ', span.end);
  return next != std::string::npos && is_small(document.text[next]);
}

// "We have a bench of Java, ."
bool is_torn(const std::string& text) {
  for (const char* trace : {" .", ",.", " ,", ",,", "( ", " )", "()"}) {
    if (text.find(trace) != std::string::npos) return true;
  }
  return false;
}

bool says_what_is_sold(const EditInput& input, const Signal& signal) {
  const auto& offers = input.pack.rewrite.offers;
  return std::any_of(offers.begin(), offers.end(), [&](const std::string& one) {
    return lexicon::names_signal(one, signal.signal);
  });
}

bool takes_what_is_sold(const EditInput& input, ByteSpan span) {
  const auto& signals = input.before.signals;
  return std::any_of(signals.begin(), signals.end(), [&](const Signal& signal) {
    return signal.bytes.overlaps(span) && says_what_is_sold(input, signal);
  });
}

// The unit's text with all that hurts cut out; none where some of it cannot be.
// What is sold stays, and what cannot be parted from it.
std::optional<std::string> without_harm(const EditInput& input, const Unit& unit) {
  std::vector<Candidate> cuts;
  for (const Signal* signal : harms(input, unit)) {
    if (unit.offering && says_what_is_sold(input, *signal)) continue;
    const bool gone = std::any_of(cuts.begin(), cuts.end(), [&](const Candidate& other) {
      return other.span.contains(signal->bytes);
    });
    if (gone) continue;
    auto candidate = cut(input, unit, *signal);
    if (candidate && unit.offering && takes_what_is_sold(input, candidate->span)) candidate.reset();
    if (!candidate && unit.offering) continue;
    if (!candidate) return std::nullopt;
    // A row of emoji may be all that parts two sentences.
    if (has_no_letter(signal->quote) && stands_between_words(input.document, candidate->span)) {
      candidate->replacement = goes_on_small(input.document, candidate->span) ? ", " : ". ";
    }
    if (candidate->replacement.empty()) {
      std::erase_if(cuts, [&](const Candidate& other) { return candidate->span.contains(other.span); });
    }
    for (const Candidate& other : cuts) {
      if (other.span.overlaps(candidate->span)) return std::nullopt;
    }
    cuts.push_back(*candidate);
  }
  std::sort(cuts.begin(), cuts.end(),
            [](const Candidate& a, const Candidate& b) { return a.span > b.span; });
  // A cut may take blanks behind the unit: these are not of its text.
  std::string out(input.document.slice(unit.span));
  for (const Candidate& one : cuts) {
    const std::size_t begin = one.span.begin - unit.span.begin;
    if (begin > out.size()) return std::nullopt;
    put(out, begin, std::min(one.span.size(), out.size() - begin), one.replacement);
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  out.erase(0, out.find_first_not_of(" \n"));
  if (out.size() < kLeastLeft || is_torn(out)) return std::nullopt;
  return out;
}

}  // namespace

bool mend_words(const EditInput& input, Parts& parts) {
  bool any = false;
  for (Unit& unit : parts.units) {
    if (!unit.harmed || unit.untrue) continue;
    auto text = without_harm(input, unit);
    if (!text) continue;
    if (*text == unit.text) continue;
    unit.text = std::move(*text);
    any = true;
    unit.hurts = false;
    unit.harmed = unit.offering;
    if (!unit.offering) unit.move = unit.without_harm;
    parts.asks_much = parts.asks_much || unit.move == Move::kAsk;
  }
  return any;
}

}  // namespace rapport::rewrite
