// Tokens: words, numbers, marks, and what is one thing although words break in
// it (links, addresses, mentions, hashtags, emoji, slots).
//
// Thread rule: one a thread (it holds a Segmenter by reference).
#ifndef RAPPORT_ANALYZER_TEXT_TOKENS_H_
#define RAPPORT_ANALYZER_TEXT_TOKENS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzer/text/document.h"
#include "analyzer/text/entities.h"

namespace rapport::text {

// Sets `tokens` from the ends of words (Segmenter::words) and the entities of
// `text`. White space and default-ignorables are no tokens.
// Complexity: linear.
void make_tokens(std::string_view text, const std::vector<std::uint32_t>& word_ends,
                 const std::vector<Entity>& entities, std::vector<Token>& tokens);

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_TOKENS_H_
