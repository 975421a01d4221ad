#include "corpus/reports/tally.h"

#include <algorithm>

#include "corpus/reports/anonymize.h"
#include "corpus/reports/cut.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kMostValueBytes = 200;
constexpr const char* kSubscores[] = {"personal", "common_ground", "value", "restraint", "form"};

std::string_view family_of(const Signal& signal) {
  return std::string_view(signal.signal).substr(0, signal.signal.find('.'));
}

}  // namespace

FamilyNames::FamilyNames(const Lexicon& lexicon) {
  for (const SignalInfo& signal : lexicon.signals()) all.emplace_back(signal.family, signal.positive);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
}

void Tally::count(Names& names, std::string_view name) {
  const auto at = names.find(name);
  if (at == names.end()) {
    names.emplace(name, 1);
  } else {
    ++at->second;
  }
}

std::vector<NamedCount> Tally::sorted(const Names& names) {
  std::vector<NamedCount> out;
  for (const auto& [name, count] : names) out.push_back({name, count});
  std::stable_sort(out.begin(), out.end(), [](const NamedCount& a, const NamedCount& b) { return a.count > b.count; });
  return out;
}

void Tally::add(const Analysis& analysis) {
  ++records_;
  count(channels_, analysis.channel);
  count(languages_, analysis.lang);
  if (!analysis.score) {
    count(not_scored_, analysis.reason);
    return;
  }
  ++scored_;
  count(verdicts_, analysis.advice.verdict);
  score_.add(*analysis.score);
  const Scores& s = analysis.scores;
  const Points points[] = {s.personal, s.common_ground, s.value, s.restraint, s.form};
  for (std::size_t i = 0; i < subscores_.size(); ++i) subscores_[i].add(points[i]);
  add_families(analysis);
}

void Tally::add_families(const Analysis& analysis) {
  for (const Signal& signal : analysis.signals) {
    const auto at = std::lower_bound(families_->all.begin(), families_->all.end(), family_of(signal),
                                     [](const auto& one, std::string_view name) { return one.first < name; });
    if (at == families_->all.end() || at->first != family_of(signal)) continue;
    FamilyCounts& counts = counts_[static_cast<std::size_t>(at - families_->all.begin())];
    ++counts.signals;
    if (counts.last == scored_) continue;
    counts.last = scored_;
    ++counts.messages;
  }
}

Overview Tally::overview() const {
  Overview out;
  out.records = records_;
  out.scored = scored_;
  out.not_scored = sorted(not_scored_);
  out.score = score_.spread();
  for (std::size_t i = 0; i < subscores_.size(); ++i) out.subscores[i] = {kSubscores[i], subscores_[i].spread()};
  const double scored = static_cast<double>(std::max<std::uint64_t>(scored_, 1));
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    const auto& [family, positive] = families_->all[i];
    const FamilyCounts& counts = counts_[i];
    out.families.push_back({family, positive, counts.messages, counts.signals,
                            static_cast<double>(counts.messages) / scored,
                            static_cast<double>(counts.signals) / scored});
  }
  out.verdicts = sorted(verdicts_);
  out.channels = sorted(channels_);
  out.languages = sorted(languages_);
  return out;
}

Groups::Groups(const SummaryOptions& options, const FamilyNames& families) : options_(options), families_(families) {}

void Groups::add(const Seen& seen) {
  if (options_.group_by.empty()) return;
  const Record& record = seen.record;
  std::string value;
  if (options_.group_by == "channel") {
    value = seen.analysis.channel;
  } else if (options_.group_by == "lang") {
    value = seen.analysis.lang;
  } else if (options_.group_by == "sender") {
    value = options_.anonymizer == nullptr ? record.sender : options_.anonymizer->sender(record);
  } else {
    const auto field = std::find_if(record.fields.begin(), record.fields.end(),
                                    [&](const Field& one) { return one.name == options_.group_by; });
    if (field == record.fields.end()) {
      ++without_;
      return;
    }
    if (!field->is_json || field->value != "null") {
      value = options_.anonymizer == nullptr ? field->value : options_.anonymizer->field(record, *field);
    }
  }
  value = std::string(cut(value, kMostValueBytes));
  const auto at = groups_.find(value);
  if (at != groups_.end()) return at->second->add(seen.analysis);
  const bool room = groups_.size() < options_.most_groups;
  std::unique_ptr<Tally>& tally = room ? groups_[value] : rest_;
  if (tally == nullptr) tally = std::make_unique<Tally>(families_);
  tally->add(seen.analysis);
}

Grouping Groups::finish() const {
  Grouping out;
  out.column = options_.group_by;
  out.most = options_.most_groups;
  out.without = without_;
  for (const auto& [value, tally] : groups_) out.groups.push_back({value, false, tally->overview()});
  std::stable_sort(out.groups.begin(), out.groups.end(),
                   [](const Group& a, const Group& b) { return a.of.records > b.of.records; });
  if (rest_ != nullptr) out.groups.push_back({"", true, rest_->overview()});
  return out;
}

}  // namespace rapport::corpus
