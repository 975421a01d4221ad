// The figures of a set of records, and of the groups of a column.
//
// Memory: a tally holds 8 bytes for each tenth of a point of six scores, at most
// 50 KB, and one count for each family, verdict, channel and language; no text
// of a record but the values of the column, 200 bytes each at most.
//
// Thread rule: one thread at a time.
//
// Example:
//   corpus::Tally tally(families);
//   tally.add(analysis);
//   tally.overview().score.median;
#ifndef RAPPORT_CORPUS_REPORTS_TALLY_H_
#define RAPPORT_CORPUS_REPORTS_TALLY_H_

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/reports/collector.h"
#include "corpus/reports/spread.h"
#include "corpus/reports/summary.h"
#include "corpus/reports/summary_options.h"

namespace rapport::corpus {

// The families of a lexicon, by name.
struct FamilyNames {
  explicit FamilyNames(const Lexicon& lexicon);
  std::vector<std::pair<std::string, bool>> all;  // and whether it is positive
};

class Tally {
 public:
  // Ownership: `families` outlives the tally.
  explicit Tally(const FamilyNames& families) : families_(&families), counts_(families.all.size()) {}

  void add(const Analysis& analysis);
  Overview overview() const;

 private:
  using Names = std::map<std::string, std::uint64_t, std::less<>>;
  struct FamilyCounts {
    std::uint64_t messages = 0, signals = 0, last = 0;
  };
  static void count(Names& names, std::string_view name);
  static std::vector<NamedCount> sorted(const Names& names);
  void add_families(const Analysis& analysis);

  const FamilyNames* families_;
  std::vector<FamilyCounts> counts_;
  std::uint64_t records_ = 0, scored_ = 0;
  PointsCounter score_;
  std::array<PointsCounter, 5> subscores_;
  Names not_scored_, verdicts_, channels_, languages_;
};

// The groups of SummaryOptions::group_by.
class Groups : public Collector {
 public:
  // Ownership: `families` outlives it.
  Groups(const SummaryOptions& options, const FamilyNames& families);

  void add(const Seen& seen) override;
  Grouping finish() const;

 private:
  SummaryOptions options_;
  const FamilyNames& families_;
  std::map<std::string, std::unique_ptr<Tally>, std::less<>> groups_;
  std::unique_ptr<Tally> rest_;
  std::uint64_t without_ = 0;
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_TALLY_H_
