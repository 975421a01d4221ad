// Guards: what a match must be, beyond its words, to be accepted.
//
// Thread rule: build one Guards a document and thread; cheap.
#ifndef RAPPORT_ANALYZER_MATCH_GUARDS_H_
#define RAPPORT_ANALYZER_MATCH_GUARDS_H_

#include <vector>

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/match/matcher.h"
#include "analyzer/text/document.h"

namespace rapport::match {

// Which slots count as filled with something true.
struct SlotReading {
  bool all_filled = false;
  std::vector<ByteSpan> filled;  // of Document::text

  bool is_filled(ByteSpan text_span) const;
};

class Guards {
 public:
  // All arguments outlive the object.
  Guards(const LexiconData& lexicon, const lexicon::Pack& pack, const text::Document& document,
         const SlotReading& slots);

  bool accepts(const lexicon::Rule& rule, const RawMatch& match) const;

 private:
  bool slots_are_filled(ByteSpan folded) const;  // all that stand in it
  bool is_negated(ByteSpan folded) const;
  bool is_quoted(ByteSpan folded) const;
  bool is_question(std::size_t sentence) const;
  bool is_named(ByteSpan text_span, std::size_t sentence) const;
  bool is_in_sentence(lexicon::SentenceGuard guard, std::size_t sentence) const;
  std::string_view folded_token(std::size_t token) const;
  std::size_t first_token_at(std::size_t text_offset) const;

  const LexiconData& lexicon_;
  const lexicon::Pack& pack_;
  const text::Document& document_;
  const SlotReading& slots_;
  std::vector<ByteSpan> quotations_;      // of folded
  std::size_t first_body_sentence_ = 0;   // index
  std::size_t last_body_sentence_ = 0;
};

}  // namespace rapport::match

#endif  // RAPPORT_ANALYZER_MATCH_GUARDS_H_
