#include <algorithm>

#include "corpus/writers/html_charts.h"
#include "corpus/writers/html_parts.h"
#include "corpus/writers/html_sections.h"
#include "corpus/writers/markdown_parts.h"
#include "corpus/writers/numbers.h"

namespace rapport::corpus {
namespace {

Html paragraph(const Html& text) { return fill("paragraph", {{"text", text}}) + Html::markup("\n"); }

Html sender_html(const std::string& name) { return name.empty() ? fill("sender.unnamed") : line_html(name); }

double part_of_most(std::uint64_t count, std::uint64_t most) {
  return static_cast<double>(count) / static_cast<double>(std::max<std::uint64_t>(most, 1));
}

std::string spoken_list(const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : ", ") + spoken(id);
  return out;
}

Html bursts(TableIds& ids, const Html& caption, const std::vector<Burst>& all) {
  if (all.empty()) return {};
  Html rows;
  for (const Burst& one : all) {
    rows += row(head_cell(sender_html(one.sender)) + bar_cell(part_of_most(one.count, all.front().count)) +
                number_cell(one.count) + fill("cell.time", {{"text", time_text(one.from)}}));
  }
  return table(ids, caption, fill("bursts.columns"), rows);
}

Html weeks(TableIds& ids, const FrequencySummary& all) {
  if (all.requests_a_week.count == 0) return {};
  const Spread& spread = all.requests_a_week;
  const Html said = fill("requests", {{"weeks", counted("requests.weeks", spread.count)},
                                      {"mean", fixed(spread.mean, 1)},
                                      {"median", fixed(spread.median, 1)},
                                      {"lower", fixed(spread.lower_quartile, 1)},
                                      {"upper", fixed(spread.upper_quartile, 1)},
                                      {"high", fixed(spread.high, 0)}});
  Html rows;
  for (const SenderWeek& week : all.weeks) {
    rows += row(head_cell(sender_html(week.sender)) + fill("cell.time", {{"text", week.week}}) +
                bar_cell(part_of_most(week.count, all.weeks.front().count)) + number_cell(week.count));
  }
  return paragraph(said) + table(ids, fill("weeks.caption"), fill("weeks.columns"), rows);
}

Html limit_name(const LimitUse& use) {
  Html scope;
  if (!use.channels.empty()) {
    const Html tiers = use.tiers.empty() ? Html() : fill("limits.tiers", {{"tiers", spoken_list(use.tiers)}});
    scope = fill("limits.scope", {{"channels", spoken_list(use.channels)}, {"tiers", tiers}});
  }
  return fill("limits.name", {{"code", use.limit.code}, {"scope", scope}});
}

Html limits(TableIds& ids, const std::vector<LimitUse>& all) {
  Html rows, busiest;
  for (const LimitUse& use : all) {
    if (use.messages == 0) continue;
    const bool in_days = use.limit.days > 0;
    const auto most = static_cast<std::uint64_t>(use.limit.most), days = static_cast<std::uint64_t>(use.limit.days);
    rows += row(head_cell(limit_name(use)) +
                text_cell(fill(in_days ? "limits.in_days" : "limits.to_reader", {{"most", most}, {"days", days}})) +
                number_cell(use.messages) +
                number_cell(in_days ? Html::markup(grouped(use.senders)) : fill("limits.pairs", {{"count", use.senders}}),
                            static_cast<double>(use.senders)) +
                number_cell(use.over) + words_cell(line_html(use.limit.reason)));
    if (use.over > 0 && in_days) {
      busiest += bursts(ids, fill("bursts.limit", {{"code", use.limit.code}, {"days", days}}), use.busiest);
    }
  }
  return rows.empty() ? Html() : table(ids, fill("limits.caption"), fill("limits.columns"), rows) + busiest;
}

Html readers(const FrequencySummary& all) {
  if (all.readers == 0) return {};
  Html items;
  const auto add = [&](const Html& text) { items += fill("item", {{"text", text}}) + Html::markup("\n"); };
  add(fill("readers.again", {{"part", part_of_html(all.readers_asked_again, all.readers)}, {"most", all.most_requests}}));
  add(fill("readers.many", {{"part", part_of_html(all.readers_of_many, all.readers)}}));
  if (all.further > 0) {
    add(fill("readers.further", {{"further", counted("further", all.further)},
                                 {"silence", all.after_silence},
                                 {"answer", all.after_answer},
                                 {"unknown", all.after_unknown}}));
  }
  const Spread& days = all.days_between;
  if (days.count > 0) {
    add(fill("readers.days", {{"median", fixed(days.median, 1)},
                              {"lower", fixed(days.lower_quartile, 1)},
                              {"upper", fixed(days.upper_quartile, 1)}}));
  }
  return fill("readers", {{"items", items}});
}

}  // namespace

Html how_often_section(const FrequencySummary& all, TableIds& ids) {
  if (all.dated == 0 && all.readers == 0) return {};
  Html out;
  if (all.dated > 0) {
    const auto left_out = [](const char* part, std::uint64_t count) {
      return count == 0 ? Html() : fill(part, {{"count", count}});
    };
    out += paragraph(fill("frequency.dated", {{"messages", counted("messages", all.dated)},
                                              {"senders", counted("senders", all.senders)},
                                              {"undated", left_out("frequency.undated", all.undated)},
                                              {"beyond", left_out("frequency.beyond", all.beyond)}}));
  }
  out += weeks(ids, all) + limits(ids, all.limits);
  const Html day = bursts(ids, fill("bursts.24_hours"), all.in_24_hours);
  const Html week = bursts(ids, fill("bursts.7_days"), all.in_7_days);
  if (!day.empty() || !week.empty()) out += fill("pair", {{"left", day}, {"right", week}}) + Html::markup("\n");
  return out + readers(all);
}

}  // namespace rapport::corpus
