#include "analyzer/rewrite/plan.h"

#include <algorithm>
#include <utility>

#include "analyzer/advise/tell.h"
#include "analyzer/rewrite/candidate.h"

namespace rapport::rewrite {
namespace {

using Kind = lexicon::Wording::Move;

// The paragraphs of a message that puts the reader first.
int rank(Move move) {
  switch (move) {
    case Move::kFound:
    case Move::kShared:
    case Move::kWhy: return 0;
    case Move::kAsk: return 2;
    case Move::kThanks:
    case Move::kRespect:
    case Move::kWayOut: return 3;
    default: return 1;
  }
}

Piece piece_of(const Parts& parts, std::size_t unit) {
  const Unit& from = parts.units[unit];
  return {static_cast<int>(unit), from.text, from.gap, from.move};
}

const Unit& unit_of(const Parts& parts, const Piece& piece) {
  return parts.units[static_cast<std::size_t>(piece.unit)];
}

Plan head(const Parts& parts) { return {parts.subject, parts.greeting, {}}; }

// Which units a message for the reader keeps.
std::vector<bool> serving(const Parts& parts) {
  std::vector<bool> out;
  for (std::size_t i = 0; i < parts.units.size(); ++i) {
    const Unit& unit = parts.units[i];
    bool keep = !unit.hurts && !unit.hook && unit.move != Move::kFiller;
    // What goes on about something that is left out.
    const bool same_paragraph = unit.gap == " " || unit.gap == "\n";
    const bool left_out = i > 0 && !out[i - 1];
    const bool after_filler = i > 0 && parts.units[i - 1].move == Move::kFiller;
    if (left_out && !after_filler) {
      const bool neutral = unit.worth == 0 && !unit.addresses && (unit.move == Move::kOther || unit.move == Move::kAsk);
      if (unit.leans || (neutral && same_paragraph)) keep = false;
    }
    out.push_back(keep);
  }
  // One request is enough: the first, since others are added to it.
  bool asked = false;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (!out[i] || parts.units[i].move != Move::kAsk) continue;
    if (asked && !parts.units[i].text.ends_with('?')) out[i] = false;
    asked = true;
  }
  return out;
}

// Before the first piece of a rank above `last`; at the end if there is none.
std::size_t place_behind(const Plan& plan, int last) {
  std::size_t at = plan.pieces.size();
  while (at > 0 && rank(plan.pieces[at - 1].move) > last) --at;
  return at;
}

bool add(const Words& words, Kind kind, Move move, std::size_t at, const std::string& gap,
         Plan& plan) {
  const auto text = words.choose(kind);
  if (!text) return false;
  plan.pieces.insert(plan.pieces.begin() + static_cast<std::ptrdiff_t>(at), {-1, *text, gap, move});
  return true;
}

const char* paragraph_gap(const Parts& parts) { return parts.blank_lines ? "\n\n" : " "; }

}  // namespace

bool Plan::has(Move move) const {
  return std::any_of(pieces.begin(), pieces.end(),
                     [&](const Piece& piece) { return piece.move == move; });
}

bool Plan::has_own() const {
  return std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.own(); });
}

bool Plan::tied(const Parts& parts) const {
  return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
    return piece.own() ? unit_of(parts, piece).tied : rank(piece.move) == 0;
  });
}

std::optional<std::string> Words::choose(Kind move) const {
  std::vector<std::string> best;
  int best_fit = -1;
  for (const lexicon::Wording& wording : pack.rewrite.wordings) {
    if (wording.move != move || (wording.formal && !formal)) continue;
    const auto& channels = wording.channels;
    const bool here = std::find(channels.begin(), channels.end(), channel) != channels.end();
    if (!channels.empty() && !here) continue;
    std::vector<std::string> texts;
    bool with_facts = false;
    for (const std::string& text : wording.texts) {
      const auto told = advise::with_facts_told(text, context, pack.rewrite.determiners);
      if (told) texts.push_back(*told);
      with_facts = with_facts || (told && *told != text);
    }
    const int fit = (with_facts ? 4 : 0) + (here ? 2 : 0) + (wording.formal ? 1 : 0);
    if (fit > best_fit && !texts.empty()) {
      best = std::move(texts);
      best_fit = fit;
    }
  }
  if (best.empty()) return std::nullopt;
  const std::size_t first = hash(draft) % best.size();
  for (std::size_t i = 0; i < best.size(); ++i) {
    const std::string& text = best[(first + i) % best.size()];
    if (draft.find(text.substr(1)) == std::string::npos) return text;
  }
  return std::nullopt;
}

Plan whole(const Parts& parts) {
  Plan plan = head(parts);
  for (std::size_t i = 0; i < parts.units.size(); ++i) plan.pieces.push_back(piece_of(parts, i));
  return plan;
}

