// Rules as text for a rule file.
//
// What is written is valid TOML. An empty text is to be filled by the author, and
// the comment behind it says with what; until then the loader refuses the rule.
//
// Thread rule: pure functions.
//
// Example: toml_text("say \"hi\"") is "\"say \\\"hi\\\"\"".
#ifndef RAPPORT_CORPUS_TUNING_RULE_TEXT_H_
#define RAPPORT_CORPUS_TUNING_RULE_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/lexicon.h"

namespace rapport::corpus {

// A TOML basic string on one line, quotes included. Bytes that are no UTF-8 must
// not be in it.
std::string toml_text(std::string_view text);

// One `# ` line for each line of the text.
std::string toml_comment(std::string_view text);

struct RuleDraft {
  std::string id;        // empty: to fill; `id_hint` then says how it is made
  std::string id_hint;
  std::string signal;
  std::vector<std::string> any;
  std::vector<std::string> hits;    // with << >>; filled up to two with empty ones
  std::vector<std::string> passes;  // filled up to two
  std::string reason;
  std::string source;
  std::string evidence;
};

// "[[rule]]" and its keys, in the order of docs/lexicon-format.md.
std::string rule_block(const RuleDraft& rule);

// The evidence that most rules of a signal cite in one pack; empty if none do.
std::string usual_evidence(const Lexicon& lexicon, std::string_view lang, std::string_view signal);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_RULE_TEXT_H_
