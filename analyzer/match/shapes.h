// Rules that look for a shape instead of words: capitals, emoji, a wall of text.
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_MATCH_SHAPES_H_
#define RAPPORT_ANALYZER_MATCH_SHAPES_H_

#include <vector>

#include "analyzer/lexicon/rule.h"
#include "analyzer/span.h"
#include "analyzer/text/document.h"

namespace rapport::match {

// Appends the folded spans of all stretches that have the rule's shape, by
// position. Zones are left to the guards. Complexity: linear in tokens.
//
// capitals   `at_least` or more words in capitals on end, one of them of four
//            letters or more ("CEO of IBM" is no shouting); marks may stand
//            between them, a lower-case word may not
// emoji      every run of neighbouring emoji, where the draft has `at_least`
// paragraph  every stretch of `at_least` code points without a blank line
void find_shape(const lexicon::Rule& rule, const text::Document& document,
                std::vector<ByteSpan>& out);

}  // namespace rapport::match

#endif  // RAPPORT_ANALYZER_MATCH_SHAPES_H_
