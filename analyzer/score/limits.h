// A draft's lengths against its channel's limits.
//
// Thread rule: pure function.
#ifndef RAPPORT_ANALYZER_SCORE_LIMITS_H_
#define RAPPORT_ANALYZER_SCORE_LIMITS_H_

#include <string_view>
#include <vector>

#include "analyzer/analysis.h"
#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/text/document.h"

namespace rapport::score {

// One entry a limit of the tier. The body is the text without its subject
// line, the subject that line or `subject` where the text has none. The count
// is the largest of code points, UTF-16 units and graphemes.
std::vector<Limit> check_limits(const lexicon::Tier& tier, const text::Document& document,
                                std::string_view subject);

}  // namespace rapport::score

#endif  // RAPPORT_ANALYZER_SCORE_LIMITS_H_