Plan reader_first(const Parts& parts) {
  const std::vector<bool> keep = serving(parts);
  // A unit goes where the one goes that it leans on or that it goes on from.
  std::vector<std::pair<int, Piece>> ranked;
  int before = -1;
  for (std::size_t i = 0; i < parts.units.size(); ++i) {
    if (!keep[i]) {
      before = -1;
      continue;
    }
    const Unit& unit = parts.units[i];
    int own = rank(unit.move);
    if (i == 0 && (unit.move == Move::kThanks || parts.vocative)) own = 0;
    const bool goes_on = unit.leans || (unit.move == Move::kOther && unit.gap != "\n\n");
    if (goes_on && before >= 0) own = before;
    before = own;
    ranked.emplace_back(own, piece_of(parts, i));
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  Plan plan = head(parts);
  int last = -1;
  for (auto& [order, piece] : ranked) {
    const bool follows = !plan.pieces.empty() && plan.pieces.back().unit + 1 == piece.unit;
    if (!follows) piece.gap = order == last || (order == 3 && last == 2) ? " " : paragraph_gap(parts);
    if (piece.gap.empty()) piece.gap = " ";
    last = order;
    plan.pieces.push_back(std::move(piece));
  }
  return plan;
}

Plan shortest(const Parts& parts) {
  const std::vector<bool> keep = serving(parts);
  int tie = -1;
  int ask = -1;
  for (std::size_t i = 0; i < keep.size(); ++i) {
    const Unit& unit = parts.units[i];
    if (!keep[i] || unit.leans) continue;
    if (unit.tied && (tie < 0 || unit.worth > parts.units[static_cast<std::size_t>(tie)].worth)) {
      tie = static_cast<int>(i);
    }
    if (unit.move == Move::kAsk && !unit.tied && ask < 0) ask = static_cast<int>(i);
  }
  // Where nothing ties the two and nothing is asked, what was said at most length.
  if (tie < 0 && ask < 0) {
    for (std::size_t i = 0; i < keep.size(); ++i) {
      const Unit& unit = parts.units[i];
      if (!keep[i] || unit.leans) continue;
      if (tie < 0 || unit.text.size() > parts.units[static_cast<std::size_t>(tie)].text.size()) {
        tie = static_cast<int>(i);
      }
    }
  }
  Plan plan = head(parts);
  const int called = parts.vocative && keep[0] ? 0 : -1;
  for (int unit : {called, tie, ask}) {
    if (unit < 0 || (unit == called && !plan.pieces.empty())) continue;
    plan.pieces.push_back(piece_of(parts, static_cast<std::size_t>(unit)));
    plan.pieces.back().gap = " ";
  }
  return plan;
}

void drop(const Parts& parts, Plan& plan, std::size_t at) {
  int unit = plan.pieces[at].unit;
  std::string gap = plan.pieces[at].gap;
  auto next = plan.pieces.erase(plan.pieces.begin() + static_cast<std::ptrdiff_t>(at));
  while (unit >= 0 && next != plan.pieces.end() && next->unit == unit + 1 &&
         unit_of(parts, *next).leans && next->text == unit_of(parts, *next).text) {
    unit = next->unit;
    next = plan.pieces.erase(next);
  }
  // The wider of the two gaps stays.
  if (next != plan.pieces.end() && gap.size() > next->gap.size()) next->gap = gap;
}

bool add_tie(const Parts& parts, const Words& words, Plan& plan) {
  // Where another wording says why already, in its place.
  for (Piece& piece : plan.pieces) {
    if (piece.own() || piece.move != Move::kWhy) continue;
    const auto text = words.choose(Kind::kTie);
    if (text) piece.text = *text;
    return text.has_value();
  }
  // Behind a first sentence that calls the reader by name.
  const bool called = !plan.pieces.empty() && plan.pieces[0].unit == 0 && parts.vocative;
  const std::size_t at = called ? 1 : 0;
  if (!add(words, Kind::kTie, Move::kWhy, at, " ", plan)) return false;
  if (at == 0 && plan.pieces.size() > 1) {
    // A short message is one paragraph.
    plan.pieces[1].gap = plan.pieces.size() > 2 ? paragraph_gap(parts) : " ";
  }
  return true;
}

bool add_intro(const Parts& parts, const Words& words, Plan& plan) {
  const std::size_t at = place_behind(plan, 0);
  return add(words, Kind::kIntro, Move::kIntro, at, at == 0 ? " " : paragraph_gap(parts), plan);
}

bool add_ask(const Parts& parts, const Words& words, Plan& plan) {
  return add(words, Kind::kAsk, Move::kAsk, place_behind(plan, 2), paragraph_gap(parts), plan);
}

bool add_way_out(const Parts&, const Words& words, Plan& plan) {
  std::size_t at = plan.pieces.size();
  if (at > 1 && plan.pieces[at - 1].move == Move::kThanks) --at;
  return add(words, Kind::kWayOut, Move::kWayOut, at, " ", plan);
}

void mend_head(const Parts& parts, const Words& words, bool greet, Plan& plan) {
  if (parts.subject_hurts) {
    const auto subject = words.choose(Kind::kSubject);
    const std::size_t label = plan.subject.find(':');
    if (subject && label != std::string::npos) {
      plan.subject = plan.subject.substr(0, label + 1) + " " + *subject;
    }
  }
  // A draft that starts in its own way, "alright mate", is let.
  bool called = false;
  if (!plan.pieces.empty() && plan.pieces.front().unit == 0) {
    const char first = plan.pieces.front().text[0];
    called = parts.vocative || (first >= 'a' && first <= 'z');
  }
  if (parts.greeting_hurts || (greet && !parts.greeting_names && !called)) {
    if (const auto greeting = words.choose(Kind::kGreeting)) plan.greeting = *greeting;
  }
}

}  // namespace rapport::rewrite
