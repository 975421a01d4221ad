#include "analyzer/rewrite/bonds.h"

#include <algorithm>

namespace rapport::rewrite {
namespace {

constexpr std::ptrdiff_t kMostSpacesLeadingIn = 4;   // "I will be brief."
constexpr std::ptrdiff_t kMostSpacesOfRemnant = 3;   // "Interested in a chat?"

constexpr std::ptrdiff_t kMostSpacesOfScrap = 2;

std::ptrdiff_t spaces(const Unit& unit) { return std::count(unit.text.begin(), unit.text.end(), ' '); }

bool same_paragraph(const Unit& unit) { return unit.gap == " " || unit.gap == "\n"; }

bool says_nothing(const Unit& unit) {
  return unit.worth == 0 && !unit.of_reader && !unit.offering &&
         (unit.move == Move::kOther || unit.move == Move::kAsk);
}

// "[calendar link]", "{{link}}" alone.
bool is_only_slot(const std::string& text) {
  const bool square = text.starts_with('[') && text.find(']') + 1 == text.size();
  const bool curly = text.starts_with("{{") && text.find("}}") + 2 == text.size();
  return square || curly;
}

// "Combines. Sprayers." and "example.com/harvest" among what is sold.
bool is_scrap(const Unit& unit) {
  return says_nothing(unit) && unit.move == Move::kOther && spaces(unit) < kMostSpacesOfScrap &&
         !unit.text.ends_with('?');
}

// Whether `unit` goes where the one before it goes.
bool follows(const Parts& parts, const Unit& unit) {
  if (unit.leans) return true;
  if (unit.gap == " " && is_only_slot(unit.text)) return true;
  if (unit.text.ends_with('?') && spaces(unit) <= kMostSpacesOfRemnant) return true;
  // Behind a pitch that is seen stands one that is not, and what it calls for.
  return parts.sells && says_nothing(unit) && (same_paragraph(unit) || unit.leaves_open);
}

bool leads_in(const Unit& unit, const Unit& next) {
  return says_nothing(unit) && !unit.text.ends_with('?') && spaces(unit) <= kMostSpacesLeadingIn &&
         same_paragraph(next);
}

}  // namespace

std::vector<bool> kept(const Parts& parts) {
  const std::vector<Unit>& units = parts.units;
  std::vector<bool> out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = units[i];
    bool keep = !unit.hurts && !unit.hook && unit.move != Move::kFiller;
    if (parts.sells && i > 0 && is_scrap(unit)) keep = false;
    const bool left_out = i > 0 && !out[i - 1];
    // What was filler was leant on by nobody.
    const bool was_filler = i > 0 && units[i - 1].move == Move::kFiller;
    if (left_out && !was_filler && follows(parts, unit)) keep = false;
    out.push_back(keep);
  }
  for (std::size_t i = units.size(); i-- > 1;) {
    const bool was_filler = units[i].move == Move::kFiller;
    if (!out[i] && !was_filler && out[i - 1] && leads_in(units[i - 1], units[i])) out[i - 1] = false;
  }
  // One request is enough of those who sell: the first.
  bool asked = false;
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (!out[i] || units[i].move != Move::kAsk) continue;
    if (asked && parts.sells) out[i] = false;
    asked = true;
  }
  return out;
}

}  // namespace rapport::rewrite
