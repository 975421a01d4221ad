#include "analyzer/rewrite/moves.h"

#include <algorithm>
#include <string_view>

#include "analyzer/rewrite/judge.h"
#include "analyzer/text/fold.h"

namespace rapport::rewrite {
namespace {

using text::Document;
using text::TokenClass;
using text::ZoneKind;

constexpr std::size_t kShortestLastWord = 3;  // bytes, of a sentence
constexpr int kHarmRank = 10;  // of moves that are no help, and above
constexpr std::size_t kLongestName = 30;  // bytes
constexpr std::ptrdiff_t kMostClosingSpaces = 4;
constexpr std::size_t kMostSignOffLines = 4;
constexpr std::size_t kMostSignOffWords = 7;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

ByteSpan trimmed(const std::string& text, ByteSpan span) {
  while (span.begin < span.end && is_space(text[span.begin])) ++span.begin;
  while (span.begin < span.end && is_space(text[span.end - 1])) --span.end;
  return span;
}

// White space as it is written anew: one space, one line end or a blank line.
std::string plain_gap(std::string_view gap) {
  const auto lines = std::count(gap.begin(), gap.end(), '\n');
  if (lines > 1) return "\n\n";
  return lines == 1 ? "\n" : " ";
}

std::string plain_spaces(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '\r') continue;
    if (c == '\t') c = ' ';
    if (c == ' ' && !out.empty() && (out.back() == ' ' || out.back() == '\n')) continue;
    if (c == '\n' && !out.empty() && out.back() == ' ') out.pop_back();
    out += c;
  }
  return out;
}

bool starts_with_word(const std::string& folded, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    if (!folded.starts_with(word)) return false;
    const char next = folded.size() > word.size() ? folded[word.size()] : ' ';
    return !((next >= 'a' && next <= 'z') || (next >= '0' && next <= '9') || next == '\'');
  });
}

// How many quotations and brackets are left open; curly and straight marks alike.
int open_marks(std::string_view text) {
  const std::string folded = text::fold_literal(text);
  int brackets = 0;
  int quotes = 0;
  for (char c : folded) {
    if (c == '(' || c == '[') ++brackets;
    if (c == ')' || c == ']') --brackets;
    if (c == '"') ++quotes;
  }
  return std::max(0, brackets) + quotes % 2;
}

bool is_list_line(std::string_view text) {
  const std::string folded = text::fold_literal(text.substr(0, 8));
  if (folded.empty()) return false;
  if (folded.starts_with("\xE2\x80\xA2") || folded[0] == '*') return true;
  if (folded[0] == '-') return true;
  std::size_t at = 0;
  while (at < folded.size() && folded[at] >= '0' && folded[at] <= '9') ++at;
  return at > 0 && at < folded.size() && (folded[at] == '.' || folded[at] == ')');
}

class Reader {
 public:
  explicit Reader(const EditInput& input) : input_(input), document_(input.document) {}

  Parts run() {
    if (!read_zones()) return std::move(parts_);
    find_sentences();
    join();
    take_sign_off();
    for (Unit& unit : parts_.units) classify(unit);
    for (std::size_t i = 0; i + 1 < parts_.units.size(); ++i) {
      Unit& unit = parts_.units[i];
      const Unit& next = parts_.units[i + 1];
      unit.hook = unit.move == Move::kAsk && unit.worth >= 0 && next.hurts && next.gap == " ";
    }
    if (!parts_.units.empty()) parts_.vocative = starts_with_name(parts_.units.front());
    parts_.usable = !parts_.units.empty();
    return std::move(parts_);
  }

