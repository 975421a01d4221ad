#include "analyzer/rewrite/moves.h"

#include <algorithm>
#include <string_view>

#include "analyzer/rewrite/judge.h"
#include "analyzer/rewrite/units.h"
#include "analyzer/text/fold.h"

namespace rapport::rewrite {
namespace {

using text::Document;
using text::TokenClass;
using text::ZoneKind;

constexpr int kHarmRank = 10;  // of moves that are no help, and above
constexpr std::size_t kLongestName = 30;  // bytes
constexpr std::ptrdiff_t kMostClosingSpaces = 4;
constexpr std::size_t kMostSignOffLines = 4;

// Of the moves in one unit the one with the highest rank is the unit's.
int rank_of(Move move) {
  switch (move) {
    case Move::kPitch:
    case Move::kBoast: return kHarmRank + 2;
    case Move::kHarm: return kHarmRank + 1;
    case Move::kFiller: return kHarmRank;
    case Move::kAsk: return 9;
    case Move::kOffer: return 8;
    case Move::kShared: return 7;
    case Move::kFound: return 6;
    case Move::kWhy: return 5;
    case Move::kIntro: return 4;
    case Move::kRespect:
    case Move::kWayOut: return 3;
    case Move::kThanks: return 2;
    default: return 0;
  }
}

bool starts_with_word(const std::string& folded, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    if (!folded.starts_with(word)) return false;
    const char next = folded.size() > word.size() ? folded[word.size()] : ' ';
    return !((next >= 'a' && next <= 'z') || (next >= '0' && next <= '9') || next == '\'');
  });
}

class Reader {
 public:
  explicit Reader(const EditInput& input) : input_(input), document_(input.document) {}

  Parts run() {
    if (!read_zones()) return std::move(parts_);
    parts_.units = find_units(document_, input_.pack.language);
    if (!parts_.units.empty() && greeting_end_ > 0) {
      parts_.greeting_gap = plain_gap(document_.slice({greeting_end_, parts_.units[0].span.begin}));
    }
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
          parts_.greeting_names = has(zone.span, Move::kGreeting) || has_slot(span);
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
    while (!parts_.sign_off.empty() && (parts_.sign_off.back() == ' ' || parts_.sign_off.back() == '\n')) parts_.sign_off.pop_back();
  }

  template <typename Use>
  void each_signal(ByteSpan span, Use use) const {
    for (const Signal& signal : input_.before.signals) {
      if (signal.bytes.overlaps(span)) use(signal);
    }
  }

  bool has(ByteSpan span, Move move) const {
    bool found = false;
    each_signal(span, [&](const Signal& signal) {
      found = found || move_of(input_.lexicon, signal.signal) == move;
    });
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
    return found || is_untrue(span);
  }

  // Holds a claim that the facts do not bear out.
  bool is_untrue(ByteSpan span) const {
    const auto& checks = input_.before.checks;
    return std::any_of(checks.begin(), checks.end(),
                       [&](const Check& check) { return check.bytes.overlaps(span); });
  }

  // "Tomasz, ..." or "Servus Toni, ..."
  bool starts_with_name(const Unit& unit) const {
    if (has(unit.span, Move::kGreeting)) return true;
    if (starts_with_word(text::fold_literal(unit.text), input_.pack.language.greeting)) return true;
    // "Good day Chef Amaka."
    const auto capitals = std::count_if(
        document_.tokens.begin(), document_.tokens.end(), [&](const text::Token& token) {
          return token.capitalized && unit.span.contains(token.span);
        });
    if (unit.text.size() <= kLongestName && capitals > 1 && !unit.text.ends_with('?')) return true;
    for (const text::Token& token : document_.tokens) {
      if (token.span.begin < unit.span.begin) continue;
      if (token.span.begin > unit.span.begin + kLongestName) return false;
      const std::string_view shown = document_.slice(token.span);
      if (token.span.begin > unit.span.begin && (shown == "," || shown == "!")) return true;
      if (!token.capitalized && token.token_class != TokenClass::kSlot) return false;
    }
    return false;
  }

  // A signature without a closing that the zones would know.
  void take_sign_off() {
    std::vector<Unit>& units = parts_.units;
    if (!parts_.sign_off.empty()) return;
    std::size_t first = units.size();
    while (first > 1 && units.size() - first < kMostSignOffLines && is_name_line(document_, units[first - 1].span)) {
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
    const auto& reader = input_.pack.reader_words;
    unit.addresses = std::any_of(
        document_.tokens.begin(), document_.tokens.end(), [&](const text::Token& token) {
          return token.token_class == TokenClass::kWord && unit.span.contains(token.span) &&
                 std::find(reader.begin(), reader.end(),
                           text::fold_literal(document_.slice(token.span))) != reader.end();
        });
    int best = 0;
    int best_harmless = 0;
    const auto claim = [&](int rank, Move move) {
      if (rank > best) unit.move = move;
      best = std::max(best, rank);
      if (rank >= kHarmRank) return;
      if (rank > best_harmless) unit.without_harm = move;
      best_harmless = std::max(best_harmless, rank);
    };
    if (is_untrue(unit.span)) {
      unit.hurts = true;
      unit.untrue = true;
      claim(kHarmRank + 1, Move::kHarm);
    }
    each_signal(unit.span, [&](const Signal& signal) {
      unit.worth += signal.contribution.tenths;
      const Move move = move_of(input_.lexicon, signal.signal);
      const bool harm = is_harm(input_.lexicon, signal.signal);
      unit.hurts = unit.hurts || harm;
      unit.tied = unit.tied || lexicon::is_tie(move);
      if (harm && rank_of(move) < kHarmRank) {
        claim(kHarmRank + 1, Move::kHarm);
      } else {
        claim(rank_of(move), move);
      }
    });
    if (best == 0 && unit.text.ends_with('?')) unit.move = Move::kAsk;
  }

  const EditInput& input_;
  const Document& document_;
  Parts parts_;
  std::size_t greeting_end_ = 0;
};

}  // namespace

Parts understand(const EditInput& input) { return Reader(input).run(); }

}  // namespace rapport::rewrite
