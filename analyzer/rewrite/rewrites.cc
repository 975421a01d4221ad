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
#include "analyzer/rewrite/plan.h"
#include "analyzer/rewrite/realize.h"

namespace rapport::rewrite {
namespace {

// A longer draft is a document and no message; it gets edits only.
constexpr std::size_t kMostBytes = 8000;
constexpr std::size_t kMostUnits = 60;
constexpr std::size_t kMostMended = 8;       // units of the lightest
constexpr std::size_t kShortStory = 500;  // bytes
constexpr Points kWorthASentence{30};

struct Measured {
  std::string text;  // without the prefix
  Analysis after;
  Faults left;
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
      const bool offered = found && keeps_request(*found) && offer(name, *found, out);
      parts_ = as_written;
      if (offered || !changed) continue;
      found = (this->*strategy)();
      if (found && keeps_request(*found)) offer(name, *found, out);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Rewrite& a, const Rewrite& b) { return a.score > b.score; });
    return out;
  }

 private:
  // Whoever asks for something other than business still asks for it.
  bool keeps_request(const Measured& found) const {
    if (sells()) return true;
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

  bool offer(const char* strategy, const Measured& found, std::vector<Rewrite>& out) const {
    const Points gain = *found.after.score - *draft_.before.score;
    const bool settled = !found.left.any() || *found.after.score >= kGoodDraft;
    if (gain < kLeastRewriteGain || !settled || broken_limits(found.after) > 0) return false;
    if (brings_new(negatives_, negatives(draft_.lexicon, found.after))) return false;
    // Other line ends alone make no other message.
    const std::string words = without_blanks(found.text);
    if (words == without_blanks(draft_.document.text.substr(input_.prefix))) return false;
    for (const Rewrite& other : out) {
      if (without_blanks(other.text) == words) return false;
    }
    out.push_back({strategy, found.text, *found.after.score, gain, slots_of(found.text)});
    return true;
  }

  std::optional<Measured> measure(const Plan& plan) {
    if (left_ == 0) return std::nullopt;
    --left_;
    Measured out;
    Plan body = plan;
    if (input_.prefix > 0) body.subject.clear();
    out.text = realize(parts_, body, draft_.pack);
    const std::string text = draft_.document.text.substr(0, input_.prefix) + out.text;
    out.after = draft_.measure(text, {{0, text.size()}});
    if (!out.after.score) return std::nullopt;
    out.left = faults(draft_.lexicon, out.after, text);
    return out;
  }

  // Fewer things that hurt, then a higher score.
  bool better(const Measured& a, const Measured& b) const {
    const auto hurts = [&](const Measured& one) {
      int count = 0;
      for (const auto& [signal, times] : negatives(draft_.lexicon, one.after)) {
        if (move_of(draft_.lexicon, signal) != Move::kAsk) count += times;
      }
      return count;
    };
    return std::pair(-hurts(a), *a.after.score) > std::pair(-hurts(b), *b.after.score);
  }

  std::optional<Measured> lightest() {
    Plan plan = whole(parts_);
    mend_head(parts_, words_, knows_name(), plan);
    std::vector<int> worst_first;
    for (std::size_t i = 0; i < parts_.units.size(); ++i) {
      if (parts_.units[i].hurts) worst_first.push_back(static_cast<int>(i));
    }
    std::stable_sort(worst_first.begin(), worst_first.end(), [&](int a, int b) {
      return parts_.units[static_cast<std::size_t>(a)].worth <
             parts_.units[static_cast<std::size_t>(b)].worth;
    });
    std::size_t mended = 0;
    for (int unit : worst_first) mend_unit(unit, ++mended <= kMostMended, plan);
    if (!keeps_enough(plan)) return std::nullopt;
    return finish(plan, true);
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

  // Without `measured` it is left out at once.
  void mend_unit(int index, bool measured, Plan& plan) {
    const auto at = std::find_if(plan.pieces.begin(), plan.pieces.end(),
                                 [&](const Piece& piece) { return piece.unit == index; });
    if (at == plan.pieces.end()) return;
    const auto place = static_cast<std::size_t>(at - plan.pieces.begin());
    Plan best = plan;
    drop(parts_, best, place);
    const Unit& unit = parts_.units[static_cast<std::size_t>(index)];
    const auto texts =
        measured ? replacements(draft_, unit) : std::vector<std::string>();
    if (!texts.empty()) {
      auto best_measured = measure(best);
      for (const std::string& text : texts) {
        Plan other = plan;
        const Move move = text.ends_with('?') ? Move::kAsk : Move::kWhy;
        // Once is enough: of why this reader, and of questions.
        if (move == Move::kAsk ? best.has(Move::kAsk) : says_why(best)) continue;
        if (move == Move::kWhy && asks_before(plan, place)) continue;
        other.pieces[place] = {-1, text, other.pieces[place].gap, move};
        const auto result = measure(other);
        if (result && (!best_measured || better(*result, *best_measured))) {
          best = other;
          best_measured = result;
        }
      }
    }
    plan = best;
  }

  bool asks_before(const Plan& plan, std::size_t place) const {
    const auto end = plan.pieces.begin() + static_cast<std::ptrdiff_t>(place);
    return std::any_of(plan.pieces.begin(), end,
                       [](const Piece& piece) { return piece.move == Move::kAsk; });
  }

  // In words that are no harm.
  bool says_why(const Plan& plan) const {
    return std::any_of(plan.pieces.begin(), plan.pieces.end(), [&](const Piece& piece) {
      if (!piece.own()) return piece.move == Move::kWhy;
      const Unit& unit = parts_.units[static_cast<std::size_t>(piece.unit)];
      return unit.tied && !unit.hurts;
    });
  }

  std::optional<Measured> first_the_reader() {
    Plan plan = reader_first(parts_);
    mend_head(parts_, words_, true, plan);
    if (!plan.tied(parts_)) add_tie(parts_, words_, plan);
    if (!plan.has_own()) {
      if (!may_be_bare()) return std::nullopt;
      add_intro(parts_, words_, plan);
    }
    if (!plan.has(Move::kAsk) && sells()) add_ask(parts_, words_, plan);
    return finish(plan, true);
  }

  std::optional<Measured> as_short_as_can_be() {
    Plan plan = shortest(parts_);
    mend_head(parts_, words_, knows_name(), plan);
    if (!plan.tied(parts_)) add_tie(parts_, words_, plan);
    if (!plan.has_own() && !sells()) return std::nullopt;
    if (!plan.has(Move::kAsk) && sells()) add_ask(parts_, words_, plan);
    for (Piece& piece : plan.pieces) piece.gap = " ";
    auto best = finish(plan, false);
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
      const auto result = finish(other, false);
      if (!result || result->left.any() || !fits_smallest(*result)) continue;
      if (*result->after.score - *best->after.score < kWorthASentence && !best->left.any()) continue;
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
    return sells() || all < kShortStory;
  }

  // A greeting can then name the reader and has no slot.
  bool knows_name() const { return !draft_.context.to.name.empty(); }

  // More than a boast. Of a draft that sells nothing of it may be left, and yet its writer wants
  // something. A question that asks for a fact says so.
  bool sells() const {
    const auto& signals = draft_.before.signals;
    return std::any_of(signals.begin(), signals.end(), [&](const Signal& signal) {
      return move_of(draft_.lexicon, signal.signal) == Move::kPitch;
    });
  }

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

  // Adds what the plan still misses, and takes out what is too much.
  std::optional<Measured> finish(Plan plan, bool may_shorten) {
    auto now = measure(plan);
    bool tied = false;
    bool left_free = false;
    for (std::size_t round = 0; now && now->left.any() && round < kMostMended; ++round) {
      const Faults& left = now->left;
      if (left.untied && !tied) {
        tied = true;
        if (!add_tie(parts_, words_, plan)) return now;
      } else if (left.no_way_out && !left_free) {
        left_free = true;
        if (!add_way_out(parts_, words_, plan)) return now;
      } else if (left.asks) {
        if (!drop_last_ask(plan)) return now;
      } else if (left.over && may_shorten) {
        if (!drop_least(plan)) return now;
      } else {
        return now;
      }
      now = measure(plan);
    }
    return now;
  }

  // The first request stays: others are added to it.
  bool drop_last_ask(Plan& plan) {
    const auto is_ask = [](const Piece& piece) { return piece.move == Move::kAsk; };
    if (std::count_if(plan.pieces.begin(), plan.pieces.end(), is_ask) < 2) return false;
    const auto last = std::find_if(plan.pieces.rbegin(), plan.pieces.rend(), is_ask);
    drop(parts_, plan, static_cast<std::size_t>(plan.pieces.rend() - last) - 1);
    return true;
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
      if (parts_.units[static_cast<std::size_t>(piece.unit)].tied) continue;
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
  if (!faults(draft.lexicon, draft.before, draft.document.text).any()) return {};
  return Search(input).run();
}

}  // namespace rapport::rewrite
