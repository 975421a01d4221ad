// The context of a draft: what its writer knows of the two people and of what
// is between them. All of it is optional; a fact that is not given is unknown,
// which is not the same as one known not to be.
//
// The facts have flat names ("to_name", "met_at"), one table of which serves
// options, files and JSON alike: context_facts().
//
// Thread rule: plain values and pure functions.
// Errors: set_fact() gives one line that says what is wrong with a value.
//
// Example:
//   rapport::Context context;
//   rapport::set_fact(context, "to_name", "Ana Lima");
//   rapport::set_fact(context, "met_at", "none");  // known: they never met
#ifndef RAPPORT_ANALYZER_CONTEXT_H_
#define RAPPORT_ANALYZER_CONTEXT_H_

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

// Steps of a career, lowest first.
enum class Seniority { kStudent, kJunior, kMid, kSenior, kDirector, kExecutive };

// What became of an earlier request.
enum class Answer { kNone, kYes, kNo };

// What a draft is for.
enum class Intent { kAdvice, kJob, kHire, kSell, kPartner, kResearch, kInvest, kPress, kContact };

// Something between two people. Empty text: known that there is none.
using Tie = std::optional<std::string>;

// One of the two people.
struct Person {
  std::string name, role, company, place;
  std::optional<Seniority> seniority;
  std::optional<bool> public_figure;
  // Empty: unknown, not none.
  std::vector<std::string> groups, schools, employers, work;
};

// All facts of one draft.
struct Context {
  Person from;  // the sender
  Person to;    // the reader

  Tie met_at;        // an event or a place
  Tie took_part_in;  // a group, a thread, a discussion that both were in
  Tie referred_by;   // a person who named the reader
  Tie business;      // what the two did together
  Tie applied_for;   // a post at the reader's company
  std::vector<std::string> shared;   // anything else that both have
  std::optional<std::vector<std::string>> mutual;  // connections of both; empty: none

  std::optional<int> previous_requests;  // sent to this reader before
  std::optional<std::chrono::year_month_day> last_request;
  std::optional<Answer> last_answer;     // to the latest of them
  std::optional<std::chrono::year_month_day> today;  // for dates; no clock is read

  std::optional<Intent> intent;
  std::string offer;  // what the sender can give

  // True where no fact is given; `today` is none.
  bool empty() const;
};

// One kind of fact: its name, and what it is made from.
struct FactInfo {
  // kTie: a text, or "none". kDate: ISO 8601, "2026-11-25". kYesNo: "yes", "no".
  enum class Kind { kText, kList, kTie, kCount, kDate, kYesNo, kChoice };
  std::string_view name;     // "to_name"
  Kind kind;
  std::string_view choices;  // of kChoice: "none|yes|no"
};

// All facts, in the order in which people are told of them.
std::span<const FactInfo> context_facts();

// Takes a fact from text; one of kList is added to those there, and replaces
// them where nothing but "none" is said. Empty: done. Otherwise what is wrong,
// in one line that does not name the fact, and `context` is as before.
// REQUIRES: `name` is one of context_facts().
std::string set_fact(Context& context, std::string_view name, std::string_view value);

// True where `context` says something of the fact. REQUIRES: as set_fact().
bool has_fact(const Context& context, std::string_view name);

// What it says, as text; empty where it is known that there is none, and no
// value at all where nothing is known.
std::optional<std::vector<std::string>> fact_values(const Context& context, std::string_view name);

// Facts that cannot all be true ("last_request is after today"), one line each.
std::vector<std::string> contradictions(const Context& context);

}  // namespace rapport

#endif  // RAPPORT_ANALYZER_CONTEXT_H_
