#include "analyzer/rewrite/needs.h"

#include <algorithm>

#include "analyzer/rewrite/judge.h"
#include "analyzer/rewrite/mend.h"

namespace rapport::rewrite {
namespace {

constexpr std::size_t kLittleSaid = 250;     // bytes, in the writer's words
constexpr std::size_t kNextToNothing = 120;  // bytes
// That a sentence of the pack's needs, code points.
constexpr std::size_t kRoom = 60;

}  // namespace

bool has_room(const Analysis& analysis) {
  return std::all_of(analysis.limits.begin(), analysis.limits.end(), [](const Limit& limit) {
    return limit.max == 0 || limit.count + kRoom <= limit.max;
  });
}

bool needs_tie(const EditInput& input, const Parts& parts) {
  const auto& again = input.pack.rewrite.again;
  const bool writes_again = std::find(again.begin(), again.end(), input.before.channel) != again.end();
  std::size_t said = 0;
  for (const Unit& unit : parts.units) {
    if (unit.of_reader && !unit.hurts) return false;
    if (!unit.hurts) said += unit.text.size();
  }
  if (writes_again && said > 0) return parts.sells;
  return parts.sells || (said < kLittleSaid && has_room(input.before));
}

bool needs_release(const EditInput& input, const Parts& parts) {
  return parts.asks_much && !parts.lets_off && has_room(input.before);
}

bool needs_question(const EditInput& input, const Parts& parts) {
  std::size_t said = 0;
  for (const Unit& unit : parts.units) {
    if (unit.move == Move::kAsk || unit.without_harm == Move::kAsk || unit.move == Move::kOffer) return false;
    if (!unit.hurts && unit.move != Move::kFiller) said += unit.text.size();
  }
  const auto& channels = input.pack.rewrite.asking;
  const bool here = std::find(channels.begin(), channels.end(), input.before.channel) != channels.end();
  return here && !parts.sells && !parts.asks_much && said < kNextToNothing;
}

bool can_be_mended(const EditInput& input) {
  Parts parts = understand(input);
  if (!parts.usable) return false;
  if (parts.subject_hurts || parts.greeting_hurts || parts.sign_off_hurts) return true;
  if (broken_limits(input.before) > 0 || needs_tie(input, parts)) return true;
  if (needs_release(input, parts) || needs_question(input, parts)) return true;
  const auto is_wrong = [](const Unit& unit) { return unit.hurts || unit.hook || unit.move == Move::kFiller; };
  if (std::any_of(parts.units.begin(), parts.units.end(), is_wrong)) return true;
  const auto asks = std::count_if(parts.units.begin(), parts.units.end(),
                                  [](const Unit& unit) { return unit.move == Move::kAsk; });
  const bool complete = parts.leaves_open || (parts.asks_nothing && parts.lets_off);
  if (parts.sells && (asks > 1 || (asks == 0 && !complete))) return true;
  return mend_words(input, parts);
}

}  // namespace rapport::rewrite
