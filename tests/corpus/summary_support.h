// Records and analyses made by hand, for suites of what is said across records.
#ifndef RAPPORT_TESTS_CORPUS_SUMMARY_SUPPORT_H_
#define RAPPORT_TESTS_CORPUS_SUMMARY_SUPPORT_H_

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/readers/names.h"
#include "corpus/readers/record_fields.h"
#include "corpus/reports/collector.h"

namespace rapport::tests {

// One message, and what was found of it.
struct Case {
  corpus::Record record;
  Analysis analysis;

  explicit Case(int tenths = 500, const std::string& text = "A text.") {
    record.draft.text = text;
    analysis.score = Points{tenths};
    analysis.channel = "connection_note";
    analysis.tier = "free";
    analysis.lang = "en";
    analysis.advice.verdict = "revise";
  }
  Case& number(std::uint64_t n) { return record.number = n, *this; }
  Case& signal(const std::string& id, const std::string& rule, ByteSpan bytes = {}) {
    Signal signal;
    signal.signal = id;
    signal.rule = rule;
    signal.bytes = bytes;
    signal.reason = "because of " + id;
    signal.contribution = {-10};
    analysis.signals.push_back(signal);
    return *this;
  }
  Case& between(const std::string& sender, const std::string& reader) {
    record.sender = sender, record.sender_key = corpus::lower_ascii(sender);
    record.reader = reader, record.reader_key = corpus::lower_ascii(reader);
    return *this;
  }
  Case& sent(std::string_view time) { return record.sent = corpus::parse_time(time), *this; }
  Case& accepted(bool yes) { return record.accepted = yes, *this; }
  Case& replied(bool yes) { return record.replied = yes, *this; }
  Case& channel(const std::string& id) { return analysis.channel = id, *this; }

  corpus::Seen seen() const { return {record, analysis}; }
};

}  // namespace rapport::tests

#endif  // RAPPORT_TESTS_CORPUS_SUMMARY_SUPPORT_H_
