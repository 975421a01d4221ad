// What a change must not do to an analysis. Internal to the rewrite layer.
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_REWRITE_JUDGE_H_
#define RAPPORT_ANALYZER_REWRITE_JUDGE_H_

#include <map>
#include <string>
#include <vector>

#include "analyzer/analysis.h"
#include "analyzer/lexicon/lexicon_data.h"

namespace rapport::rewrite {

// Whether a dotted id hurts by its nature.
bool is_negative(const LexiconData& lexicon, const std::string& signal);
// Negative, and neither an ask nor a slot left open: a rewrite shows its slots.
lexicon::Move move_of(const LexiconData& lexicon, const std::string& signal);
bool is_harm(const LexiconData& lexicon, const std::string& signal);
// The family of a dotted id: "pitch" of "pitch.meeting".
std::string family_of(const std::string& signal);

// Negative signals, counted.
std::map<std::string, int> negatives(const LexiconData& lexicon, const Analysis& analysis);
// Whether `after` has a negative signal more often than `before`.
bool brings_new(const std::map<std::string, int>& before, const std::map<std::string, int>& after);

int broken_limits(const Analysis& analysis);

// The pack's edits for a signal: those that name its rule, else its dotted id,
// else its family.
std::vector<const lexicon::EditRule*> edits_for(const lexicon::Pack& pack, const Signal& signal);

bool has_signal(const LexiconData& lexicon, const Analysis& analysis, lexicon::Move move);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_JUDGE_H_
