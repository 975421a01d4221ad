// What each rule does over a corpus: what `tune stats` reports.
//
// Hits are counted as the rule's guards and its maximum let them through, before
// overlaps with other rules are settled; `stays` counts those that become
// signals of the draft. Precision is by family, against gold spans: what a
// `maybe` span alone supports counts neither way. Lift compares the share of good
// messages that have a hit with that of bad ones (contrast.h); near copies count
// each, so that its interval is too narrow where messages resemble each other.
//
// A pattern of a rule is silent where it gives none of the rule's hits: each is
// given whole by another pattern, or it never matches at all.
//
// Thread rule: pure function, on all processors; the result does not depend on
// their number.
// Complexity: one analysis a record, and each pattern of a rule once a hit until
// it has given one.
//
// Example:
//   corpus::Stats stats = corpus::measure_rules(records, lexicon, {});
//   for (const corpus::RuleStats& rule : stats.rules) …
#ifndef RAPPORT_CORPUS_TUNING_STATS_H_
#define RAPPORT_CORPUS_TUNING_STATS_H_

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "corpus/tuning/contrast.h"
#include "corpus/tuning/quote.h"
#include "corpus/tuning/reading.h"

namespace rapport::corpus {

inline constexpr std::size_t kZoneKinds = 6;

struct StatsOptions {
  std::size_t examples = 3;  // a rule, wrong ones first, no two with the same words
  std::size_t overlaps = 3;  // other rules to name
};

// How many of a rule's hits another rule's overlap.
struct RuleOverlap {
  std::string rule;
  std::size_t hits = 0;
};

// A pattern of a rule that fires, though not by this one.
struct SilentPattern {
  std::string rule;
  std::string pattern;  // as written
  std::string file;
  int line = 0;
};

struct RuleStats {
  std::string rule;
  std::string signal;
  std::string family;
  bool positive = false;     // its family helps
  std::string file;
  int line = 0;
  std::size_t hits = 0;
  std::size_t stays = 0;
  std::size_t messages = 0;  // with a hit
  std::size_t good = 0, mixed = 0, bad = 0;  // of these, by label
  std::size_t judged = 0;    // hits that gold spans speak of
  std::size_t right = 0;     // of these
  std::optional<double> precision;
  std::optional<Lift> lift;  // good over bad; empty without both labels
  std::array<std::size_t, kZoneKinds> zones{};  // hits, by text::ZoneKind
  std::size_t overlapped = 0;  // hits that any other rule's overlap
  std::vector<RuleOverlap> overlaps;  // most first
  std::vector<Quote> examples;
};

struct Stats {
  std::size_t records = 0;
  std::size_t unread = 0;  // in a language that no pack knows, or empty
  std::size_t good = 0, mixed = 0, bad = 0;
  std::size_t marked = 0;  // with spans
  std::vector<RuleStats> rules;        // of the languages that were read, by id
  std::vector<SilentPattern> silent;   // by rule, then place
};

enum class StatsOrder {
  kHits,       // most first, as of messages and overlaps
  kMessages,
  kPrecision,  // least first; those without one last
  kLift,       // those that go against their polarity first; without one last
  kOverlap,    // the largest share of overlapped hits first
  kRule,       // by id
};

// Sorts by the key, then by id; rules that never fire come last.
void sort_rules(std::vector<RuleStats>& rules, StatsOrder order);

// REQUIRES: the lexicon's patterns compile.
Stats measure_rules(const std::vector<GoldRecord>& records, const Lexicon& lexicon,
                    const StatsOptions& options);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_STATS_H_
