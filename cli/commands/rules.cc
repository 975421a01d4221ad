#include <boost/json.hpp>

#include <algorithm>
#include <map>

#include "analyzer/version.h"
#include "cli/commands/commands.h"
#include "cli/display.h"
#include "cli/failure.h"
#include "cli/json_text.h"
#include "cli/nearest.h"
#include "cli/terminal.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;

constexpr std::size_t kReasonIndent = 4;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Whether the text stands somewhere in the rule, in whatever case.
bool holds(const RuleInfo& rule, const std::string& text) {
  std::string all = rule.id + '\n' + rule.signal + '\n' + rule.reason;
  for (const std::string& pattern : rule.patterns) all += '\n' + pattern;
  return lower(all).find(lower(text)) != std::string::npos;
}

std::vector<std::string> check_families(const std::vector<std::string>& wanted,
                                        const std::vector<SignalInfo>& signals) {
  std::vector<std::string> known;
  for (const SignalInfo& signal : signals) {
    if (known.empty() || known.back() != signal.family) known.push_back(signal.family);
  }
  for (const std::string& family : wanted) {
    if (std::find(known.begin(), known.end(), family) == known.end()) {
      throw Failure(unknown("family", family, known));
    }
  }
  return wanted;
}

json::object rule_object(const RuleInfo& rule, const std::string& family) {
  return {{"rule", rule.id},
          {"signal", rule.signal},
          {"family", family},
          {"reason", rule.reason},
          {"grade", std::string(1, rule.grade)},
          {"evidence", rule.evidence},
          {"weight", rule.weight},
          {"source", rule.source},
          {"file", rule.file},
          {"line", rule.line},
          {"patterns", json::value_from(rule.patterns)},
          {"hits", json::value_from(rule.hits)},
          {"passes", json::value_from(rule.passes)}};
}

}  // namespace

int list_rules(const CommandLine& line, Output& out) {
  const Settings settings = load_settings(line, warn);
  const Lexicon lexicon = load_lexicon(settings);
  const std::vector<SignalInfo> signals = lexicon.signals();
  const std::vector<std::string> families = check_families(settings.list("family"), signals);
  std::map<std::string, std::string> family_of;
  for (const SignalInfo& signal : signals) family_of[signal.id] = signal.family;

  std::vector<RuleInfo> rules = lexicon.rules();
  const std::size_t all = rules.size();
  std::erase_if(rules, [&](const RuleInfo& rule) {
    const std::string& family = family_of[rule.signal];
    const bool in_family = families.empty() || std::find(families.begin(), families.end(),
                                                         family) != families.end();
    return !in_family || !std::all_of(line.operands.begin(), line.operands.end(),
                                      [&](const std::string& text) { return holds(rule, text); });
  });
  if (settings.text("format") == "json") {
    json::array items;
    for (const RuleInfo& rule : rules) items.emplace_back(rule_object(rule, family_of[rule.signal]));
    out.write(to_text(json::object{{"schema", 1},
                                   {"version", std::string(kVersion)},
                                   {"lexicon", lexicon.hash()},
                                   {"rules", std::move(items)}},
                      output_is_terminal()));
    return kFine;
  }
  const Paint paint(use_color(settings));
  const std::size_t width = output_width(settings);
  for (const RuleInfo& rule : rules) {
    out.write(paint.bold(shown_line(rule.id)) + "  " + paint.dim(std::string(1, rule.grade)) + "\n" +
              std::string(kReasonIndent, ' ') + paragraph(rule.reason, kReasonIndent, width));
  }
  out.write(std::to_string(rules.size()) + " of " + std::to_string(all) + " rules\n");
  return kFine;
}

}  // namespace rapport::cli
