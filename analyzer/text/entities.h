// Entities: stretches that are one token although words break inside them:
// links, e-mail addresses and slots.
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_TEXT_ENTITIES_H_
#define RAPPORT_ANALYZER_TEXT_ENTITIES_H_

#include <string_view>
#include <vector>

#include "analyzer/span.h"
#include "analyzer/text/document.h"

namespace rapport::text {

struct Entity {
  ByteSpan span;
  TokenClass token_class = TokenClass::kSlot;  // kUrl, kEmail or kSlot
};

// Sets `entities` to those of the text, in order, not overlapping. A link is
// "scheme://...", "www....", or a bare domain ("acme.io", "lnkd.in/abc"); the
// punctuation of the sentence around it stays outside.
// REQUIRES: text is valid UTF-8. Complexity: linear.
void find_entities(std::string_view text, std::vector<Entity>& entities);

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_ENTITIES_H_
