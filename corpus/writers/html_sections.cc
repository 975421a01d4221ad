#include "corpus/writers/html_sections.h"

#include <algorithm>
#include <set>

#include "corpus/reports/templates.h"
#include "corpus/writers/html_parts.h"
#include "corpus/writers/markdown_parts.h"
#include "corpus/writers/numbers.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kMostWhiskers = 24;

std::string paragraph(const std::string& text) { return "<p>" + html_text(text) + "</p>\n"; }

std::string interval_text(double low, double high) { return fixed(low * 100, 1) + " to " + fixed(high * 100, 1); }

HtmlCell part_cell(const Rate& rate) { return {html_text(part_of(rate.yes, rate.of)), fixed(rate.share, 6)}; }

std::string burst_table(const std::string& caption, const std::vector<Burst>& all) {
  HtmlTable table(caption, {"Sender", ">Messages", "From (UTC)"});
  for (const Burst& one : all) table.row({html_cell(one.sender), html_count(one.count), html_cell(time_text(one.from))});
  return table.empty() ? "" : table.text();
}

std::string limit_table(const std::vector<LimitUse>& limits) {
  HtmlTable table("Limits", {"Limit", ">At most", ">Messages", ">Senders", ">Went over it", "What it is"});
  for (const LimitUse& use : limits) {
    if (use.messages == 0) continue;
    const std::string most = std::to_string(use.limit.most) +
                             (use.limit.days > 0 ? " in " + std::to_string(use.limit.days) + " days" : " to one reader");
    table.row({html_cell(use.limit.code), {html_text(most), std::to_string(use.limit.most)}, html_count(use.messages), html_count(use.senders),
               html_count(use.over), html_cell(use.limit.reason)});
  }
  return table.empty() ? "" : table.text();
}

std::string readers_list(const FrequencySummary& all) {
  if (all.readers == 0) return "";
  std::string out = "<h3>The same readers</h3>\n<ul>\n";
  const auto item = [&](const std::string& text) { out += "<li>" + html_text(text) + "</li>\n"; };
  item(part_of(all.readers_asked_again, all.readers) + " readers got more than one request, at most " + grouped(all.most_requests) + ".");
  item(part_of(all.readers_of_many, all.readers) + " were written to by more than one sender.");
  if (all.further > 0) {
    item("Of " + counted_noun(all.further, "further message", "further messages") + " to a reader, " + grouped(all.after_silence) +
         " came after one without an answer, " + grouped(all.after_answer) + " after an answer; of " + grouped(all.after_unknown) + " it is not known.");
  }
  if (all.days_between.count > 0) {
    item("Days between them where no answer is known: median " + fixed(all.days_between.median, 1) + ".");
  }
  return out + "</ul>\n";
}

// What marks begin or end at; each stretch between two is one text.
std::string marked_text(const Example& example) {
  std::set<std::size_t> edges = {0, example.text.size()};
  for (const Example::Mark& mark : example.marks) {
    edges.insert(std::min(mark.bytes.begin, example.text.size()));
    edges.insert(std::min(mark.bytes.end, example.text.size()));
  }
  std::string out;
  for (auto at = edges.begin(); std::next(at) != edges.end(); ++at) {
    const std::size_t begin = *at, end = *std::next(at);
    bool speaks_for = false, against = false;
    std::string title;
    for (const Example::Mark& mark : example.marks) {
      if (mark.bytes.begin > begin || mark.bytes.end < end) continue;
      (mark.contribution.tenths < 0 ? against : speaks_for) = true;
      title += (title.empty() ? "" : "; ") + mark.signal + " " + signed_points(mark.contribution.value());
    }
    const std::string text = html_text(std::string_view(example.text).substr(begin, end - begin));
    if (!speaks_for && !against) {
      out += text;
      continue;
    }
    const char* kind = speaks_for && against ? "both" : speaks_for ? "for" : "against";
    out += std::string("<mark class=\"") + kind + "\" title=\"" + html_text(title) + "\">" + text + "</mark>";
  }
  return out;
}

}  // namespace

std::string html_section(std::string_view id, std::string_view title, const std::string& body) {
  if (body.empty()) return "";
  return "<section aria-labelledby=\"" + std::string(id) + "\">\n<h2 id=\"" + std::string(id) + "\">" + html_text(title) + "</h2>\n" + body + "</section>\n";
}

std::string html_frequency(const FrequencySummary& all) {
  if (all.dated == 0 && all.readers == 0) return "";
  std::string out;
  if (all.dated > 0) {
    out += paragraph(counted_noun(all.dated, "message", "messages") + " of " + counted_noun(all.senders, "sender", "senders") + " with a time" +
                     (all.undated > 0 ? "; " + grouped(all.undated) + " without a sender or a time are left out" : "") +
                     (all.beyond > 0 ? "; " + grouped(all.beyond) + " were too many to hold and are left out" : "") + ".");
  }
  HtmlTable weeks("The busiest weeks", {"Sender", "Week", ">Requests"});
  for (const SenderWeek& week : all.weeks) weeks.row({html_cell(week.sender), html_cell(week.week), html_count(week.count)});
  if (!weeks.empty()) out += weeks.text();
  out += limit_table(all.limits);
  out += burst_table("A sender's most in any 24 hours", all.in_24_hours);
  out += burst_table("A sender's most in any 7 days", all.in_7_days);
  out += readers_list(all);
  return html_section("frequency", "How often", out);
}

