// Phrases that stand in one class of text more often than in another.
//
// A phrase is two to six words in a row, one word between them left open in some
// (a gap). Shorter ones than four words hold a word that carries a meaning: "of the"
// and "could you" tell classes apart, and are no rules. Each counts once a message
// and class. What tells is the z-score of the log-odds under an informative
// Dirichlet prior (contrast.h), the size of a class being the words of its messages,
// each counted once a message: so that longer messages do not seem to say more of
// everything.
//
// Thread rule: pure functions.
// Complexity: about n log n in words; phrases grow only from pairs of words that
// are frequent enough themselves.
#ifndef RAPPORT_CORPUS_TUNING_PHRASES_H_
#define RAPPORT_CORPUS_TUNING_PHRASES_H_

#include <string>
#include <vector>

#include "corpus/tuning/contrast.h"
#include "corpus/tuning/phrase_words.h"

namespace rapport::corpus {

inline constexpr std::size_t kFewestWords = 2;  // without the gap
inline constexpr std::size_t kMostWords = 6;
inline constexpr std::size_t kFewestPlainWords = 4;  // of which none carries a meaning

// Where a phrase stands in a message, the first time in each class.
struct PhrasePlace {
  std::uint32_t record = 0;
  std::uint32_t begin = 0;  // first and one behind the last of its words
  std::uint32_t end = 0;
  bool first = false;       // of the first class; else of the second

  bool overlaps(const PhrasePlace& other) const {
    return record == other.record && begin < other.end && other.begin < end;
  }
};

struct Phrase {
  std::vector<std::string> words;  // as written_word; kGapWord where any word may stand
  std::string joints;              // before each word but the first: ' ' or '-'
  PhraseCounts counts;             // messages
  double z = 0;                    // above zero: of the first class
  std::vector<PhrasePlace> places;

  std::string text() const;        // "happy to _ you"
};

// A message to look for phrases in.
struct PhraseSource {
  std::string_view text;
  std::size_t unit = 0;  // messages of one unit count as one for `fewest`
  std::vector<PhraseWord> words;
};

struct PhraseRules {
  std::size_t fewest = 5;      // units that hold it, of both classes
  bool first_only = false;     // phrases of the first class alone; `fewest` of it
  bool uncovered_only = true;  // not those that signals mostly stand on
  double least_z = 1;          // either way
  std::size_t most = 4000;     // phrases to give
};

// The words of each class, each counted once a message.
ClassSizes class_sizes(const std::vector<PhraseSource>& sources);

// By distance of z from zero, then the longer, then by words.
// REQUIRES: the sources' texts outlive the call.
std::vector<Phrase> find_phrases(const std::vector<PhraseSource>& sources,
                                 const ContentWords& content, const PhraseRules& rules);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_PHRASES_H_
