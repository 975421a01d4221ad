// rapport: scores a message to somebody who does not know its writer yet.
//
// The one header that a user includes.
//
// Thread rule: an Analyzer is immutable after creation; analyze() is const and
// may be called from any number of threads on one object.
//
// Cost: creation compiles every pattern (tens of milliseconds); analysis of a
// message of 300 bytes takes well under a millisecond, edits included a few.
//
// Example (tests/install builds it):
//   #include <analyzer/analyzer.h>
//   #include <iostream>
//   int main() {
//     auto analyzer = rapport::Analyzer::create();
//     if (!analyzer) return 2;
//     rapport::Analysis a = analyzer->analyze({.text = "Hi Ana, your talk at CppCon made me …"});
//     if (a.score) std::cout << a.score->value() << '\n';
//   }
#ifndef RAPPORT_ANALYZER_ANALYZER_H_
#define RAPPORT_ANALYZER_ANALYZER_H_

#include <memory>
#include <string>
#include <vector>

#include "analyzer/analysis.h"
#include "analyzer/draft.h"
#include "analyzer/lexicon.h"
#include "analyzer/result.h"
#include "analyzer/span.h"
#include "analyzer/version.h"

namespace rapport {

// How an Analyzer is set up; the defaults are what the program uses.
struct AnalyzerOptions {
  // Rules, dotted ids or families to use alone, or to leave out. A name that
  // the lexicon does not have is an error that gives the nearest valid one.
  std::vector<std::string> only;
  std::vector<std::string> ignore;
  // Suggest edits (each costs one more analysis).
  bool edits = true;
  // At most so many edits, the most gainful first.
  std::size_t max_edits = 8;
  // Suggest whole rewrites (together at most 60 more analyses).
  bool rewrites = true;
  // Match by running every rule plainly: the referee of the fast path, far
  // slower, same result.
  bool match_slow = false;
};

class Analyzer {
 public:
  // With the built-in lexicon.
  static Result<Analyzer> create(const AnalyzerOptions& options = {});
  static Result<Analyzer> create(const Lexicon& lexicon,
                                 const AnalyzerOptions& options = {});

  // Never fails: any bytes are a draft. An unknown channel, tier or language
  // counts as not given; check them against lexicon() first.
  Analysis analyze(const Draft& draft) const;

  // The lexicon it was created with.
  const Lexicon& lexicon() const;

 private:
  struct State;
  explicit Analyzer(std::shared_ptr<const State> state)
      : state_(std::move(state)) {}
  std::shared_ptr<const State> state_;
};

// One finding of check_lexicon.
struct CheckReport {
  std::vector<Diagnostic> diagnostics;  // errors and warnings
  std::size_t rules = 0;
  std::size_t hits = 0;    // examples run
  std::size_t passes = 0;
};

// Everything that `rapport tune check` does: loads, compiles every pattern,
// runs every rule's own examples, and times every pattern on hostile text.
// `files`: check only the rules of these files of the lexicon; empty: all.
CheckReport check_lexicon(const LexiconSource& source,
                          const std::vector<std::string>& files = {});

}  // namespace rapport

#endif  // RAPPORT_ANALYZER_ANALYZER_H_
