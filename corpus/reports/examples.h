// The best and the worst messages, and the edits that would gain most.
//
// Memory: three times `examples` messages of at most `text_bytes`; one entry a rule or
// feature that called for an edit.
//
// Thread rule: one thread at a time.
//
// Example:
//   corpus::Examples examples(options);
//   examples.add(seen);
//   auto [best, worst] = examples.finish();
#ifndef RAPPORT_CORPUS_REPORTS_EXAMPLES_H_
#define RAPPORT_CORPUS_REPORTS_EXAMPLES_H_

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "corpus/reports/collector.h"
#include "corpus/reports/summary.h"
#include "corpus/reports/summary_options.h"

namespace rapport::corpus {

// A message for people: cut, masked where there is an anonymizer. REQUIRES: it has a score.
Example make_example(const Seen& seen, const SummaryOptions& options);

class Examples : public Collector {
 public:
  explicit Examples(const SummaryOptions& options) : options_(options) {}

  void add(const Seen& seen) override;
  // Best and worst. Of messages with the same score by the same rules the first
  // stands for all. Where there are fewer than both lists take, the better half is
  // best and the rest worst.
  std::pair<std::vector<Example>, std::vector<Example>> finish() const;

 private:
  struct Entry {
    Example example;
    std::vector<std::string> rules;  // of its signals, sorted
  };
  template <typename Before>
  void insert(std::vector<Entry>& list, std::size_t most, const Seen& seen, Before before) const;

  SummaryOptions options_;
  std::vector<Entry> best_, worst_;  // in order
};

class EditGains : public Collector {
 public:
  // Signals of rules are those of `lexicon`.
  EditGains(const SummaryOptions& options, const Lexicon& lexicon);

  void add(const Seen& seen) override;
  std::vector<EditGain> finish() const;

 private:
  struct Entry {
    EditGain gain;
    std::uint64_t last = 0;
    bool any = false;
  };
  SummaryOptions options_;
  std::map<std::string, std::string> signals_;  // of rules
  std::map<std::string, Entry> entries_;
  std::uint64_t messages_ = 0;
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_EXAMPLES_H_
