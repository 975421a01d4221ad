// The sections of the report. Each is empty where there is nothing to say.
//
// Thread rule: pure functions of the summary, but for TableIds, which counts the
// tables of one page.
#ifndef RAPPORT_CORPUS_WRITERS_HTML_SECTIONS_H_
#define RAPPORT_CORPUS_WRITERS_HTML_SECTIONS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/reports/summary.h"
#include "corpus/writers/html_text.h"

namespace rapport::corpus {

// Numbers the tables of a page, for their ids.
class TableIds {
 public:
  std::string next() { return "table-" + std::to_string(++last_); }

 private:
  std::size_t last_ = 0;
};

// A table with a caption, that scrolls on its own where it is too wide. `columns`
// are the cells of its head, `rows` whole rows.
Html table(TableIds& ids, const Html& caption, const Html& columns, const Html& rows);
// A row of cells.
Html row(const Html& cells);

Html tiles(const Summary& summary);
Html records_section(const Summary& summary, TableIds& ids);
Html scores_section(const Overview& all, TableIds& ids);
Html verdicts_section(const Overview& all, TableIds& ids);
Html families_section(const Overview& all, TableIds& ids);
// REQUIRES: corpus/reports/templates.h, for its members.
Html templates_tile(const Templates& templates);
Html templates_section(const Templates& templates, TableIds& ids);
Html groups_section(const Summary& summary, TableIds& ids);
Html how_often_section(const FrequencySummary& frequency, TableIds& ids);
Html outcomes_section(const std::vector<Outcome>& outcomes, TableIds& ids);
Html edits_section(const Summary& summary, TableIds& ids);
Html examples_section(const std::vector<Example>& examples);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_HTML_SECTIONS_H_
