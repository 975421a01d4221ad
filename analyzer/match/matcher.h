// Finds where the rules of one language pack match a document.
//
// One interface, three engines that must agree: `make_matcher` gives the fast
// one (an automaton of all rules, run from every word; union_matcher.cc),
// `make_set_matcher` one pass of RE2::Set and a search for each rule that hits,
// `make_slow_matcher` their referee, which tries every rule at every edge.
//
// Thread rule: immutable; match() is const and safe from many threads.
//
// Example:
//   auto matcher = match::make_matcher(pack);
//   std::vector<match::RawMatch> raw;
//   matcher->match(document, raw);
#ifndef RAPPORT_ANALYZER_MATCH_MATCHER_H_
#define RAPPORT_ANALYZER_MATCH_MATCHER_H_

#include <memory>
#include <vector>

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/match/pattern.h"
#include "analyzer/text/document.h"

namespace rapport::match {

// A match before guards.
struct RawMatch {
  int rule = 0;     // index into Pack::rules
  ByteSpan folded;  // in Document::folded
  auto operator<=>(const RawMatch&) const = default;
};

class Matcher {
 public:
  virtual ~Matcher() = default;

  // Replaces `out` with all matches: by rule, then position. Matches that
  // overlap one of the rule's `except` patterns are left out.
  virtual void match(const text::Document& document, std::vector<RawMatch>& out) const = 0;
};

// Which rules run; empty: all of them. One flag a rule.
using RuleMask = std::vector<bool>;

// REQUIRES: check_patterns(pack) found no error; `pack` outlives the matcher.
std::unique_ptr<Matcher> make_matcher(const lexicon::Pack& pack, const RuleMask& mask = {});
std::unique_ptr<Matcher> make_set_matcher(const lexicon::Pack& pack, const RuleMask& mask = {});
std::unique_ptr<Matcher> make_slow_matcher(const lexicon::Pack& pack, const RuleMask& mask = {});

}  // namespace rapport::match

#endif  // RAPPORT_ANALYZER_MATCH_MATCHER_H_
