// What a draft lacks, and whether there is anything to mend in it. Internal to
// the rewrite layer.
//
// A rewrite is made of what these say; asked of a rewrite they find nothing, so
// that none is rewritten again.
//
// Thread rule: pure functions of their arguments.
//
// Example:
//   if (needs_tie(input, parts)) add_tie(parts, words, plan);
#ifndef RAPPORT_ANALYZER_REWRITE_NEEDS_H_
#define RAPPORT_ANALYZER_REWRITE_NEEDS_H_

#include "analyzer/rewrite/local_edits.h"
#include "analyzer/rewrite/moves.h"

namespace rapport::rewrite {

// For one more sentence, within each limit.
bool has_room(const Analysis& analysis);

// Nothing is about the reader in a draft that sells, or that says little. Who
// writes again and sells nothing has said why before.
bool needs_tie(const EditInput& input, const Parts& parts);

// Something is asked for that is work, and no word says that a no is fine.
bool needs_release(const EditInput& input, const Parts& parts);

// Nothing is asked or given, and next to nothing said.
bool needs_question(const EditInput& input, const Parts& parts);

bool can_be_mended(const EditInput& input);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_NEEDS_H_
