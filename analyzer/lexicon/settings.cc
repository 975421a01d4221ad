#include "analyzer/lexicon/settings.h"

#include <algorithm>

namespace rapport::lexicon {

double evaluate(const Curve& curve, double x) {
  if (curve.empty()) return 0;
  if (x <= curve.front().first) return curve.front().second;
  for (std::size_t i = 1; i < curve.size(); ++i) {
    const auto& [x1, y1] = curve[i];
    if (x > x1) continue;
    const auto& [x0, y0] = curve[i - 1];
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0);
  }
  return curve.back().second;
}

namespace {

template <typename Items>
int index_of(const Items& items, std::string_view id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.id == id; });
  return found == items.end() ? -1 : static_cast<int>(found - items.begin());
}

template <typename Items>
std::vector<std::string> ids_of(const Items& items) {
  std::vector<std::string> names;
  for (const auto& item : items) names.push_back(item.id);
  return names;
}

}  // namespace

int Taxonomy::family(std::string_view id) const { return index_of(families, id); }
int Taxonomy::signal(std::string_view id) const { return index_of(signals, id); }
std::vector<std::string> Taxonomy::signal_names() const { return ids_of(signals); }
std::vector<std::string> Taxonomy::family_names() const { return ids_of(families); }

std::vector<int> Taxonomy::signals_of(std::string_view name) const {
  if (const int one = signal(name); one >= 0) return {one};
  std::vector<int> out;
  const int of = family(name);
  for (std::size_t i = 0; of >= 0 && i < signals.size(); ++i) {
    if (signals[i].family == of) out.push_back(static_cast<int>(i));
  }
  return out;
}

double Evidence::cap(char grade) const {
  for (const Grade& g : grades) {
    if (g.letter == grade) return g.cap;
  }
  return 0;
}

std::vector<std::string> Evidence::names() const { return ids_of(findings); }

}  // namespace rapport::lexicon
