// The words of a text that phrases are made of.
//
// A word is known by a hash of its fold. Every number is one word, and so is
// every slot. Whatever stands between two words but one space or one hyphen
// parts them, as do the end of a sentence, a change of zone, a link, a mention.
//
// Thread rule: plain values and pure functions.
#ifndef RAPPORT_CORPUS_TUNING_PHRASE_WORDS_H_
#define RAPPORT_CORPUS_TUNING_PHRASE_WORDS_H_

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/document.h"

namespace rapport::corpus {

// How phrases write the words that stand for many.
inline constexpr std::string_view kNumberWord = "#";
inline constexpr std::string_view kSlotWord = "[]";
inline constexpr std::string_view kGapWord = "_";  // any one word

struct PhraseWord {
  std::uint64_t id = 0;
  std::uint32_t begin = 0;  // bytes of Document::text
  std::uint32_t end = 0;
  char joint = 0;           // ' ' or '-' to the word before; 0: parted from it
  bool covered = false;     // a signal stands on it
  // Which class of text it counts for; see kNoSide. Words of two stretches have
  // different sides, even where both stretches are of the first class.
  std::uint32_t side = 0;
};

inline constexpr std::uint32_t kNoSide = 0;      // neither class
inline constexpr std::uint32_t kSecondSide = 1;
inline constexpr std::uint32_t kFirstSide = 2;   // and whatever is above

// All words outside quoted replies, by position, covered and side not set.
std::vector<PhraseWord> phrase_words(const text::Document& document);

// The word as phrases write it: folded, kNumberWord or kSlotWord.
std::string written_word(std::string_view text, const PhraseWord& word);

// Tells words that carry a meaning from those that only join others: a pack's
// function words, numbers, slots, single letters.
class ContentWords {
 public:
  // Folded, as lexicons have them.
  explicit ContentWords(const std::vector<std::string>& function_words)
      : function_words_(function_words.begin(), function_words.end()) {}

  // `written`: as written_word gives it.
  bool holds(const std::string& written) const;

 private:
  std::set<std::string> function_words_;
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_PHRASE_WORDS_H_
