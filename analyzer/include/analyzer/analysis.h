// An analysis: everything that is known of one draft, as plain data.
//
// Values only, no views and no pointers: an Analysis outlives the Analyzer
// that made it. All positions point into Draft::text as it was given.
//
// The score: log-odds z = base + sum of (weight x strength) over signals and
// features, score = 100 / (1 + e^-z). Contributions are the Aumann-Shapley
// shares of score - base in points (Sundararajan, Taly and Yan 2017, for the
// straight path), rounded so that they add up exactly:
//   score == base + sum of signals' + sum of features' contributions.
//
// Thread rule: plain values.
#ifndef RAPPORT_ANALYZER_ANALYSIS_H_
#define RAPPORT_ANALYZER_ANALYSIS_H_

#include <compare>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/span.h"

namespace rapport {

// Points of the 0-100 scale, counted in tenths so that sums are exact.
struct Points {
  int tenths = 0;

  double value() const { return tenths / 10.0; }
  auto operator<=>(const Points&) const = default;
  Points& operator+=(Points other) {
    tenths += other.tenths;
    return *this;
  }
  friend Points operator+(Points a, Points b) { return a += b; }
  friend Points operator-(Points a, Points b) { return {a.tenths - b.tenths}; }
};

// Where a stretch stands: in the text, or in Draft::subject where that was
// given apart.
enum class Part { kText, kSubject };

// An accepted match of a rule.
struct Signal {
  std::string signal;  // dotted id: "pitch.meeting"
  std::string rule;    // "en.pitch.meeting.quick_call"
  Part part = Part::kText;
  CodePointSpan span;
  ByteSpan bytes;
  std::string quote;   // the bytes of that span
  std::string reason;  // one line that teaches
  std::string evidence;  // a key of evidence.toml
  char grade = 'D';    // S, A, B, C or D
  Points contribution;
};

// A fact of the text as a whole that no pattern can see.
struct Feature {
  std::string feature;  // "length", "questions", …
  double value = 0;
  std::string unit;     // of value: "characters", "questions", "ratio", …
  std::string reason;   // one line; empty where it neither helps nor hurts
  std::string evidence;
  char grade = 'D';
  Points contribution;
};

// A length against the channel's limit, in the unit that counts most.
struct Limit {
  // kWarning: over the level at which the channel warns; kError: over the limit.
  enum class Level { kOk, kWarning, kError };
  std::string name;     // "body", "subject"
  std::string unit;     // the worst of "code_points", "utf16_units", "graphemes"
  std::size_t count = 0;
  std::size_t max = 0;
  Level level = Level::kOk;
};

// A stretch replaced or removed, with the gain measured by applying it to the
// draft and scoring again.
struct Edit {
  CodePointSpan span;
  ByteSpan bytes;
  std::string replacement;  // may hold a slot `[like this]`; empty: removed
  Points gain;              // score after minus score before; above zero
  std::string note;         // one line: what to do and why
  std::string rule;         // the rule or feature that called for it
};

// The whole message written anew, with the gain measured by scoring it again;
// slots count as filled with something true.
struct Rewrite {
  std::string strategy;  // "lightest", "reader_first" or "shortest"
  std::string text;      // of the draft's own shape: with its subject line, if it has one
  Points score;          // of `text`
  Points gain;           // score after minus score before; one point or more
  std::vector<std::string> slots;  // in `text`, in order: what the writer has to fill
};

// The five things a reader weighs, 0-100 each; higher is better.
struct Scores {
  Points personal, common_ground, value, restraint, form;
};

// A stretch of the draft that shows something.
struct Quote {
  Part part = Part::kText;
  CodePointSpan span;
  ByteSpan bytes;
  std::string quote;  // the bytes of that span
};

// A line of advice, with what shows it; at most three stretches of the draft.
struct Remark {
  std::string code;    // stable
  std::string reason;  // one line
  std::vector<Quote> quotes;
  std::vector<std::string> facts;    // of the context: "last_answer"
  std::vector<std::string> figures;  // sub-scores and features: "questions"
};

// A limit on how often.
struct Frequency {
  std::string code;    // stable
  std::string reason;  // one line
  int most = 0;        // at most so many; 0: no number is known
  int days = 0;        // in so many days; 0: ever, to one reader
};

// Something to do before a draft is sent, or after.
struct Step {
  std::string code;  // stable
  std::string when;  // "before" sending, "accepted", "silence", "no"
  int days = 0;      // after that; after sending where it is "silence", from now where "before"
  std::string date;  // ISO 8601, where the context has `today`; of "accepted" only where
                     // its `last_answer` is yes
  std::string text;  // one line
};

// Whether to send the draft, why, how it will be felt, and what comes after. All
// empty without a score.
struct Advice {
  std::string verdict;  // "send", "revise", "send_without_note", "ask_for_introduction",
                        // "warm_up_first" or "hold_off"
  std::string code;     // the advice rule's stable id
  std::string reason;   // one line
  std::vector<Remark> reasons;      // that one first, then others, by weight
  std::vector<Remark> grounds;      // what speaks for writing to this reader
  std::vector<Remark> perceptions;  // how it will likely be felt: "spam", "considerate", …
  Remark read_back;                 // the draft from the reader's side
  std::string introduction;         // for "ask_for_introduction": a message to somebody
                                    // whom both know; may have slots
  std::vector<Step> plan;
  std::vector<Frequency> frequency;
};

// A claim of the draft that the facts of its context do not bear out.
struct Check {
  std::string code;   // "wrong_name", "never_met", …: stable
  Part part = Part::kText;
  CodePointSpan span;
  ByteSpan bytes;
  std::string quote;  // the bytes of that span
  std::string reason; // one line: what is claimed, and what is known
};

struct Analysis {
  std::string lang;     // language used, or recognized where no pack knows it
  std::string channel;  // channel used
  std::string tier;

  // Empty when the draft has nothing to score; `reason` then says why:
  // "empty", or "language" for one that no language pack understands.
  std::optional<Points> score;
  std::string reason;
  Points base;          // what a draft without any signal would score
  Scores scores;        // zeros without a score

  std::vector<Signal> signals;    // by position, then rule
  std::vector<Feature> features;  // in the order of weights.toml
  std::vector<Limit> limits;
  std::vector<Check> checks;      // by position, then code
  std::vector<Edit> edits;        // by gain, highest first
  std::vector<Rewrite> rewrites;  // at most three that differ, the best first: a high score, few words lost
  Advice advice;

  // Byte offsets in Draft::text of what is not UTF-8; each was read as one
  // U+FFFD.
  std::vector<std::size_t> repairs;
};

}  // namespace rapport

#endif  // RAPPORT_ANALYZER_ANALYSIS_H_
