#include "cli/gate.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rapport::cli {

bool Gate::reached(const Report& report, const Findings& findings) const {
  const auto any = [&](Level least) {
    return std::any_of(findings.begin(), findings.end(),
                       [&](const Finding& finding) { return finding.level >= least; });
  };
  switch (kind) {
    case Kind::kNever: return false;
    case Kind::kScore: return report.analysis.score && *report.analysis.score < below;
    case Kind::kError: return any(Level::kError);
    case Kind::kWarning: return any(Level::kWarning);
  }
  return false;
}

std::optional<Gate> parse_gate(std::string_view text) {
  if (text == "never") return Gate{Gate::Kind::kNever, {}};
  if (text == "error") return Gate{Gate::Kind::kError, {}};
  if (text == "warning") return Gate{Gate::Kind::kWarning, {}};
  constexpr std::string_view kScorePrefix = "score<";
  if (!text.starts_with(kScorePrefix)) return std::nullopt;
  text.remove_prefix(kScorePrefix.size());
  double below = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, below, std::chars_format::fixed);
  if (error != std::errc() || end != last || !(below >= 0 && below <= 100)) return std::nullopt;
  return Gate{Gate::Kind::kScore, {static_cast<int>(std::lround(below * 10))}};
}

}  // namespace rapport::cli
