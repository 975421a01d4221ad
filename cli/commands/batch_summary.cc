#include "cli/commands/batch_summary.h"

#include <algorithm>

#include "cli/display.h"
#include "cli/failure.h"
#include "corpus/readers/names.h"
#include "corpus/writers/markdown.h"
#include "corpus/writers/summary_json.h"

namespace rapport::cli {
namespace {

// Columns that every record has.
const std::vector<std::string> kOwnColumns = {"channel", "lang", "sender"};

void check(const Settings& settings) {
  const std::string path = settings.text("summary");
  const std::string output = settings.text("output");
  const bool on_standard_output = output.empty() || output == "-";
  if (path.empty()) {
    if (!settings.text("group-by").empty()) throw Failure("--group-by is of a summary; add --summary FILE");
    return;
  }
  if (path == "-" && on_standard_output) {
    throw Failure("--summary -: the records go to standard output already; add --output FILE");
  }
  if (path != "-" && path == output) throw Failure("--summary and --output name the same file");
  if (settings.flag("resume")) {
    throw Failure("--resume cannot tell what an earlier run read; run it without --summary, or from the start");
  }
}

}  // namespace

bool wants_summary(const Settings& settings) { return !settings.text("summary").empty(); }

BatchSummary::BatchSummary(const Settings& settings, const Lexicon& lexicon, const std::vector<std::string>& columns,
                           std::shared_ptr<corpus::Anonymizer> anonymizer)
    : group_by_(settings.text("group-by")), path_(settings.text("summary")) {
  check(settings);
  if (path_.empty()) return;
  const auto is_column = [&](const std::vector<std::string>& names) {
    return std::find(names.begin(), names.end(), group_by_) != names.end();
  };
  if (!group_by_.empty() && !columns.empty() && !is_column(columns) && !is_column(kOwnColumns)) {
    std::vector<std::string> names = columns;
    names.insert(names.end(), kOwnColumns.begin(), kOwnColumns.end());
    throw Failure("--group-by: " + corpus::unknown_name("column", group_by_, names));
  }
  corpus::SummaryOptions options;
  options.group_by = group_by_;
  options.with_edits = true;
  options.anonymizer = std::move(anonymizer);
  collector_.emplace(lexicon, options);
  sink_.emplace(path_);
  sink_->start(0);
}

void BatchSummary::add(const corpus::Block& block) {
  if (!collector_) return;
  for (std::size_t i = 0; i < block.size; ++i) {
    const corpus::Record& record = block.slots[i];
    if (record.error) {
      collector_->add_error(record);
    } else {
      collector_->add({record, block.analyses[i]});
    }
  }
}

std::vector<std::string> BatchSummary::finish() {
  std::vector<std::string> notes;
  if (!collector_) return notes;
  const corpus::Summary summary = collector_->finish();
  if (!group_by_.empty() && summary.all.records > 0 && summary.by.without == summary.all.records) {
    notes.push_back("--group-by: no record has a column '" + shown_line(group_by_) + "'");
  }
  sink_->write(path_.ends_with(".json") ? corpus::summary_json(summary) : corpus::summary_markdown(summary));
  sink_->commit();
  return notes;
}

}  // namespace rapport::cli
