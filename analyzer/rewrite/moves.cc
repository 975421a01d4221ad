#include "analyzer/rewrite/moves.h"

#include <algorithm>
#include <string_view>

#include "analyzer/lexicon/signal_name.h"
#include "analyzer/rewrite/ends.h"
#include "analyzer/rewrite/judge.h"
#include "analyzer/rewrite/signs.h"
#include "analyzer/rewrite/units.h"
#include "analyzer/text/fold.h"

namespace rapport::rewrite {
namespace {

using text::Document;
using text::TokenClass;
using text::ZoneKind;

constexpr int kHarmRank = 10;  // of moves that are no help, and above
constexpr std::size_t kLeastSaid = 30;  // bytes, of a sentence with what hurts left out
constexpr std::size_t kShortSentence = 120;  // bytes
constexpr std::size_t kMostBorne = 4;  // a fourth of what is sold may be said badly
constexpr int kFirstWords = 3;
constexpr int kNearWords = 6;           // of a sentence, where a word points back

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

bool names(const std::vector<std::string>& signals, const std::string& id) {
  return std::any_of(signals.begin(), signals.end(),
                     [&](const std::string& one) { return lexicon::names_signal(one, id); });
}

class Reader {
 public:
  explicit Reader(const EditInput& input) : input_(input), document_(input.document) {}

  Parts run() {
    parts_.sells = sells();
    if (!read_zones()) return std::move(parts_);
    parts_.units = find_units(document_, input_.pack.language);
    if (!parts_.units.empty() && greeting_end_ > 0) {
      parts_.greeting_gap = plain_gap(document_.slice({greeting_end_, parts_.units[0].span.begin}));
    }
    take_vocative(input_, parts_);
    take_sign_off(input_, parts_);
    for (Unit& unit : parts_.units) classify(unit);
    // "Thanks for coming to our stall."
    if (!parts_.units.empty()) {
      Unit& first = parts_.units.front();
      first.of_reader = first.of_reader || first.move == Move::kThanks;
    }
    protect_request();
    protect_offering();
    weigh_requests();
    for (std::size_t i = 0; i + 1 < parts_.units.size(); ++i) {
      Unit& unit = parts_.units[i];
      const Unit& next = parts_.units[i + 1];
      // "Tired of queues? We end them." But "Shall I send it?" leads nowhere else.
      unit.hook = unit.move == Move::kAsk && unit.worth >= 0 && next.hurts && next.gap == " " &&
                  praises(next) && !tells_of(unit, input_.pack.sender_words);
    }
    parts_.usable = !parts_.units.empty();
    return std::move(parts_);
  }

