#include <boost/json.hpp>

#include <algorithm>
#include <cstdio>

#include "analyzer/analyzer.h"
#include "analyzer/version.h"
#include "cli/commands/commands.h"
#include "cli/display.h"
#include "cli/failure.h"
#include "cli/json_text.h"
#include "cli/nearest.h"
#include "cli/report.h"
#include "cli/terminal.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;

constexpr std::size_t kIndent = 2;

std::string decimals(double weight) {
  char out[32];
  std::snprintf(out, sizeof out, "%+.2f", weight);
  return out;
}

std::string unmarked(std::string text) {
  for (const char* mark : {"<<", ">>"}) {
    const std::size_t at = text.find(mark);
    if (at != std::string::npos) text.erase(at, 2);
  }
  return text;
}

// An edit of the rule's own, made to one of its examples.
struct Rewrite {
  std::string before, after, note;
  Points gain;
};

std::optional<Rewrite> find_rewrite(const Lexicon& lexicon, const RuleInfo& rule) {
  const Result<Analyzer> analyzer = Analyzer::create(lexicon);
  if (!analyzer) return std::nullopt;
  for (const std::string& hit : rule.hits) {
    const Draft draft{.text = unmarked(hit)};
    for (const Edit& edit : analyzer->analyze(draft).edits) {
      if (edit.rule != rule.id) continue;
      std::string after = draft.text;
      after.replace(edit.bytes.begin, edit.bytes.size(), edit.replacement);
      return Rewrite{draft.text, after, edit.note, edit.gain};
    }
  }
  return std::nullopt;
}

class Explanation {
 public:
  Explanation(const Settings& settings, const Lexicon& lexicon)
      : lexicon_(lexicon), paint_(use_color(settings)), width_(output_width(settings)) {}

  std::string rule(const RuleInfo& rule, const SignalInfo& signal) {
    head(rule.id, signal.definition);
    add("", "Signal " + signal.id + ", family " + signal.family + "; it " +
                (signal.positive ? "helps" : "hurts") + " (weight " + decimals(signal.weight) +
                " in log-odds).");
    title("Why");
    add("", rule.reason);
    add("", "Evidence (grade " + std::string(1, rule.grade) + "): " + rule.finding + " Source: " +
                rule.finding_source + ".");
    title("It marks");
    for (const std::string& hit : rule.hits) add("- ", hit);
    title("It does not mark");
    for (const std::string& pass : rule.passes) add("- ", pass);
    if (!signal.positive) rewrite(rule);
    off(rule.id);
    out_ += "\n" + paint_.dim(shown_line("From " + rule.file + ":" + std::to_string(rule.line) +
                                         "; " + rule.source)) + "\n";
    return std::move(out_);
  }

  std::string signal(const SignalInfo& signal, const std::vector<RuleInfo>& rules) {
    head(signal.id, signal.definition);
    add("", "A signal of the family " + signal.family + "; it " +
                (signal.positive ? "helps" : "hurts") + " the sub-score " +
                spoken(signal.subscore) + " (weight " + decimals(signal.weight) +
                " in log-odds).");
    title("Rules");
    for (const RuleInfo& rule : rules) {
      if (rule.signal == signal.id) add("- ", rule.id + ": " + rule.reason);
    }
    off(signal.id);
    return std::move(out_);
  }

  std::string family(const std::string& family, const std::vector<SignalInfo>& signals) {
    head(family, "A family of signals.");
    title("Signals");
    for (const SignalInfo& signal : signals) {
      if (signal.family == family) {
        add("- ", signal.id + " (" + decimals(signal.weight) + "): " + signal.definition);
      }
    }
    off(family);
    return std::move(out_);
  }

 private:
  void head(const std::string& id, const std::string& definition) {
    out_ = paint_.bold(shown_line(id)) + "\n";
    add("", definition);
  }
  void title(const std::string& text) { out_ += "\n" + paint_.bold(text) + "\n"; }
  void add(const std::string& bullet, const std::string& text) {
    out_ += std::string(kIndent, ' ') + bullet +
            paragraph(shown_line(text), kIndent + bullet.size(), width_);
  }

