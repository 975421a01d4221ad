#include <algorithm>

#include "analyzer/lexicon.h"
#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/lexicon/parsers.h"

namespace rapport {
namespace {

std::vector<std::string> written(const std::vector<lexicon::Pattern>& patterns) {
  std::vector<std::string> out;
  for (const lexicon::Pattern& pattern : patterns) out.push_back(pattern.written);
  return out;
}

std::vector<std::string> texts(const std::vector<lexicon::PlacedText>& placed) {
  std::vector<std::string> out;
  for (const lexicon::PlacedText& text : placed) out.push_back(text.text);
  return out;
}

}  // namespace

const std::string& Lexicon::hash() const { return data_->hash; }

std::vector<RuleInfo> Lexicon::rules() const {
  std::vector<RuleInfo> out;
  for (const lexicon::Pack& pack : data_->packs) {
    for (const lexicon::Rule& rule : pack.rules) {
      const lexicon::SignalType& signal = data_->taxonomy.signals[rule.signal];
      const lexicon::Finding& finding = data_->evidence.findings[rule.evidence];
      RuleInfo info;
      info.id = rule.id;
      info.signal = signal.id;
      info.reason = rule.reason;
      info.evidence = finding.id;
      info.grade = finding.grade;
      info.finding = finding.finding;
      info.finding_source = finding.source;
      info.source = rule.source;
      info.weight = signal.weight;
      info.patterns = written(rule.any);
      if (rule.shape != lexicon::Shape::kNone) {
        info.shape = lexicon::shape_names()[static_cast<std::size_t>(rule.shape) - 1];
        info.at_least = rule.at_least;
      }
      info.hits = texts(rule.hits);
      info.passes = texts(rule.passes);
      info.file = data_->files[rule.file].shown;
      info.line = rule.line;
      out.push_back(std::move(info));
    }
  }
  std::sort(out.begin(), out.end(),
            [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
  return out;
}

std::vector<SignalInfo> Lexicon::signals() const {
  std::vector<SignalInfo> out;
  const lexicon::Taxonomy& taxonomy = data_->taxonomy;
  for (const lexicon::SignalType& signal : taxonomy.signals) {
    const lexicon::Family& family = taxonomy.families[signal.family];
    out.push_back({signal.id, family.id, taxonomy.subscores[family.subscore].id, signal.definition,
                   family.positive, signal.weight});
  }
  return out;
}

std::vector<std::string> Lexicon::channels() const {
  std::vector<std::string> out;
  for (const lexicon::Channel& channel : data_->channels) out.push_back(channel.id);
  return out;
}

std::vector<std::string> Lexicon::tiers(std::string_view channel) const {
  std::vector<std::string> out;
  const int found = data_->channel(channel);
  if (found < 0) return out;
  for (const lexicon::Tier& tier : data_->channels[found].tiers) out.push_back(tier.id);
  return out;
}

std::vector<std::string> Lexicon::languages() const {
  std::vector<std::string> out;
  for (const lexicon::Pack& pack : data_->packs) out.push_back(pack.language.lang);
  return out;
}

}  // namespace rapport
