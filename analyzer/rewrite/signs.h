// What the signals and checks of a draft say of one of its spans. Internal to the
// rewrite layer.
//
// Thread rule: pure functions of their arguments.
#ifndef RAPPORT_ANALYZER_REWRITE_SIGNS_H_
#define RAPPORT_ANALYZER_REWRITE_SIGNS_H_

#include <string>
#include <vector>

#include "analyzer/rewrite/local_edits.h"
#include "analyzer/rewrite/units.h"

namespace rapport::rewrite {

// A signal in `span` makes this move.
bool has_move(const EditInput& input, ByteSpan span, Move move);

// Holds a claim that the facts do not bear out.
bool is_untrue(const EditInput& input, ByteSpan span);

// Does harm or is untrue.
bool does_harm(const EditInput& input, ByteSpan span);

bool holds(const std::vector<std::string>& words, const std::string& word);

// `folded` begins with one of `words`, as a whole word.
bool starts_with_word(const std::string& folded, const std::vector<std::string>& words);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_SIGNS_H_
