// Edits applied: a draft mended by those that need no fact of the writer's.
//
// Thread rule: pure functions; as Analyzer.
//
// Example:
//   rapport::Fixed fixed = rapport::fix(*analyzer, {.text = "Hi Ana, I hope you are well! …"});
//   std::cout << fixed.text;  // the same words without the filler
#ifndef RAPPORT_ANALYZER_FIX_H_
#define RAPPORT_ANALYZER_FIX_H_

#include <string>
#include <vector>

#include "analyzer/analysis.h"
#include "analyzer/analyzer.h"
#include "analyzer/draft.h"

namespace rapport {

// An edit that was made, and the words that stood there.
struct AppliedEdit {
  Edit edit;          // its positions count in the text before it
  std::string words;
};

// What fix() made of a draft.
struct Fixed {
  std::string text;                // Draft::text with the edits made
  std::vector<AppliedEdit> edits;  // in the order in which they were made
  Analysis before;
  Analysis after;                  // of `text`, on the channel of `before`
};

// True where an edit leaves no slot to fill: it can be made without asking.
bool is_safe(const Edit& edit);

// `text` with `edit` made. REQUIRES: the edit is of an analysis of that text.
std::string with_edit(const std::string& text, const Edit& edit);

// `draft` on the channel, tier and language that `analysis` found for it: what is
// guessed from its length must not change while it is mended.
Draft settled(Draft draft, const Analysis& analysis);

// Makes the safe edit that gains most, analyzes again, and goes on until none is
// left: fixing the result again changes nothing. The analyzer must suggest edits.
// Complexity: one analysis with edits an edit made, at most kMostFixes.
inline constexpr std::size_t kMostFixes = 60;
Fixed fix(const Analyzer& analyzer, const Draft& draft);

}  // namespace rapport

#endif  // RAPPORT_ANALYZER_FIX_H_
