#include <algorithm>

#include "analyzer/context.h"
#include "analyzer/lexicon/parsers.h"
#include "analyzer/text/fold.h"

namespace rapport::lexicon {
namespace {

// A signal, a family or a rule of the pack.
bool known_name(const LexiconData& lexicon, const Pack& pack, const std::string& name) {
  if (!lexicon.taxonomy.signals_of(name).empty()) return true;
  if (pack.rule_index.count(name) > 0) return true;
  for (const FeatureType& feature : lexicon.weights.features) {
    if (feature.id == name) return true;
  }
  return false;
}

const std::vector<std::string>& fact_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (const FactInfo& fact : context_facts()) out.emplace_back(fact.name);
    return out;
  }();
  return names;
}

bool is_fact(const std::string& name) {
  return std::find(fact_names().begin(), fact_names().end(), name) != fact_names().end();
}

}  // namespace

void check_names(TableReader& reader, std::string_view key, const LexiconData& lexicon,
                 const Pack& pack, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (known_name(lexicon, pack, name)) continue;
    std::vector<std::string> known = lexicon.taxonomy.signal_names();
    for (const std::string& family : lexicon.taxonomy.family_names()) known.push_back(family);
    for (const Rule& rule : pack.rules) known.push_back(rule.id);
    reader.error(key, "L005",
                 "unknown rule, signal or family '" + name + "'" + did_you_mean(name, known));
  }
}

void check_fact_names(TableReader& reader, std::string_view key,
                      const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    if (is_fact(name)) continue;
    reader.error(key, "L005", "unknown fact '" + name + "'" + did_you_mean(name, fact_names()));
  }
}

std::vector<std::string> fact_texts(TableReader& reader, std::string_view key) {
  std::vector<std::string> out = reader.texts(key);
  check_fact_names(reader, key, out);
  return out;
}

std::vector<std::string> folded_texts(TableReader& reader, std::string_view key, Need need) {
  std::vector<std::string> out = reader.texts(key, need);
  for (std::string& text : out) text = text::fold_literal(text);
  return out;
}

// Each {fact} of a wording is one, in a form that there is.
void check_told_facts(const PlacedText& text, const SourceFile& file, DiagnosticLog& log) {
  for (std::size_t open = 0; (open = text.text.find('{', open)) != std::string::npos; ++open) {
    const std::size_t close = text.text.find('}', open);
    if (close == std::string::npos) {
      log.add(file, text.line, text.column, "L023", "'{' without '}'");
      return;
    }
    const std::string inside = text.text.substr(open + 1, close - open - 1);
    const std::string name = inside.substr(0, inside.find(':'));
    const std::string form = inside.substr(name.size());
    if (!is_fact(name)) {
      log.add(file, text.line, text.column, "L023",
              "unknown fact '" + name + "'" + did_you_mean(name, fact_names()));
    } else if (!form.empty() && form != ":first" && form != ":bare") {
      log.add(file, text.line, text.column, "L023", "a fact is told as {fact}, {fact:first} or {fact:bare}");
    }
  }
}

}  // namespace rapport::lexicon
