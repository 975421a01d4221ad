#include "cli/render/stats.h"

#include <algorithm>
#include <cmath>

#include "analyzer/lexicon/parsers.h"
#include "cli/display.h"
#include "cli/render/tuning.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;
using corpus::RuleStats;
using corpus::Stats;

constexpr std::size_t kIndent = 4;

// "12 %", "<1 %". REQUIRES: whole > 0.
std::string share(std::size_t part, std::size_t whole) {
  const long percent =
      std::lround(100.0 * static_cast<double>(part) / static_cast<double>(whole));
  return percent == 0 && part > 0 ? "<1 %" : std::to_string(percent) + " %";
}

std::string zones_text(const RuleStats& rule) {
  std::string out;
  for (std::size_t i = 0; i < rule.zones.size(); ++i) {
    if (rule.zones[i] == 0) continue;
    if (!out.empty()) out += ", ";
    out += lexicon::zone_names()[i] + " " + std::to_string(rule.zones[i]);
  }
  return out;
}

std::string overlaps_text(const RuleStats& rule) {
  if (rule.overlapped == 0) return "overlaps no other rule";
  std::string out =
      share(rule.overlapped, rule.hits) + " of hits overlap others: ";
  for (const corpus::RuleOverlap& other : rule.overlaps) {
    if (&other != &rule.overlaps.front()) out += ", ";
    out += other.rule + " " + share(other.hits, rule.hits);
  }
  return out;
}

std::string facts(const RuleStats& rule, const Stats& stats) {
  std::string out = counted(rule.hits, "hit") + " in " + counted(rule.messages, "message");
  if (rule.good + rule.mixed + rule.bad > 0) {
    out += " (" + label_counts(rule.good, rule.mixed, rule.bad) + ")";
  }
  out += ", " + std::to_string(rule.stays) + " stay";
  if (rule.precision) {
    out += "; precision " + fixed(*rule.precision, 2) + " (" + std::to_string(rule.right) + " of " +
           std::to_string(rule.judged) + ")";
  } else if (stats.marked > 0) {
    out += "; precision -";
  }
  if (rule.lift) out += "; lift " + shown(rule.lift);
  return out;
}

std::string missing(const Stats& stats) {
  std::string out;
  if (stats.good == 0 || stats.bad == 0) {
    out += "No lift: that takes messages labelled good and messages labelled bad.\n";
  }
  if (stats.marked == 0) out += "No precision: no message has spans.\n";
  if (stats.unread > 0) {
    out += counted(stats.unread, "message") +
           " not read: empty, or in a language without a pack.\n";
  }
  return out;
}

template <typename Item, typename Text>
std::string listed(const std::string& title, const std::vector<Item>& items, std::size_t top,
                   const Paint& paint, Text text) {
  if (items.empty()) return "";
  std::string out = "\n" + paint.bold(title + " (" + std::to_string(items.size()) + ")") + "\n";
  for (std::size_t i = 0; i < std::min(top, items.size()); ++i) out += "  " + text(items[i]) + "\n";
  if (items.size() > top) out += "  and " + std::to_string(items.size() - top) + " more\n";
  return out;
}

std::vector<const RuleStats*> never_firing(const Stats& stats) {
  std::vector<const RuleStats*> out;
  for (const RuleStats& rule : stats.rules) {
    if (rule.hits == 0) out.push_back(&rule);
  }
  return out;
}

json::object rule_object(const RuleStats& rule) {
  json::object zones;
  for (std::size_t i = 0; i < rule.zones.size(); ++i) {
    if (rule.zones[i] > 0) zones[lexicon::zone_names()[i]] = rule.zones[i];
  }
  json::array overlaps, examples;
  for (const corpus::RuleOverlap& other : rule.overlaps) {
    overlaps.push_back(json::object{{"rule", other.rule}, {"hits", other.hits}});
  }
  for (const corpus::Quote& quote : rule.examples) examples.push_back(quote_object(quote));
  return {{"rule", rule.rule},
          {"signal", rule.signal},
          {"family", rule.family},
          {"positive", rule.positive},
          {"file", rule.file},
          {"line", rule.line},
          {"hits", rule.hits},
          {"stays", rule.stays},
          {"messages", rule.messages},
          {"good", rule.good},
          {"mixed", rule.mixed},
          {"bad", rule.bad},
          {"judged", rule.judged},
          {"right", rule.right},
          {"precision", rounded(rule.precision)},
          {"lift", lift_value(rule.lift)},
          {"zones", std::move(zones)},
          {"overlapped", rule.overlapped},
          {"overlaps", std::move(overlaps)},
          {"examples", std::move(examples)}};
}

}  // namespace

std::string stats_for_people(const Stats& stats, std::size_t top, std::size_t width,
                             const Paint& paint) {
  std::string out = counted(stats.records, "message") + ": " +
                    label_counts(stats.good, stats.mixed, stats.bad) + "; " +
                    std::to_string(stats.marked) + " with spans\n" + missing(stats);
  const auto never = never_firing(stats);
  const std::size_t firing = stats.rules.size() - never.size();
  for (std::size_t i = 0; i < std::min(top, firing); ++i) {
    const RuleStats& rule = stats.rules[i];
    out += "\n" + paint.bold(shown_line(rule.rule)) + "\n" + std::string(kIndent, ' ') +
           paragraph(facts(rule, stats), kIndent, width) + std::string(kIndent, ' ') +
           paragraph(zones_text(rule) + "; " + overlaps_text(rule), kIndent, width);
    for (const corpus::Quote& quote : rule.examples) {
      out += quote_line(quote, kIndent, width, paint);
    }
  }
  if (firing > top) {
    out += "\nand " + std::to_string(firing - top) + " more rules that fire (--top N)\n";
  }
  out += listed("Rules that never fire", never, top, paint, [](const RuleStats* rule) {
    return shown_line(rule->rule + "  " + rule->file + ":" + std::to_string(rule->line));
  });
  out += listed("Patterns that give no hit of their own", stats.silent, top, paint,
                [&](const corpus::SilentPattern& silent) {
                  const std::string place = silent.file + ":" + std::to_string(silent.line);
                  return shown_line(silent.rule + "  " + place) + "\n      " +
                         shown_line(silent.pattern, width > 46 ? width - 6 : 40);
                });
  return out;
}

json::object stats_as_json(const Stats& stats, std::size_t top) {
  json::array rules, never, silent;
  for (const RuleStats& rule : stats.rules) {
    if (rule.hits == 0) {
      never.push_back(json::object{{"rule", rule.rule}, {"file", rule.file}, {"line", rule.line}});
    } else if (rules.size() < top) {
      rules.push_back(rule_object(rule));
    }
  }
  for (const corpus::SilentPattern& one : stats.silent) {
    silent.push_back(json::object{
        {"rule", one.rule}, {"pattern", one.pattern}, {"file", one.file}, {"line", one.line}});
  }
  return {{"records", stats.records},
          {"unread", stats.unread},
          {"good", stats.good},
          {"mixed", stats.mixed},
          {"bad", stats.bad},
          {"marked", stats.marked},
          {"rules", std::move(rules)},
          {"never", std::move(never)},
          {"silent", std::move(silent)}};
}

}  // namespace rapport::cli
