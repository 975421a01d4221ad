// Which units cannot stand without another. Internal to the rewrite layer.
//
// Thread rule: pure functions of their arguments.
//
// Example: of "We sell pumps. They last. Your talk on wells helped." the second
// unit leans on the first; where that goes, it goes too.
#ifndef RAPPORT_ANALYZER_REWRITE_BONDS_H_
#define RAPPORT_ANALYZER_REWRITE_BONDS_H_

#include <vector>

#include "analyzer/rewrite/moves.h"

namespace rapport::rewrite {

// For each unit whether a message for the reader keeps it: what hurts or fills
// is left out, and with it what leans on it, leads into it, or goes on with it.
std::vector<bool> kept(const Parts& parts);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_BONDS_H_
