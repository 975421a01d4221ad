#include "corpus/writers/markdown_parts.h"

#include "corpus/writers/markdown_text.h"
#include "corpus/writers/numbers.h"
#include "corpus/writers/summary_json.h"

namespace rapport::corpus {
namespace {

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + inline_text(name);
  return out;
}

std::string named(const std::string& sender) { return sender.empty() ? "(not named)" : inline_text(sender); }

std::string interval(double low, double high) { return fixed(low * 100, 1) + " to " + fixed(high * 100, 1); }

std::string busiest(const std::string& title, const std::vector<Burst>& bursts) {
  if (bursts.empty()) return "";
  MarkdownTable table({"Sender", ">Messages", "From (UTC)"});
  for (const Burst& burst : bursts) table.row({named(burst.sender), grouped(burst.count), time_text(burst.from)});
  return "\n" + title + "\n" + table.text();
}

std::string limits(const std::vector<LimitUse>& all) {
  std::string out;
  MarkdownTable table({"Limit", ">At most", ">Messages", ">Senders", ">Went over it"});
  bool any = false;
  for (const LimitUse& use : all) {
    if (use.messages == 0) continue;
    any = true;
    std::string most = grouped(static_cast<std::uint64_t>(use.limit.most));
    most += use.limit.days > 0 ? " in " + std::to_string(use.limit.days) + " days" : " to one reader";
    std::string what = inline_text(use.limit.code);
    if (!use.channels.empty()) what += " (" + listed(use.channels) + (use.tiers.empty() ? "" : ": " + listed(use.tiers)) + ")";
    table.row({what, most, grouped(use.messages),
               use.limit.days > 0 ? grouped(use.senders) : grouped(use.senders) + " pairs", grouped(use.over)});
  }
  if (!any) return "";
  out += "\n### Limits\n" + table.text();
  for (const LimitUse& use : all) {
    if (use.messages == 0) continue;
    out += "\n**" + inline_text(use.limit.code) + "**: " + inline_text(use.limit.reason) + "\n";
    if (use.over > 0 && use.limit.days > 0) {
      out += busiest("The most in any " + std::to_string(use.limit.days) + " days:", use.busiest);
    }
  }
  return out;
}

}  // namespace

MarkdownTable::MarkdownTable(const std::vector<std::string>& headings) : text_("\n|") {
  for (const std::string& heading : headings) text_ += " " + heading.substr(heading.starts_with('>') ? 1 : 0) + " |";
  text_ += "\n|";
  for (const std::string& heading : headings) text_ += heading.starts_with('>') ? " ---: |" : " --- |";
  text_ += "\n";
}

void MarkdownTable::row(const std::vector<std::string>& cells) {
  text_ += "|";
  for (const std::string& cell : cells) text_ += " " + cell + " |";
  text_ += "\n";
}

std::string grouped(std::uint64_t count) {
  std::string out = std::to_string(count);
  for (std::size_t at = out.size(); at > 3; at -= 3) out.insert(at - 3, ",");
  return out;
}

std::string percent(double share, bool any) { return any ? fixed(share * 100, 1) + " %" : "-"; }

std::string part_of(std::uint64_t part, std::uint64_t whole) {
  const double share = whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  return grouped(part) + " of " + grouped(whole) + " (" + percent(share, whole > 0) + ")";
}

std::string signed_points(double points) {
  const std::string out = fixed(points, 1);
  return out.starts_with('-') || out == "0.0" ? out : "+" + out;
}

std::string counted_noun(std::uint64_t count, const std::string& one, const std::string& many) {
  return (count == 0 ? "no" : grouped(count)) + " " + (count == 1 ? one : many);
}

std::vector<std::string> spread_cells(const Spread& spread) {
  std::vector<std::string> out;
  for (const double value : {spread.mean, spread.low, spread.lower_quartile, spread.median, spread.upper_quartile, spread.high}) {
    out.push_back(spread.count == 0 ? "-" : fixed(value, 1));
  }
  return out;
}