 private:
  // False where quoted text stands inside the message.
  bool read_zones() {
    const std::string& text = document_.text;
    bool signed_off = false;
    std::size_t behind = 0;
    for (const text::Zone& zone : document_.zones) {
      const ByteSpan span = trimmed(text, zone.span);
      if (span.empty()) continue;
      const std::string part(document_.slice(span));
      if (!parts_.tail.empty() && zone.kind != ZoneKind::kQuoted) return false;
      switch (zone.kind) {
        case ZoneKind::kSubject:
          parts_.subject = part;
          parts_.subject_hurts = hurts(span);
          break;
        case ZoneKind::kGreeting:
          parts_.greeting = plain_spaces(part);
          parts_.greeting_hurts = hurts(span);
          parts_.greeting_names = has(zone.span, "personalization.name") || has_slot(span);
          parts_.formal = starts_with_word(text::fold_literal(part), input_.pack.rewrite.formal);
          greeting_end_ = span.end;
          break;
        case ZoneKind::kBody:
          if (signed_off) return false;
          break;
        case ZoneKind::kClosing:
        case ZoneKind::kSignature:
          if (!signed_off) parts_.sign_off_gap = plain_gap(document_.slice({behind, span.begin}));
          signed_off = true;
          add_sign_off(span);
          break;
        case ZoneKind::kQuoted:
          parts_.tail += (parts_.tail.empty() ? "" : "\n") + part;
          break;
      }
      behind = span.end;
    }
    parts_.blank_lines = document_.paragraphs.size() > (parts_.subject.empty() ? 1u : 2u);
    return true;
  }

  void add_sign_off(ByteSpan span) {
    for (std::size_t begin = span.begin; begin < span.end;) {
      std::size_t end = std::min(document_.text.find('\n', begin), span.end);
      const ByteSpan line = trimmed(document_.text, {begin, end});
      if (!hurts(line) && !(line.empty() && parts_.sign_off.empty())) {
        if (!parts_.sign_off.empty()) parts_.sign_off += '\n';
        parts_.sign_off += document_.slice(line);
      }
      begin = end + 1;
    }
    while (!parts_.sign_off.empty() && is_space(parts_.sign_off.back())) parts_.sign_off.pop_back();
  }

  template <typename Use>
  void each_signal(ByteSpan span, Use use) const {
    for (const Signal& signal : input_.before.signals) {
      if (signal.bytes.overlaps(span)) use(signal);
    }
  }

  bool has(ByteSpan span, std::string_view id) const {
    bool found = false;
    each_signal(span, [&](const Signal& signal) { found = found || signal.signal == id; });
    return found;
  }

  bool has_slot(ByteSpan span) const {
    return std::any_of(document_.tokens.begin(), document_.tokens.end(),
                       [&](const text::Token& token) {
                         return token.token_class == TokenClass::kSlot && span.contains(token.span);
                       });
  }

  bool hurts(ByteSpan span) const {
    bool found = false;
    each_signal(span, [&](const Signal& signal) { found = found || is_harm(input_.lexicon, signal.signal); });
    return found;
  }

  void find_sentences() {
    for (const text::Zone& zone : document_.zones) {
      if (zone.kind != ZoneKind::kBody) continue;
      for (ByteSpan sentence : document_.sentences) {
        const ByteSpan part =
            trimmed(document_.text, {std::max(sentence.begin, zone.span.begin),
                                     std::max(std::max(sentence.begin, zone.span.begin),
                                              std::min(sentence.end, zone.span.end))});
        add_lines(part);
      }
    }
  }

  void add_lines(ByteSpan part) {
    for (std::size_t begin = part.begin; begin < part.end;) {
      const std::size_t end = std::min(document_.text.find('\n', begin), part.end);
      const ByteSpan line = trimmed(document_.text, {begin, end});
      if (!line.empty()) add_sentences(line);
      begin = end + 1;
    }
  }

  // Some write no capitals: "two batches apart at Flat6. you said". A full stop
  // behind a word ends a sentence there too.
  void add_sentences(ByteSpan line) {
    const std::string& text = document_.text;
    std::size_t begin = line.begin;
    for (std::size_t at = line.begin + 4; at + 2 < line.end; ++at) {
      const bool mark = text[at] == '.' || text[at] == '!' || text[at] == '?';
      if (!mark || text[at + 1] != ' ' || !(text[at + 2] >= 'a' && text[at + 2] <= 'z')) continue;
      const std::size_t word = text.find_last_of(" \n.", at - 1);
      const bool whole = word == std::string::npos || at - word > kShortestLastWord;
      if (!whole || text[at - 1] == '.' || is_abbreviation({begin, at + 1})) continue;
      sentences_.push_back({begin, at + 1});
      begin = at + 2;
    }
    const ByteSpan rest{begin, line.end};
    // "Hey Amber!!": what is left of the greeting's marks.
    if (!sentences_.empty() || has_word(rest)) sentences_.push_back(rest);
  }

