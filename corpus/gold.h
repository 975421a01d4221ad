// Gold: labelled messages, one JSON object a line (NDJSON, UTF-8).
//
// docs/tuning.md describes the fields. Reading is all or nothing: what is wrong
// in any line is told for all lines at once, and then there are no records.
//
// Errors: diagnostics with the line of the file, code G001 ... G011 (docs/tuning.md).
// Thread rule: plain values and pure functions.
//
// Example:
//   auto gold = corpus::read_gold({"corpus/gold/en/train.jsonl"}, {.labels = true});
//   if (!gold) return tell(gold.diagnostics());
#ifndef RAPPORT_CORPUS_GOLD_H_
#define RAPPORT_CORPUS_GOLD_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/draft.h"
#include "analyzer/lexicon.h"
#include "analyzer/result.h"
#include "analyzer/span.h"

namespace rapport::corpus {

enum class Label { kNone, kGood, kMixed, kBad };
std::string_view label_name(Label label);  // "", "good", "mixed", "bad"

// A stretch that a reader marked.
struct GoldSpan {
  std::string signal;  // dotted id
  CodePointSpan span;  // of the text
  std::string quote;
};

struct GoldRecord {
  std::string id;
  std::string text;
  std::string lang;
  std::string channel;
  Label label = Label::kNone;
  bool is_template = false;         // kind "template": slots count as filled
  std::string pair;                 // id of the message that this one rewrites
  std::string group;                // scenario; empty: the record is its own
  std::optional<double> reader;     // 0-100, how glad a busy stranger would be
  Label reader_label = Label::kNone;  // where all readers gave the same
  bool marked = false;              // read for spans; else spans mean nothing
  std::vector<GoldSpan> spans;
  std::vector<GoldSpan> maybe;      // neither right nor wrong when measuring
  std::string file;
  int line = 0;

  // What resampling and folds keep together.
  const std::string& unit() const { return group.empty() ? id : group; }
};

struct GoldRules {
  bool labels = false;  // every record must have a label
  // Signals and channels must be of this lexicon, where one is given.
  const Lexicon* lexicon = nullptr;
};

// All files' records, in order. An id may stand only once among all of them;
// a record without one is named "file:line".
Result<std::vector<GoldRecord>> read_gold(const std::vector<std::string>& paths,
                                          const GoldRules& rules);
// The same of text that is in memory already; `name` stands for the file.
Result<std::vector<GoldRecord>> parse_gold(std::string_view content, const std::string& name,
                                           const GoldRules& rules);

// A message as it is analyzed when it is measured.
Draft to_draft(const GoldRecord& record);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_GOLD_H_
