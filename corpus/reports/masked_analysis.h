// An analysis as it is told where people and companies are masked.
//
// Positions, quotes and suggested texts are those of the masked draft; scores,
// signals and advice are what the draft as it came got.
//
// Thread rule: pure function of its arguments.
// Errors: none. Of a draft that is no UTF-8 positions do not map: its signals
// come out with empty places.
//
// Example:
//   const corpus::Mask mask = anonymizer.meet(record);
//   corpus::mask_analysis(mask, record.draft, analysis);
#ifndef RAPPORT_CORPUS_REPORTS_MASKED_ANALYSIS_H_
#define RAPPORT_CORPUS_REPORTS_MASKED_ANALYSIS_H_

#include "analyzer/analysis.h"
#include "analyzer/draft.h"
#include "corpus/reports/mask.h"

namespace rapport::corpus {

// `draft`: before masking.
void mask_analysis(const Mask& mask, const Draft& draft, Analysis& analysis);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_MASKED_ANALYSIS_H_
