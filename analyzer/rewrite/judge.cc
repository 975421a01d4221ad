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

bool has_signal(const LexiconData& lexicon, const Analysis& analysis, Move move) {
  return std::any_of(analysis.signals.begin(), analysis.signals.end(), [&](const Signal& signal) {
    return move_of(lexicon, signal.signal) == move;
  });
}

}  // namespace rapport::rewrite
