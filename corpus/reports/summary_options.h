// What the collectors of a summary are told.
//
// Thread rule: plain values.
#ifndef RAPPORT_CORPUS_REPORTS_SUMMARY_OPTIONS_H_
#define RAPPORT_CORPUS_REPORTS_SUMMARY_OPTIONS_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "analyzer/lexicon.h"

namespace rapport::corpus {

class Anonymizer;  // corpus/reports/anonymize.h

struct SummaryOptions {
  // A column of the input, or "channel", "lang", "sender" as the analysis or the
  // record has them; empty: no groups. The first `most_groups` values that are
  // met have a group of their own.
  std::string group_by;
  std::size_t most_groups = 200;

  std::size_t examples = 10;             // best, and worst
  std::size_t edits = 10;
  bool with_edits = false;               // the analyses hold edits
  std::size_t text_bytes = 2000;         // of a message that is kept

  // Outcomes are told where so many messages are on each side.
  std::size_t least = 30;
  // Upper ends of the bands of length, in code points; the last band is open.
  std::vector<std::uint64_t> length_bands = {100, 200, 300, 400, 800, 1200};

  // Channels whose messages are requests to a stranger, for weeks and repeats.
  std::vector<std::string> request_channels = {"connection_note", "inmail"};
  // Frequency holds 24 bytes for each dated message, and no more of them.
  std::size_t most_events = 4'000'000;

  // Masks all text that is kept; none: it is kept as it is.
  std::shared_ptr<Anonymizer> anonymizer;
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_SUMMARY_OPTIONS_H_
