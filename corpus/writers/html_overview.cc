#include "corpus/reports/templates.h"
#include "corpus/writers/html_charts.h"
#include "corpus/writers/html_parts.h"
#include "corpus/writers/html_sections.h"
#include "corpus/writers/markdown_parts.h"
#include "corpus/writers/numbers.h"

namespace rapport::corpus {
namespace {

double share_of(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

Html tile(const Html& name, const Html& value, const Html& note) {
  return fill("tile", {{"name", name}, {"value", value}, {"note", note}}) + Html::markup("\n");
}

// Figures of a spread after its median, as cells.
Html spread_row(const Html& name, const Spread& spread) {
  const bool any = spread.count > 0;
  const auto range = [&](double low, double high) {
    return any ? number_cell(fill("interval", {{"low", fixed(low, 1)}, {"high", fixed(high, 1)}}), low) : points_cell(0, false);
  };
  return row(head_cell(name) + box_cell(spread) + points_cell(spread.median, any) + points_cell(spread.mean, any) +
             range(spread.lower_quartile, spread.upper_quartile) + range(spread.low, spread.high));
}

// A table of names, their bars, counts and shares. `what`: "verdict", …
Html counts_table(TableIds& ids, std::string_view what, const std::vector<NamedCount>& all, std::uint64_t whole) {
  Html rows;
  for (const NamedCount& one : all) {
    const double share = share_of(one.count, whole);
    rows += row(head_cell(name_html(spoken(one.name))) + bar_cell(share) + number_cell(one.count) + share_cell(share));
  }
  return table(ids, fill("caption." + std::string(what)), fill("counts." + std::string(what)), rows);
}

}  // namespace

Html row(const Html& cells) { return fill("row", {{"cells", cells}}) + Html::markup("\n"); }

Html table(TableIds& ids, const Html& caption, const Html& columns, const Html& rows) {
  return fill("table", {{"id", ids.next()}, {"caption", caption}, {"columns", columns}, {"rows", rows}}) + Html::markup("\n");
}

Html tiles(const Summary& summary) {
  const Overview& all = summary.all;
  Html out = tile(fill("tile.records"), Html::markup(grouped(summary.records)), {});
  if (all.scored > 0) {
    out += tile(fill("tile.median"), Html::markup(fixed(all.score.median, 1)),
                fill("tile.median_note",
                     {{"lower", fixed(all.score.lower_quartile, 1)}, {"upper", fixed(all.score.upper_quartile, 1)}}));
  }
  if (!all.verdicts.empty()) {
    const NamedCount& first = all.verdicts.front();
    out += tile(fill("tile.verdict"), name_html(spoken(first.name)),
                fill("tile.share_note", {{"share", percent(share_of(first.count, all.scored))}}));
  }
  for (const Outcome& outcome : summary.outcomes) {
    out += tile(line_html(spoken(outcome.name)), Html::markup(percent(outcome.all.share, outcome.all.of > 0)),
                fill("tile.outcome_note", {{"yes", outcome.all.yes}, {"of", outcome.all.of}}));
  }
  if (summary.templates && summary.templates->messages > 0) out += templates_tile(*summary.templates);
  std::uint64_t errors = 0;
  for (const NamedCount& error : summary.errors) errors += error.count;
  if (errors > 0) {
    out += tile(fill("tile.errors"), Html::markup(grouped(errors)),
                fill("tile.errors_note", {{"share", percent(share_of(errors, summary.records))}}));
  }
  return fill("tiles", {{"tiles", out}});
}

Html records_section(const Summary& summary, TableIds& ids) {
  Html rows;
  const auto add = [&](const Html& name, std::uint64_t count) {
    rows += row(head_cell(name) + number_cell(count) + share_cell(share_of(count, summary.records), summary.records > 0));
  };
  add(fill("records.all"), summary.records);
  add(fill("records.scored"), summary.all.scored);
  for (const NamedCount& reason : summary.all.not_scored) add(fill("records.not_scored", {{"reason", reason.name}}), reason.count);
  for (const NamedCount& error : summary.errors) add(fill("records.error", {{"code", error.name}}), error.count);
  const Html records = table(ids, fill("records.caption"), fill("records.columns"), rows);
  Html kinds;
  if (!summary.all.channels.empty()) kinds += counts_table(ids, "channel", summary.all.channels, summary.all.records);
  if (!summary.all.languages.empty()) kinds += counts_table(ids, "language", summary.all.languages, summary.all.records);
  return kinds.empty() ? records : fill("pair", {{"left", records}, {"right", kinds}});
}

Html scores_section(const Overview& all, TableIds& ids) {
  if (all.scored == 0) return {};
  Html bands;
  for (std::size_t i = 0; i < all.score.tens.size(); ++i) {
    const std::uint64_t count = all.score.tens[i];
    bands += row(head_cell(band_html(i)) + number_cell(count) + share_cell(share_of(count, all.scored)));
  }
  const Html caption = fill("histogram.caption", {{"scored", counted("messages", all.scored)}});
  const Html figure = fill("figure", {{"chart", histogram(all.score)}, {"caption", caption}}) +
                      fill("more", {{"summary", fill("bands.summary")},
                                    {"body", table(ids, fill("bands.caption"), fill("bands.columns"), bands)}});
  Html rows = spread_row(fill("subscores.score"), all.score);
  for (const auto& [name, spread] : all.subscores) rows += spread_row(line_html(spoken(name)), spread);
  return fill("pair", {{"left", figure}, {"right", table(ids, fill("subscores.caption"), fill("subscores.columns"), rows)}});
}

Html verdicts_section(const Overview& all, TableIds& ids) {
  return all.verdicts.empty() ? Html() : counts_table(ids, "verdict", all.verdicts, all.scored);
}

Html families_section(const Overview& all, TableIds& ids) {
  if (all.scored == 0) return {};
  Html rows;
  for (const FamilySummary& one : all.families) {
    const std::string tone = one.positive ? "for" : "against";
    rows += row(head_cell(line_html(spoken(one.family))) + text_cell(fill("families." + tone)) + bar_cell(one.share, tone) +
                number_cell(one.messages) + share_cell(one.share) + number_cell(fixed(one.mean, 2)));
  }
  return table(ids, fill("families.caption"), fill("families.columns"), rows);
}

}  // namespace rapport::corpus
