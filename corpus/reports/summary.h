// All that is said across the records of a corpus, as plain data: what the
// Markdown, JSON and HTML summaries print.
//
// Text of the input in it (examples, names, values of a column) is as it came,
// bounded, and not escaped: each writer escapes for its own format. With
// --anonymize it was masked before it got here.
//
// Shares, means and differences are fractions and points as doubles made of
// exact counts; print them with a fixed number of decimals.
//
// Ownership, thread rule: plain values.
//
// Example:
//   corpus::SummaryCollector collector({.lexicon = lexicon});
//   …  // add(seen) for each record
//   const corpus::Summary summary = collector.finish();
//   std::cout << summary.all.score.median;
#ifndef RAPPORT_CORPUS_REPORTS_SUMMARY_H_
#define RAPPORT_CORPUS_REPORTS_SUMMARY_H_

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyzer/analysis.h"

namespace rapport::corpus {

struct Templates;  // corpus/reports/templates.h

struct NamedCount {
  std::string name;
  std::uint64_t count = 0;
};

// How values lie. All zeros where there are none. Quartiles: between the two
// values next to them, in proportion (Hyndman and Fan 1996, definition 7).
struct Spread {
  std::uint64_t count = 0;
  double mean = 0, low = 0, lower_quartile = 0, median = 0, upper_quartile = 0, high = 0;
};

// Points, 0 to 100.
struct PointsSpread : Spread {
  std::array<std::uint64_t, 10> tens{};  // below 10, below 20, …, 90 to 100
};

// A family of signals.
struct FamilySummary {
  std::string family;
  bool positive = false;         // it speaks for the message
  std::uint64_t messages = 0;    // that have one or more
  std::uint64_t signals = 0;
  double share = 0;              // of scored messages
  double mean = 0;               // signals a scored message
};

// The figures of all records, or of one group.
struct Overview {
  std::uint64_t records = 0;     // that could be read
  std::uint64_t scored = 0;
  std::vector<NamedCount> not_scored;  // by reason: "empty", "language"
  PointsSpread score;
  std::array<std::pair<std::string, PointsSpread>, 5> subscores;  // "personal", …: as Scores
  std::vector<FamilySummary> families;  // by name; all of the lexicon
  std::vector<NamedCount> verdicts;     // the most frequent first, then by name; so are these:
  std::vector<NamedCount> channels;
  std::vector<NamedCount> languages;
};

// --group-by: a column's values.
struct Group {
  std::string value;      // empty: the records have none
  bool rest = false;      // all values after the first `most` that were met
  Overview of;
};

struct Grouping {
  std::string column;     // empty: none was asked for
  std::size_t most = 0;   // groups, the rest apart
  std::uint64_t without = 0;  // records that do not have the column at all
  std::vector<Group> groups;  // the largest first, then by value; the rest last
};

// A share with its 95 % interval (Wilson 1927).
struct Rate {
  std::uint64_t yes = 0, of = 0;
  double share = 0, low = 0, high = 1;  // without any: 0 and the whole interval
};

// An outcome with something and without it. An association: who writes to whom
// is not held equal.
struct OutcomeRow {
  // kSignal: a dotted id; kRule; kScore: a band of scores, "60-69"; kLength: of
  // code points of the text, "101-200".
  enum class Kind : std::uint8_t { kSignal, kRule, kScore, kLength };
  Kind kind = Kind::kSignal;
  std::string name;
  Rate with, without;
  double difference = 0, low = 0, high = 0;  // with minus without, 95 % (Newcombe 1998, method 10)
  double p = 1;            // of no difference, two-sided, pooled
  bool stands_out = false; // at a false discovery rate of 5 % over all rows of this
                           // outcome (Benjamini and Hochberg 1995)
};

struct Outcome {
  std::string name;              // "accepted", "replied"
  Rate all;                      // of scored messages whose outcome is known
  std::uint64_t unknown = 0;     // scored messages whose outcome is not
  std::size_t least = 0;         // messages on each side that a row needs
  std::size_t too_few = 0;       // rows left out for that
  std::vector<OutcomeRow> rows;  // by kind; signals and rules by difference, the most
                                 // positive first, then by name; bands in their order
};

// A message, for people.
struct Example {
  // A signal in it.
  struct Mark {
    ByteSpan bytes;              // in `text`
    std::string signal, rule, reason;
    Points contribution;
  };
  std::uint64_t number = 0;      // of the record, from 0
  std::string id, source;
  std::uint64_t line = 0;
  Points score;
  std::string verdict;
  std::string subject, text;     // whole code points, at most SummaryOptions::text_bytes
  bool cut = false;              // the text went on
  std::uint64_t alike = 0;       // further messages of this score by the same rules
  std::vector<std::string> reasons;  // that weigh most, at most three
  std::vector<Mark> marks;       // by position
};

// An edit that many messages call for: all that one rule or feature called for.
struct EditGain {
  std::string rule;              // the rule or feature
  std::string signal;            // of that rule; empty for a feature
  std::uint64_t messages = 0;
  std::uint64_t edits = 0;
  Points total;                  // each edit's gain, measured alone, summed
  double mean = 0;               // a message
  std::string note;              // what to do, of the example
  std::string before, after;     // the words of the edit that gained most; after: may be empty
  Points example_gain;
};

// Messages of one sender in a span of time.
struct Burst {
  std::string sender;
  std::uint64_t count = 0;
  std::chrono::sys_seconds from;  // the first of them
};

// Requests of one sender in one week.
struct SenderWeek {
  std::string sender;
  std::string week;              // ISO 8601: "2026-W48", Monday to Sunday, UTC
  std::uint64_t count = 0;
};

// A limit of the lexicon, and what was met of it.
struct LimitUse {
  rapport::Frequency limit;      // most, days, what is said of it
  std::vector<std::string> channels, tiers;  // it is for; empty: for all
  std::uint64_t messages = 0;    // that it is for
  std::uint64_t senders = 0;     // of days 0: pairs of sender and reader
  std::uint64_t over = 0;        // of those, that went over it once or more
  std::vector<Burst> busiest;    // at most ten, the most in so many days first; none of days 0
};

struct FrequencySummary {
  std::uint64_t dated = 0;       // messages with a sender and a time
  std::uint64_t undated = 0;     // without one of them: nothing is said of these
  std::uint64_t beyond = 0;      // over SummaryOptions::most_events: nor of these
  std::uint64_t senders = 0;
  Spread requests_a_week;        // requests a sender and week that has any
  std::vector<SenderWeek> weeks; // at most ten, the busiest first
  std::vector<LimitUse> limits;
  std::vector<Burst> in_24_hours, in_7_days;  // a sender's most, at most ten each

