// Plans: which moves a rewrite makes, in which order and in whose words.
// Internal to the rewrite layer.
//
// A plan holds the writer's own units (Parts::units) and wordings of the pack,
// and nothing else: what a rewrite says comes from one of the two.
//
// Thread rule: pure functions of their arguments; plain values.
//
// Example:
//   Plan plan = reader_first(parts);
//   add_tie(parts, words, plan);
//   const std::string text = realize(parts, plan, pack);
#ifndef RAPPORT_ANALYZER_REWRITE_PLAN_H_
#define RAPPORT_ANALYZER_REWRITE_PLAN_H_

#include <optional>
#include <string>
#include <vector>

#include "analyzer/lexicon/rule.h"
#include "analyzer/rewrite/moves.h"

namespace rapport::rewrite {

struct Piece {
  int unit = -1;     // of Parts::units; -1: a wording of the pack
  std::string text;
  std::string gap;   // before it, unless it comes first
  Move move = Move::kOther;

  bool own() const { return unit >= 0; }
};

struct Plan {
  std::string subject;
  std::string greeting;
  std::vector<Piece> pieces;

  bool has(Move move) const;
  bool has_own() const;
  // Something in it is about the reader, in the writer's words or the pack's.
  bool speaks_of_reader(const Parts& parts) const;
};

// The pack's words, chosen by the draft's own.
struct Words {
  const lexicon::Pack& pack;
  std::string channel;
  std::string draft;  // chooses among variants
  const Context& context;
  bool formal = false;

  // A wording of that move that the draft does not say already, one with facts
  // of the context before one with slots; none if the pack has none.
  std::optional<std::string> choose(lexicon::Wording::Move move) const;
  bool asks_yes_or_no(const std::string& question) const;
  bool speaks_of_own(const std::string& sentence) const;  // "We make ..."
  bool takes_leave(const std::string& sentence) const;    // "All the best for it."
  bool begins_with_sender(const std::string& sentence) const;
  bool greets(const std::string& sentence) const;
  // "Thanks for accepting, Ana!"
  static bool calls_by_name(const std::string& sentence);
};

// What helps and what is neutral, in the draft's order (see bonds.h).
Plan lightest(const Parts& parts);

// The same for the reader: what is of them first, then who writes and what is
// offered, then the question, then the way out.
Plan reader_first(const Parts& parts);

// The unit that says most of the reader, and the question; as little as there can be.
Plan shortest(const Parts& parts);

// Takes out piece `at` and what leans on it.
void drop(const Parts& parts, Plan& plan, std::size_t at);

// Each puts a wording at its place; false where the pack has none.
bool add_tie(const Parts& parts, const Words& words, Plan& plan);
bool add_intro(const Parts& parts, const Words& words, Plan& plan);
// What the writer offers, before their own request; not where it is told.
bool add_statement(const Parts& parts, const Words& words, Plan& plan);
// What there is to ask, where nothing is.
bool add_question(const Parts& parts, const Words& words, Plan& plan);
// Behind what the writer asks for.
bool add_release(const Words& words, Plan& plan);
// With a way out behind it, where the plan has none.
bool add_ask(const Parts& parts, const Words& words, Plan& plan);
// A greeting with a name where there is none; a subject where it hurts.
void mend_head(const Parts& parts, const Words& words, bool greet, Plan& plan);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_PLAN_H_
