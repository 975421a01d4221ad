#include "corpus/reports/min_hash.h"

#include <algorithm>

namespace rapport::corpus {
namespace {

// SplitMix64's finalizer: a fixed family of hash functions by their seeds.
std::uint64_t mix(std::uint64_t z) {
  z += 0x9e3779b97f4a7c15u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

std::uint32_t low(std::uint64_t hash) { return static_cast<std::uint32_t>(hash); }

}  // namespace

Shingles shingles_of(std::span<const std::uint64_t> words) {
  Shingles out;
  const std::size_t size = std::min(words.size(), kShingleWords);
  for (std::size_t i = 0; size > 0 && i + size <= words.size(); ++i) {
    std::uint64_t hash = size;
    for (std::size_t k = 0; k < size; ++k) hash = mix(hash ^ words[i + k]);
    out.push_back(low(hash));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  if (out.size() > kMostShingles) out.resize(kMostShingles);
  return out;
}

double jaccard(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b) {
  std::size_t both = 0, i = 0, k = 0;
  while (i < a.size() && k < b.size()) {
    if (a[i] == b[k]) ++both;
    const bool first = a[i] <= b[k], second = b[k] <= a[i];
    i += first ? 1 : 0;
    k += second ? 1 : 0;
  }
  const std::size_t all = a.size() + b.size() - both;
  return all == 0 ? 1 : static_cast<double>(both) / static_cast<double>(all);
}

std::array<std::uint64_t, kBands> MinHashIndex::bands_of(const Shingles& shingles) {
  std::array<std::uint64_t, kBands * kRows> least;
  least.fill(~std::uint64_t{0});
  for (const std::uint32_t shingle : shingles) {
    for (std::size_t i = 0; i < least.size(); ++i) {
      least[i] = std::min(least[i], mix((static_cast<std::uint64_t>(i) << 32) ^ shingle));
    }
  }
  std::array<std::uint64_t, kBands> out{};
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint64_t hash = band;
    for (std::size_t row = 0; row < kRows; ++row) hash = mix(hash ^ least[band * kRows + row]);
    out[band] = hash;
  }
  return out;
}

std::span<const std::uint32_t> MinHashIndex::set(std::uint32_t number) const {
  return std::span(all_).subspan(starts_[number], starts_[number + 1] - starts_[number]);
}

std::optional<std::uint32_t> MinHashIndex::nearest(const Shingles& shingles) const {
  std::vector<std::uint32_t> seen;
  std::optional<std::uint32_t> best;
  double most = 0;
  for (const std::uint64_t band : bands_of(shingles)) {
    std::size_t here = 0;
    for (std::size_t at = band & (cells_.size() - 1); cells_[at].set != kNobody && here < kMostBucket;
         at = (at + 1) & (cells_.size() - 1)) {
      if (cells_[at].key != low(band >> 32)) continue;
      ++here;
      const std::uint32_t other = cells_[at].set;
      if (std::find(seen.begin(), seen.end(), other) != seen.end()) continue;
      seen.push_back(other);
      const double near = jaccard(set(other), shingles);
      if (near < kNearDuplicate || near < most || (near == most && best && *best < other)) continue;
      most = near;
      best = other;
    }
  }
  return best;
}

std::uint32_t MinHashIndex::add(const Shingles& shingles) {
  while ((used_ + kBands) * 3 > cells_.size() * 2) grow();
  const auto number = static_cast<std::uint32_t>(size());
  all_.insert(all_.end(), shingles.begin(), shingles.end());
  starts_.push_back(all_.size());
  for (const std::uint64_t band : bands_of(shingles)) put(band, number);
  return number;
}

void MinHashIndex::put(std::uint64_t band, std::uint32_t set) {
  std::size_t here = 0;
  std::size_t at = band & (cells_.size() - 1);
  for (; cells_[at].set != kNobody; at = (at + 1) & (cells_.size() - 1)) {
    if (cells_[at].key == low(band >> 32) && ++here == kMostBucket) return;
  }
  cells_[at] = {low(band >> 32), set};
  ++used_;
}

// Places are found again from the sets: a cell keeps half of its band's hash.
void MinHashIndex::grow() {
  cells_ = std::vector<Cell>(cells_.size() * 2);
  used_ = 0;
  for (std::uint32_t number = 0; number < size(); ++number) {
    const std::span<const std::uint32_t> shingles = set(number);
    for (const std::uint64_t band : bands_of({shingles.begin(), shingles.end()})) put(band, number);
  }
}

}  // namespace rapport::corpus
