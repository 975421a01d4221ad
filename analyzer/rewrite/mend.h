// Mending one unit of a draft that hurts. Internal to the rewrite layer.
//
// Thread rule: pure functions of their arguments.
#ifndef RAPPORT_ANALYZER_REWRITE_MEND_H_
#define RAPPORT_ANALYZER_REWRITE_MEND_H_

#include <string>
#include <vector>

#include "analyzer/rewrite/local_edits.h"
#include "analyzer/rewrite/moves.h"

namespace rapport::rewrite {

// Cuts what hurts out of each unit where all of it can be cut: words between
// commas, a row of emoji, a last clause. Such a unit hurts no more and makes the
// move that is left. True if there was any.
bool mend_words(const EditInput& input, Parts& parts);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_MEND_H_