  std::uint64_t readers = 0;             // of messages that name one
  std::uint64_t readers_asked_again = 0; // with more than one request, of any senders
  std::uint64_t most_requests = 0;       // to one reader
  std::uint64_t readers_of_many = 0;     // written to by more than one sender

  // Further messages of a sender to a reader, after the first.
  std::uint64_t further = 0;
  std::uint64_t after_answer = 0;        // an earlier one was accepted or replied to
  std::uint64_t after_silence = 0;       // none was, and the one before is known to be unanswered
  std::uint64_t after_unknown = 0;       // nothing is known
  Spread days_between;                   // of those without a known answer: days since the one before
};

struct Summary {
  std::string version, lexicon;  // of the program; the lexicon's hash
  bool anonymous = false;
  std::uint64_t records = 0;     // all, error records among them
  std::vector<NamedCount> errors;  // by code
  Overview all;
  Grouping by;
  std::vector<Outcome> outcomes;     // of which any is known
  FrequencySummary frequency;
  std::vector<Example> best, worst;  // at most ten each; the earlier of equals first. No
                                     // message is in both
  bool with_edits = false;           // edits were suggested at all
  std::vector<EditGain> edits;       // at most ten, the highest total first
  std::shared_ptr<const Templates> templates;  // none: a summary made by hand
};

// What has to be said beside outcomes, one paragraph each, in English.
const std::vector<std::string>& outcome_notes();

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_SUMMARY_H_
