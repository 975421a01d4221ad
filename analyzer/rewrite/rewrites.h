// Whole rewrites of a draft, each of another strategy and with measured gain:
//   lightest      the writer's order; what hurts mended or left out, what is
//                 missing added
//   reader_first  them, what both share, who writes, one small question
//   shortest      as few sentences as there can be, within the smallest limit of
//                 the channel
//
// Laws, each a property test (tests/properties/rewrite_tests.cc): scored again a
// rewrite is higher by kLeastRewriteGain or more; no negative signal is new; no
// limit is broken; it is not rewritten again once its slots are filled; each of
// its words is the draft's or the pack's; a draft of kGoodDraft or more has none.
//
// Thread rule: pure function of its arguments.
#ifndef RAPPORT_ANALYZER_REWRITE_REWRITES_H_
#define RAPPORT_ANALYZER_REWRITE_REWRITES_H_

#include <vector>

#include "analyzer/analysis.h"
#include "analyzer/rewrite/local_edits.h"

namespace rapport::rewrite {

inline constexpr Points kLeastRewriteGain{10};  // one point
inline constexpr Points kGoodDraft{850};
inline constexpr std::size_t kMostRewriteMeasurements = 60;  // of one draft

struct RewriteInput {
  const EditInput& draft;
  // Bytes at the start of the document's text that stand for a subject given
  // apart: measured with each rewrite, changed by none and not part of it.
  std::size_t prefix = 0;
};

// At most three that differ, the best first: by the score, less 40 points for the
// share of the writer's harmless words that is lost, less 10 for another order.
// Who sells nothing gets none that loses more than two fifths of them.
// Complexity: kMostRewriteMeasurements measurements, fewer for long drafts.
std::vector<Rewrite> rewrites(const RewriteInput& input);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_REWRITES_H_
