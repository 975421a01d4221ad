#include <algorithm>
#include <cmath>

#include "analyzer/lexicon/parsers.h"

namespace rapport::lexicon {
namespace {

void switch_off(TableReader& top, const SourceFile& file, DiagnosticLog& log, LexiconData& data) {
  for (const PlacedText& name : top.placed_texts("off")) {
    const std::vector<int> signals = data.taxonomy.signals_of(name.text);
    std::size_t gone = 0;
    std::vector<std::string> known = data.taxonomy.signal_names();
    for (Pack& pack : data.packs) {
      for (const Rule& rule : pack.rules) known.push_back(rule.id);
      gone += std::erase_if(pack.rules, [&](const Rule& rule) {
        return rule.id == name.text ||
               std::find(signals.begin(), signals.end(), rule.signal) != signals.end();
      });
      pack.rule_index.clear();
      for (std::size_t i = 0; i < pack.rules.size(); ++i) {
        pack.rule_index[pack.rules[i].id] = static_cast<int>(i);
      }
    }
    if (gone > 0 || !signals.empty()) continue;
    log.add(file, name.line, name.column, "L005",
            "unknown rule, signal or family '" + name.text + "'" + did_you_mean(name.text, known));
  }
}

void change_signals(const Node& node, const SourceFile& file, int file_index, DiagnosticLog& log,
                    LexiconData& data) {
  TableReader reader(node, file, log);
  for (SignalType& signal : data.taxonomy.signals) {
    const Node* at = node.find(signal.id);
    if (!at) continue;
    const bool positive = data.taxonomy.families[static_cast<std::size_t>(signal.family)].positive;
    signal.weight = reader.number(signal.id, signal.weight, positive ? 0 : -kMostWeight,
                                  positive ? kMostWeight : 0);
    signal.weight_file = file_index;
    signal.weight_line = at->line;
    signal.weight_column = at->column;
  }
  // What was not asked for names no signal.
  for (const auto& [id, value] : node.members) {
    if (data.taxonomy.signal(id) >= 0) continue;
    log.add(file, value.line, value.column, "L005",
            "unknown signal '" + id + "'" + did_you_mean(id, data.taxonomy.signal_names()));
  }
}

void change_features(const Node& node, const SourceFile& file, DiagnosticLog& log,
                     LexiconData& data) {
  TableReader reader(node, file, log);
  std::vector<std::string> known;
  for (FeatureType& feature : data.weights.features) {
    known.push_back(feature.id);
    if (!node.find(feature.id)) continue;
    const double cap =
        data.evidence.cap(data.evidence.findings[static_cast<std::size_t>(feature.evidence)].grade);
    feature.weight = reader.number(feature.id, feature.weight, 0, cap);
  }
  for (const auto& [id, value] : node.members) {
    if (std::find(known.begin(), known.end(), id) != known.end()) continue;
    log.add(file, value.line, value.column, "L005",
            "unknown feature '" + id + "'" + did_you_mean(id, known));
  }
}

void change_reasons(const Node& node, const SourceFile& file, DiagnosticLog& log,
                    LexiconData& data) {
  TableReader reader(node, file, log);
  for (const auto& [id, value] : node.members) {
    const std::string reason = reader.text(id, kRequired);
    bool found = false;
    std::vector<std::string> known;
    for (Pack& pack : data.packs) {
      for (Rule& rule : pack.rules) {
        known.push_back(rule.id);
        if (rule.id != id) continue;
        rule.reason = reason;
        found = true;
      }
    }
    if (found) continue;
    log.add(file, value.line, value.column, "L005",
            "unknown rule '" + id + "'" + did_you_mean(id, known));
  }
}

}  // namespace

void apply_overrides(const Node& root, int file_index, DiagnosticLog& log, LexiconData& data) {
  const SourceFile& file = data.files[static_cast<std::size_t>(file_index)];
  TableReader top(root, file, log);
  switch_off(top, file, log, data);
  if (const Node* node = top.table("signal")) change_signals(*node, file, file_index, log, data);
  if (const Node* node = top.table("feature")) change_features(*node, file, log, data);
  if (const Node* node = top.table("reason")) change_reasons(*node, file, log, data);
  top.done();
}

}  // namespace rapport::lexicon
