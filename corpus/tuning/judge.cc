#include "corpus/tuning/judge.h"

#include <algorithm>

namespace rapport::corpus {

std::string_view family_of(std::string_view signal) { return signal.substr(0, signal.find('.')); }

Verdict judge(const GoldRecord& record, CodePointSpan span, std::string_view family) {
  if (!record.marked) return Verdict::kNone;
  const auto speaks = [&](const GoldSpan& gold) {
    return gold.span.overlaps(span) && family_of(gold.signal) == family;
  };
  if (std::any_of(record.spans.begin(), record.spans.end(), speaks)) return Verdict::kRight;
  if (std::any_of(record.maybe.begin(), record.maybe.end(), speaks)) return Verdict::kNone;
  return Verdict::kWrong;
}

}  // namespace rapport::corpus
