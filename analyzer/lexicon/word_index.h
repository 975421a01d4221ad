// Which patterns of a pack can match a text at all, by the words in it.
//
// A pattern stands apart where each of its matches holds known words
// (pattern_words.h): it has a state of its own in the automaton, and it is run
// only where the text has these words. The others start together in Nfa::kStart.
//
// Thread rule: immutable once built.
#ifndef RAPPORT_ANALYZER_LEXICON_WORD_INDEX_H_
#define RAPPORT_ANALYZER_LEXICON_WORD_INDEX_H_

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/lexicon/pattern_words.h"

namespace rapport::lexicon {

struct WordIndex {
  using WordId = std::uint32_t;  // into words
  using SetId = std::uint32_t;   // a set of words

  // A match has a word of `set` behind `least` to `most` of its spaces.
  struct Need {
    SetId set = 0;
    std::uint8_t least = 0;
    std::uint8_t most = 0;  // over kMostSpaces: or more
  };
  struct Apart {
    std::uint32_t start = 0;  // in the automaton
    std::uint32_t tag = 0;
    std::uint32_t first_need = 0;
    std::uint32_t needs = 0;  // at least one; the rarest first
  };

  std::span<const WordId> words_of(SetId set) const {
    return std::span(set_words).subspan(first_word[set], first_word[set + 1] - first_word[set]);
  }
  std::span<const Need> needs_of(const Apart& pattern) const {
    return std::span(needs).subspan(pattern.first_need, pattern.needs);
  }
  std::size_t sets() const { return first_word.size() - 1; }

  std::vector<std::string> words;
  std::vector<std::uint32_t> first_word = {0};  // of a set, into set_words
  std::vector<WordId> set_words;
  std::vector<Need> needs;
  std::vector<Apart> patterns;  // by tag, where they were added so
};

class WordIndexBuilder {
 public:
  // REQUIRES: something is needed.
  void add(const std::vector<NeededWords>& needed, std::uint32_t start, std::uint32_t tag);
  WordIndex build() { return std::move(index_); }

 private:
  WordIndex::SetId set_of(const Words& words);

  WordIndex index_;
  std::map<std::string, WordIndex::WordId> known_words_;
  std::map<std::vector<WordIndex::WordId>, WordIndex::SetId> known_sets_;
};

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_WORD_INDEX_H_
