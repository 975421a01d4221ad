// The ends of a draft that its zones do not know: a name that the body begins
// with, a signature that it ends with. Internal to the rewrite layer.
//
// Each takes units off Parts::units; both are called before units are read for
// what they do.
//
// Thread rule: functions of their arguments.
#ifndef RAPPORT_ANALYZER_REWRITE_ENDS_H_
#define RAPPORT_ANALYZER_REWRITE_ENDS_H_

#include "analyzer/rewrite/local_edits.h"
#include "analyzer/rewrite/moves.h"

namespace rapport::rewrite {

// "Tomasz, ..." or "Servus Toni, ...": where there is no greeting, the name that
// the body begins with is it.
void take_vocative(const EditInput& input, Parts& parts);

// Lines of names, and "H. Brinkmann, potter since 1971": where there is no
// sign-off. What hurts in it is left out.
void take_sign_off(const EditInput& input, Parts& parts);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_ENDS_H_
