#include <algorithm>
#include <limits>

#include "cli/commands/commands.h"
#include "cli/failure.h"
#include "cli/nearest.h"
#include "cli/render/stats.h"
#include "cli/render/tuning.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kShown = 20;  // rules, for people

using Names = std::vector<std::string>;

bool contains(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// --rule and --family against the lexicon.
void check_names(const Names& rules, const Names& families, const Lexicon& lexicon) {
  Names known_families, known;
  for (const SignalInfo& signal : lexicon.signals()) {
    if (!contains(known_families, signal.family)) known_families.push_back(signal.family);
    known.push_back(signal.id);
  }
  for (const std::string& name : families) {
    if (!contains(known_families, name)) {
      throw Failure("--family: " + unknown("family", name, known_families));
    }
  }
  known.insert(known.end(), known_families.begin(), known_families.end());
  for (const RuleInfo& rule : lexicon.rules()) known.push_back(rule.id);
  for (const std::string& name : rules) {
    if (!contains(known, name)) {
      throw Failure("--rule: " + unknown("rule, signal or family", name, known) +
                    " (see: rapport rules)");
    }
  }
}

void keep_named(corpus::Stats& stats, const Names& rules, const Names& families) {
  const auto left_out = [&](const corpus::RuleStats& rule) {
    const bool named = rules.empty() || contains(rules, rule.rule) ||
                       contains(rules, rule.signal) || contains(rules, rule.family);
    return !named || (!families.empty() && !contains(families, rule.family));
  };
  std::erase_if(stats.rules, left_out);
  std::erase_if(stats.silent, [&](const corpus::SilentPattern& silent) {
    return std::none_of(stats.rules.begin(), stats.rules.end(),
                        [&](const corpus::RuleStats& rule) { return rule.rule == silent.rule; });
  });
}

}  // namespace

int tune_stats(const CommandLine& line, Output& out) {
  const Settings settings = load_settings(line, warn);
  const Lexicon lexicon = load_lexicon(settings);
  const Names rules = settings.list("rule");
  const Names families = settings.list("family");
  check_names(rules, families, lexicon);
  const auto records = load_corpus(line.operands, lexicon);
  make_measuring_analyzer(lexicon);  // tells what is wrong with its patterns
  corpus::Stats stats =
      corpus::measure_rules(records, lexicon, {.examples = settings.count("examples")});
  keep_named(stats, rules, families);
  const Names orders = split(
      std::find_if(options().begin(), options().end(),
                   [](const OptionInfo& option) { return option.name == "sort"; })->choices,
      '|');
  const auto order = std::find(orders.begin(), orders.end(), settings.text("sort"));
  corpus::sort_rules(stats.rules, static_cast<corpus::StatsOrder>(order - orders.begin()));

  if (settings.text("format") == "json") {
    const std::size_t top = settings.count("top", std::numeric_limits<std::size_t>::max());
    out.write(report_text(lexicon, stats_as_json(stats, top)));
    return kFine;
  }
  out.write(stats_for_people(stats, settings.count("top", kShown), output_width(settings),
                             Paint(use_color(settings))));
  return kFine;
}

}  // namespace rapport::cli
