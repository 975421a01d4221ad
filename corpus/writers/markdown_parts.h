// What the sections of a Markdown summary are made of.
//
// Thread rule: pure functions; MarkdownTable is a value.
#ifndef RAPPORT_CORPUS_WRITERS_MARKDOWN_PARTS_H_
#define RAPPORT_CORPUS_WRITERS_MARKDOWN_PARTS_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "corpus/reports/summary.h"

namespace rapport::corpus {

// Columns whose heading starts with '>' are set to the right. Cells are Markdown.
class MarkdownTable {
 public:
  explicit MarkdownTable(const std::vector<std::string>& headings);
  void row(const std::vector<std::string>& cells);
  // With an empty line before it.
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// "1,234"
std::string grouped(std::uint64_t count);
// "12.3 %"; "-" where there is no whole.
std::string percent(double share, bool any = true);
// "1,234 of 5,678 (21.7 %)".
std::string part_of(std::uint64_t part, std::uint64_t whole);
// "+4.5".
std::string signed_points(double points);
// "no", "1 record", "1,234 records"
std::string counted_noun(std::uint64_t count, const std::string& one, const std::string& many);
// Mean, median, quartiles, lowest, highest, as cells.
std::vector<std::string> spread_cells(const Spread& spread);

// The sections; empty where there is nothing to say.
std::string frequency_section(const FrequencySummary& frequency);
std::string template_section(const Summary& summary);
std::string outcome_sections(const std::vector<Outcome>& outcomes);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_MARKDOWN_PARTS_H_
