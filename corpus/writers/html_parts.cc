#include "corpus/writers/html_parts.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "corpus/readers/record_fields.h"
#include "corpus/writers/markdown_parts.h"
#include "corpus/writers/numbers.h"

namespace rapport::corpus {
namespace {

constexpr double kWidth = 720;
constexpr double kLetter = 7;  // of a label, about

std::string number(double value) { return fixed(value, 1); }

bool turns_direction(unsigned code) {
  return code == 0x61C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2066 && code <= 0x2069);
}

std::string named(unsigned code) {
  char out[16];
  std::snprintf(out, sizeof out, "[U+%04X]", code);
  return out;
}

}  // namespace

std::string html_text(std::string_view given) {
  const std::string text = bad_utf8_at(given) ? with_replacements(given) : std::string(given);
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    const std::size_t size = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    unsigned code = size == 1 ? c : c & (0x7Fu >> size);
    for (std::size_t k = 1; k < size; ++k) code = code << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
    const bool control = (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
    if (control || turns_direction(code)) out += named(code);
    else if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (c == '\'') out += "&#39;";
    else out += text.substr(i, size);
    i += size;
  }
  return out;
}

HtmlCell html_cell(std::string_view text) { return {html_text(text), ""}; }
HtmlCell html_count(std::uint64_t count) { return {html_text(grouped(count)), std::to_string(count)}; }
HtmlCell html_number(double value, int decimals, bool sign) {
  const std::string shown = fixed(value, decimals);
  return {sign && value >= 0 ? "+" + shown : shown, shown};
}
HtmlCell html_share(double share, bool any) { return {percent(share, any), any ? fixed(share, 6) : "-1"}; }

HtmlTable::HtmlTable(std::string_view caption, const std::vector<std::string>& headings) : caption_(html_text(caption)) {
  for (const std::string& heading : headings) {
    numeric_.push_back(heading.starts_with('>'));
    head_ += numeric_.back() ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">";
    head_ += html_text(heading.substr(numeric_.back() ? 1 : 0)) + "</th>";
  }
}

void HtmlTable::row(const std::vector<HtmlCell>& cells) {
  ++rows_;
  body_ += "<tr>";
  for (std::size_t i = 0; i < cells.size(); ++i) {
    body_ += i < numeric_.size() && numeric_[i] ? "<td class=\"n\"" : "<td";
    if (!cells[i].value.empty()) body_ += " data-value=\"" + html_text(cells[i].value) + "\"";
    body_ += ">" + cells[i].html + "</td>";
  }
  body_ += "</tr>\n";
}

std::string HtmlTable::text() const {
  return "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + caption_ + "\"><table class=\"sort\">\n<caption>" + caption_ +
         "</caption>\n<thead><tr>" + head_ + "</tr></thead>\n<tbody>\n" + body_ + "</tbody></table></div>\n";
}

std::string column_chart(std::string_view title, const std::vector<Bar>& bars) {
  if (bars.empty()) return "";
  constexpr double kHeight = 200, kTop = 24, kBottom = 24;
  std::uint64_t most = 1;
  for (const Bar& bar : bars) most = std::max(most, bar.count);
  const double step = kWidth / static_cast<double>(bars.size());
  std::string out = "<svg role=\"img\" aria-label=\"" + html_text(title) + "\" viewBox=\"0 0 720 " + number(kHeight + kTop + kBottom) + "\" width=\"720\">\n";
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const double height = kHeight * static_cast<double>(bars[i].count) / static_cast<double>(most);
    const double left = step * static_cast<double>(i), middle = left + step / 2;
    out += "<rect class=\"bar\" x=\"" + number(left + step * 0.1) + "\" y=\"" + number(kTop + kHeight - height) + "\" width=\"" +
           number(step * 0.8) + "\" height=\"" + number(height) + "\"><title>" + html_text(bars[i].label + ": " + grouped(bars[i].count)) +
           "</title></rect>\n";
    out += "<text x=\"" + number(middle) + "\" y=\"" + number(kTop + kHeight - height - 6) + "\" text-anchor=\"middle\">" + percent(bars[i].share) + "</text>\n";
    const bool tight = static_cast<double>(bars[i].label.size()) * kLetter > step;
    out += std::string("<text class=\"") + (tight ? "s t" : "s") + "\" x=\"" + number(middle) + "\" y=\"" + number(kTop + kHeight + 18) + "\" text-anchor=\"middle\">" + html_text(bars[i].label) + "</text>\n";
  }
  return out + "<line class=\"axis\" x1=\"0\" x2=\"720\" y1=\"" + number(kTop + kHeight) + "\" y2=\"" + number(kTop + kHeight) + "\"/>\n</svg>\n";
}

std::string interval_chart(std::string_view title, const std::vector<Whisker>& rows) {
  if (rows.empty()) return "";
  constexpr double kRow = 26, kLabels = 260, kTop = 24;
  double most = 0.05;
  for (const Whisker& row : rows) most = std::max({most, std::abs(row.low), std::abs(row.high)});
  const auto place = [&](double value) { return kLabels + (kWidth - kLabels - 20) * (value + most) / (2 * most) + 10; };
  const double height = kTop + kRow * static_cast<double>(rows.size()) + 8;
  std::string out = "<svg role=\"img\" aria-label=\"" + html_text(title) + "\" viewBox=\"0 0 720 " + number(height) + "\" width=\"720\">\n";
  out += "<line class=\"zero\" x1=\"" + number(place(0)) + "\" x2=\"" + number(place(0)) + "\" y1=\"" + number(kTop) + "\" y2=\"" + number(height) + "\"/>\n";
  for (const double at : {-most, 0.0, most}) {
    out += "<text class=\"s\" text-anchor=\"middle\" x=\"" + number(place(at)) + "\" y=\"14\">" + fixed(at * 100, 0) + "</text>\n";
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double y = kTop + kRow * (static_cast<double>(i) + 0.5);
    out += "<text x=\"0\" y=\"" + number(y + 4) + "\">" + html_text(rows[i].label) + "</text>\n";
    out += "<line class=\"whisker\" x1=\"" + number(place(rows[i].low)) + "\" x2=\"" + number(place(rows[i].high)) + "\" y1=\"" + number(y) + "\" y2=\"" + number(y) + "\"/>\n";
    out += "<circle class=\"dot\" cx=\"" + number(place(rows[i].value)) + "\" cy=\"" + number(y) + "\" r=\"5\"><title>" +
           html_text(rows[i].label + ": " + fixed(rows[i].value * 100, 1) + " (" + fixed(rows[i].low * 100, 1) + " to " + fixed(rows[i].high * 100, 1) + ")") +
           "</title></circle>\n";
  }
  return out + "</svg>\n";
}

}  // namespace rapport::corpus
