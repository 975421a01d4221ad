#include "cli/context.h"

#include <algorithm>

#include "analyzer/lexicon/flat_toml.h"
#include "cli/commands/commands.h"
#include "cli/display.h"
#include "cli/failure.h"
#include "cli/nearest.h"
#include "cli/read_file.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kMostFileBytes = 1u << 20;

std::string flat(std::string_view key) {
  std::string out(key);
  std::replace(out.begin(), out.end(), '.', '_');
  return out;
}

const FactInfo* find_fact(std::string_view name) {
  for (const FactInfo& fact : context_facts()) {
    if (fact.name == name) return &fact;
  }
  return nullptr;
}

bool is_list(const FactInfo& fact) { return fact.kind == FactInfo::Kind::kList; }

std::string refuse_fact(const std::string& name) {
  std::vector<std::string> known;
  for (const FactInfo& fact : context_facts()) known.emplace_back(fact.name);
  return unknown("fact", name, known) + " (see: rapport help score)";
}

}  // namespace

bool is_fact(std::string_view key) { return find_fact(flat(key)) != nullptr; }

std::string fact_option(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '_', '-');
  return out;
}

std::string take_fact(Context& context, std::string_view key,
                      const std::vector<std::string>& values) {
  const std::string name = flat(key);
  const FactInfo* const fact = find_fact(name);
  if (!fact) return refuse_fact(name);
  if (values.size() != 1 && !is_list(*fact)) return name + " takes one value, not a list";
  if (values.empty()) return take_fact(context, name, {"none"});
  if (is_list(*fact)) set_fact(context, name, "none");
  for (const std::string& value : values) {
    const std::string refused = set_fact(context, name, value);
    if (!refused.empty()) return name + " " + refused;
  }
  return "";
}

Facts read_context_file(const std::string& path) {
  const std::string content = read_regular_file(path, kMostFileBytes);
  const std::string shown = shown_line(path);
  std::vector<Diagnostic> errors;
  const auto entries = lexicon::read_flat_toml(content, shown);
  if (!entries) throw Diagnosed(diagnostics_text(entries.diagnostics()));
  Facts out;
  Context all;
  for (const lexicon::FlatEntry& entry : *entries) {
    const std::string refused = take_fact(all, entry.key, entry.values);
    if (!refused.empty()) {
      errors.push_back({Severity::kError, shown, entry.line, entry.column,
                        is_fact(entry.key) ? "L005" : "L002", refused,
                        line_at(content, entry.line)});
    }
    out.emplace_back(flat(entry.key), entry.values);
  }
  if (!errors.empty()) throw Diagnosed(diagnostics_text(errors));
  return out;
}

void complete_context(Context& context, const Facts& file, const Settings& settings,
                      const std::string& name) {
  const Context own = context;
  for (const auto& [fact, values] : file) {
    if (!has_fact(own, fact)) take_fact(context, fact, values);
  }
  for (const FactInfo& fact : context_facts()) {
    const std::string option = fact_option(fact.name);
    const std::vector<std::string>& values = settings.at(option).values;
    if (values.empty()) continue;
    const std::string refused =
        take_fact(context, fact.name, is_list(fact) ? values : std::vector{values.back()});
    if (!refused.empty()) throw Failure("--" + option + refused.substr(fact.name.size()));
  }
  const std::vector<std::string> wrong = contradictions(context);
  if (wrong.empty()) return;
  std::string all;
  for (const std::string& line : wrong) all += (all.empty() ? "" : "; ") + line;
  throw Failure(shown_line(name) + ": the context contradicts itself: " + all);
}

}  // namespace rapport::cli
