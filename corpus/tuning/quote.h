// A keyword in context: some words of a record with what stands around them.
//
// Thread rule: plain values and pure functions.
//
// Example: quote_of(record, document.text, span, 20) of "tea" in "I like tea a lot."
//   {before "I like ", hit "tea", after " a lot."}
#ifndef RAPPORT_CORPUS_TUNING_QUOTE_H_
#define RAPPORT_CORPUS_TUNING_QUOTE_H_

#include <string>

#include "analyzer/span.h"
#include "corpus/gold.h"
#include "corpus/tuning/judge.h"

namespace rapport::corpus {

struct Quote {
  std::string record;  // id
  Label label = Label::kNone;
  std::string before;  // line breaks as they are
  std::string hit;
  std::string after;
  Verdict verdict = Verdict::kNone;  // by the gold spans of the record
};

inline constexpr std::size_t kQuoteReach = 60;  // code points on each side

// REQUIRES: `text` is valid UTF-8; the span's ends are borders of characters.
Quote quote_of(const GoldRecord& record, const std::string& text, ByteSpan span,
               std::size_t reach = kQuoteReach);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_QUOTE_H_
