// One scored draft, and what is to be said of it: what all printers print.
//
// Thread rule: plain values and pure functions.
#ifndef RAPPORT_CLI_REPORT_H_
#define RAPPORT_CLI_REPORT_H_

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/analysis.h"
#include "analyzer/draft.h"

namespace rapport::cli {

struct Report {
  std::string path;  // as given; "" for standard input and --text
  Draft draft;
  Analysis analysis;
};

enum class Level { kInfo, kWarning, kError };
std::string_view level_name(Level level);  // "info", "warning", "error"

// One line of a report, in the manner of a compiler's.
struct Finding {
  Level level = Level::kInfo;
  std::string rule;     // a rule's id, "limit.body", "check.wrong_name" or "feature.length"
  std::string message;  // one line
  bool placed = false;  // else of the draft as a whole
  Part part = Part::kText;
  CodePointSpan span;
  ByteSpan bytes;
  Points contribution;
};
using Findings = std::vector<Finding>;

// An error for a limit that is broken, a slot left unfilled or a claim that the
// facts do not bear out; a warning for a
// signal that hurts or a limit that is near; the rest is information.
// `negative`: the dotted ids of signals that hurt by their nature.
Findings find(const Analysis& analysis, const std::set<std::string>& negative);

// A place as editors count: 1-based, columns in code points; LF, CR LF and CR
// end a line.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;
};

// Finds places in one text, by offsets in code points.
// Complexity: linear to build, logarithmic to ask.
class LineIndex {
 public:
  explicit LineIndex(std::string_view given);
  Place place(std::size_t code_point) const;

 private:
  std::vector<std::size_t> starts_;  // of lines, in code points
};

// Why there is no score, one line. REQUIRES: !analysis.score.
std::string no_score(const Analysis& analysis);

// "code_points" -> "code points", "hold_off" -> "hold off".
std::string spoken(std::string_view id);

// "+8.2", "-0.4", "+0.0".
std::string signed_points(Points points);
// "78.4".
std::string points(Points points);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_REPORT_H_
