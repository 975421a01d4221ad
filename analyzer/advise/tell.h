// Facts of a context put into a wording.
//
// {met_at} stands for the fact's value, of a list its first. {to_name:first} is
// its first word, {their_work:bare} the value without a determiner before it.
//
// Thread rule: pure function.
//
// Example: "Hi {to_name:first}," with to_name = "Ana Lima" gives "Hi Ana,".
#ifndef RAPPORT_ANALYZER_ADVISE_TELL_H_
#define RAPPORT_ANALYZER_ADVISE_TELL_H_

#include <optional>
#include <string>
#include <vector>

#include "analyzer/context.h"

namespace rapport::advise {

// None where a fact that the wording names is not given, is none, or has a value
// that no sentence holds: over 100 bytes, or with a line break or a slot in it.
// `determiners`: folded words. REQUIRES: the wording was checked on load.
std::optional<std::string> with_facts_told(const std::string& wording, const Context& context,
                                           const std::vector<std::string>& determiners);

}  // namespace rapport::advise

#endif  // RAPPORT_ANALYZER_ADVISE_TELL_H_
