// A corpus to measure on: as many messages as one likes, always the same ones.
//
// A message is a greeting, sentences and a sign-off, here and there a subject
// line. Of the sentences about 3 in 10 are examples that a rule of the lexicon
// hits, 2 in 10 near misses, the rest neutral (wording.h). Lengths follow a
// fixed table with a median of 280 bytes; 5 % of the messages hold characters
// outside ASCII. The same lexicon and index give the same message, in whatever
// order they are asked for.
//
// Thread rule: immutable once made; message() is const and safe from many
// threads.
//
// Example:
//   bench::Generator generator(*rapport::Lexicon::built_in());
//   for (std::size_t i = 0; i < 200'000; ++i) use(generator.message(i));
#ifndef RAPPORT_BENCH_GENERATE_H_
#define RAPPORT_BENCH_GENERATE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/lexicon.h"

namespace rapport::bench {

inline constexpr std::size_t kCorpusSize = 200'000;  // messages
inline constexpr std::uint64_t kSeed = 0x7261'7070'6f72'74;

// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere,
// which the standard library's distributions are not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  // Uniform enough in [0, bound). REQUIRES: bound > 0.
  std::size_t below(std::size_t bound);
  bool percent(std::size_t chance) { return below(100) < chance; }

 private:
  std::uint64_t state_;
};

class Generator {
 public:
  explicit Generator(const Lexicon& lexicon, std::uint64_t seed = kSeed);

  std::string message(std::size_t index) const;
  std::vector<std::string> messages(std::size_t from, std::size_t count) const;

 private:
  // Examples of rules, their marks taken off.
  struct Examples {
    std::vector<std::string> plain;   // ASCII
    std::vector<std::string> marked;  // the others
  };
  std::string sentence(Random& random, bool marked) const;
  std::string fill(std::string_view text, Random& random, bool marked) const;

  std::uint64_t seed_;
  Examples hits_;
  Examples passes_;
};

// All of the bytes are ASCII.
bool is_ascii(std::string_view text);

}  // namespace rapport::bench

#endif  // RAPPORT_BENCH_GENERATE_H_
