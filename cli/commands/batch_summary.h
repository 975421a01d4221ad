// What `rapport batch` says across records: gathered as they are written, told
// when all are.
//
// The files are opened before the first record is read, and are there only when
// they are whole.
//
// Thread rule: one thread at a time.
// Errors: Failure, as Sink has it; corpus::UsageError where --group-by names no
// column of the input.
//
// Example:
//   BatchSummary summary(settings, lexicon, columns, anonymizer);
//   summary.add(block);   // in order
//   summary.finish();
#ifndef RAPPORT_CLI_COMMANDS_BATCH_SUMMARY_H_
#define RAPPORT_CLI_COMMANDS_BATCH_SUMMARY_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/lexicon.h"
#include "cli/settings.h"
#include "cli/sink.h"
#include "corpus/pipeline.h"
#include "corpus/reports/anonymize.h"
#include "corpus/reports/summary_collector.h"

namespace rapport::cli {

// Whether any is asked for; then the analyses need their edits.
bool wants_summary(const Settings& settings);

class BatchSummary {
 public:
  // `columns`: of the input, where all its records have the same; else empty.
  BatchSummary(const Settings& settings, const Lexicon& lexicon, const std::vector<std::string>& columns,
               std::shared_ptr<corpus::Anonymizer> anonymizer);

  BatchSummary(const BatchSummary&) = delete;
  BatchSummary& operator=(const BatchSummary&) = delete;
  // Of a run that did not come to its end no file is left.
  ~BatchSummary();

  // Block::analyses has one for each of its records.
  void add(const corpus::Block& block);
  // Writes the files; what the user should know of them, a line each.
  std::vector<std::string> finish();

 private:
  std::string group_by_;
  std::optional<corpus::SummaryCollector> collector_;
  std::string path_;
  std::optional<Sink> sink_, page_sink_;
};

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_COMMANDS_BATCH_SUMMARY_H_
