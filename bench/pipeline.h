// An analysis taken apart: each stage of it by itself, as Analyzer runs them.
//
// Thread rule: one object a thread.
//
// Example:
//   bench::Pipeline pipeline(*rapport::Lexicon::built_in());
//   text::Document document = pipeline.build("Hi Ana, …");
//   pipeline.find(document, raw);
#ifndef RAPPORT_BENCH_PIPELINE_H_
#define RAPPORT_BENCH_PIPELINE_H_

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/analyzer.h"
#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/match/matcher.h"
#include "analyzer/match/resolve.h"
#include "analyzer/text/document.h"

namespace rapport::bench {

// The lexicon that the program carries; ends the process if there is none.
Lexicon built_in_lexicon();
// REQUIRES: the options name no rule that is not there.
Analyzer make_analyzer(const Lexicon& lexicon, bool edits);

class Pipeline {
 public:
  explicit Pipeline(const Lexicon& lexicon);

  const lexicon::Pack& pack() const { return pack_; }

  text::Document build(std::string_view text);
  void find(const text::Document& document, std::vector<match::RawMatch>& raw) const;
  // The referee: every rule plainly.
  void find_slowly(const text::Document& document, std::vector<match::RawMatch>& raw) const;
  std::vector<match::Match> resolve(const text::Document& document,
                                    const std::vector<match::RawMatch>& raw) const;
  // Tenths of a point: features and score.
  int score(const text::Document& document, const std::vector<match::Match>& matches) const;

 private:
  Lexicon lexicon_;
  const lexicon::Pack& pack_;
  std::unique_ptr<match::Matcher> matcher_;
  std::unique_ptr<match::Matcher> slow_matcher_;
  match::SlotReading slots_;
  int channel_;
  text::DocumentBuilder builder_;
};

}  // namespace rapport::bench

#endif  // RAPPORT_BENCH_PIPELINE_H_
