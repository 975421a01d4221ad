// Lints a language pack: patterns compile and are fast, examples hold.
//
// Thread rule: one check a thread.
#ifndef RAPPORT_ANALYZER_MATCH_CHECK_H_
#define RAPPORT_ANALYZER_MATCH_CHECK_H_

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/lexicon/table_reader.h"
#include "analyzer/match/pattern.h"

namespace rapport::match {

inline constexpr int kWarnProgramSize = 2'000;    // RE2 instructions of one rule
inline constexpr int kMostProgramSize = 10'000;
inline constexpr double kSlowestPattern = 2e6;    // bytes of hostile text a second

// Which rules to check; empty: all.
using RuleFilter = std::vector<bool>;

// Why one pattern is no rule's: L012, L013 or L015; an empty code: fine.
struct PatternRefusal {
  std::string code;
  std::string message;
};
PatternRefusal refuse_compiled(const CompiledPattern& pattern);

// L012 a pattern that RE2 refuses, L013 one that matches the empty string, L015
// one over kMostProgramSize by itself.
// Complexity: compiles every pattern once.
void check_patterns(const LexiconData& lexicon, const lexicon::Pack& pack, const RuleFilter& filter,
                    lexicon::DiagnosticLog& log);

struct ExampleCounts {
  std::size_t hits = 0;
  std::size_t passes = 0;
};

// L017 a hit where the rule does not match exactly once and exactly there, L018
// a pass where it matches. An example with a slot is read as a template, unless
// the rule says unless = ["template"].
// REQUIRES: check_patterns found no error.
ExampleCounts check_examples(const LexiconData& lexicon, const lexicon::Pack& pack,
                             const RuleFilter& filter, lexicon::DiagnosticLog& log);

// L015 a program over the limits above, L016 a rule under kSlowestPattern on
// text made to hurt it: its own words again and again, runs without spaces.
// REQUIRES: check_patterns found no error.
void check_speed(const LexiconData& lexicon, const lexicon::Pack& pack, const RuleFilter& filter,
                 lexicon::DiagnosticLog& log);

}  // namespace rapport::match

#endif  // RAPPORT_ANALYZER_MATCH_CHECK_H_
