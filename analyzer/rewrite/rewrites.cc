#include "analyzer/rewrite/rewrites.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string_view>

#include "analyzer/lexicon/signal_name.h"
#include "analyzer/rewrite/judge.h"
#include "analyzer/rewrite/mend.h"
#include "analyzer/rewrite/moves.h"
#include "analyzer/rewrite/needs.h"
#include "analyzer/rewrite/plan.h"
#include "analyzer/rewrite/realize.h"

namespace rapport::rewrite {
namespace {
// A longer draft is a document and no message; it gets edits only.
constexpr std::size_t kMostBytes = 8000;
constexpr std::size_t kMostUnits = 60;
constexpr std::size_t kMostDropped = 8;      // units, for a limit
constexpr std::size_t kShortStory = 500;    // bytes
constexpr Points kWorthASentence{30};
constexpr std::int64_t kLostWords = 600;   // tenths of points that all of them are worth
constexpr std::int64_t kOtherOrder = 100;  // tenths of points

struct Measured {
  std::string text;  // without the prefix
  text::Document document;
  Analysis after;
  Plan plan;
};

std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; });
  return text;
}

class Search {
 public:
  explicit Search(const RewriteInput& input)
      : input_(input),
        draft_(input.draft),
        parts_(understand(input.draft)),
        words_{draft_.pack, draft_.before.channel, draft_.document.text, draft_.context, parts_.formal},
        negatives_(negatives(draft_.lexicon, draft_.before)) {}

