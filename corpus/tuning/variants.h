// Merges phrases that say the same: parts of each other in about the same
// messages become one, and phrases that differ in one word become one with a
// choice of words. A choice needs company that says what it is about: a word that
// carries a meaning, or two others; and its words are of one kind, such that carry
// one or such that do not.
//
// Thread rule: pure function.
//
// Example: "happy to send", "to send you", "glad to send" in the same kind of
// place give one group: (happy|glad) to send, with "to send you" as a variant.
#ifndef RAPPORT_CORPUS_TUNING_VARIANTS_H_
#define RAPPORT_CORPUS_TUNING_VARIANTS_H_

#include <string>
#include <vector>

#include "corpus/tuning/phrases.h"

namespace rapport::corpus {

struct PhraseGroup {
  Phrase phrase;                     // the one that tells most; its places are all
  std::size_t choice = 0;            // index of the word that varies
  std::vector<std::string> choices;  // all words that stand there; empty: no choice
  std::vector<std::string> variants; // texts of phrases that it stands for as well
};

struct VariantRules {
  double least_z = 1.96;        // of a group's phrase, either way
  double same_places = 0.7;     // share of places that makes two phrases one
  std::size_t most_choices = 8;
  std::size_t most_variants = 4;
};

// By distance of z from zero. REQUIRES: `phrases` in the order of find_phrases.
// Complexity: linear in places times the groups of a message.
std::vector<PhraseGroup> merge_variants(const std::vector<Phrase>& phrases,
                                        const ClassSizes& sizes, const ContentWords& content,
                                        const VariantRules& rules);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_VARIANTS_H_
