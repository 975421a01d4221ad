// From raw matches to accepted ones: guards, readings, maxima, overlaps.
//
// Order: (1) guards; (2) a rule's maximum; (3) readings: a signal means another
// in certain company; (4) of overlapping matches of one family the one of
// higher priority stays, then the longer, the earlier, the first rule id;
// (5) precedence between families.
//
// Thread rule: pure function.
#ifndef RAPPORT_ANALYZER_MATCH_RESOLVE_H_
#define RAPPORT_ANALYZER_MATCH_RESOLVE_H_

#include <vector>

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/match/guards.h"
#include "analyzer/match/matcher.h"

namespace rapport::match {

// An accepted match.
struct Match {
  int rule = 0;     // index into Pack::rules
  int signal = 0;   // index into Taxonomy::signals, after readings
  ByteSpan span;    // of Document::text, not empty
};

// Steps 1 to 3 alone: what each rule finds, whatever others find in its place.
// By rule, then position.
std::vector<Match> accept(const LexiconData& lexicon, const lexicon::Pack& pack,
                          const text::Document& document, const SlotReading& slots,
                          const std::vector<RawMatch>& raw);

// Steps 4 and 5, of what accept() gave: which of them stay. By position, then
// rule.
std::vector<Match> settle(const lexicon::Taxonomy& taxonomy, const lexicon::Pack& pack,
                          std::vector<Match> accepted);

// All five. By position, then rule. Complexity: n log n in matches, plus overlaps.
std::vector<Match> resolve(const LexiconData& lexicon, const lexicon::Pack& pack,
                           const text::Document& document, const SlotReading& slots,
                           const std::vector<RawMatch>& raw);

}  // namespace rapport::match

#endif  // RAPPORT_ANALYZER_MATCH_RESOLVE_H_
