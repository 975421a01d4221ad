// Phrases as patterns, and lines of a corpus as the examples of a rule.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CORPUS_TUNING_PHRASE_PATTERN_H_
#define RAPPORT_CORPUS_TUNING_PHRASE_PATTERN_H_

#include <optional>
#include <string>

#include "analyzer/lexicon/rule.h"
#include "corpus/tuning/variants.h"

namespace rapport::corpus {

// As a rule file writes it: words escaped, {{w}} for a gap and {{slot}} for a slot
// where the pack has these macros.
std::string pattern_of(const PhraseGroup& group, const lexicon::Pack& pack);

// The last part of a rule's id: "happy_to_send". Only letters a to z and digits;
// "phrase" where there are none.
std::string rule_name_of(const PhraseGroup& group);

// The sentence around a span as an example with << >>, on one line; cut at words
// where it is long. Empty where the pattern does not match exactly these words of
// it once, or where the line cannot be an example.
std::optional<std::string> example_line(const std::string& text, CodePointSpan span,
                                        const std::string& expanded, const lexicon::Pack& pack);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_PHRASE_PATTERN_H_
