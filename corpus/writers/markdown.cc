#include "corpus/writers/markdown.h"

#include <algorithm>

#include "corpus/writers/markdown_parts.h"
#include "corpus/writers/markdown_text.h"
#include "corpus/writers/numbers.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kBar = 30;  // characters of the longest

std::string none_or(const std::string& text, const char* none) { return text.empty() ? none : inline_text(text); }

std::string figures(const Summary& summary) {
  MarkdownTable table({"Records", ">"});
  table.row({"all", grouped(summary.records)});
  for (const NamedCount& error : summary.errors) table.row({"could not be read: " + inline_text(error.name), grouped(error.count)});
  for (const NamedCount& reason : summary.all.not_scored) table.row({"not scored: " + none_or(reason.name, "-"), grouped(reason.count)});
  table.row({"scored", grouped(summary.all.scored)});
  return table.text();
}

std::string scores(const Overview& all) {
  if (all.scored == 0) return "";
  MarkdownTable table({"0 to 100", ">Mean", ">Lowest", ">Lower quartile", ">Median", ">Upper quartile", ">Highest"});
  const auto row = [&](const std::string& name, const Spread& spread) {
    std::vector<std::string> cells = spread_cells(spread);
    cells.insert(cells.begin(), name);
    table.row(cells);
  };
  row("**score**", all.score);
  for (const auto& [name, spread] : all.subscores) row(inline_text(name), spread);

  MarkdownTable bands({"Score", ">Messages", ">Share", ""});
  const std::uint64_t most = *std::max_element(all.score.tens.begin(), all.score.tens.end());
  for (std::size_t i = 0; i < all.score.tens.size(); ++i) {
    const std::uint64_t count = all.score.tens[i];
    const std::size_t bar = static_cast<std::size_t>((count * kBar + most - 1) / most);
    bands.row({std::to_string(i * 10) + " to " + (i == 9 ? "100" : std::to_string(i * 10 + 9) + ".9"), grouped(count),
               percent(static_cast<double>(count) / static_cast<double>(all.scored)),
               bar == 0 ? "" : "`" + std::string(bar, '#') + "`"});
  }
  return "\n## Scores\n" + table.text() + bands.text();
}

std::string families(const Overview& all) {
  if (all.scored == 0) return "";
  MarkdownTable table({"Family", "Speaks", ">Messages with it", ">Share", ">Signals a message"});
  for (const FamilySummary& one : all.families) {
    table.row({inline_text(one.family), one.positive ? "for it" : "against it", grouped(one.messages), percent(one.share),
               fixed(one.mean, 2)});
  }
  return "\n## Families of signals\n" + table.text();
}

std::string counts(const std::string& title, const std::string& what, const std::vector<NamedCount>& all, std::uint64_t whole) {
  if (all.empty()) return "";
  MarkdownTable table({what, ">Messages", ">Share"});
  for (const NamedCount& one : all) {
    table.row({none_or(one.name, "(none)"), grouped(one.count),
               percent(static_cast<double>(one.count) / static_cast<double>(std::max<std::uint64_t>(whole, 1)))});
  }
  return "\n## " + title + "\n" + table.text();
}

std::string group_name(const Grouping& by, const Group& group) {
  return group.rest ? "*(all but " + grouped(by.most) + " values)*" : none_or(group.value, "(none)");
}

std::string share_of(const std::vector<NamedCount>& all, const std::string& name, std::uint64_t whole) {
  const auto at = std::find_if(all.begin(), all.end(), [&](const NamedCount& one) { return one.name == name; });
  const std::uint64_t count = at == all.end() ? 0 : at->count;
  return percent(static_cast<double>(count) / static_cast<double>(std::max<std::uint64_t>(whole, 1)), whole > 0);
}

