#include <algorithm>

#include "analyzer/features/groups.h"

namespace rapport::features {
namespace {

using lexicon::Move;

Move move_of(const Input& input, const match::Match& match) {
  return input.lexicon.taxonomy.signals[static_cast<std::size_t>(match.signal)].move;
}

bool wants(const Input& input, const match::Match& match) {
  const Move move = move_of(input, match);
  return move == Move::kAsk || move == Move::kPitch || move == Move::kBoast;
}

const match::Match* first_wanting(const Input& input) {
  for (const match::Match& match : input.matches) {
    if (wants(input, match) && input.in_body(match.span.begin)) return &match;
  }
  return nullptr;
}

}  // namespace

std::optional<double> anonymous(const Input& input) {
  const bool tied = std::any_of(
      input.matches.begin(), input.matches.end(),
      [&](const match::Match& match) { return lexicon::is_tie(move_of(input, match)); });
  return tied ? 0 : 1;
}

std::optional<double> first_ask(const Input& input) {
  const match::Match* first = first_wanting(input);
  if (!first || input.body.empty()) return std::nullopt;
  const std::size_t begin = input.body.front().begin;
  const std::size_t size = input.body.back().end - begin;
  return static_cast<double>(first->span.begin - begin) / static_cast<double>(std::max<std::size_t>(size, 1));
}

std::optional<double> give_before_ask(const Input& input) {
  const match::Match* first = first_wanting(input);
  if (!first) return std::nullopt;
  const bool gives =
      std::any_of(input.matches.begin(), input.matches.end(), [&](const match::Match& match) {
        return move_of(input, match) == Move::kOffer && match.span.begin < first->span.begin;
      });
  return gives ? 1 : -1;
}

}  // namespace rapport::features
