#include "cli/commands/batch_summary.h"

#include <algorithm>

#include "cli/display.h"
#include "cli/failure.h"
#include "corpus/readers/names.h"
#include "corpus/writers/html.h"
#include "corpus/writers/markdown.h"
#include "corpus/writers/summary_json.h"

namespace rapport::cli {
namespace {

// Columns that every record has.
const std::vector<std::string> kOwnColumns = {"channel", "lang", "sender"};

void check(const Settings& settings) {
  const std::string output = settings.text("output");
  const bool on_standard_output = output.empty() || output == "-";
  std::string first;
  for (const char* option : {"summary", "report"}) {
    const std::string path = settings.text(option);
    if (path.empty()) continue;
    const std::string name = std::string("--") + option;
    if (path == "-" && on_standard_output) {
      throw Failure(name + " -: the records go to standard output already; add --output FILE");
    }
    if (path == output || path == first) throw Failure(name + ": another output has the same name '" + shown_line(path) + "'");
    first = path;
  }
  if (first.empty()) {
    if (!settings.text("group-by").empty()) throw Failure("--group-by is of a summary; add --summary FILE or --report FILE");
  } else if (settings.flag("resume")) {
    throw Failure("--resume cannot tell what an earlier run read; leave out --summary and --report, or run from the start");
  }
}

}  // namespace

bool wants_summary(const Settings& settings) {
  return !settings.text("summary").empty() || !settings.text("report").empty();
}

BatchSummary::BatchSummary(const Settings& settings, const Lexicon& lexicon, const std::vector<std::string>& columns,
                           std::shared_ptr<corpus::Anonymizer> anonymizer)
    : group_by_(settings.text("group-by")), path_(settings.text("summary")) {
  check(settings);
  if (!wants_summary(settings)) return;
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
  const std::string page = settings.text("report");
  for (const auto& [path, sink] : {std::pair<const std::string*, std::optional<Sink>*>{&path_, &sink_}, {&page, &page_sink_}}) {
    if (path->empty()) continue;
    sink->emplace(*path);
    (*sink)->start(0);
  }
}

BatchSummary::~BatchSummary() {
  for (std::optional<Sink>* sink : {&sink_, &page_sink_}) {
    if (*sink) (*sink)->discard();
  }
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
  if (sink_) {
    sink_->write(path_.ends_with(".json") ? corpus::summary_json(summary) : corpus::summary_markdown(summary));
    sink_->commit();
  }
  if (page_sink_) {
    page_sink_->write(corpus::summary_html(summary));
    page_sink_->commit();
  }
  return notes;
}

}  // namespace rapport::cli
