// How often senders write, against the limits of the lexicon, and how often the
// same readers are written to.
//
// A request is a message on one of SummaryOptions::request_channels. Senders and
// readers are told apart by their keys, or by their names in small letters where
// there is no key. Messages may come in any order of time. When an answer came is
// not known: a message counts as answered from the start.
//
// Memory: 24 bytes for each message with a time or a reader, at most
// SummaryOptions::most_events of them (96 MB by default; beyond that messages are
// counted and left out), and a name of at most 200 bytes for each sender.
// finish(): n log n in them.
//
// Thread rule: one thread at a time.
//
// Example:
//   corpus::FrequencyCollector frequency(options, lexicon);
//   frequency.add(seen);
//   frequency.finish().requests_a_week.median;
#ifndef RAPPORT_CORPUS_REPORTS_FREQUENCY_H_
#define RAPPORT_CORPUS_REPORTS_FREQUENCY_H_

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/reports/collector.h"
#include "corpus/reports/summary.h"
#include "corpus/reports/summary_options.h"

namespace rapport::corpus {

// The limits of the lexicon that have a number, the first pack's of each code.
std::vector<LimitUse> frequency_limits(const Lexicon& lexicon);

// "2026-W48": ISO 8601, UTC.
std::string iso_week(std::chrono::sys_seconds time);

class FrequencyCollector : public Collector {
 public:
  FrequencyCollector(const SummaryOptions& options, const Lexicon& lexicon);

  void add(const Seen& seen) override;
  FrequencySummary finish();

 private:
  struct Event {
    std::int64_t time = 0;     // seconds of the epoch
    std::uint64_t reader = 0;  // hash; 0: none
    std::uint32_t sender = 0;  // index into names_; 0: none
    std::uint16_t kind = 0;    // index into kinds_
    std::uint8_t answer = 0;   // 0 not known, 1 none, 2 there is one
    bool dated = false;
  };
  struct Kind {
    std::uint64_t limits = 0;  // bit i: limits_[i] is for it
    bool request = false;
  };
  using Events = std::vector<Event>;
  std::uint32_t sender_of(const Record& record);
  std::uint16_t kind_of(const Analysis& analysis);
  void tell_sender(const Event* begin, const Event* end, FrequencySummary& out) const;
  void tell_readers(FrequencySummary& out);
  void tell_pair(const Event* begin, const Event* end, FrequencySummary& out, std::vector<std::uint64_t>& gaps) const;

  SummaryOptions options_;
  std::vector<LimitUse> limits_;  // at most 64
  Events events_;
  std::uint64_t beyond_ = 0, undated_ = 0;
  std::vector<std::string> names_{""};
  std::unordered_map<std::uint64_t, std::uint32_t> senders_;
  std::vector<Kind> kinds_;
  std::map<std::pair<std::string, std::string>, std::uint16_t> kind_numbers_;  // of channel and tier
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_FREQUENCY_H_