  std::vector<Rewrite> run() {
    std::vector<Rewrite> out;
    if (!parts_.usable || parts_.units.size() > kMostUnits) return out;
    for (const auto& [name, strategy] : {std::pair{"lightest", &Search::lightest},
                                         std::pair{"reader_first", &Search::first_the_reader},
                                         std::pair{"shortest", &Search::as_short_as_can_be}}) {
      // With words cut out of what hurts; where that does not do, without these units.
      const Parts as_written = parts_;
      const bool changed = mend_words(draft_, parts_);
      auto found = (this->*strategy)();
      const bool offered = found && offer(name, *found);
      parts_ = as_written;
      if (offered || !changed) continue;
      found = (this->*strategy)();
      if (found) offer(name, *found);
    }
    std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) { return a.rank > b.rank; });
    for (Found& one : found_) out.push_back(std::move(one.rewrite));
    return out;
  }

 private:
  // Whoever asks for something other than business still asks for it.
  bool keeps_request(const Measured& found) const {
    const auto is_asked = [](const Piece& piece) { return !piece.own() && piece.move == Move::kAsk; };
    if (parts_.sells || std::any_of(found.plan.pieces.begin(), found.plan.pieces.end(), is_asked)) return true;
    bool asks = false;
    for (const Unit& unit : parts_.units) {
      if (unit.move != Move::kAsk && unit.without_harm != Move::kAsk) continue;
      asks = true;
      // Of what is kept the first letter and the end may have changed.
      const std::string words = with_end_cut(unit.text);
      if (words.size() > 1 && found.text.find(words.substr(1)) != std::string::npos) return true;
    }
    // A smaller request in its place.
    const auto& signals = found.after.signals;
    return !asks || std::any_of(signals.begin(), signals.end(), [&](const Signal& signal) {
      return move_of(draft_.lexicon, signal.signal) == Move::kAsk;
    });
  }

  static std::string with_end_cut(std::string text) {
    while (!text.empty() && std::string_view(".,;:!? ").find(text.back()) != std::string_view::npos) text.pop_back();
    return text;
  }

  struct Found {
    Rewrite rewrite;
    std::int64_t rank;
  };

  bool offer(const char* strategy, const Measured& found) {
    const Points gain = *found.after.score - *draft_.before.score;
    if (gain < kLeastRewriteGain || broken_limits(found.after) > 0) return false;
    if (brings_new(negatives_, negatives(draft_.lexicon, found.after))) return false;
    if (!keeps_request(found)) return false;
    const std::int64_t lost = lost_words(found.plan);
    // Who sells nothing is not to be talked over.
    if (!parts_.sells && lost > kLostWords * 2 / 5) return false;
    // Other line ends alone make no other message.
    const std::string words = without_blanks(found.text);
    if (words == without_blanks(draft_.document.text.substr(input_.prefix))) return false;
    for (const Found& other : found_) {
      if (without_blanks(other.rewrite.text) == words) return false;
    }
    const EditInput again{draft_.lexicon, draft_.pack, found.document, found.after,
                          draft_.context, {}, draft_.measure};
    if (can_be_mended(again)) return false;
    found_.push_back({{strategy, found.text, *found.after.score, gain, slots_of(found.text)},
                      found.after.score->tenths - lost - (in_order(found.plan) ? 0 : kOtherOrder)});
    return true;
  }

  static bool in_order(const Plan& plan) {
    int last = -1;
    for (const Piece& piece : plan.pieces) {
      if (!piece.own()) continue;
      if (piece.unit < last) return false;
      last = piece.unit;
    }
    return true;
  }

  // Of the writer's words that do no harm the share that the plan leaves out,
  // in kLostWords.
  std::int64_t lost_words(const Plan& plan) const {
    std::size_t all = 0;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < parts_.units.size(); ++i) {
      const Unit& unit = parts_.units[i];
      if (unit.hurts || unit.move == Move::kFiller) continue;
      all += unit.text.size();
      const bool stays = std::any_of(plan.pieces.begin(), plan.pieces.end(), [&](const Piece& piece) {
        return piece.unit == static_cast<int>(i);
      });
      if (stays) kept += unit.text.size();
    }
    if (all == 0) return 0;
    return kLostWords * static_cast<std::int64_t>(all - kept) / static_cast<std::int64_t>(all);
  }

  std::optional<Measured> measure(const Plan& plan) {
    if (left_ == 0) return std::nullopt;
    --left_;
    Measured out;
    Plan body = plan;
    if (input_.prefix > 0) body.subject.clear();
    out.text = realize(parts_, body, draft_.pack);
    const std::string text = draft_.document.text.substr(0, input_.prefix) + out.text;
    out.after = draft_.measure(text, {{0, text.size()}}, &out.document);
    if (!out.after.score) return std::nullopt;
    out.plan = plan;
    return out;
  }

  std::optional<Measured> lightest() {
    Plan plan = rewrite::lightest(parts_);
    mend_head(parts_, words_, knows_name(), plan);
    if (!parts_.sells && !keeps_enough(plan)) return std::nullopt;
    add_missing(plan);
    return finish(plan);
  }

  // Why this reader and a question, where there is neither.
  void add_missing(Plan& plan) {
    if (needs_tie(draft_, parts_) && !plan.speaks_of_reader(parts_)) add_tie(parts_, words_, plan);
    const bool lets_off = parts_.asks_nothing && plan.has(Move::kWayOut) && plan.pieces.size() > 1;
    const bool complete = lets_off || leaves_open(plan);
    if (!plan.has(Move::kAsk) && parts_.sells && !complete) add_ask(parts_, words_, plan);
    if (parts_.sells && lost_pitch(plan) && has_room(draft_.before)) add_statement(parts_, words_, plan);
    const bool frame = !plan.has_own() && !parts_.sells && !plan.has(Move::kAsk);
    if (frame || needs_question(draft_, parts_)) add_question(parts_, words_, plan);
    if (needs_release(draft_, parts_) && !plan.has(Move::kWayOut)) add_release(words_, plan);
  }

  void drop_offering(Plan& plan) const {
    for (std::size_t i = plan.pieces.size(); i-- > 0;) {
      const Piece& piece = plan.pieces[i];
      if (piece.own() && parts_.units[static_cast<std::size_t>(piece.unit)].offering) drop(parts_, plan, i);
    }
  }

  bool says_what_is_sold(const Unit& unit) const {
    const auto& signals = draft_.before.signals;
    return std::any_of(signals.begin(), signals.end(), [&](const Signal& signal) {
      const auto& offers = draft_.pack.rewrite.offers;
      return signal.bytes.overlaps(unit.span) &&
             std::any_of(offers.begin(), offers.end(), [&](const std::string& one) {
               return lexicon::names_signal(one, signal.signal);
             });
    });
  }

  bool lost_pitch(const Plan& plan) const {
    std::vector<bool> kept(parts_.units.size(), false);
    for (const Piece& piece : plan.pieces) {
      if (piece.own()) kept[static_cast<std::size_t>(piece.unit)] = true;
    }
    for (std::size_t i = 0; i < kept.size(); ++i) {
      if (!kept[i] && says_what_is_sold(parts_.units[i])) return true;
    }
    return false;
  }

  bool leaves_open(const Plan& plan) const {
    return parts_.leaves_open && std::any_of(plan.pieces.begin(), plan.pieces.end(), [&](const Piece& piece) {
      return piece.own() && parts_.units[static_cast<std::size_t>(piece.unit)].leaves_open;
    });
  }

  // Something that helps, or a good part of what was said.
  bool keeps_enough(const Plan& plan) const {
    std::size_t kept = 0;
    std::size_t all = 0;
    for (const Unit& unit : parts_.units) all += unit.text.size();
    for (const Piece& piece : plan.pieces) {
      if (!piece.own()) continue;
      if (parts_.units[static_cast<std::size_t>(piece.unit)].worth > 0) return true;
      kept += piece.text.size();
    }
    return kept * 5 >= all * 2;
  }

  std::optional<Measured> first_the_reader() {
    Plan plan = reader_first(parts_);
    mend_head(parts_, words_, true, plan);
    // Where nothing is said of the reader, what is sold is a slot of the question.
    if (parts_.sells && needs_tie(draft_, parts_)) drop_offering(plan);
    if (!plan.has_own()) {
      if (!may_be_bare()) return std::nullopt;
      if (!plan.has(Move::kWhy)) add_tie(parts_, words_, plan);
      add_intro(parts_, words_, plan);
    }
    add_missing(plan);
    return finish(plan);
  }

  std::optional<Measured> as_short_as_can_be() {
    Plan plan = shortest(parts_);
    mend_head(parts_, words_, knows_name(), plan);
    if (!plan.has_own() && !parts_.sells) return std::nullopt;
    add_missing(plan);
    for (Piece& piece : plan.pieces) piece.gap = " ";
    auto best = measure(plan);
    if (!best) return best;
    // One more sentence of the writer's, where it is worth its room.
    const Plan longer = reader_first(parts_);
    for (Move move : {Move::kIntro, Move::kOffer}) {
      const auto found = std::find_if(
          longer.pieces.begin(), longer.pieces.end(), [&](const Piece& piece) {
            const Unit& unit = parts_.units[static_cast<std::size_t>(piece.unit)];
            return unit.move == move && !unit.leans;
          });
      if (found == longer.pieces.end()) continue;
      const bool said = std::any_of(plan.pieces.begin(), plan.pieces.end(), [&](const Piece& piece) {
        return piece.unit == found->unit;
      });
      if (said) continue;
      Plan other = plan;
      std::size_t at = 0;
      while (at < other.pieces.size() && other.pieces[at].move != Move::kAsk &&
             other.pieces[at].move != Move::kWayOut) {
        ++at;
      }
      other.pieces.insert(other.pieces.begin() + static_cast<std::ptrdiff_t>(at), *found);
      other.pieces[at].gap = " ";
      const auto result = measure(other);
      if (!result || !fits_smallest(*result)) continue;
      if (*result->after.score - *best->after.score < kWorthASentence) continue;
      best = result;
      plan = other;
    }
    if (!fits_smallest(*best)) return std::nullopt;
    return best;
  }

  // Whether a frame to be filled does for the draft: not where a story was told.
  bool may_be_bare() const {
    std::size_t all = 0;
    for (const Unit& unit : parts_.units) all += unit.text.size();
    return parts_.sells || all < kShortStory;
  }

  // A greeting can then name the reader and has no slot.
  bool knows_name() const { return !draft_.context.to.name.empty(); }

  bool fits_smallest(const Measured& found) const {
    const int index = draft_.lexicon.channel(draft_.before.channel);
    for (const lexicon::Tier& tier : draft_.lexicon.channels[static_cast<std::size_t>(index)].tiers) {
      for (const lexicon::LengthLimit& limit : tier.limits) {
        for (const Limit& count : found.after.limits) {
          if (count.name == limit.name && count.count > limit.max) return false;
        }
      }
    }
    return true;
  }

  // Takes out what is too much for the limit.
  std::optional<Measured> finish(Plan plan) {
    auto now = measure(plan);
    for (std::size_t round = 0; now && broken_limits(now->after) > 0 && round < kMostDropped; ++round) {
      if (!drop_least(plan)) return now;
      now = measure(plan);
    }
    return now;
  }

  // The unit that carries least, of those that are neither tie nor question.
  bool drop_least(Plan& plan) {
    std::size_t best = plan.pieces.size();
    const auto worth = [&](std::size_t i) {
      return parts_.units[static_cast<std::size_t>(plan.pieces[i].unit)].worth;
    };
    for (std::size_t i = 0; i < plan.pieces.size(); ++i) {
      const Piece& piece = plan.pieces[i];
      if (!piece.own() || piece.move == Move::kAsk || piece.move == Move::kWayOut) continue;
      const Unit& unit = parts_.units[static_cast<std::size_t>(piece.unit)];
      if (unit.of_reader || unit.offering) continue;
      // Of two alike the later goes.
      if (best == plan.pieces.size() || worth(i) <= worth(best)) best = i;
    }
    if (best == plan.pieces.size()) return false;
    drop(parts_, plan, best);
    return true;
  }

  const RewriteInput& input_;
  const EditInput& draft_;
  Parts parts_;
  Words words_;
  std::map<std::string, int> negatives_;
  std::vector<Found> found_;
  std::size_t left_ = kMostRewriteMeasurements;
};

}  // namespace

std::vector<Rewrite> rewrites(const RewriteInput& input) {
  const EditInput& draft = input.draft;
  if (!draft.before.score || *draft.before.score >= kGoodDraft) return {};
  if (draft.pack.rewrite.wordings.empty() || draft.document.text.size() > kMostBytes) return {};
  const auto forbids = [&](const Signal& signal) {
    const auto& never = draft.pack.rewrite.never;
    return std::any_of(never.begin(), never.end(), [&](const std::string& one) {
      return lexicon::names_signal(one, signal.signal);
    });
  };
  const auto& signals = draft.before.signals;
  if (std::any_of(signals.begin(), signals.end(), forbids)) return {};
  if (!can_be_mended(draft)) return {};
  return Search(input).run();
}

}  // namespace rapport::rewrite
