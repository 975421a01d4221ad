// Names as numbers, where only whether they are the same counts.
//
// FNV-1a of 64 bits, finished by SplitMix64: the same on every machine. Among
// 4,000,000 names two share a number with a chance of about 1 in 2,000,000.
//
// Thread rule: pure function.
#ifndef RAPPORT_CORPUS_REPORTS_NAME_HASH_H_
#define RAPPORT_CORPUS_REPORTS_NAME_HASH_H_

#include <cstdint>
#include <string_view>

namespace rapport::corpus {

inline std::uint64_t hash_name(std::string_view name) {
  std::uint64_t z = 0xcbf29ce484222325u;
  for (const char c : name) z = (z ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return z ^ (z >> 31);
}

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_NAME_HASH_H_