std::string frequency_section(const FrequencySummary& all) {
  if (all.dated == 0 && all.readers == 0) return "";
  std::string out = "\n## How often\n";
  if (all.dated > 0) {
    out += "\n" + counted_noun(all.dated, "message", "messages") + " of " + counted_noun(all.senders, "sender", "senders") +
           " with a time";
    if (all.undated > 0) out += "; " + grouped(all.undated) + " without a sender or a time are left out";
    if (all.beyond > 0) out += "; " + grouped(all.beyond) + " were too many to hold and are left out";
    out += ".\n";
  }
  if (all.requests_a_week.count > 0) {
    MarkdownTable table({"Requests", ">Mean", ">Lowest", ">Lower quartile", ">Median", ">Upper quartile", ">Highest"});
    std::vector<std::string> cells = spread_cells(all.requests_a_week);
    cells.insert(cells.begin(), "a sender and week with any (" + grouped(all.requests_a_week.count) + ")");
    table.row(cells);
    out += table.text();
    MarkdownTable weeks({"Sender", "Week", ">Requests"});
    for (const SenderWeek& week : all.weeks) weeks.row({named(week.sender), week.week, grouped(week.count)});
    out += "\nThe busiest weeks:\n" + weeks.text();
  }
  out += limits(all.limits);
  if (!all.in_24_hours.empty()) {
    out += "\n### Bursts\n" + busiest("A sender's most in any 24 hours:", all.in_24_hours) +
           busiest("A sender's most in any 7 days:", all.in_7_days);
  }
  if (all.readers > 0) {
    out += "\n### The same readers\n\n";
    out += "- " + part_of(all.readers_asked_again, all.readers) + " readers got more than one request, at most " +
           grouped(all.most_requests) + ".\n";
    out += "- " + part_of(all.readers_of_many, all.readers) + " were written to by more than one sender.\n";
    if (all.further > 0) {
      out += "- Of " + counted_noun(all.further, "further message", "further messages") + " to a reader, " +
             grouped(all.after_silence) + " came after one without an answer, " + grouped(all.after_answer) +
             " after an answer; of " + grouped(all.after_unknown) + " it is not known.\n";
    }
    if (all.days_between.count > 0) {
      const Spread& days = all.days_between;
      out += "- Days between them where no answer is known: median " + fixed(days.median, 1) + ", half of them from " +
             fixed(days.lower_quartile, 1) + " to " + fixed(days.upper_quartile, 1) + ".\n";
    }
  }
  return out;
}

std::string outcome_sections(const std::vector<Outcome>& outcomes) {
  if (outcomes.empty()) return "";
  std::string out = "\n## Outcomes\n";
  for (const std::string& note : outcome_notes()) out += "\n> " + note + "\n>";
  if (out.ends_with("\n>")) out.resize(out.size() - 1);
  static constexpr std::pair<OutcomeRow::Kind, const char*> kTitles[] = {{OutcomeRow::Kind::kSignal, "Signal"},
                                                                         {OutcomeRow::Kind::kRule, "Rule"},
                                                                         {OutcomeRow::Kind::kScore, "Score"},
                                                                         {OutcomeRow::Kind::kLength, "Characters"}};
  for (const Outcome& outcome : outcomes) {
    out += "\n### " + inline_text(outcome.name) + "\n\n" + part_of(outcome.all.yes, outcome.all.of) + ", 95 % interval " +
           interval(outcome.all.low, outcome.all.high) + " %. Of " + counted_noun(outcome.unknown, "message", "messages") +
           " it is not known. Rows need " + grouped(outcome.least) + " messages on each side; " +
           counted_noun(outcome.too_few, "row has", "rows have") + " fewer.\n";
    for (const auto& [kind, title] : kTitles) {
      MarkdownTable table({title, ">With", ">Without", ">Difference in points of %", ">95 % interval", "Stands out"});
      bool any = false;
      for (const OutcomeRow& row : outcome.rows) {
        if (row.kind != kind) continue;
        any = true;
        table.row({inline_text(row.name), part_of(row.with.yes, row.with.of), part_of(row.without.yes, row.without.of),
                   signed_points(row.difference * 100), interval(row.low, row.high), row.stands_out ? "yes" : ""});
      }
      if (any) out += table.text();
    }
  }
  return out;
}

}  // namespace rapport::corpus
