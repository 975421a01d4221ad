// What one pattern hits in a corpus, before it is a rule: `tune try`.
//
// The pattern is read exactly as in a rule file: macros of the pack, the fold,
// what no pattern may hold, RE2, token edges. It has no guards; as for a rule
// that names no zone, quoted replies are left out.
//
// Errors: one diagnostic L010, L012, L013 or L014 whose excerpt is the pattern,
// with its macros expanded where the fault lies behind them.
// Thread rule: pure function, on all processors.
//
// Example:
//   auto tried = corpus::try_pattern("(?:quick|short) call", records, lexicon, "en");
#ifndef RAPPORT_CORPUS_TUNING_TRY_PATTERN_H_
#define RAPPORT_CORPUS_TUNING_TRY_PATTERN_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/document.h"
#include "corpus/tuning/contrast.h"
#include "corpus/tuning/quote.h"
#include "corpus/tuning/reading.h"

namespace rapport::corpus {

struct TriedHit {
  std::size_t record = 0;            // index
  Quote quote;
  CodePointSpan span;                // of the record's text
  text::ZoneKind zone = text::ZoneKind::kBody;
  std::vector<std::string> rules;    // whose hits overlap it, by id
  std::vector<std::string> gold;     // dotted ids of gold spans that overlap it
};

// How much stands in the records of one label.
struct LabelCount {
  std::size_t records = 0;   // read
  std::size_t messages = 0;  // with a hit
  std::size_t hits = 0;
};

struct Tried {
  std::string expanded;      // what RE2 gets
  std::size_t records = 0;
  std::size_t unread = 0;    // of another language, or empty
  std::size_t marked = 0;    // with spans
  std::map<Label, LabelCount> labels;  // those that occur
  std::vector<TriedHit> hits;          // by record, then position
  std::size_t messages = 0;
  std::size_t uncovered = 0;           // hits that no rule's hit overlaps
  std::map<std::string, std::size_t> rules;  // hits that each rule covers
  // In records with spans: hits on a gold span, by dotted id; "" for on none.
  std::map<std::string, std::size_t> gold;
  std::optional<Lift> lift;            // good over bad, in messages

  LabelCount of(Label label) const;    // zeros for a label that does not occur
};

// `lang`: of a pack; records of other languages are unread. REQUIRES: there is
// such a pack and the lexicon's patterns compile.
Result<Tried> try_pattern(const std::string& pattern, const std::vector<GoldRecord>& records,
                          const Lexicon& lexicon, std::string_view lang);

// The same for patterns that are known to be fine, in one go; one result each.
// REQUIRES: as above, and every pattern is one that try_pattern takes.
std::vector<Tried> try_patterns(const std::vector<std::string>& patterns,
                                const std::vector<GoldRecord>& records, const Lexicon& lexicon,
                                std::string_view lang);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_TRY_PATTERN_H_
