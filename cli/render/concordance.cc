#include "cli/render/concordance.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "analyzer/lexicon/parsers.h"
#include "cli/display.h"
#include "cli/render/tuning.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;
using corpus::Label;
using corpus::Tried;

constexpr std::size_t kCoverIndent = 6;

std::string name_of(Label label) {
  return label == Label::kNone ? "unlabelled" : std::string(corpus::label_name(label));
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

std::vector<std::pair<std::string, std::size_t>> most_first(
    const std::map<std::string, std::size_t>& counts) {
  std::vector<std::pair<std::string, std::size_t>> out(counts.begin(), counts.end());
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

std::string label_lines(const Tried& tried) {
  std::string out;
  for (const auto& [label, count] : tried.labels) {
    out += "  " + name_of(label) + ": " + counted(count.hits, "hit") + " in " +
           std::to_string(count.messages) + " of " + counted(count.records, "message") + "\n";
  }
  if (tried.lift) out += "  lift of good over bad: " + shown(tried.lift) + "\n";
  return out;
}

}  // namespace

std::string concordance_for_people(const Tried& tried, std::size_t top, std::size_t width,
                                   const Paint& paint) {
  std::string out;
  const std::size_t shown_hits = std::min(top, tried.hits.size());
  for (std::size_t i = 0; i < shown_hits; ++i) {
    const corpus::TriedHit& hit = tried.hits[i];
    out += quote_line(hit.quote, 0, width, paint);
    if (hit.rules.empty()) continue;
    out += paint.dim(std::string(kCoverIndent, ' ') + "also " +
                     shown_line(joined(hit.rules), width > 51 ? width - 11 : 40)) + "\n";
  }
  if (shown_hits < tried.hits.size()) {
    out += "and " + std::to_string(tried.hits.size() - shown_hits) + " more\n";
  }
  if (!out.empty()) out += "\n";
  out += paint.bold(counted(tried.hits.size(), "hit") + " in " +
                    std::to_string(tried.messages) + " of " +
                    counted(tried.records - tried.unread, "message")) + "\n";
  if (tried.unread > 0) {
    out += "  " + counted(tried.unread, "message") + " not read: empty, or in another language\n";
  }
  const bool labelled = tried.labels.size() > 1 || !tried.labels.count(Label::kNone);
  if (labelled) out += label_lines(tried);
  if (tried.hits.empty()) return out;

  out += paint.bold("Rules that hit there already") + "\n";
  for (const auto& [rule, hits] : most_first(tried.rules)) {
    out += "  " + std::to_string(hits) + "  " + shown_line(rule) + "\n";
  }
  out += "  " + std::to_string(tried.uncovered) + "  none\n";
  if (tried.gold.empty()) {
    out += tried.marked == 0 ? "No message has spans to judge by.\n"
                             : "No hit stands in a message with spans.\n";
    return out;
  }
  out += paint.bold("Gold spans under the hits, in messages with spans") + "\n";
  for (const auto& [signal, hits] : most_first(tried.gold)) {
    const std::string name = signal.empty() ? "none" : shown_line(signal);
    out += "  " + std::to_string(hits) + "  " + name + "\n";
  }
  return out;
}

json::object concordance_as_json(const Tried& tried, std::size_t top) {
  json::array hits;
  for (std::size_t i = 0; i < std::min(top, tried.hits.size()); ++i) {
    const corpus::TriedHit& hit = tried.hits[i];
    json::object object = quote_object(hit.quote);
    object["start"] = hit.span.begin;
    object["end"] = hit.span.end;
    object["zone"] = lexicon::zone_names()[static_cast<std::size_t>(hit.zone)];
    object["rules"] = json::value_from(hit.rules);
    object["gold"] = json::value_from(hit.gold);
    hits.push_back(std::move(object));
  }
  json::object labels, rules, gold;
  for (const auto& [label, count] : tried.labels) {
    labels[name_of(label)] = json::object{
        {"records", count.records}, {"messages", count.messages}, {"hits", count.hits}};
  }
  for (const auto& [rule, count] : most_first(tried.rules)) rules[rule] = count;
  for (const auto& [signal, count] : most_first(tried.gold)) {
    gold[signal.empty() ? "none" : signal] = count;
  }
  return {{"expanded", tried.expanded},
          {"records", tried.records},
          {"unread", tried.unread},
          {"marked", tried.marked},
          {"total", tried.hits.size()},
          {"messages", tried.messages},
          {"labels", std::move(labels)},
          {"lift", lift_value(tried.lift)},
          {"uncovered", tried.uncovered},
          {"rules", std::move(rules)},
          {"gold", std::move(gold)},
          {"hits", std::move(hits)}};
}

}  // namespace rapport::cli
