// Local edits: a stretch replaced or removed, each with its measured gain.
//
// Every candidate is applied to the draft and scored again. It is offered only
// where the score rises by kLeastGain or more, no negative signal is new, and
// no limit is broken that was kept before. Slots that an edit brings in count
// as filled when it is measured: they ask for a fact that the writer knows.
//
// Thread rule: pure function of its arguments.
#ifndef RAPPORT_ANALYZER_REWRITE_LOCAL_EDITS_H_
#define RAPPORT_ANALYZER_REWRITE_LOCAL_EDITS_H_

#include <functional>
#include <string>
#include <vector>

#include "analyzer/analysis.h"
#include "analyzer/context.h"
#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/match/guards.h"
#include "analyzer/text/document.h"

namespace rapport::rewrite {

inline constexpr Points kLeastGain{5};  // half a point

// Analyses `text` as the draft would be, edits and advice left out; slots
// inside `filled` (byte spans of `text`) count as filled. `made`, where it is
// given, gets the document.
using Measure = std::function<Analysis(const std::string& text, const std::vector<ByteSpan>& filled,
                                       text::Document* made)>;

struct EditInput {
  const LexiconData& lexicon;
  const lexicon::Pack& pack;
  const text::Document& document;
  const Analysis& before;         // of the document, positions in bytes of text
  const Context& context;         // facts that wordings may use
  std::vector<ByteSpan> filled;   // slots already counted as filled
  Measure measure;
};

// By gain, highest first; no two overlap. Edit::bytes are spans of
// Document::text; Edit::span is left to the caller.
// Complexity: one measurement a candidate, at most three a signal.
std::vector<Edit> local_edits(const EditInput& input, std::size_t most);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_LOCAL_EDITS_H_
