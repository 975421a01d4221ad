#include "corpus/writers/summary.h"

#include <algorithm>
#include <cstdlib>

namespace rapport::corpus {

std::uint64_t count_words(std::string_view text) {
  std::uint64_t words = 0;
  bool inside = false, counted = false;
  for (const char c : text) {
    const unsigned char byte = static_cast<unsigned char>(c);
    inside = byte > ' ';
    if (!inside) {
      counted = false;
      continue;
    }
    const bool letter = (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
    if (!counted && (letter || (byte >= '0' && byte <= '9') || byte >= 0x80)) {
      counted = true;
      ++words;
    }
  }
  return words;
}

std::vector<FamilyCount> count_families(const Analysis& analysis, std::string_view text) {
  std::vector<FamilyCount> out;
  for (const Signal& signal : analysis.signals) {
    const std::string_view family = std::string_view(signal.signal).substr(0, signal.signal.find('.'));
    const auto at = std::lower_bound(out.begin(), out.end(), family, [](const FamilyCount& one, std::string_view name) {
      return one.family < name;
    });
    if (at != out.end() && at->family == family) {
      ++at->count;
    } else {
      out.insert(at, {family, 1, 0});
    }
  }
  const std::uint64_t words = out.empty() ? 0 : count_words(text);
  if (words == 0) return out;
  for (FamilyCount& one : out) one.hundredths = (one.count * 10000 + words / 2) / words;
  return out;
}

std::vector<Reason> top_reasons(const Analysis& analysis) {
  std::vector<Reason> all;
  const auto take = [&](std::string_view reason, Points contribution) {
    if (reason.empty() || contribution.tenths == 0) return;
    for (Reason& one : all) {
      if (one.reason != reason) continue;
      one.contribution += contribution;
      return;
    }
    all.push_back({reason, contribution});
  };
  for (const Signal& signal : analysis.signals) take(signal.reason, signal.contribution);
  for (const Feature& feature : analysis.features) take(feature.reason, feature.contribution);
  std::stable_sort(all.begin(), all.end(), [](const Reason& a, const Reason& b) {
    return std::abs(a.contribution.tenths) > std::abs(b.contribution.tenths);
  });
  if (all.size() > 3) all.resize(3);
  return all;
}

}  // namespace rapport::corpus