 private:
  // A boast alone sells nothing. A clock, a discount or a link alone may belong to a request.
  bool sells() const {
    const bool asks = has_signal(input_.lexicon, input_.before, Move::kAsk);
    const auto& signals = input_.before.signals;
    return std::any_of(signals.begin(), signals.end(), [&](const Signal& signal) {
      return move_of(input_.lexicon, signal.signal) == Move::kPitch &&
             !(asks && names(input_.pack.rewrite.extras, signal.signal));
    });
  }

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
          parts_.subject_hurts = does_harm(input_, span);
          break;
        case ZoneKind::kGreeting:
          parts_.greeting = plain_spaces(part);
          parts_.greeting_hurts = does_harm(input_, span);
          parts_.greeting_names = has_move(input_, zone.span, Move::kGreeting) || has_slot(span);
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
      parts_.sign_off_hurts = parts_.sign_off_hurts || does_harm(input_, line);
      if (!does_harm(input_, line) && !(line.empty() && parts_.sign_off.empty())) {
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

  bool has_slot(ByteSpan span) const {
    return std::any_of(document_.tokens.begin(), document_.tokens.end(),
                       [&](const text::Token& token) {
                         return token.token_class == TokenClass::kSlot && span.contains(token.span);
                       });
  }

  // Who sells nothing has a request, and it stays where there is no other.
  void protect_request() {
    if (parts_.sells) return;
    Unit* only = nullptr;
    for (Unit& unit : parts_.units) {
      if (unit.untrue || unit.without_harm != Move::kAsk) continue;
      if (!unit.hurts || only) return;
      only = &unit;
    }
    if (!only) return;
    only->hurts = false;
    only->move = Move::kAsk;
  }

  // Who sells says once what it is: where it is said plainly, else where it is
  // said least badly.
  void protect_offering() {
    if (!protect_offering({})) protect_offering(input_.pack.rewrite.bearable);
  }

  bool protect_offering(const std::vector<std::string>& bearable) {
    for (Unit& unit : parts_.units) {
      if (!unit.hurts || unit.untrue) continue;
      bool plain = false;
      bool other = false;
      std::size_t borne = 0;  // bytes
      each_signal(unit.span, [&](const Signal& signal) {
        if (!is_harm(input_.lexicon, signal.signal)) return;
        const bool offers = names(input_.pack.rewrite.offers, signal.signal);
        plain = plain || offers;
        other = other || !(offers || names(bearable, signal.signal));
        if (!offers) borne += signal.bytes.size();
      });
      if (!plain || other || borne * kMostBorne > unit.text.size()) continue;
      unit.hurts = false;
      unit.offering = true;
      unit.move = unit.text.ends_with('?') ? Move::kAsk : Move::kIntro;
      return true;
    }
    return false;
  }

  // What is sold, or how good it is.
  bool praises(const Unit& unit) const {
    bool found = false;
    each_signal(unit.span, [&](const Signal& signal) {
      found = found || names(input_.pack.rewrite.offers, signal.signal) ||
              move_of(input_.lexicon, signal.signal) == Move::kBoast;
    });
    return found;
  }

  void weigh_requests() {
    for (const Unit& unit : parts_.units) {
      const bool asks = unit.text.ends_with('?') || has_move(input_, unit.span, Move::kAsk);
      parts_.asks_nothing = parts_.asks_nothing && !asks;
      if (unit.hurts) continue;
      parts_.lets_off = parts_.lets_off || has_move(input_, unit.span, Move::kWayOut);
      parts_.asks_much = parts_.asks_much || has_move(input_, unit.span, Move::kAsk);
      parts_.leaves_open = parts_.leaves_open || unit.leaves_open;
    }
  }

  void classify(Unit& unit) const {
    const std::string folded = text::fold_literal(unit.text);
    unit.leans = starts_with_word(folded, input_.pack.rewrite.leaning);
    unit.leaves_open = !has_move(input_, unit.span, Move::kWayOut) && leaves_open(folded);
    int best = 0;
    int best_harmless = 0;
    const auto claim = [&](int rank, Move move) {
      if (rank > best) unit.move = move;
      best = std::max(best, rank);
      if (rank >= kHarmRank) return;
      if (rank > best_harmless) unit.without_harm = move;
      best_harmless = std::max(best_harmless, rank);
    };
    unit.untrue = is_untrue(input_, unit.span);
    if (unit.untrue) claim(kHarmRank + 1, Move::kHarm);
    bool mild = true;
    std::size_t covered = 0;  // bytes; harms seldom overlap
    each_signal(unit.span, [&](const Signal& signal) {
      const Move move = move_of(input_.lexicon, signal.signal);
      // A slot is filled before it is sent.
      if (move != Move::kSlot) unit.worth += signal.contribution.tenths;
      const bool harm = is_harm(input_.lexicon, signal.signal);
      unit.harmed = unit.harmed || harm;
      unit.tied = unit.tied || lexicon::is_tie(move);
      if (harm) {
        mild = mild && names(input_.pack.rewrite.mild, signal.signal);
        covered += std::min(signal.bytes.end, unit.span.end) - std::max(signal.bytes.begin, unit.span.begin);
      }
      if (harm && rank_of(move) < kHarmRank) {
        claim(kHarmRank + 1, Move::kHarm);
      } else {
        claim(rank_of(move), move);
      }
    });
    unit.hurts = unit.harmed || unit.untrue;
    // What speaks of the reader and helps more than it harms is worth its fault.
    const bool small = covered * kMostBorne <= unit.text.size();
    const bool bearable = mild || (unit.tied && unit.worth > 0 && small);
    if (unit.hurts && !unit.untrue && bearable && says_more(unit, covered)) {
      unit.hurts = false;
      unit.move = unit.without_harm;
    }
    // "Shall I send it to you?" is a small request.
    const bool open = best == 0 || unit.move == Move::kOffer;
    if (open && unit.text.ends_with('?')) unit.move = Move::kAsk;
    if (!unit.tied && points_back(folded)) unit.leans = true;
    const bool tells = !unit.text.ends_with('?') &&
                       ((unit.move == Move::kOther && tells_of(unit, input_.pack.reader_words)) ||
                        (unit.move == Move::kOffer && tells_of(unit, input_.pack.rewrite.theirs)));
    unit.of_reader = unit.tied || tells || starts_with_word(folded, input_.pack.rewrite.noticing);
  }

  // "If it is of use, ring me." "Ring me if it is."
  bool leaves_open(const std::string& folded) const {
    const auto& conditions = input_.pack.rewrite.conditions;
    if (starts_with_word(folded, conditions)) return true;
    if (folded.size() > kShortSentence) return false;
    std::size_t at = 0;
    for (int word = 0; word < kFirstWords && at != std::string::npos; ++word) {
      at = folded.find(' ', at);
      if (at == std::string::npos) break;
      ++at;
      if (starts_with_word(folded.substr(at), conditions)) return true;
    }
    return false;
  }

  // A sentence of which what hurts is the smaller part.
  static bool says_more(const Unit& unit, std::size_t covered) {
    return covered * 2 <= unit.text.size() && unit.text.size() - covered >= kLeastSaid;
  }

  // "Would it be of use?": a word that points back among the first ones.
  bool points_back(const std::string& folded) const {
    const auto& pointing = input_.pack.rewrite.pointing;
    std::size_t begin = 0;
    for (int word = 0; word < kNearWords && begin < folded.size(); ++word) {
      std::size_t end = folded.find_first_of(" .,;:!?", begin);
      end = std::min(end, folded.size());
      if (holds(pointing, folded.substr(begin, end - begin))) return true;
      if (end == folded.size() || folded[end] != ' ') break;
      begin = end + 1;
    }
    return false;
  }

  bool tells_of(const Unit& unit, const std::vector<std::string>& words) const {
    return std::any_of(document_.tokens.begin(), document_.tokens.end(), [&](const text::Token& token) {
      return token.token_class == TokenClass::kWord && unit.span.contains(token.span) &&
             holds(words, text::fold_literal(document_.slice(token.span)));
    });
  }

  const EditInput& input_;
  const Document& document_;
  Parts parts_;
  std::size_t greeting_end_ = 0;
};

}  // namespace

Parts understand(const EditInput& input) { return Reader(input).run(); }

}  // namespace rapport::rewrite
