// Collectors: what is said across records is gathered by these, one record at a
// time, while the records are written.
//
// Ownership: the caller's; a collector outlives the run it is given to.
// Thread rule: called on one thread, in the order of the records, whatever the
// number of analyzing threads.
// Errors: what add() throws ends the run.
//
// Example:
//   struct Count : corpus::Collector {
//     void add(const corpus::Seen&) override { ++records; }
//     std::size_t records = 0;
//   };
#ifndef RAPPORT_CORPUS_REPORTS_COLLECTOR_H_
#define RAPPORT_CORPUS_REPORTS_COLLECTOR_H_

#include "corpus/reports/outline.h"

namespace rapport::corpus {

class Collector {
 public:
  virtual ~Collector() = default;
  // A record that could be read, with its analysis. Views: valid during the call only.
  virtual void add(const Seen& seen) = 0;
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_COLLECTOR_H_
