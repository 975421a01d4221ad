// Phrases that no rule knows yet, as rules to finish: `tune suggest`.
//
// Without a name, phrases that tell good messages from bad ones and that rules
// leave mostly uncovered. With a name (a dotted id or a family), phrases of the
// gold spans of that name which no signal of that name overlaps, against the
// text that is in no gold or `maybe` span of it; other records than those with
// spans are left out then.
//
// Phrases are found by words (phrases.h), merged (variants.h), written as patterns
// and then counted again as patterns: all numbers are of what the pattern hits.
//
// Each rule is valid TOML. Its hits are lines of the corpus, verified: the pattern
// matches there once, the marked words. Its near misses (passes) and its reason are
// empty, to be filled; so is the signal where the gold spans under its hits do not
// agree on one.
//
// Thread rule: pure function, on all processors; the same records and lexicon give
// the same suggestions.
//
// Example:
//   auto found = corpus::suggest(records, lexicon, {.lang = "en", .name = "ask"});
//   for (const auto& suggestion : found.suggestions) std::cout << suggestion.rule;
#ifndef RAPPORT_CORPUS_TUNING_SUGGEST_H_
#define RAPPORT_CORPUS_TUNING_SUGGEST_H_

#include <string>
#include <vector>

#include "corpus/tuning/try_pattern.h"

namespace rapport::corpus {

inline constexpr std::size_t kFewestMessages = 5;
inline constexpr std::size_t kFewestMissed = 3;

struct SuggestOptions {
  std::string lang;          // of a pack
  std::string name;          // a dotted id or a family; empty: good against bad
  std::size_t top = 20;
  std::size_t min_count = 0; // messages, a group counted once; 0: the constants above
  std::size_t examples = 3;  // lines and hits a suggestion
};

struct Suggestion {
  std::string pattern;
  double z = 0;              // above zero: of good messages, or of the missed spans
  Tried tried;               // what it hits
  std::size_t first = 0;     // messages: good ones, or with it in a missed span
  std::size_t second = 0;    // bad ones, or with it outside
  std::vector<std::string> variants;  // phrases that it stands for as well
  std::vector<Quote> lines;
  std::string id;            // of the proposed rule; empty without a signal
  std::string signal;        // proposed; empty where nothing speaks for one
  std::string rule;          // a [[rule]] block
};

struct Suggestions {
  std::size_t records = 0;
  std::size_t unread = 0;    // of another language, or empty
  std::size_t good = 0, bad = 0;
  std::size_t marked = 0;    // with spans
  std::size_t spans = 0;     // gold spans of the name
  std::size_t missed = 0;    // of these, overlapped by no signal of the name
  std::vector<Suggestion> suggestions;  // by distance of z from zero
};

// REQUIRES: there is a pack of `lang`, the lexicon has `name`, and its patterns
// compile.
Suggestions suggest(const std::vector<GoldRecord>& records, const Lexicon& lexicon,
                    const SuggestOptions& options);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_SUGGEST_H_
