// What a record's line says of its analysis, before it has a format.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CORPUS_WRITERS_SUMMARY_H_
#define RAPPORT_CORPUS_WRITERS_SUMMARY_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/analysis.h"

namespace rapport::corpus {

struct FamilyCount {
  std::string_view family;       // "pitch"; a view into the analysis
  std::uint64_t count = 0;       // signals
  std::uint64_t hundredths = 0;  // of signals per 100 words, rounded; 0 without words
};

struct Reason {
  std::string_view reason;  // a view into the analysis
  Points contribution;
};

// Stretches between white space that hold a letter or a digit.
std::uint64_t count_words(std::string_view text);

// By name.
std::vector<FamilyCount> count_families(const Analysis& analysis, std::string_view text);

// The three that weigh most, of signals and features, each reason once with the
// sum of its contributions; the earlier of equals first.
std::vector<Reason> top_reasons(const Analysis& analysis);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_SUMMARY_H_
