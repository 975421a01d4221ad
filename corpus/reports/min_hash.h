// Near-duplicates by MinHash with banding (Broder 1997; Leskovec, Rajaraman and
// Ullman 2014, chapter 3): two sets with Jaccard similarity s agree in one band
// or more with probability 1 - (1 - s^r)^b.
//
// Of b = 12 bands of r = 3 rows that is 0.28 at s = 0.3, 0.95 at 0.6, 0.99 at 0.7:
// what agrees by chance is thrown out by the exact similarity of the sets.
//
// Thread rule: Shingles are plain values, built by pure functions; an index is
// for one thread at a time.
//
// Example:
//   MinHashIndex index;
//   const auto shingles = shingles_of(words);
//   const auto near = index.nearest(shingles);
//   if (!near) index.add(shingles);
#ifndef RAPPORT_CORPUS_REPORTS_MIN_HASH_H_
#define RAPPORT_CORPUS_REPORTS_MIN_HASH_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace rapport::corpus {

inline constexpr std::size_t kBands = 12;
inline constexpr std::size_t kRows = 3;
inline constexpr double kNearDuplicate = 0.6;    // Jaccard similarity
inline constexpr std::size_t kShingleWords = 3;  // a slot of one word changes three
inline constexpr std::size_t kMostShingles = 512;

// Hashes, ascending, each once; of a text with more than kMostShingles the
// smallest, so that similarities are estimates there (bottom-k, Cohen 1997).
using Shingles = std::vector<std::uint32_t>;

// Of runs of kShingleWords words, given as hashes; of fewer words the one run.
Shingles shingles_of(std::span<const std::uint64_t> words);

// Of both sets' union the share that is in both; 1 for two empty ones.
double jaccard(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

class MinHashIndex {
 public:
  // The set among those added that is nearest, by its number from 0, where it is
  // kNearDuplicate or nearer; of equals the first added.
  // Complexity: of a band at most kMostBucket sets are compared, however many
  // agree in it.
  std::optional<std::uint32_t> nearest(const Shingles& shingles) const;
  // Its number. Memory: 4 bytes a shingle and about 200 a set.
  std::uint32_t add(const Shingles& shingles);
  std::size_t size() const { return starts_.size() - 1; }

  static constexpr std::size_t kMostBucket = 16;

 private:
  // Open addressing; a key may stand several times, one after the other.
  struct Cell {
    std::uint32_t key = 0;
    std::uint32_t set = kNobody;
  };
  static constexpr std::uint32_t kNobody = 0xFFFFFFFF;

  static std::array<std::uint64_t, kBands> bands_of(const Shingles& shingles);
  std::span<const std::uint32_t> set(std::uint32_t number) const;
  void put(std::uint64_t band, std::uint32_t set);
  void grow();

  std::vector<std::uint32_t> all_;          // the sets' shingles, one after the other
  std::vector<std::size_t> starts_ = {0};
  std::vector<Cell> cells_ = std::vector<Cell>(1024);
  std::size_t used_ = 0;
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_MIN_HASH_H_
