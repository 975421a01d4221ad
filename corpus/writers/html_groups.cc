#include <algorithm>

#include "corpus/writers/html_charts.h"
#include "corpus/writers/html_parts.h"
#include "corpus/writers/html_sections.h"

namespace rapport::corpus {
namespace {

Html group_name(const Grouping& by, const Group& group) {
  return group.rest ? fill("groups.rest", {{"most", static_cast<std::uint64_t>(by.most)}}) : name_html(group.value);
}

Html share_of(const std::vector<NamedCount>& all, const std::string& name, std::uint64_t whole) {
  const auto at = std::find_if(all.begin(), all.end(), [&](const NamedCount& one) { return one.name == name; });
  const std::uint64_t count = at == all.end() ? 0 : at->count;
  return share_cell(whole == 0 ? 0 : static_cast<double>(count) / static_cast<double>(whole), whole > 0);
}

Html number_column(const Html& name) { return fill("column.number", {{"name", name}}); }

// A table that stands folded: `what` is "families", "verdicts" or "channels".
Html more(const Grouping& by, TableIds& ids, std::string_view what, const Html& columns, const Html& rows) {
  const Html caption = fill("groups." + std::string(what), {{"column", by.column}});
  return fill("more", {{"summary", caption}, {"body", table(ids, caption, columns, rows)}}) + Html::markup("\n");
}

}  // namespace

Html groups_section(const Summary& summary, TableIds& ids) {
  const Grouping& by = summary.by;
  if (by.column.empty()) return {};
  Html out = counted("groups.without", by.without);
  if (by.groups.empty()) return out;
  const Html head = fill("column", {{"name", by.column}});
  Html subscores, families = head, verdicts = head, channels = head;
  for (const auto& [name, spread] : summary.all.subscores) subscores += number_column(line_html(spoken(name)));
  for (const FamilySummary& one : summary.all.families) families += number_column(line_html(spoken(one.family)));
  for (const NamedCount& one : summary.all.verdicts) verdicts += number_column(name_html(spoken(one.name)));
  for (const NamedCount& one : summary.all.channels) channels += number_column(name_html(spoken(one.name)));

  Html rows, family_rows, verdict_rows, channel_rows;
  for (const Group& group : by.groups) {
    const Overview& of = group.of;
    const bool any = of.scored > 0;
    const Html name = head_cell(group_name(by, group));
    Html cells = name + number_cell(of.records) + number_cell(of.scored) + box_cell(of.score);
    for (const double value : {of.score.median, of.score.mean, of.score.lower_quartile, of.score.upper_quartile}) {
      cells += points_cell(value, any);
    }
    for (const auto& [id, spread] : of.subscores) cells += points_cell(spread.mean, any);
    rows += row(cells);
    Html shares = name, of_verdicts = name, of_channels = name;
    for (const FamilySummary& one : of.families) shares += share_cell(one.share, any);
    for (const NamedCount& one : summary.all.verdicts) of_verdicts += share_of(of.verdicts, one.name, of.scored);
    for (const NamedCount& one : summary.all.channels) of_channels += share_of(of.channels, one.name, of.records);
    family_rows += row(shares);
    verdict_rows += row(of_verdicts);
    channel_rows += row(of_channels);
  }
  out += table(ids, fill("groups.caption", {{"column", by.column}}),
               fill("groups.columns", {{"column", by.column}, {"subscores", subscores}}), rows);
  out += more(by, ids, "families", families, family_rows);
  out += more(by, ids, "verdicts", verdicts, verdict_rows);
  return out + more(by, ids, "channels", channels, channel_rows);
}

}  // namespace rapport::corpus
