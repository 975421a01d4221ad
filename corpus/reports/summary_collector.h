// All that is said across records, gathered at once.
//
// Memory: bounded; see tally.h, examples.h, outcomes.h, frequency.h and templates.h.
//
// Ownership: copies the lexicon's handle.
// Thread rule: one thread at a time, in the order of the records.
//
// Example:
//   corpus::SummaryCollector collector(lexicon, {.group_by = "team"});
//   collector.add({record, analysis});   // or add_error(record)
//   const corpus::Summary summary = collector.finish();
#ifndef RAPPORT_CORPUS_REPORTS_SUMMARY_COLLECTOR_H_
#define RAPPORT_CORPUS_REPORTS_SUMMARY_COLLECTOR_H_

#include <cstdint>
#include <map>
#include <string>

#include "corpus/reports/collector.h"
#include "corpus/reports/examples.h"
#include "corpus/reports/frequency.h"
#include "corpus/reports/outcomes.h"
#include "corpus/reports/summary.h"
#include "corpus/reports/summary_options.h"
#include "corpus/reports/tally.h"
#include "corpus/reports/templates.h"

namespace rapport::corpus {

class SummaryCollector : public Collector {
 public:
  explicit SummaryCollector(const Lexicon& lexicon, const SummaryOptions& options = {});
  SummaryCollector(const SummaryCollector&) = delete;
  SummaryCollector& operator=(const SummaryCollector&) = delete;

  void add(const Seen& seen) override;
  // A record that could not be read. REQUIRES: record.error.
  void add_error(const Record& record);
  // Once.
  Summary finish();

 private:
  SummaryOptions options_;
  std::string lexicon_hash_;
  FamilyNames families_;
  Tally all_;
  Groups groups_;
  Examples examples_;
  EditGains edits_;
  Outcomes outcomes_;
  FrequencyCollector frequency_;
  TemplateCollector templates_;
  std::uint64_t records_ = 0;
  std::map<std::string, std::uint64_t> errors_;  // by code
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_SUMMARY_COLLECTOR_H_
