// Understanding a draft: its text taken apart into moves, each in the writer's
// own words. Internal to the rewrite layer.
//
// A unit is a sentence of the body, or a few that cannot be parted: lines of one
// wrapped sentence or list, a sentence that ends with a colon and what follows,
// a quotation over several sentences. The writer's own words are cut between
// units only.
//
// Thread rule: pure function of its arguments; plain values.
//
// Example:
//   const Parts parts = understand(input);
//   for (const Unit& unit : parts.units) if (unit.hurts) …
#ifndef RAPPORT_ANALYZER_REWRITE_MOVES_H_
#define RAPPORT_ANALYZER_REWRITE_MOVES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/rewrite/local_edits.h"

namespace rapport::rewrite {

enum class Move : std::uint8_t {
  kGreeting,
  kFound,   // something of the reader's: how the writer came upon them
  kShared,  // what both share
  kWhy,     // why this reader
  kIntro,   // who writes
  kOther,   // says what no signal sees
  kOffer,
  kAsk,     // an ask, or another question
  kThanks,
  kWayOut,  // leaves the reader free
  kSignOff,
  kPitch,
  kFiller,
  kHarm,    // pressure, what is improper, stock lines, style
};

struct Unit {
  ByteSpan span;       // of Document::text
  std::string text;    // of that span, runs of blanks made one
  std::string gap;     // before it: " ", one line end or a blank line; "" for the first
  Move move = Move::kOther;
  Move without_harm = Move::kOther;  // were what hurts cut out
  bool hurts = false;  // holds a negative signal that is no ask and no open slot
  bool tied = false;   // holds a reference, a reason or common ground
  bool hook = false;   // a question that leads into what hurts
  bool leans = false;  // on the unit before it
  int worth = 0;       // tenths of points of the signals in it
  std::size_t sentences = 1;
};

struct Parts {
  std::string subject;      // the subject line, without its end; empty: none
  bool subject_hurts = false;
  std::string greeting;
  bool greeting_hurts = false;
  bool greeting_names = false;  // the reader
  bool vocative = false;        // the body starts with a name of its own
  std::string greeting_gap;     // behind it
  std::vector<Unit> units;      // of the body, in order
  std::string sign_off_gap;     // before it
  std::string sign_off;         // what hurts in it left out, line by line
  std::string tail;             // quoted text behind all
  bool blank_lines = false;     // between paragraphs of the draft
  bool formal = false;
  bool usable = false;          // has a body, and no quoted text inside it
};

Parts understand(const EditInput& input);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_MOVES_H_
