#include "corpus/tuning/variants.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace rapport::corpus {
namespace {

// Which groups stand where.
class PlaceIndex {
 public:
  void add(std::size_t group, const std::vector<PhrasePlace>& places) {
    for (const PhrasePlace& place : places) at_[place.record].push_back({group, place});
  }

  // The group that stands on most of these places, and on how many.
  std::pair<std::size_t, std::size_t> best(const std::vector<PhrasePlace>& places) const {
    std::map<std::size_t, std::size_t> counts;
    for (const PhrasePlace& place : places) {
      const auto found = at_.find(place.record);
      if (found == at_.end()) continue;
      std::set<std::size_t> here;
      for (const auto& [group, other] : found->second) {
        if (place.overlaps(other) && here.insert(group).second) ++counts[group];
      }
    }
    std::pair<std::size_t, std::size_t> out{0, 0};
    for (const auto& [group, count] : counts) {
      if (count > out.second) out = {group, count};
    }
    return out;
  }

 private:
  std::map<std::uint32_t, std::vector<std::pair<std::size_t, PhrasePlace>>> at_;
};

class Merger {
 public:
  Merger(const std::vector<Phrase>& phrases, const ClassSizes& sizes, const ContentWords& content,
         const VariantRules& rules)
      : phrases_(phrases), sizes_(sizes), content_(content), rules_(rules) {}

  std::vector<PhraseGroup> merge() {
    std::vector<PhraseGroup> groups = without_same_places();
    for (std::size_t i = 0; i < phrases_.size(); ++i) {
      for (std::size_t word = 0; word < phrases_[i].words.size(); ++word) {
        if (phrases_[i].words[word] != kGapWord) open_[opened(phrases_[i], word)].push_back(i);
      }
    }
    for (PhraseGroup& group : groups) add_choices(group);
    sort(groups);
    return without_repeats(std::move(groups));
  }

 private:
  static void sort(std::vector<PhraseGroup>& groups) {
    std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) {
      return std::abs(a.phrase.z) > std::abs(b.phrase.z);
    });
  }

  bool is_same(std::size_t shared, const std::vector<PhrasePlace>& places) const {
    return static_cast<double>(shared) >= rules_.same_places * static_cast<double>(places.size());
  }

  // Every phrase that stands where a better one does is a variant of that.
  std::vector<PhraseGroup> without_same_places() const {
    std::vector<PhraseGroup> out;
    PlaceIndex index[2];
    for (const Phrase& phrase : phrases_) {
      if (std::abs(phrase.z) < rules_.least_z) continue;
      const auto [group, shared] = index[phrase.z > 0].best(phrase.places);
      if (shared > 0 && is_same(shared, phrase.places)) {
        std::vector<std::string>& variants = out[group].variants;
        if (variants.size() < rules_.most_variants) variants.push_back(phrase.text());
        continue;
      }
      index[phrase.z > 0].add(out.size(), phrase.places);
      out.push_back({phrase, 0, {}, {}});
    }
    return out;
  }

  // The phrase with one word left open.
  static std::string opened(const Phrase& phrase, std::size_t word) {
    std::string out;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
      if (i > 0) out += phrase.joints[i - 1];
      out += i == word ? "\n" : phrase.words[i];
    }
    return out;
  }

  bool can_vary(const Phrase& phrase, std::size_t word) const {
    std::size_t others = 0;
    bool says_something = false;
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
      if (i == word || phrase.words[i] == kGapWord) continue;
      ++others;
      says_something = says_something || content_.holds(phrase.words[i]);
    }
    return phrase.words[word] != kGapWord && (says_something || others >= 2);
  }

  void add_choices(PhraseGroup& group) const {
    PhraseGroup best = group;
    for (std::size_t word = 0; word < group.phrase.words.size(); ++word) {
      const auto others = open_.find(opened(group.phrase, word));
      if (others == open_.end() || !can_vary(group.phrase, word)) continue;
      PhraseGroup with = group;
      with.choice = word;
      with.choices = {group.phrase.words[word]};
      for (std::size_t other : others->second) {
        const Phrase& phrase = phrases_[other];
        const bool same_kind =
            (phrase.z > 0) == (group.phrase.z > 0) &&
            content_.holds(phrase.words[word]) == content_.holds(group.phrase.words[word]);
        if (!same_kind || phrase.words[word] == group.phrase.words[word]) continue;
        if (with.choices.size() >= rules_.most_choices) break;
        add_choice(phrase, word, with);
      }
      if (std::abs(with.phrase.z) > std::abs(best.phrase.z)) best = std::move(with);
    }
    group = std::move(best);
  }

  // Takes a phrase in if the whole tells more with it.
  void add_choice(const Phrase& phrase, std::size_t word, PhraseGroup& group) const {
    Phrase sum = group.phrase;
    sum.counts.background += phrase.counts.background;
    std::set<std::pair<std::uint32_t, bool>> have;
    for (const PhrasePlace& place : sum.places) have.insert({place.record, place.first});
    for (const PhrasePlace& place : phrase.places) {
      sum.places.push_back(place);
      if (have.insert({place.record, place.first}).second) {
        ++(place.first ? sum.counts.first : sum.counts.second);
      }
    }
    sum.z = log_odds_z(sum.counts, sizes_);
    if (std::abs(sum.z) <= std::abs(group.phrase.z)) return;
    group.phrase = std::move(sum);
    group.choices.push_back(phrase.words[word]);
  }

  std::vector<PhraseGroup> without_repeats(std::vector<PhraseGroup> groups) const {
    std::vector<PhraseGroup> out;
    PlaceIndex index[2];
    for (PhraseGroup& group : groups) {
      PlaceIndex& same_sign = index[group.phrase.z > 0];
      const auto [other, shared] = same_sign.best(group.phrase.places);
      if (shared > 0 && is_same(shared, group.phrase.places)) {
        std::vector<std::string>& variants = out[other].variants;
        if (variants.size() < rules_.most_variants) variants.push_back(group.phrase.text());
        continue;
      }
      same_sign.add(out.size(), group.phrase.places);
      out.push_back(std::move(group));
    }
    return out;
  }

  const std::vector<Phrase>& phrases_;
  const ClassSizes& sizes_;
  const ContentWords& content_;
  const VariantRules& rules_;
  std::map<std::string, std::vector<std::size_t>> open_;  // opened phrase -> phrases
};

}  // namespace

std::vector<PhraseGroup> merge_variants(const std::vector<Phrase>& phrases,
                                        const ClassSizes& sizes, const ContentWords& content,
                                        const VariantRules& rules) {
  return Merger(phrases, sizes, content, rules).merge();
}

}  // namespace rapport::corpus
