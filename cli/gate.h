// When a run counts as failed: --fail-on.
//
// Thread rule: plain values and pure functions.
//
// Example: parse_gate("score<60")->reached(report)
#ifndef RAPPORT_CLI_GATE_H_
#define RAPPORT_CLI_GATE_H_

#include <optional>
#include <string_view>

#include "analyzer/analysis.h"
#include "cli/report.h"

namespace rapport::cli {

struct Gate {
  enum class Kind { kNever, kScore, kError, kWarning };
  Kind kind = Kind::kNever;
  Points below;  // of kScore

  // A draft without a score never reaches score<N.
  bool reached(const Report& report, const Findings& findings) const;
};

// "never", "error", "warning" or "score<N" with N from 0 to 100.
std::optional<Gate> parse_gate(std::string_view text);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_GATE_H_
