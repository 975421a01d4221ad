#include "corpus/readers/names.h"

#include <algorithm>
#include <utility>

namespace rapport::corpus {
namespace {

std::string shown(std::string_view name) {
  std::string out(name.substr(0, 80));
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 32 || c == 127) c = '?';
  }
  return out;
}

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
    }
  }
  return row[b.size()];
}

}  // namespace

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

std::string unknown_name(std::string_view what, std::string_view name,
                         const std::vector<std::string>& names) {
  std::string out = "unknown " + std::string(what) + " '" + shown(name) + "'";
  const std::string wanted = lower_ascii(name.substr(0, 80));
  std::size_t best = std::max<std::size_t>(2, wanted.size() / 3) + 1;
  const std::string* nearest = nullptr;
  for (const std::string& candidate : names) {
    const std::size_t far = distance(wanted, lower_ascii(std::string_view(candidate).substr(0, 80)));
    if (far < best) {
      best = far;
      nearest = &candidate;
    }
  }
  if (nearest) return out + "; did you mean '" + shown(*nearest) + "'?";
  if (names.empty() || names.size() > 40) return out;
  out += "; there are: ";
  for (std::size_t i = 0; i < names.size(); ++i) out += (i ? ", " : "") + shown(names[i]);
  return out;
}

}  // namespace rapport::corpus