  void rewrite(const RuleInfo& rule) {
    title("How to rewrite");
    const std::optional<Rewrite> found = find_rewrite(lexicon_, rule);
    if (!found) return add("", "By hand: " + rule.reason);
    add("", found->before);
    add("→ ", found->after);
    add("", signed_points(found->gain) + " points. " + found->note);
  }

  void off(const std::string& name) {
    title("How to switch it off");
    add("", "once: rapport score --ignore " + name);
    add("", "always, in .rapport.toml:");
    out_ += "    [score]\n    ignore = [\"" + shown_line(name) + "\"]\n";
  }

  const Lexicon& lexicon_;
  Paint paint_;
  std::size_t width_;
  std::string out_;
};

json::object signal_object(const SignalInfo& signal) {
  return {{"signal", signal.id},          {"family", signal.family},
          {"subscore", signal.subscore},  {"definition", signal.definition},
          {"positive", signal.positive},  {"weight", signal.weight}};
}

json::object rule_object(const RuleInfo& rule) {
  return {{"rule", rule.id},
          {"reason", rule.reason},
          {"evidence",
           {{"id", rule.evidence},
            {"grade", std::string(1, rule.grade)},
            {"finding", rule.finding},
            {"source", rule.finding_source}}},
          {"hits", json::value_from(rule.hits)},
          {"passes", json::value_from(rule.passes)},
          {"source", rule.source},
          {"file", rule.file},
          {"line", rule.line}};
}

// The signals and rules that a name stands for: a rule's own, a signal's, a
// family's.
std::string as_json(const Lexicon& lexicon, const std::vector<SignalInfo>& signals,
                    const std::vector<RuleInfo>& rules) {
  json::array signal_list, rule_list;
  for (const SignalInfo& signal : signals) signal_list.emplace_back(signal_object(signal));
  for (const RuleInfo& rule : rules) rule_list.emplace_back(rule_object(rule));
  return to_text(json::object{{"schema", 1},
                              {"version", std::string(kVersion)},
                              {"lexicon", lexicon.hash()},
                              {"signals", std::move(signal_list)},
                              {"rules", std::move(rule_list)}},
                 output_is_terminal());
}

std::string refuse(const std::string& name, const std::vector<SignalInfo>& signals,
                   const std::vector<RuleInfo>& rules) {
  std::vector<std::string> known;
  for (const SignalInfo& signal : signals) {
    known.push_back(signal.family);
    known.push_back(signal.id);
  }
  for (const RuleInfo& rule : rules) known.push_back(rule.id);
  return unknown("rule, signal or family", name, known) + " (see: rapport rules)";
}

}  // namespace

int explain(const CommandLine& line, Output& out) {
  const std::string& name = line.operands.at(0);
  const Settings settings = load_settings(line, warn);
  const Lexicon lexicon = load_lexicon(settings);
  const std::vector<SignalInfo> all_signals = lexicon.signals();
  const std::vector<RuleInfo> all_rules = lexicon.rules();

  const auto rule = std::find_if(all_rules.begin(), all_rules.end(),
                                 [&](const RuleInfo& one) { return one.id == name; });
  std::vector<RuleInfo> rules;
  if (rule != all_rules.end()) rules.push_back(*rule);
  std::vector<SignalInfo> signals;
  for (const SignalInfo& signal : all_signals) {
    const bool of_rule = !rules.empty() && rules[0].signal == signal.id;
    if (of_rule || signal.id == name || signal.family == name) signals.push_back(signal);
  }
  if (signals.empty()) throw Failure(refuse(name, all_signals, all_rules));
  if (rules.empty()) {
    for (const RuleInfo& one : all_rules) {
      if (std::any_of(signals.begin(), signals.end(),
                      [&](const SignalInfo& signal) { return signal.id == one.signal; })) {
        rules.push_back(one);
      }
    }
  }
  if (settings.text("format") == "json") {
    out.write(as_json(lexicon, signals, rules));
    return kFine;
  }
  Explanation explanation(settings, lexicon);
  if (rule != all_rules.end()) {
    out.write(explanation.rule(*rule, signals[0]));
  } else if (signals[0].id == name) {
    out.write(explanation.signal(signals[0], rules));
  } else {
    out.write(explanation.family(name, signals));
  }
  return kFine;
}

}  // namespace rapport::cli
