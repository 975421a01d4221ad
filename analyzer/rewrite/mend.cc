#include "analyzer/rewrite/mend.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "analyzer/rewrite/candidate.h"
#include "analyzer/rewrite/judge.h"
#include "analyzer/text/fold.h"

namespace rapport::rewrite {
namespace {

constexpr std::size_t kMostReplacements = 2;
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

// "..., and <signal>.": the clause without the end of its sentence.
std::optional<Candidate> last_clause(const EditInput& input, const Unit& unit, ByteSpan signal) {
  if (!unit.span.contains(signal)) return std::nullopt;
  const std::string_view behind = input.document.slice({signal.end, unit.span.end});
  if (behind != "." && behind != "!") return std::nullopt;
  std::string_view before = input.document.slice({unit.span.begin, signal.begin});
  while (before.ends_with(' ')) before.remove_suffix(1);
  const std::size_t space = before.find_last_of(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const auto& joining = input.pack.rewrite.joining;
  const std::string word(before.substr(space + 1));
  if (std::find(joining.begin(), joining.end(), word) == joining.end()) return std::nullopt;
  before = before.substr(0, space);
  while (before.ends_with(' ') || before.ends_with(',')) before.remove_suffix(1);
  return Candidate{{unit.span.begin + before.size(), signal.end}, ""};
}

std::optional<Candidate> cut(const EditInput& input, const Unit& unit, const Signal& signal) {
  for (const lexicon::EditRule* edit : edits_for(input.pack, signal)) {
    if (edit->scope != lexicon::EditRule::Scope::kMatch) continue;
    const auto candidate = make_candidate(input.document, *edit, signal.bytes);
    if (candidate && candidate->span.begin >= unit.span.begin) return candidate;
  }
  return last_clause(input, unit, signal.bytes);
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

bool has_no_letter(const std::string& text) {
  const std::string folded = text::fold_literal(text);
  return std::none_of(folded.begin(), folded.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  });
}

// The unit's text with all that hurts cut out; none where some of it cannot be.
std::optional<std::string> without_harm(const EditInput& input, const Unit& unit) {
  std::vector<Candidate> cuts;
  for (const Signal* signal : harms(input, unit)) {
    const bool gone = std::any_of(cuts.begin(), cuts.end(), [&](const Candidate& other) {
      return other.span.contains(signal->bytes);
    });
    if (gone) continue;
    auto candidate = cut(input, unit, *signal);
    if (!candidate) return std::nullopt;
    // A row of emoji may be all that parts two sentences.
    if (has_no_letter(signal->quote) && stands_between_words(input.document, candidate->span)) {
      candidate->replacement = ". ";
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
  if (out.size() < kLeastLeft) return std::nullopt;
  return out;
}

}  // namespace

bool mend_words(const EditInput& input, Parts& parts) {
  bool any = false;
  for (Unit& unit : parts.units) {
    if (!unit.hurts || unit.untrue) continue;
    auto text = without_harm(input, unit);
    if (!text) continue;
    unit.text = std::move(*text);
    unit.move = unit.without_harm;
    unit.hurts = false;
    any = true;
  }
  return any;
}

std::vector<std::string> replacements(const EditInput& input, const Unit& unit) {
  std::vector<std::string> out;
  if (unit.sentences > 1) return out;
  for (const Signal* signal : harms(input, unit)) {
    for (const lexicon::EditRule* edit : edits_for(input.pack, *signal)) {
      if (edit->scope != lexicon::EditRule::Scope::kSentence) continue;
      const auto candidate = make_candidate(input.document, *edit, signal->bytes);
      if (!candidate || candidate->replacement.empty()) continue;
      if (out.size() < kMostReplacements) out.push_back(candidate->replacement);
    }
  }
  return out;
}

}  // namespace rapport::rewrite
