#include "analyzer/rewrite/judge.h"

#include <algorithm>

namespace rapport::rewrite {

using lexicon::Move;

namespace {

// How exactly `edit` is meant for `signal`: rule 3, dotted id 2, family 1, else 0.
int exactness(const lexicon::EditRule& edit, const Signal& signal) {
  int best = 0;
  const std::string family = family_of(signal.signal);
  for (const std::string& name : edit.on) {
    if (name == signal.rule) best = std::max(best, 3);
    if (name == signal.signal) best = std::max(best, 2);
    if (name == family) best = std::max(best, 1);
  }
  return best;
}

constexpr std::size_t kRoom = 40;  // of a short sentence, in the unit of the limit

bool has_room(const Analysis& analysis) {
  return std::none_of(analysis.limits.begin(), analysis.limits.end(), [](const Limit& limit) {
    return limit.name == "body" && limit.count + kRoom > limit.max;
  });
}

}  // namespace

bool is_negative(const LexiconData& lexicon, const std::string& signal) {
  const int index = lexicon.taxonomy.signal(signal);
  if (index < 0) return false;
  const int family = lexicon.taxonomy.signals[static_cast<std::size_t>(index)].family;
  return !lexicon.taxonomy.families[static_cast<std::size_t>(family)].positive;
}

bool is_harm(const LexiconData& lexicon, const std::string& signal) {
  const Move move = move_of(lexicon, signal);
  return move != Move::kAsk && move != Move::kSlot && is_negative(lexicon, signal);
}

Move move_of(const LexiconData& lexicon, const std::string& signal) {
  const int index = lexicon.taxonomy.signal(signal);
  return index < 0 ? Move::kOther : lexicon.taxonomy.signals[static_cast<std::size_t>(index)].move;
}

std::string family_of(const std::string& signal) { return signal.substr(0, signal.find('.')); }

std::map<std::string, int> negatives(const LexiconData& lexicon, const Analysis& analysis) {
  std::map<std::string, int> out;
  for (const Signal& signal : analysis.signals) {
    if (is_negative(lexicon, signal.signal)) ++out[signal.signal];
  }
  return out;
}

bool brings_new(const std::map<std::string, int>& before, const std::map<std::string, int>& after) {
  return std::any_of(after.begin(), after.end(), [&](const auto& one) {
    const auto old = before.find(one.first);
    return old == before.end() || old->second < one.second;
  });
}

int broken_limits(const Analysis& analysis) {
  return static_cast<int>(
      std::count_if(analysis.limits.begin(), analysis.limits.end(),
                    [](const Limit& limit) { return limit.level == Limit::Level::kError; }));
}

std::vector<const lexicon::EditRule*> edits_for(const lexicon::Pack& pack, const Signal& signal) {
  int best = 1;
  for (const lexicon::EditRule& edit : pack.edits) best = std::max(best, exactness(edit, signal));
  std::vector<const lexicon::EditRule*> out;
  for (const lexicon::EditRule& edit : pack.edits) {
    if (exactness(edit, signal) == best) out.push_back(&edit);
  }
  return out;
}

Faults faults(const LexiconData& lexicon, const Analysis& analysis, std::string_view text) {
  Faults out;
  std::size_t last_ask = 0;  // where it ended
  out.untied = true;
  out.over = broken_limits(analysis) > 0;
  int asks = 0;
  bool way_out = false;
  bool offers = false;
  for (const Signal& signal : analysis.signals) {
    const Move move = move_of(lexicon, signal.signal);
    if (move == Move::kAsk) {
      const std::size_t begin = std::max(last_ask, signal.bytes.begin);
      const std::string_view between = text.substr(last_ask, begin - last_ask);
      if (asks == 0 || between.find_first_of(".!?\n") != std::string_view::npos) ++asks;
      last_ask = std::max(last_ask, signal.bytes.end);
    } else if (is_negative(lexicon, signal.signal)) {
      out.hurts = true;
    }
    if (lexicon::is_tie(move)) out.untied = false;
    if (move == Move::kWayOut) way_out = true;
    if (move == Move::kOffer) offers = true;
  }
  out.asks = asks > 1;
  // An offer or a question wants an answer as well.
  const bool wants = asks > 0 || offers || text.find('?') != std::string_view::npos;
  out.no_way_out = wants && !way_out && has_room(analysis);
  return out;
}

}  // namespace rapport::rewrite
