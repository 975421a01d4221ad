// A record as the rules see it: its document, and what every rule finds in it.
//
// An Analysis tells what is left when overlaps are settled; tuning also asks
// what each rule alone found, and what took its place.
//
// A record is read as it is measured: slots of a template count as filled, a
// language that is named is not guessed.
//
// Thread rule: a Reading belongs to the thread that it was made for.
//
// Example:
//   corpus::RuleReader reader(lexicon);
//   std::vector<std::size_t> hits(records.size());
//   reader.each(records, [&](std::size_t i, const corpus::Reading& reading) {
//     hits[i] = reading.hits.size();
//   });
#ifndef RAPPORT_CORPUS_TUNING_READING_H_
#define RAPPORT_CORPUS_TUNING_READING_H_

#include <functional>
#include <memory>
#include <vector>

#include "analyzer/lexicon.h"
#include "analyzer/match/matcher.h"
#include "analyzer/text/document.h"
#include "corpus/gold.h"

namespace rapport::corpus {

// A match that the rule's guards accept.
struct RuleHit {
  int rule = 0;        // index into Pack::rules
  int signal = 0;      // index into Taxonomy::signals, after readings
  ByteSpan span;       // of Document::text
  bool stays = false;  // it is a signal of the draft: no other match took its place
};

struct Reading {
  const GoldRecord* record = nullptr;
  int pack = -1;  // index into LexiconData::packs; -1: none knows its language
  text::Document document;
  std::vector<RuleHit> hits;  // by position, then rule; none without a pack
};

class RuleReader {
 public:
  // REQUIRES: the lexicon's patterns compile (Analyzer::create says so).
  explicit RuleReader(const Lexicon& lexicon);

  // The language pack that reads a record, or -1.
  // Complexity: builds a document where the record names no language.
  Reading read(const GoldRecord& record) const;

  // All records, on all processors; `visit` is called from several threads at
  // once, once for each index.
  void each(const std::vector<GoldRecord>& records,
            const std::function<void(std::size_t, const Reading&)>& visit) const;

  const LexiconData& data() const { return lexicon_.data(); }

 private:
  Lexicon lexicon_;
  std::vector<text::LanguageData> languages_;              // of the packs
  std::vector<std::unique_ptr<match::Matcher>> matchers_;  // one a pack
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_READING_H_
