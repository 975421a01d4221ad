#include <algorithm>
#include <cmath>

#include "corpus/writers/html_charts.h"
#include "corpus/writers/html_parts.h"
#include "corpus/writers/html_sections.h"
#include "corpus/writers/markdown_parts.h"
#include "corpus/writers/numbers.h"
#include "corpus/writers/summary_json.h"

namespace rapport::corpus {
namespace {

// More rows than these stand folded.
constexpr std::size_t kOpenRows = 60;

std::vector<OutcomeRow> of_kind(const Outcome& outcome, OutcomeRow::Kind kind) {
  std::vector<OutcomeRow> out;
  std::copy_if(outcome.rows.begin(), outcome.rows.end(), std::back_inserter(out),
               [&](const OutcomeRow& row) { return row.kind == kind; });
  return out;
}

Html interval_html(double low, double high) {
  return fill("interval", {{"low", fixed(low * 100, 1)}, {"high", fixed(high * 100, 1)}});
}

// Ids of signals and rules are code; bands are numbers.
Html row_name(const OutcomeRow& row) {
  const bool is_id = row.kind == OutcomeRow::Kind::kSignal || row.kind == OutcomeRow::Kind::kRule;
  return is_id ? fill("code", {{"text", row.name}}) : line_html(row.name);
}

Html rows_table(TableIds& ids, const Outcome& outcome, OutcomeRow::Kind kind) {
  const std::vector<OutcomeRow> all = of_kind(outcome, kind);
  if (all.empty()) return {};
  double reach = 0.05;
  for (const OutcomeRow& one : all) reach = std::max({reach, std::abs(one.low), std::abs(one.high)});
  reach = std::min(std::ceil(reach * 20 - 1e-9) / 20, 1.0);  // the next five per cent
  Html rows;
  for (const OutcomeRow& one : all) {
    const std::string_view tone = one.stands_out ? tone_of(one.difference) : "plain";
    rows += row(head_cell(row_name(one)) + whisker_cell(one.low, one.difference, one.high, -reach, reach, tone) +
                number_cell(signed_points(one.difference * 100)) + number_cell(interval_html(one.low, one.high), one.low) +
                text_cell(fill(one.stands_out ? "outcome.stands_out" : "outcome.no")) +
                number_cell(part_of_html(one.with.yes, one.with.of), one.with.share) +
                number_cell(part_of_html(one.without.yes, one.without.of), one.without.share));
  }
  const std::string id(name_of(kind));
  const Html caption = fill("outcome.caption." + id, {{"name", spoken(outcome.name)}});
  const Html columns = fill("outcome.columns", {{"what", fill("outcome." + id)},
                                                {"from", fixed(-reach * 100, 0)},
                                                {"to", fixed(reach * 100, 0)}});
  Html out = table(ids, caption, columns, rows);
  if (all.size() <= kOpenRows) return out;
  const Html summary = fill("outcome.more", {{"caption", caption}, {"rows", counted("rows", all.size())}});
  return fill("more", {{"summary", summary}, {"body", out}}) + Html::markup("\n");
}

Html one_outcome(TableIds& ids, const Outcome& outcome, std::size_t place) {
  Html out = fill("outcome", {{"name", spoken(outcome.name)},
                              {"part", part_of_html(outcome.all.yes, outcome.all.of)},
                              {"low", fixed(outcome.all.low * 100, 1)},
                              {"high", fixed(outcome.all.high * 100, 1)},
                              {"unknown", counted("messages", outcome.unknown)},
                              {"least", counted("messages", outcome.least)},
                              {"too_few", counted("outcome.too_few", outcome.too_few)}}) +
             Html::markup("\n");
  const std::vector<OutcomeRow> bands = of_kind(outcome, OutcomeRow::Kind::kScore);
  if (!bands.empty()) {
    out += fill("figure", {{"chart", rates_chart("rates-" + std::to_string(place), outcome, bands)},
                           {"caption", fill("outcome.figure", {{"name", spoken(outcome.name)}})}}) +
           Html::markup("\n");
  }
  for (const OutcomeRow::Kind kind :
       {OutcomeRow::Kind::kScore, OutcomeRow::Kind::kLength, OutcomeRow::Kind::kSignal, OutcomeRow::Kind::kRule}) {
    out += rows_table(ids, outcome, kind);
  }
  return out;
}

}  // namespace

Html outcomes_section(const std::vector<Outcome>& outcomes, TableIds& ids) {
  if (outcomes.empty()) return {};
  Html notes;
  for (const std::string& note : outcome_notes()) notes += fill("paragraph", {{"text", note}}) + Html::markup("\n");
  Html out = fill("outcomes.notes", {{"notes", notes}}) + Html::markup("\n");
  for (std::size_t i = 0; i < outcomes.size(); ++i) out += one_outcome(ids, outcomes[i], i + 1);
  return out;
}

}  // namespace rapport::corpus
