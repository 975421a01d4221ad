#include "cli/nearest.h"

#include <algorithm>

#include "cli/display.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kFew = 12;          // names that fit one line
constexpr std::size_t kLongestName = 200;  // bytes; distance is quadratic

// How far a name may be off: two letters or a third of them, and never all.
std::size_t most_distance(std::string_view name) {
  const std::size_t dashes = std::min(name.find_first_not_of('-'), name.size());
  const std::size_t letters = name.size() - dashes;
  return std::min(std::max<std::size_t>(2, name.size() / 3), letters == 0 ? 0 : letters - 1);
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> two_above(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    two_above.swap(above);
    above.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::string unknown(std::string_view what, std::string_view name,
                    const std::vector<std::string>& names) {
  std::string out = "unknown " + std::string(what) + " '" + shown_line(name) + "'";
  const std::string* nearest = nullptr;
  std::size_t least = most_distance(name) + 1;
  for (const std::string& candidate : names) {
    if (name.size() > kLongestName) break;
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < least) {
      least = distance;
      nearest = &candidate;
    }
  }
  if (nearest) return out + "; did you mean '" + *nearest + "'?";
  if (names.empty() || names.size() > kFew) return out;
  out += "; there is ";
  for (const std::string& candidate : names) {
    if (&candidate != &names.front()) out += &candidate == &names.back() ? " and " : ", ";
    out += candidate;
  }
  return out;
}

}  // namespace rapport::cli
