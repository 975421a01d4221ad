// A message as templates see it: its words, without what a form letter fills in.
//
// Slots, numbers, links, addresses, the names of the record's parties and the name
// behind the opener of a greeting are each one and the same word: "Hi Ana, your 3
// sites" and "Hi {{name}}, your 12 sites" are equal.
//
// Thread rule: pure functions; plain values.
//
// Example:
//   const corpus::TemplateText text = corpus::template_text(record, record.draft.text, words);
//   corpus::shingles_of(text.hashes());
#ifndef RAPPORT_CORPUS_REPORTS_TEMPLATE_TEXT_H_
#define RAPPORT_CORPUS_REPORTS_TEMPLATE_TEXT_H_

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/lexicon.h"
#include "corpus/record.h"

namespace rapport::corpus {

struct TemplateWord {
  std::size_t begin = 0, end = 0;  // bytes of the text
  std::uint64_t hash = 0;          // of the word in small letters; of what is filled in the same for all
  bool filled = false;             // it is what a form letter fills in
};

struct TemplateText {
  std::string text;
  std::vector<TemplateWord> words;
  // First sentence behind the greeting, last one before the closing; ranges of `words`.
  std::size_t opener_begin = 0, opener_end = 0;
  std::size_t closer_begin = 0, closer_end = 0;

  std::vector<std::uint64_t> hashes() const;
  // Those words with what is filled in as "[…]".
  std::string shown(std::size_t begin, std::size_t end) const;
};

// First words of greetings and closings, of all packs, folded.
struct TemplateLanguage {
  explicit TemplateLanguage(const Lexicon& lexicon);
  std::set<std::string, std::less<>> greeting, closing;
};

// `text`: the record's, or what stands for it.
TemplateText template_text(const Record& record, std::string_view text, const TemplateLanguage& language);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_TEMPLATE_TEXT_H_
