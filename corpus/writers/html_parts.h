// What the HTML report is made of: escaped text, tables, charts.
//
// Thread rule: pure functions; an HtmlTable belongs to one thread.
//
// Example:
//   HtmlTable table("Verdicts", {"Verdict", ">Messages"});
//   table.row({html_text(verdict), html_number(count)});
//   out += table.text();
#ifndef RAPPORT_CORPUS_WRITERS_HTML_PARTS_H_
#define RAPPORT_CORPUS_WRITERS_HTML_PARTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::corpus {

// For text and for values of attributes in double quotes. What is not UTF-8 comes
// out as U+FFFD; controls and marks that turn the direction of text are named:
// "[U+202E]".
std::string html_text(std::string_view text);

// A cell of a table: what is shown, and what it is sorted by.
struct HtmlCell {
  std::string html;
  std::string value;  // empty: what is shown
};

HtmlCell html_cell(std::string_view text);                   // escaped
HtmlCell html_count(std::uint64_t count);                    // "12 345"
HtmlCell html_number(double value, int decimals, bool sign = false);
HtmlCell html_share(double share, bool any = true);          // "12.3 %"; "-" without any

class HtmlTable {
 public:
  // Headings that begin with ">" are of numbers. It can be sorted, and filtered
  // where it is long.
  HtmlTable(std::string_view caption, const std::vector<std::string>& headings);
  void row(const std::vector<HtmlCell>& cells);
  bool empty() const { return rows_ == 0; }
  std::string text() const;

 private:
  std::string head_, body_, caption_;
  std::vector<bool> numeric_;
  std::size_t rows_ = 0;
};

struct Bar {
  std::string label;
  std::uint64_t count = 0;
  double share = 0;
};

// Upright, one beside the other; `title` is read to who cannot see it.
std::string column_chart(std::string_view title, const std::vector<Bar>& bars);

struct Whisker {
  std::string label;
  double value = 0, low = 0, high = 0;  // differences, -1 to 1
};

// A dot and its interval each, around zero.
std::string interval_chart(std::string_view title, const std::vector<Whisker>& rows);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_HTML_PARTS_H_
