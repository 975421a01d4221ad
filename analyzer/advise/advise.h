// Whether to send a draft: the first verdict rule of the pack that holds; and
// with it why, how it will be felt, and what to do afterwards.
//
// Facts of the context go before the draft's words; they never move the score.
//
// Thread rule: pure function.
#ifndef RAPPORT_ANALYZER_ADVISE_ADVISE_H_
#define RAPPORT_ANALYZER_ADVISE_ADVISE_H_

#include "analyzer/analysis.h"
#include "analyzer/context.h"
#include "analyzer/lexicon/lexicon_data.h"

namespace rapport::advise {

// Reads signals, scores, features, limits, checks and channel of `analysis`; its
// positions are handed on. Without a score, or where no verdict of the pack
// holds: nothing. REQUIRES: `pack` is of `lexicon`, which names the sub-scores.
Advice advise(const LexiconData& lexicon, const lexicon::Pack& pack, const Analysis& analysis,
              const Context& context = {});

}  // namespace rapport::advise

#endif  // RAPPORT_ANALYZER_ADVISE_ADVISE_H_
