// Understanding a draft: its text taken apart into moves, each in the writer's
// own words. Internal to the rewrite layer.
//
// Thread rule: pure function of its arguments; plain values.
//
// Example:
//   const Parts parts = understand(input);
//   for (const Unit& unit : parts.units) if (unit.hurts) …
#ifndef RAPPORT_ANALYZER_REWRITE_MOVES_H_
#define RAPPORT_ANALYZER_REWRITE_MOVES_H_

#include <string>
#include <vector>

#include "analyzer/rewrite/local_edits.h"
#include "analyzer/rewrite/units.h"

namespace rapport::rewrite {

struct Parts {
  std::string subject;      // the subject line, without its end; empty: none
  bool subject_hurts = false;
  std::string greeting;
  bool greeting_hurts = false;
  bool greeting_names = false;  // the reader
  std::string greeting_gap;     // behind it
  std::vector<Unit> units;      // of the body, in order
  std::string sign_off_gap;     // before it
  std::string sign_off;         // what hurts in it left out, line by line
  bool sign_off_hurts = false;
  std::string tail;             // quoted text behind all
  bool blank_lines = false;     // between paragraphs of the draft
  bool formal = false;
  bool sells = false;           // something in it makes a pitch
  bool asks_much = false;       // some sentence that does no other harm asks for a favor, time or work
  bool leaves_open = false;     // "If it is of use, write back."
  bool lets_off = false;        // says that a no is fine
  bool asks_nothing = true;     // no question, nothing asked for
  bool usable = false;          // has a body, and no quoted text inside it
};

Parts understand(const EditInput& input);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_MOVES_H_
