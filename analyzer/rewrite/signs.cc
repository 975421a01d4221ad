#include "analyzer/rewrite/signs.h"

#include <algorithm>

#include "analyzer/rewrite/judge.h"

namespace rapport::rewrite {

bool has_move(const EditInput& input, ByteSpan span, Move move) {
  const auto& signals = input.before.signals;
  return std::any_of(signals.begin(), signals.end(), [&](const Signal& signal) {
    return signal.bytes.overlaps(span) && move_of(input.lexicon, signal.signal) == move;
  });
}

bool is_untrue(const EditInput& input, ByteSpan span) {
  const auto& checks = input.before.checks;
  return std::any_of(checks.begin(), checks.end(),
                     [&](const Check& check) { return check.bytes.overlaps(span); });
}

bool does_harm(const EditInput& input, ByteSpan span) {
  const auto& signals = input.before.signals;
  const bool found = std::any_of(signals.begin(), signals.end(), [&](const Signal& signal) {
    return signal.bytes.overlaps(span) && is_harm(input.lexicon, signal.signal);
  });
  return found || is_untrue(input, span);
}

bool starts_with_word(const std::string& folded, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    if (!folded.starts_with(word)) return false;
    const char next = folded.size() > word.size() ? folded[word.size()] : ' ';
    return !((next >= 'a' && next <= 'z') || (next >= '0' && next <= '9') || next == '\'');
  });
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace rapport::rewrite
