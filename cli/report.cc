#include "cli/report.h"

#include <algorithm>
#include <cstdlib>

#include "analyzer/text/utf8.h"
#include "cli/display.h"

namespace rapport::cli {
namespace {

constexpr std::string_view kSlotSignal = "generic.placeholder";

Level level_of(const Signal& signal, const std::set<std::string>& negative) {
  if (signal.signal == kSlotSignal) return Level::kError;
  const bool hurts = signal.contribution.tenths < 0 || negative.count(signal.signal) > 0;
  return hurts ? Level::kWarning : Level::kInfo;
}

std::string limit_message(const Limit& limit, const Analysis& analysis) {
  const bool over = limit.level == Limit::Level::kError;
  return "the " + limit.name + " has " + std::to_string(limit.count) + " " + spoken(limit.unit) +
         (over ? ", over the limit of " : ", near the limit of ") + std::to_string(limit.max) +
         " (" + analysis.channel + ", " + analysis.tier + ")";
}

}  // namespace

std::string_view level_name(Level level) {
  return level == Level::kError ? "error" : level == Level::kWarning ? "warning" : "info";
}

Findings find(const Analysis& analysis, const std::set<std::string>& negative) {
  Findings out;
  for (const Limit& limit : analysis.limits) {
    if (limit.level == Limit::Level::kOk) continue;
    const Level level =
        limit.level == Limit::Level::kError ? Level::kError : Level::kWarning;
    out.push_back({level, "limit." + limit.name, limit_message(limit, analysis)});
  }
  for (const Check& check : analysis.checks) {
    out.push_back({Level::kError, "check." + check.code, check.reason, true, check.part, check.span,
                   check.bytes, {}});
  }
  for (const Signal& signal : analysis.signals) {
    out.push_back({level_of(signal, negative), signal.rule, signal.reason, true, signal.part,
                   signal.span, signal.bytes, signal.contribution});
  }
  for (const Feature& feature : analysis.features) {
    if (feature.reason.empty() || feature.contribution.tenths == 0) continue;
    Finding finding{Level::kInfo, "feature." + feature.feature, feature.reason};
    finding.contribution = feature.contribution;
    out.push_back(std::move(finding));
  }
  return out;
}

LineIndex::LineIndex(std::string_view given) : starts_{0} {
  const std::string text = repaired(given);
  std::size_t code_point = 0;
  for (std::size_t at = 0; at < text.size(); ++code_point) {
    const bool lone_cr = text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n');
    if (text[at] == '\n' || lone_cr) starts_.push_back(code_point + 1);
    text::next_code_point(text, at);
  }
}

Place LineIndex::place(std::size_t code_point) const {
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), code_point);
  return {static_cast<std::size_t>(next - starts_.begin()), code_point - *(next - 1) + 1};
}

std::string no_score(const Analysis& analysis) {
  if (analysis.reason == "empty") return "there is nothing to score: the draft is empty";
  if (analysis.reason == "language") {
    return "no language pack understands this draft (" + analysis.lang + ")";
  }
  return "no score: " + analysis.reason;
}

std::string spoken(std::string_view id) {
  if (id == "utf16_units") return "UTF-16 units";
  std::string out(id);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string points(Points points) {
  const int size = std::abs(points.tenths);
  return (points.tenths < 0 ? "-" : "") + std::to_string(size / 10) + "." +
         std::to_string(size % 10);
}

std::string signed_points(Points value) {
  return (value.tenths < 0 ? "" : "+") + points(value);
}

}  // namespace rapport::cli
