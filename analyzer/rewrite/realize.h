// Realizing a plan: its pieces joined to a message. Internal to the rewrite layer.
//
// Capitals fit the place, every sentence has its end, the sign-off stays last and
// quoted text behind it. Own pieces are changed in no other way.
//
// Thread rule: pure functions of their arguments.
#ifndef RAPPORT_ANALYZER_REWRITE_REALIZE_H_
#define RAPPORT_ANALYZER_REWRITE_REALIZE_H_

#include <string>
#include <vector>

#include "analyzer/lexicon/rule.h"
#include "analyzer/rewrite/moves.h"
#include "analyzer/rewrite/plan.h"

namespace rapport::rewrite {

// With the subject line, where the plan has one.
std::string realize(const Parts& parts, const Plan& plan, const lexicon::Pack& pack);

// The slots of a text, in order, as they are written.
std::vector<std::string> slots_of(const std::string& text);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_REALIZE_H_