std::string grouping(const Summary& summary) {
  const Grouping& by = summary.by;
  if (by.column.empty()) return "";
  std::string out = "\n## By " + inline_text(by.column) + "\n";
  if (by.without > 0) out += "\n" + counted_noun(by.without, "record has", "records have") + " no such column.\n";
  if (by.groups.empty()) return out;
  const std::string column = inline_text(by.column);
  std::vector<std::string> heads = {column, ">Messages", ">Scored", ">Mean score", ">Lower quartile", ">Median", ">Upper quartile"};
  for (const auto& [name, spread] : summary.all.subscores) heads.push_back(">" + inline_text(name));
  MarkdownTable table(heads);
  std::vector<std::string> family_heads = {column}, verdict_heads = {column}, channel_heads = {column};
  for (const FamilySummary& one : summary.all.families) family_heads.push_back(">" + inline_text(one.family));
  for (const NamedCount& one : summary.all.verdicts) verdict_heads.push_back(">" + none_or(one.name, "(none)"));
  for (const NamedCount& one : summary.all.channels) channel_heads.push_back(">" + none_or(one.name, "(none)"));
  MarkdownTable family_table(family_heads), verdict_table(verdict_heads), channel_table(channel_heads);
  for (const Group& group : by.groups) {
    const Overview& of = group.of;
    const bool any = of.scored > 0;
    const auto points = [&](double value) { return any ? fixed(value, 1) : std::string("-"); };
    std::vector<std::string> cells = {group_name(by, group), grouped(of.records), grouped(of.scored), points(of.score.mean),
                                      points(of.score.lower_quartile), points(of.score.median), points(of.score.upper_quartile)};
    for (const auto& [name, spread] : of.subscores) cells.push_back(points(spread.mean));
    table.row(cells);
    std::vector<std::string> shares = {cells[0]}, verdicts = {cells[0]}, channels = {cells[0]};
    for (const FamilySummary& one : of.families) shares.push_back(percent(one.share, any));
    for (const NamedCount& one : summary.all.verdicts) verdicts.push_back(share_of(of.verdicts, one.name, of.scored));
    for (const NamedCount& one : summary.all.channels) channels.push_back(share_of(of.channels, one.name, of.records));
    family_table.row(shares);
    verdict_table.row(verdicts);
    channel_table.row(channels);
  }
  return out + table.text() + "\nShare of messages with each family of signals:\n" + family_table.text() + "\nVerdicts:\n" +
         verdict_table.text() + "\nChannels:\n" + channel_table.text();
}

std::string examples(const std::string& title, const std::vector<Example>& all) {
  if (all.empty()) return "";
  std::string out = "\n## " + title + "\n";
  std::size_t place = 0;
  for (const Example& one : all) {
    out += "\n### " + std::to_string(++place) + ". Score " + fixed(one.score.value(), 1) + "\n\n" + inline_text(one.verdict) + "; ";
    if (!one.id.empty()) out += "id " + inline_text(one.id) + ", ";
    out += "record " + grouped(one.number + 1);
    if (!one.source.empty()) out += " of " + inline_text(one.source);
    if (one.line > 0) out += ", line " + grouped(one.line);
    if (one.alike > 0) out += "; " + counted_noun(one.alike, "further message", "further messages") + " of this score by the same rules";
    out += "\n\n";
    for (const std::string& reason : one.reasons) out += "- " + inline_text(reason) + "\n";
    if (!one.reasons.empty()) out += "\n";
    if (!one.subject.empty()) out += "Subject: " + inline_text(one.subject) + "\n\n";
    out += fenced_text(one.text);
    if (one.cut) out += "\n(cut)\n";
  }
  return out;
}

std::string edits(const Summary& summary) {
  if (!summary.with_edits || summary.edits.empty()) return "";
  std::string out = "\n## Edits that would gain most\n\nEach edit's gain is measured alone, by scoring the message with it.\n";
  MarkdownTable table({"Called for by", ">Messages", ">Edits", ">Points, all", ">Points a message", "For example"});
  for (const EditGain& one : summary.edits) {
    const std::string after = one.after.empty() ? "(left out)" : inline_text(one.after);
    const std::string before = one.before.empty() ? "(added)" : inline_text(one.before);
    table.row({inline_text(one.rule) + (one.signal.empty() ? "" : " (" + inline_text(one.signal) + ")"), grouped(one.messages),
               grouped(one.edits), signed_points(one.total.value()), signed_points(one.mean),
               before + " \u2192 " + after + ": " + signed_points(one.example_gain.value()) + ". " + inline_text(one.note)});
  }
  return out + table.text();
}

}  // namespace

std::string summary_markdown(const Summary& summary) {
  std::string out = "# Summary of " + counted_noun(summary.records, "message", "messages") +
                    "\n\nrapport " + inline_text(summary.version) + ", lexicon " + inline_text(summary.lexicon) + ".";
  if (summary.anonymous) out += " Names, companies and addresses are masked where they are known.";
  out += "\n";
  out += figures(summary);
  out += scores(summary.all);
  out += counts("Verdicts", "Verdict", summary.all.verdicts, summary.all.scored);
  out += families(summary.all);
  out += counts("Channels", "Channel", summary.all.channels, summary.all.records);
  out += counts("Languages", "Language", summary.all.languages, summary.all.records);
  out += grouping(summary);
  out += template_section(summary);
  out += frequency_section(summary.frequency);
  out += outcome_sections(summary.outcomes);
  out += edits(summary);
  out += examples("Best messages", summary.best);
  out += examples("Worst messages", summary.worst);
  return out;
}

}  // namespace rapport::corpus
