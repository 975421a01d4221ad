// What an edit would do to the text. Internal to the rewrite layer.
#ifndef RAPPORT_ANALYZER_REWRITE_CANDIDATE_H_
#define RAPPORT_ANALYZER_REWRITE_CANDIDATE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/lexicon/rule.h"
#include "analyzer/span.h"
#include "analyzer/text/document.h"

namespace rapport::rewrite {

struct Candidate {
  ByteSpan span;  // of Document::text
  std::string replacement;
};

// Chooses among variants: the same text, the same choice.
std::uint32_t hash(std::string_view text);

// The text with the candidate applied.
std::string apply(const text::Document& document, const Candidate& candidate);

// What `edit` does about the stretch `signal`. None where the result would be
// no sentence: a stretch is removed only where punctuation or a sentence's end
// stands on both sides of it, or where it is one token of its own.
std::optional<Candidate> make_candidate(const text::Document& document,
                                        const lexicon::EditRule& edit, ByteSpan signal);

// Runs of sentences of the body whose removal takes at least `excess` code
// points, each as short as it can be; never the whole body. Complexity: linear.
std::vector<ByteSpan> shortening_runs(const text::Document& document, std::size_t excess);

// Removes a run and the white space that would be left over.
Candidate remove_run(const text::Document& document, ByteSpan run);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_CANDIDATE_H_