  bool has_word(ByteSpan span) const {
    return std::any_of(document_.tokens.begin(), document_.tokens.end(),
                       [&](const text::Token& token) {
                         return token.token_class != TokenClass::kPunctuation &&
                                token.token_class != TokenClass::kEmoji && span.contains(token.span);
                       });
  }

  bool is_abbreviation(ByteSpan span) const {
    const std::string folded = text::fold_literal(document_.slice(span));
    const auto& all = input_.pack.language.abbreviations;
    return std::any_of(all.begin(), all.end(), [&](const std::string& one) {
      return folded.ends_with(text::fold_literal(one));
    });
  }

  // "J." of "J. Hoekstra"
  bool is_initial(ByteSpan span) const {
    const std::string_view text = document_.slice(span);
    if (text.size() < 2 || text.back() != '.') return false;
    const char letter = text[text.size() - 2];
    return letter >= 'A' && letter <= 'Z' && letter != 'I' &&
           (text.size() == 2 || is_space(text[text.size() - 3]));
  }

  bool ended(ByteSpan span) const {
    if (is_initial(span)) return false;
    const std::string end = text::fold_literal(document_.slice(span).substr(
        span.size() - std::min<std::size_t>(span.size(), 4)));
    for (std::size_t at = end.size(); at > 0; --at) {
      const char c = end[at - 1];
      if (c == '.' || c == '!' || c == '?') return true;
      if (c != ')' && c != '"' && c != '\'') return false;
    }
    return false;
  }

  // Whether two sentences that follow each other cannot be parted.
  bool belong(const Unit& unit, ByteSpan next) const {
    const std::string_view gap = document_.slice({unit.span.end, next.begin});
    const auto lines = std::count(gap.begin(), gap.end(), '\n');
    if (open_marks(unit.text) > 0 && lines < 2) return true;
    if (!has_word(next) && lines < 2) return true;
    const char last = document_.text[unit.span.end - 1];
    const std::string_view after = document_.slice(next);
    const bool list = is_list_line(after);
    if (last == ':') return true;
    if (list && (lines == 1 || is_list_line(unit.text))) return true;
    if (ended(unit.span)) return false;
    const bool goes_on = after[0] >= 'a' && after[0] <= 'z';
    return lines == 1 ? goes_on || last == ',' : lines == 0 ? true : last == ',';
  }

  void join() {
    for (ByteSpan sentence : sentences_) {
      std::vector<Unit>& units = parts_.units;
      const bool signs = sentence == sentences_.back() && is_name_line(sentence) &&
                         !units.empty() && document_.text[units.back().span.end - 1] == ',';
      if (!units.empty() && !signs && belong(units.back(), sentence)) {
        Unit& unit = units.back();
        unit.span.end = sentence.end;
        unit.text = plain_spaces(document_.slice(unit.span));
        ++unit.sentences;
        continue;
      }
      Unit unit;
      unit.span = sentence;
      unit.text = plain_spaces(document_.slice(sentence));
      if (units.empty()) {
        if (greeting_end_ > 0) {
          parts_.greeting_gap = plain_gap(document_.slice({greeting_end_, sentence.begin}));
        }
      } else {
        unit.gap = plain_gap(document_.slice({units.back().span.end, sentence.begin}));
      }
      units.push_back(std::move(unit));
    }
  }

  // "Tomasz, ..." or "Servus Toni, ..."
  bool starts_with_name(const Unit& unit) const {
    if (has(unit.span, "personalization.name")) return true;
    if (starts_with_word(text::fold_literal(unit.text), input_.pack.language.greeting)) return true;
    for (const text::Token& token : document_.tokens) {
      if (token.span.begin < unit.span.begin) continue;
      if (token.span.begin > unit.span.begin + kLongestName) return false;
      const std::string_view shown = document_.slice(token.span);
      if (token.span.begin > unit.span.begin && (shown == "," || shown == "!")) return true;
      if (!token.capitalized && token.token_class != TokenClass::kSlot) return false;
    }
    return false;
  }

