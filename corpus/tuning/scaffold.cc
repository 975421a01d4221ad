#include "corpus/tuning/scaffold.h"

#include <algorithm>

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/lexicon/table_reader.h"
#include "corpus/tuning/rule_text.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kShownExamples = 2;

bool is_snake_case(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

Result<NewRule> refuse(std::string code, std::string message) {
  Diagnostic out;
  out.file = "RULE_ID";
  out.code = std::move(code);
  out.message = std::move(message);
  return Result<NewRule>(std::vector{std::move(out)});
}

// The rule of this signal that has most to show, or none.
const RuleInfo* model_of(const std::vector<RuleInfo>& rules, const std::string& prefix) {
  const RuleInfo* best = nullptr;
  for (const RuleInfo& rule : rules) {
    if (!rule.id.starts_with(prefix) || rule.patterns.empty()) continue;
    if (!best || rule.hits.size() + rule.passes.size() > best->hits.size() + best->passes.size()) {
      best = &rule;
    }
  }
  return best;
}

std::string model_text(const RuleInfo& rule) {
  std::string out = "\nA rule of this signal, " + rule.id + ", marks";
  const auto add = [&out](const std::vector<std::string>& examples) {
    for (std::size_t i = 0; i < std::min(kShownExamples, examples.size()); ++i) {
      std::string line = examples[i];
      std::replace(line.begin(), line.end(), '\n', ' ');
      out += "\n  " + line;
    }
  };
  add(rule.hits);
  out += "\nand does not mark";
  add(rule.passes);
  return out;
}

}  // namespace

Result<NewRule> new_rule(const std::string& id, const Lexicon& lexicon) {
  // The name holds no dot, the language neither.
  const std::size_t first = id.find('.');
  const std::size_t last = id.rfind('.');
  const std::string shape = "an id is <lang>.<signal>.<name>, such as en.pitch.meeting.site_visit";
  if (first == std::string::npos || last <= first) return refuse("L007", shape);
  const std::string lang = id.substr(0, first);
  const std::string signal = id.substr(first + 1, last - first - 1);
  const std::string name = id.substr(last + 1);
  const std::vector<std::string> languages = lexicon.languages();
  if (std::find(languages.begin(), languages.end(), lang) == languages.end()) {
    std::string known;
    for (const std::string& one : languages) known += (known.empty() ? "" : ", ") + one;
    return refuse("L005", "there is no pack of '" + lang + "', only of " + known + "; " + shape);
  }
  const std::vector<SignalInfo> signals = lexicon.signals();
  const auto found = std::find_if(signals.begin(), signals.end(),
                                  [&](const SignalInfo& one) { return one.id == signal; });
  if (found == signals.end()) {
    // "en.pitch.meeting" is a signal without a name behind it.
    const std::string all = signal + "." + name;
    for (const SignalInfo& one : signals) {
      if (one.id == all) return refuse("L007", "a name is missing behind '" + id + "'; " + shape);
    }
    return refuse("L005", "there is no signal '" + signal + "'" +
                              lexicon::did_you_mean(signal,
                                                    lexicon.data().taxonomy.signal_names()));
  }
  if (!is_snake_case(name)) {
    return refuse("L007", "the name '" + name + "' takes a to z, 0 to 9 and _ alone; " + shape);
  }
  const std::vector<RuleInfo> rules = lexicon.rules();
  for (const RuleInfo& rule : rules) {
    if (rule.id != id) continue;
    return refuse("L006", "rule '" + id + "' stands already in " + rule.file + ":" +
                              std::to_string(rule.line));
  }

  RuleDraft draft;
  draft.id = id;
  draft.signal = signal;
  draft.evidence = usual_evidence(lexicon, lang, signal);
  std::string comment = signal + ": " + found->definition;
  const RuleInfo* model = model_of(rules, lang + "." + signal + ".");
  if (model) comment += model_text(*model);
  comment += "\n\nOptional keys: except, unless, require, zone, sentence, max, quality, priority;"
             "\nsee docs/lexicon-format.md. Then: rapport tune check";
  return NewRule{id, signal, toml_comment(comment) + "\n" + rule_block(draft)};
}

}  // namespace rapport::corpus
