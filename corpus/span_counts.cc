#include "corpus/span_counts.h"

#include <algorithm>
#include <map>

namespace rapport::corpus {
namespace {

void add_times(Counts& to, const Counts& from, double times) {
  to += {times * from.found, times * from.found_right, times * from.wanted,
         times * from.wanted_found};
}

bool overlaps(const std::vector<GoldSpan>& spans, CodePointSpan span, std::string_view name,
              bool by_family) {
  return std::any_of(spans.begin(), spans.end(), [&](const GoldSpan& one) {
    return name_of(one.signal, by_family) == name && one.span.overlaps(span);
  });
}

bool holds(const std::vector<GoldSpan>& spans, std::string_view name, bool by_family) {
  return std::any_of(spans.begin(), spans.end(), [&](const GoldSpan& one) {
    return name_of(one.signal, by_family) == name;
  });
}

}  // namespace

std::string_view name_of(std::string_view signal, bool by_family) {
  return by_family ? signal.substr(0, signal.find('.')) : signal;
}

void NameCounts::add(const NameCounts& other, double times) {
  for (std::size_t i = 0; i < presence.size(); ++i) {
    add_times(presence[i], other.presence[i], times);
    add_times(spans[i], other.spans[i], times);
  }
}

NameCounts count_names(const Measured& one, const std::vector<std::string>& names, bool by_family) {
  NameCounts out(names.size());
  const auto& gold = one.gold.spans;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string& name = names[i];
    bool found = false;
    for (const Signal& signal : one.analysis.signals) {
      if (signal.part != Part::kText || name_of(signal.signal, by_family) != name) continue;
      found = true;
      const bool right = overlaps(gold, signal.span, name, by_family);
      const bool open = overlaps(one.gold.maybe, signal.span, name_of(name, true), true);
      if (!right && open) continue;
      ++out.spans[i].found;
      out.spans[i].found_right += right;
    }
    for (const GoldSpan& span : gold) {
      if (name_of(span.signal, by_family) != name) continue;
      ++out.spans[i].wanted;
      out.spans[i].wanted_found += std::any_of(
          one.analysis.signals.begin(), one.analysis.signals.end(), [&](const Signal& signal) {
            return signal.part == Part::kText && name_of(signal.signal, by_family) == name &&
                   signal.span.overlaps(span.span);
          });
    }
    const bool wanted = holds(gold, name, by_family);
    if (!wanted && holds(one.gold.maybe, name_of(name, true), true)) continue;
    out.presence[i] = {static_cast<double>(found), static_cast<double>(found && wanted),
                       static_cast<double>(wanted), static_cast<double>(found && wanted)};
  }
  return out;
}

std::vector<Confusion> count_confusions(const std::vector<const Measured*>& marked,
                                        const std::vector<std::string>& families) {
  std::map<std::pair<std::string, std::string>, std::size_t> times;
  for (const Measured* one : marked) {
    for (const GoldSpan& span : one->gold.spans) {
      const std::string wanted(name_of(span.signal, true));
      bool own = false;
      std::vector<std::string> others;
      for (const Signal& signal : one->analysis.signals) {
        if (!signal.span.overlaps(span.span)) continue;
        const std::string family(name_of(signal.signal, true));
        own = own || family == wanted;
        if (std::find(others.begin(), others.end(), family) == others.end()) {
          others.push_back(family);
        }
      }
      if (own) continue;
      for (const std::string& found : others) ++times[{wanted, found}];
    }
  }
  std::vector<Confusion> out;
  for (const std::string& wanted : families) {
    for (const std::string& found : families) {
      const auto at = times.find({wanted, found});
      if (at != times.end()) out.push_back({wanted, found, at->second});
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Confusion& a, const Confusion& b) { return a.times > b.times; });
  return out;
}

}  // namespace rapport::corpus
