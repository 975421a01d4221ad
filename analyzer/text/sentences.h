// Sentences: UAX #29's, without the breaks behind abbreviations, and without
// white space at their ends. A line end ends a sentence.
//
// Thread rule: pure function.
#ifndef RAPPORT_ANALYZER_TEXT_SENTENCES_H_
#define RAPPORT_ANALYZER_TEXT_SENTENCES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/span.h"
#include "analyzer/text/entities.h"

namespace rapport::text {

// Sets `sentences` from the ends that Segmenter::sentences gave. A break behind
// one of `abbreviations` ("Dr.", "e.g.") is dropped, unless a line ends there,
// and so is one inside an entity ("acme.io/talks?day=2"). Complexity: linear.
void make_sentences(std::string_view text, const std::vector<std::uint32_t>& ends,
                    const std::vector<Entity>& entities,
                    const std::vector<std::string>& abbreviations,
                    std::vector<ByteSpan>& sentences);

// Stretches between blank lines, without white space at their ends.
void make_paragraphs(std::string_view text, std::vector<ByteSpan>& paragraphs);

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_SENTENCES_H_
