#include "analyzer/score/limits.h"

#include <algorithm>
#include <utility>

#include "analyzer/text/counts.h"
#include "analyzer/text/utf8.h"

namespace rapport::score {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

Limit check(const lexicon::LengthLimit& limit, std::string_view text) {
  const text::Counts counts = text::count(text);
  // Of equal counts the one that people know best is named.
  const std::pair<std::size_t, const char*> units[] = {{counts.code_points, "code_points"},
                                                       {counts.graphemes, "graphemes"},
                                                       {counts.utf16_units, "utf16_units"}};
  const auto worst = std::max_element(
      std::begin(units), std::end(units),
      [](const auto& a, const auto& b) { return a.first < b.first; });
  Limit out{limit.name, worst->second, worst->first, limit.max, Limit::Level::kOk};
  if (out.count > limit.max) {
    out.level = Limit::Level::kError;
  } else if (limit.warn > 0 && out.count > limit.warn) {
    out.level = Limit::Level::kWarning;
  }
  return out;
}

}  // namespace

std::vector<Limit> check_limits(const lexicon::Tier& tier, const text::Document& document,
                                std::string_view subject) {
  std::string repaired;
  if (!text::is_utf8(subject)) {
    std::vector<std::size_t> repairs;
    std::vector<text::Document::Shift> shifts;
    text::repair_utf8(subject, repaired, repairs, shifts);
    subject = repaired;
  }
  std::string_view body = document.text;
  if (!document.zones.empty() && document.zones.front().kind == text::ZoneKind::kSubject) {
    const ByteSpan zone = document.zones.front().span;
    subject = document.slice(zone);
    const std::size_t colon = subject.find(':');
    // The zone may hold its label or not; the label is no part of the subject.
    if (zone.begin == 0 && colon != std::string_view::npos) subject.remove_prefix(colon + 1);
    body.remove_prefix(zone.end);
  }
  std::vector<Limit> out;
  for (const lexicon::LengthLimit& limit : tier.limits) {
    if (limit.name == "body") {
      out.push_back(check(limit, trimmed(body)));
    } else if (!trimmed(subject).empty()) {
      out.push_back(check(limit, trimmed(subject)));
    }
  }
  return out;
}

}  // namespace rapport::score
