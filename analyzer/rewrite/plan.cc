#include "analyzer/rewrite/plan.h"

#include <algorithm>
#include <utility>

#include "analyzer/advise/tell.h"
#include "analyzer/rewrite/bonds.h"
#include "analyzer/rewrite/candidate.h"
#include "analyzer/rewrite/signs.h"
#include "analyzer/text/fold.h"

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

// Before the first piece of a rank above `last`; at the end if there is none.
std::size_t place_behind(const Parts& parts, const Plan& plan, int last) {
  std::size_t at = plan.pieces.size();
  // "Thanks for the visit." comes first where it came first.
  const std::size_t least = at > 0 && plan.pieces[0].move == Move::kThanks ? 1 : 0;
  while (at > least) {
    // "If not, that is fine. In that case I leave it." goes as one.
    std::size_t head = at - 1;
    while (head > least && plan.pieces[head].own() && unit_of(parts, plan.pieces[head]).leans) --head;
    if (rank(plan.pieces[head].move) <= last) break;
    at = head;
  }
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

bool Plan::speaks_of_reader(const Parts& parts) const {
  return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
    return piece.own() ? unit_of(parts, piece).of_reader : rank(piece.move) == 0;
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

bool Words::greets(const std::string& sentence) const {
  const std::string folded = text::fold_literal(sentence);
  const std::string word = folded.substr(0, folded.find_first_of(" ,.!?"));
  const auto& words = pack.language.greeting;
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool Words::calls_by_name(const std::string& sentence) {
  const std::size_t end = sentence.find_first_of(".!?");
  const std::size_t comma = sentence.rfind(", ", end);
  if (end == std::string::npos || comma == std::string::npos) return false;
  const std::string word = sentence.substr(comma + 2, end - comma - 2);
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z' && word.find(' ') == std::string::npos;
}

bool Words::speaks_of_own(const std::string& sentence) const {
  const std::string folded = text::fold_literal(sentence);
  return starts_with_word(folded, pack.rewrite.ours) || starts_with_word(folded, pack.rewrite.giving);
}

bool Words::takes_leave(const std::string& sentence) const {
  return starts_with_word(text::fold_literal(sentence), pack.language.closing);
}

bool Words::begins_with_sender(const std::string& sentence) const {
  return starts_with_word(text::fold_literal(sentence), pack.sender_words);
}

bool Words::asks_yes_or_no(const std::string& question) const {
  return starts_with_word(text::fold_literal(question), pack.rewrite.yes_or_no);
}

Plan lightest(const Parts& parts) {
  const std::vector<bool> keep = kept(parts);
  Plan plan = head(parts);
  std::string gap;  // the widest of those left out
  for (std::size_t i = 0; i < parts.units.size(); ++i) {
    if (parts.units[i].gap.size() > gap.size()) gap = parts.units[i].gap;
    if (!keep[i]) continue;
    plan.pieces.push_back(piece_of(parts, i));
    plan.pieces.back().gap = gap;
    gap.clear();
  }
  return plan;
}

Plan reader_first(const Parts& parts) {
  const std::vector<bool> keep = kept(parts);
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
    if (i == 0 && unit.move == Move::kThanks) own = 0;
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
  const std::vector<bool> keep = kept(parts);
  int tie = -1;
  int ask = -1;
  for (std::size_t i = 0; i < keep.size(); ++i) {
    const Unit& unit = parts.units[i];
    if (!keep[i] || unit.leans) continue;
    if (unit.of_reader && (tie < 0 || unit.worth > parts.units[static_cast<std::size_t>(tie)].worth)) {
      tie = static_cast<int>(i);
    }
    if (unit.move == Move::kAsk && !unit.of_reader && ask < 0) ask = static_cast<int>(i);
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
  for (int unit : {tie, ask}) {
    if (unit < 0) continue;
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
  if (!add(words, Kind::kTie, Move::kWhy, 0, " ", plan)) return false;
  if (plan.pieces.size() > 1) {
    // A short message is one paragraph.
    plan.pieces[1].gap = plan.pieces.size() > 2 ? paragraph_gap(parts) : " ";
  }
  return true;
}

bool add_intro(const Parts& parts, const Words& words, Plan& plan) {
  const std::size_t at = place_behind(parts, plan, 0);
  return add(words, Kind::kIntro, Move::kIntro, at, at == 0 ? " " : paragraph_gap(parts), plan);
}

bool add_statement(const Parts& parts, const Words& words, Plan& plan) {
  const auto request = std::find_if(plan.pieces.begin(), plan.pieces.end(), [](const Piece& piece) {
    return piece.own() && piece.move == Move::kAsk;
  });
  if (request == plan.pieces.end()) return false;
  const bool told = std::any_of(plan.pieces.begin(), plan.pieces.end(), [&](const Piece& piece) {
    return piece.own() && (unit_of(parts, piece).offering || piece.move == Move::kOffer ||
                           words.speaks_of_own(piece.text));
  });
  if (told) return false;
  const auto at = static_cast<std::size_t>(request - plan.pieces.begin());
  const std::string gap = request->gap;
  if (at > 0) request->gap = " ";
  return add(words, Kind::kStatement, Move::kOther, at, gap, plan);
}

bool add_release(const Words& words, Plan& plan) {
  std::size_t at = plan.pieces.size();
  while (at > 0 && plan.pieces[at - 1].move != Move::kAsk) --at;
  if (at == 0) return false;
  const std::size_t request = at - 1;
  // At the end of its paragraph, before the thanks.
  while (at < plan.pieces.size() && plan.pieces[at].gap == " " && rank(plan.pieces[at].move) < 3 &&
         !words.takes_leave(plan.pieces[at].text)) {
    ++at;
  }
  const std::string& question = plan.pieces[request].text;
  const bool yes_or_no = at == request + 1 && question.ends_with('?') && words.asks_yes_or_no(question);
  return add(words, yes_or_no ? Kind::kWayOut : Kind::kRelease, Move::kWayOut, at, " ", plan);
}

bool add_question(const Parts& parts, const Words& words, Plan& plan) {
  const std::size_t at = place_behind(parts, plan, 2);
  if (!add(words, Kind::kQuestion, Move::kAsk, at, paragraph_gap(parts), plan)) return false;
  add(words, Kind::kWayOut, Move::kWayOut, at + 1, " ", plan);
  return true;
}

bool add_ask(const Parts& parts, const Words& words, Plan& plan) {
  const std::size_t at = place_behind(parts, plan, 2);
  const Piece* before = at > 0 ? &plan.pieces[at - 1] : nullptr;
  const bool near = before && before->own() &&
                    (unit_of(parts, *before).offering || words.speaks_of_own(before->text) ||
                     (before->move == Move::kOffer && !unit_of(parts, *before).of_reader));
  const bool offered = near || std::any_of(plan.pieces.begin(), plan.pieces.end(), [&](const Piece& piece) {
    return piece.own() && unit_of(parts, piece).offering;
  });
  const std::string gap = near ? " " : paragraph_gap(parts);
  if (!add(words, offered ? Kind::kInterest : Kind::kAsk, Move::kAsk, at, gap, plan)) return false;
  if (!plan.has(Move::kWayOut)) add(words, Kind::kWayOut, Move::kWayOut, at + 1, " ", plan);
  return true;
}

void mend_head(const Parts& parts, const Words& words, bool greet, Plan& plan) {
  if (parts.subject_hurts) {
    const auto subject = words.choose(Kind::kSubject);
    const std::size_t label = plan.subject.find(':');
    if (subject && label != std::string::npos) {
      plan.subject = plan.subject.substr(0, label + 1) + " " + *subject;
    }
  }
  // A draft that starts in its own way, "alright mate", or greets in its first
  // sentence is let.
  bool called = false;
  if (!plan.pieces.empty() && plan.pieces.front().unit == 0) {
    const char first = plan.pieces.front().text[0];
    called = (first >= 'a' && first <= 'z') || words.greets(plan.pieces.front().text) ||
             Words::calls_by_name(plan.pieces.front().text);
  }
  // Who sells nothing began as they wanted to, unless nothing is left of it or it
  // begins with themselves.
  const bool abrupt = !plan.pieces.empty() && words.begins_with_sender(plan.pieces.front().text);
  const bool may_greet = greet && (parts.sells || !plan.has_own() || !parts.greeting.empty() || abrupt);
  if (parts.greeting_hurts || (may_greet && !parts.greeting_names && !called)) {
    if (const auto greeting = words.choose(Kind::kGreeting)) plan.greeting = *greeting;
  }
}

}  // namespace rapport::rewrite
