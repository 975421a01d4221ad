// Is a stretch right by a record's gold spans? The same rule as `tune eval`'s
// (corpus/span_counts.h): right where it overlaps a span of its family; where it
// overlaps a `maybe` span of that family alone, it counts neither way.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CORPUS_TUNING_JUDGE_H_
#define RAPPORT_CORPUS_TUNING_JUDGE_H_

#include <string_view>

#include "corpus/gold.h"

namespace rapport::corpus {

enum class Verdict {
  kNone,   // the record has no spans to judge by, or only a `maybe` one speaks
  kRight,
  kWrong,
};

// `family`: a family's name.
Verdict judge(const GoldRecord& record, CodePointSpan span, std::string_view family);

// "pitch.meeting" -> "pitch"
std::string_view family_of(std::string_view signal);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_JUDGE_H_