  // A line of names, roles and addresses and no more: "Laura / Tempo".
  bool is_name_line(ByteSpan line) const {
    std::size_t words = 0;
    bool named = false;
    for (const text::Token& token : document_.tokens) {
      if (!line.contains(token.span)) continue;
      if (token.token_class == TokenClass::kPunctuation) {
        const char mark = document_.text[token.span.begin];
        if (mark == '?' || mark == '!') return false;
        continue;
      }
      ++words;
      const bool name = token.capitalized || token.token_class == TokenClass::kSlot;
      if (token.token_class == TokenClass::kWord && !token.capitalized && words == 1) return false;
      named = named || name;
      if (token.token_class == TokenClass::kWord && !name && token.span.size() > 4) return false;
    }
    return named && words <= kMostSignOffWords && !ended(line);
  }

  // A signature without a closing that the zones would know.
  void take_sign_off() {
    std::vector<Unit>& units = parts_.units;
    if (!parts_.sign_off.empty()) return;
    std::size_t first = units.size();
    while (first > 1 && units.size() - first < kMostSignOffLines && is_name_line(units[first - 1].span)) {
      --first;
    }
    if (first == units.size()) return;
    if (first > 1 && is_closing_line(units[first - 1])) --first;
    parts_.sign_off_gap = units[first].gap;
    for (std::size_t i = first; i < units.size(); ++i) add_unit_line(units[i], i > first);
    units.resize(first);
  }

  // "Kind greetings,"
  bool is_closing_line(const Unit& unit) const {
    return unit.text.ends_with(',') && !hurts(unit.span) &&
           std::count(unit.text.begin(), unit.text.end(), ' ') < kMostClosingSpaces;
  }

  void add_unit_line(const Unit& unit, bool with_gap) {
    if (hurts(unit.span)) return;
    if (with_gap && !parts_.sign_off.empty()) parts_.sign_off += unit.gap;
    parts_.sign_off += unit.text;
  }

  void classify(Unit& unit) const {
    unit.leans = starts_with_word(text::fold_literal(unit.text), input_.pack.rewrite.leaning);
    int best = 0;
    int best_harmless = 0;
    const auto claim = [&](int rank, Move move) {
      if (rank > best) unit.move = move;
      best = std::max(best, rank);
      if (rank >= kHarmRank) return;
      if (rank > best_harmless) unit.without_harm = move;
      best_harmless = std::max(best_harmless, rank);
    };
    each_signal(unit.span, [&](const Signal& signal) {
      unit.worth += signal.contribution.tenths;
      const std::string family = family_of(signal.signal);
      const std::string& id = signal.signal;
      if (is_harm(input_.lexicon, signal.signal)) unit.hurts = true;
      if (family == "pitch") claim(12, Move::kPitch);
      if (id == "generic.filler") {
        claim(10, Move::kFiller);
      } else if (is_harm(input_.lexicon, signal.signal)) {
        claim(11, Move::kHarm);
      }
      if (family == "ask") claim(9, Move::kAsk);
      if (family == "value_offer") claim(8, Move::kOffer);
      if (family == "common_ground") claim(7, Move::kShared);
      if (id == "personalization.reference") claim(6, Move::kFound);
      if (id == "personalization.reason") claim(5, Move::kWhy);
      if (id == "personalization.intro") claim(4, Move::kIntro);
      if (id == "courtesy.thanks") claim(2, Move::kThanks);
      if (id == "courtesy.no_pressure" || id == "courtesy.respect") claim(3, Move::kWayOut);
      unit.tied = unit.tied || family == "common_ground" ||
                  id == "personalization.reference" || id == "personalization.reason";
    });
    if (best == 0 && unit.text.ends_with('?')) unit.move = Move::kAsk;
  }

  const EditInput& input_;
  const Document& document_;
  Parts parts_;
  std::vector<ByteSpan> sentences_;
  std::size_t greeting_end_ = 0;
};

}  // namespace

Parts understand(const EditInput& input) { return Reader(input).run(); }

}  // namespace rapport::rewrite
