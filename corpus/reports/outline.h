// What a record leaves behind for what is said across records: small, and
// without its text. 10^7 of them do not fit in memory: collectors take each as
// it comes and keep counts (or a spill file), never all of them.
//
// Thread rule: plain values.
#ifndef RAPPORT_CORPUS_REPORTS_OUTLINE_H_
#define RAPPORT_CORPUS_REPORTS_OUTLINE_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/analysis.h"
#include "corpus/record.h"

namespace rapport::corpus {

// A record together with its analysis, as a collector sees it. Views: valid
// during the call only.
struct Seen {
  const Record& record;
  const Analysis& analysis;
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_OUTLINE_H_
