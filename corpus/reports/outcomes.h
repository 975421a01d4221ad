// Outcomes: how often messages with something were accepted or replied to, and
// how often those without it.
//
// Only scored messages whose outcome the record knows count. Every row sets the
// messages that have a signal, a rule, a band of scores or of lengths against all
// others. Nothing else is held equal; outcome_notes() says what that means and
// belongs beside the rows.
//
// Memory: four counts a signal, rule and band.
// Thread rule: one thread at a time.
//
// Example:
//   corpus::Outcomes outcomes(options);
//   outcomes.add(seen);
//   for (const corpus::Outcome& outcome : outcomes.finish()) …
#ifndef RAPPORT_CORPUS_REPORTS_OUTCOMES_H_
#define RAPPORT_CORPUS_REPORTS_OUTCOMES_H_

#include <array>
#include <map>
#include <string>
#include <vector>

#include "corpus/intervals.h"
#include "corpus/reports/collector.h"
#include "corpus/reports/summary.h"
#include "corpus/reports/summary_options.h"

namespace rapport::corpus {

class Outcomes : public Collector {
 public:
  explicit Outcomes(const SummaryOptions& options);

  void add(const Seen& seen) override;
  // Those of which any message knows.
  std::vector<Outcome> finish() const;

 private:
  using Names = std::map<std::string, Proportion, std::less<>>;
  struct Kept {
    Proportion all;
    std::uint64_t unknown = 0;
    Names signals, rules;
    std::array<Proportion, 10> scores{};
    std::vector<Proportion> lengths;
  };
  void count(Kept& kept, bool yes, const Seen& seen) const;
  Outcome told(const std::string& name, const Kept& kept) const;

  SummaryOptions options_;
  Kept accepted_, replied_;
};

// With its interval.
Rate rate_of(Proportion one);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_OUTCOMES_H_