std::string html_outcomes(const std::vector<Outcome>& outcomes) {
  if (outcomes.empty()) return "";
  std::string out = "<blockquote>\n";
  for (const std::string& note : outcome_notes()) out += paragraph(note);
  out += "</blockquote>\n";
  for (const Outcome& outcome : outcomes) {
    out += "<h3>" + html_text(outcome.name) + "</h3>\n";
    out += paragraph(part_of(outcome.all.yes, outcome.all.of) + ", 95 % interval " + interval_text(outcome.all.low, outcome.all.high) + " %. Of " +
                     counted_noun(outcome.unknown, "message", "messages") + " it is not known. Rows need " + grouped(outcome.least) +
                     " messages on each side; " + counted_noun(outcome.too_few, "row has", "rows have") + " fewer.");
    HtmlTable table(outcome.name + ": with something and without it",
                    {"What", "Kind", ">With", ">Without", ">Difference in points of %", "95 % interval", "Stands out"});
    static constexpr std::string_view kKinds[] = {"signal", "rule", "score", "characters"};
    std::vector<Whisker> whiskers;
    for (const OutcomeRow& row : outcome.rows) {
      table.row({html_cell(row.name), html_cell(kKinds[static_cast<std::size_t>(row.kind)]), part_cell(row.with), part_cell(row.without),
                 html_number(row.difference * 100, 1, true), html_cell(interval_text(row.low, row.high)), html_cell(row.stands_out ? "yes" : "")});
      if (row.kind != OutcomeRow::Kind::kRule && whiskers.size() < kMostWhiskers) whiskers.push_back({row.name, row.difference, row.low, row.high});
    }
    out += interval_chart(outcome.name + ": differences in points of percent with their 95 % intervals; the table below has the figures", whiskers);
    if (!table.empty()) out += table.text();
  }
  return html_section("outcomes", "Outcomes", out);
}

std::string html_templates(const Summary& summary) {
  if (!summary.templates || summary.templates->messages == 0) return "";
  const Templates& all = *summary.templates;
  std::string out = paragraph(part_of(all.in_templates, all.messages) + " messages are of " +
                              counted_noun(all.clusters, "form letter", "form letters") +
                              ": the same words but for what is filled in, at least " + std::to_string(all.least) + " times.");
  for (const Template& one : all.largest) {
    out += "<article>\n<h3>" + html_text(counted_noun(one.count, "message", "messages") + ", " + percent(one.share)) + "</h3>\n";
    out += paragraph("Mean score " + fixed(one.mean_score, 1) + "; first in record " + grouped(one.first + 1) +
                     (one.senders > 0 ? "; " + counted_noun(one.senders, "sender", "senders") : ""));
    out += "<div class=\"text\">";
    for (std::size_t i = 0; i < one.pieces.size(); ++i) {
      const TemplatePiece& piece = one.pieces[i];
      if (i > 0) out += ' ';
      if (!piece.text.empty()) {
        out += html_text(piece.text);
        continue;
      }
      std::string filled;
      for (const std::string& example : piece.examples) filled += (filled.empty() ? "" : " | ") + example;
      out += "<span class=\"slot\">" + html_text(filled.empty() ? "\xE2\x80\xA6" : filled) + "</span>";
    }
    out += "</div>\n</article>\n";
  }
  for (const auto& [title, list] : {std::pair{"First sentences used most", &all.openers}, {"Last sentences used most", &all.closers}}) {
    HtmlTable table(title, {"Sentence", ">Messages", ">Share"});
    for (const Reused& one : *list) table.row({html_cell(one.text), html_count(one.count), html_share(one.share)});
    if (!table.empty()) out += table.text();
  }
  return html_section("templates", "Form letters", out);
}

std::string html_marked(const Example& example) {
  std::string out;
  if (!example.subject.empty()) out += "<p><strong>Subject:</strong> " + html_text(example.subject) + "</p>\n";
  out += "<div class=\"text\">" + marked_text(example) + (example.cut ? "\xE2\x80\xA6" : "") + "</div>\n";
  if (example.marks.empty()) return out;
  out += "<ul>\n";
  for (const Example::Mark& mark : example.marks) {
    const bool against = mark.contribution.tenths < 0;
    out += std::string("<li><span class=\"") + (against ? "against" : "for") + "\">" + html_text(signed_points(mark.contribution.value())) + "</span> " +
           html_text(mark.signal + ": " + mark.reason) + "</li>\n";
  }
  return out + "</ul>\n";
}

std::string html_examples(std::string_view id, std::string_view title, const std::vector<Example>& all) {
  std::string out;
  for (const Example& one : all) {
    out += "<article>\n<h3>" + html_text(fixed(one.score.value(), 1) + ", " + one.verdict) + "</h3>\n";
    std::string place = one.id.empty() ? "" : "id " + one.id + ", ";
    place += "record " + grouped(one.number + 1) + (one.source.empty() ? "" : " of " + one.source) + (one.line > 0 ? ", line " + grouped(one.line) : "");
    if (one.alike > 0) place += "; " + counted_noun(one.alike, "further message", "further messages") + " of this score by the same rules";
    out += "<p class=\"soft\">" + html_text(place) + "</p>\n" + html_marked(one) + "</article>\n";
  }
  return html_section(id, title, out);
}

}  // namespace rapport::corpus
