// Holds what a draft claims against the facts of its context.
//
// Careful by design: what the facts leave open is not checked, and a claim that
// names nothing is taken as true where there is something that bears it.
//
// Thread rule: pure function.
//
// Example: with the fact met_at = "CppCon", "we met at Meeting C++" is a claim
// of common_ground.event that names another thing, and with met_at = none a
// claim of what never was.
#ifndef RAPPORT_ANALYZER_ADVISE_CLAIMS_H_
#define RAPPORT_ANALYZER_ADVISE_CLAIMS_H_

#include <vector>

#include "analyzer/analysis.h"
#include "analyzer/context.h"
#include "analyzer/lexicon/rule.h"
#include "analyzer/text/document.h"

namespace rapport::advise {

// By position, then code; empty where `context` is. Positions are bytes of
// document.text, as those of `analysis.signals` must be.
std::vector<Check> check_claims(const lexicon::Pack& pack, const text::Document& document,
                                const Analysis& analysis, const Context& context);

}  // namespace rapport::advise

#endif  // RAPPORT_ANALYZER_ADVISE_CLAIMS_H_
