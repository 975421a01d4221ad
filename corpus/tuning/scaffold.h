// A new rule to fill: `tune new`.
//
// Errors: diagnostics with the codes of docs/lexicon-format.md, whose file is
// "RULE_ID": L005 a language or signal that is not there, L006 an id that is
// taken, L007 an id of another shape.
// Thread rule: pure functions.
//
// Example:
//   auto rule = corpus::new_rule("en.pitch.meeting.site_visit", lexicon);
//   if (rule) std::cout << rule->text;
#ifndef RAPPORT_CORPUS_TUNING_SCAFFOLD_H_
#define RAPPORT_CORPUS_TUNING_SCAFFOLD_H_

#include <string>

#include "analyzer/lexicon.h"

namespace rapport::corpus {

struct NewRule {
  std::string id;
  std::string signal;
  std::string text;  // comments and a [[rule]] block; empty texts are to be filled
};

Result<NewRule> new_rule(const std::string& id, const Lexicon& lexicon);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_SCAFFOLD_H_
