#include "corpus/reports/summary_collector.h"

#include <algorithm>
#include <tuple>

#include "analyzer/version.h"

namespace rapport::corpus {

SummaryCollector::SummaryCollector(const Lexicon& lexicon, const SummaryOptions& options)
    : options_(options),
      lexicon_hash_(lexicon.hash()),
      families_(lexicon),
      all_(families_),
      groups_(options, families_),
      examples_(options),
      edits_(options, lexicon),
      outcomes_(options),
      frequency_(options, lexicon),
      templates_(lexicon, {.anonymizer = options.anonymizer}) {}

void SummaryCollector::add(const Seen& seen) {
  ++records_;
  all_.add(seen.analysis);
  groups_.add(seen);
  examples_.add(seen);
  if (options_.with_edits) edits_.add(seen);
  outcomes_.add(seen);
  frequency_.add(seen);
  templates_.add(seen);
}

void SummaryCollector::add_error(const Record& record) {
  ++records_;
  ++errors_[record.error->code];
}

Summary SummaryCollector::finish() {
  Summary out;
  out.version = kVersion;
  out.lexicon = lexicon_hash_;
  out.anonymous = options_.anonymizer != nullptr;
  out.records = records_;
  for (const auto& [code, count] : errors_) out.errors.push_back({code, count});
  std::stable_sort(out.errors.begin(), out.errors.end(),
                   [](const NamedCount& a, const NamedCount& b) { return a.count > b.count; });
  out.all = all_.overview();
  out.by = groups_.finish();
  out.outcomes = outcomes_.finish();
  out.frequency = frequency_.finish();
  std::tie(out.best, out.worst) = examples_.finish();
  out.with_edits = options_.with_edits;
  out.edits = edits_.finish();
  out.templates = std::make_shared<const Templates>(templates_.finish());
  return out;
}

}  // namespace rapport::corpus
