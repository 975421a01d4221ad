// Whether to send a draft: the first advice rule that holds.
//
// Thread rule: pure function.
#ifndef RAPPORT_ANALYZER_ADVISE_ADVISE_H_
#define RAPPORT_ANALYZER_ADVISE_ADVISE_H_

#include "analyzer/analysis.h"
#include "analyzer/lexicon/lexicon_data.h"

namespace rapport::advise {

// Reads signals, score, limits and channel of `analysis`. Without a score, or
// where no rule of the pack holds: an empty verdict.
Advice advise(const lexicon::Pack& pack, const Analysis& analysis);

}  // namespace rapport::advise

#endif  // RAPPORT_ANALYZER_ADVISE_ADVISE_H_
