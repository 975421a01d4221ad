#include "corpus/writers/html.h"

#include <algorithm>

#include "corpus/reports/templates.h"
#include "corpus/writers/html_assets.h"
#include "corpus/writers/html_parts.h"
#include "corpus/writers/html_sections.h"
#include "corpus/writers/markdown_parts.h"
#include "corpus/writers/numbers.h"

namespace rapport::corpus {
namespace {

double share_of(std::uint64_t part, std::uint64_t whole) {
  return static_cast<double>(part) / static_cast<double>(std::max<std::uint64_t>(whole, 1));
}

std::string or_none(const std::string& text) { return text.empty() ? "(none)" : text; }

std::string figures(const Summary& summary) {
  std::string out = "<dl class=\"figures\">\n";
  const auto figure = [&](const std::string& name, const std::string& value) {
    out += "<div><dt>" + html_text(name) + "</dt><dd>" + html_text(value) + "</dd></div>\n";
  };
  figure("messages", grouped(summary.records));
  figure("scored", grouped(summary.all.scored));
  if (summary.all.scored > 0) figure("median score", fixed(summary.all.score.median, 1));
  if (summary.templates && summary.templates->messages > 0) figure("in form letters", percent(summary.templates->share));
  for (const Outcome& outcome : summary.outcomes) figure(outcome.name, percent(outcome.all.share));
  out += "</dl>\n";
  HtmlTable table("Not scored", {"Why", ">Messages"});
  for (const NamedCount& error : summary.errors) table.row({html_cell("could not be read: " + error.name), html_count(error.count)});
  for (const NamedCount& reason : summary.all.not_scored) table.row({html_cell(reason.name), html_count(reason.count)});
  return table.empty() ? out : out + table.text();
}

std::string scores(const Overview& all) {
  if (all.scored == 0) return "";
  std::vector<Bar> bars;
  for (std::size_t i = 0; i < all.score.tens.size(); ++i) {
    bars.push_back({std::to_string(i * 10) + "\xE2\x80\x93" + std::to_string(i == 9 ? 100 : i * 10 + 9), all.score.tens[i], share_of(all.score.tens[i], all.scored)});
  }
  std::string out = column_chart("Messages by score, in bands of ten points; the shares stand over the columns", bars);
  HtmlTable table("Scores, 0 to 100", {"Score", ">Mean", ">Lowest", ">Lower quartile", ">Median", ">Upper quartile", ">Highest"});
  const auto row = [&](const std::string& name, const Spread& s) {
    table.row({html_cell(name), html_number(s.mean, 1), html_number(s.low, 1), html_number(s.lower_quartile, 1), html_number(s.median, 1),
               html_number(s.upper_quartile, 1), html_number(s.high, 1)});
  };
  row("score", all.score);
  for (const auto& [name, spread] : all.subscores) row(name, spread);
  return html_section("scores", "Scores", out + table.text());
}

std::string counts(std::string_view id, const std::string& title, const std::string& what, const std::vector<NamedCount>& all, std::uint64_t whole) {
  if (all.empty()) return "";
  HtmlTable table(title, {what, ">Messages", ">Share"});
  std::vector<Bar> bars;
  for (const NamedCount& one : all) {
    table.row({html_cell(or_none(one.name)), html_count(one.count), html_share(share_of(one.count, whole))});
    bars.push_back({or_none(one.name), one.count, share_of(one.count, whole)});
  }
  const bool drawn = bars.size() > 1 && bars.size() <= 6;
  return html_section(id, title, (drawn ? column_chart(title + "; the table below has the figures", bars) : "") + table.text());
}

std::string families(const Overview& all) {
  if (all.scored == 0) return "";
  HtmlTable table("Families of signals", {"Family", "Speaks", ">Messages with it", ">Share", ">Signals a message"});
  for (const FamilySummary& one : all.families) {
    table.row({html_cell(one.family), one.positive ? HtmlCell{"<span class=\"for\">for it</span>", ""} : HtmlCell{"<span class=\"against\">against it</span>", ""},
               html_count(one.messages), html_share(one.share), html_number(one.mean, 2)});
  }
  return html_section("families", "Families of signals", table.text());
}

std::string grouping(const Summary& summary) {
  const Grouping& by = summary.by;
  if (by.column.empty()) return "";
  std::vector<std::string> headings = {by.column, ">Messages", ">Scored", ">Mean score", ">Median"};
  for (const FamilySummary& one : summary.all.families) headings.push_back(">" + one.family);
  HtmlTable table("By " + by.column + ": scores, and the share of messages with each family of signals", headings);
  for (const Group& group : by.groups) {
    const Overview& of = group.of;
    const bool any = of.scored > 0;
    std::vector<HtmlCell> cells = {html_cell(group.rest ? "(all but " + grouped(by.most) + " values)" : or_none(group.value)), html_count(of.records),
                                   html_count(of.scored), any ? html_number(of.score.mean, 1) : HtmlCell{"-", "-1"},
                                   any ? html_number(of.score.median, 1) : HtmlCell{"-", "-1"}};
    for (const FamilySummary& one : of.families) cells.push_back(html_share(one.share, any));
    table.row(cells);
  }
  std::string out = table.text();
  if (by.without > 0) out += "<p>" + html_text(counted_noun(by.without, "record has", "records have") + " no such column.") + "</p>\n";
  return html_section("groups", "By " + by.column, out);
}

std::string edits(const Summary& summary) {
  if (!summary.with_edits || summary.edits.empty()) return "";
  HtmlTable table("Edits that would gain most; each edit's gain is measured alone",
                  {"Called for by", ">Messages", ">Points, all", ">Points a message", "Before", "After", "Why"});
  for (const EditGain& one : summary.edits) {
    table.row({html_cell(one.rule), html_count(one.messages), html_number(one.total.value(), 1, true), html_number(one.mean, 1, true),
               html_cell(one.before), html_cell(one.after.empty() ? "(left out)" : one.after), html_cell(one.note)});
  }
  return html_section("edits", "Edits that would gain most", table.text());
}

// Links to the sections that are there.
std::string contents(const std::string& body) {
  std::string out = "<nav aria-label=\"Sections\"><ul>\n";
  static constexpr std::string_view kMark = "<h2 id=\"";
  for (std::size_t at = body.find(kMark); at != std::string::npos; at = body.find(kMark, at + 1)) {
    const std::size_t id = at + kMark.size(), id_end = body.find('"', id), end = body.find("</h2>", id_end);
    out += "<li><a href=\"#" + body.substr(id, id_end - id) + "\">" + body.substr(id_end + 2, end - id_end - 2) + "</a></li>\n";
  }
  return out + "</ul></nav>\n";
}

}  // namespace

std::string summary_html(const Summary& summary) {
  const std::string title = "Summary of " + counted_noun(summary.records, "message", "messages");
  std::string body = scores(summary.all);
  body += counts("verdicts", "Verdicts", "Verdict", summary.all.verdicts, summary.all.scored);
  body += families(summary.all);
  body += grouping(summary);
  body += html_templates(summary);
  body += html_frequency(summary.frequency);
  body += html_outcomes(summary.outcomes);
  body += edits(summary);
  body += html_examples("best", "Best messages", summary.best);
  body += html_examples("worst", "Worst messages", summary.worst);
  body += counts("channels", "Channels", "Channel", summary.all.channels, summary.all.records);
  body += counts("languages", "Languages", "Language", summary.all.languages, summary.all.records);

  std::string out = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" + std::string(kReportStyle.hash) + "'; script-src '" +
         std::string(kReportScript.hash) + "'; base-uri 'none'; form-action 'none'\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + html_text(title) + "</title>\n<style>";
  out += kReportStyle.text;
  out += "</style>\n</head>\n<body>\n<header>\n<h1>" + html_text(title) + "</h1>\n<p class=\"soft\">" +
         html_text("rapport " + summary.version + ", lexicon " + summary.lexicon + "." +
                   (summary.anonymous ? " Names, companies and addresses are masked where they are known." : "")) + "</p>\n</header>\n";
  out += contents(body);
  out += "<main>\n" + figures(summary) + body + "</main>\n<script>";
  out += kReportScript.text;
  return out + "</script>\n</body>\n</html>\n";
}

}  // namespace rapport::corpus
