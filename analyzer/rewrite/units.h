// The units of a draft's body. Internal to the rewrite layer.
//
// A unit is a sentence of the body, or a few that cannot be parted: lines of one
// wrapped sentence or list, a sentence that ends with a colon and what follows,
// a quotation over several sentences. The writer's own words are cut between
// units only.
//
// Thread rule: pure functions of their arguments; plain values.
#ifndef RAPPORT_ANALYZER_REWRITE_UNITS_H_
#define RAPPORT_ANALYZER_REWRITE_UNITS_H_

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/lexicon/settings.h"
#include "analyzer/span.h"
#include "analyzer/text/document.h"
#include "analyzer/text/language_data.h"

namespace rapport::rewrite {

using lexicon::Move;

struct Unit {
  ByteSpan span;       // of Document::text
  std::string text;    // of that span, runs of blanks made one
  std::string gap;     // before it: " ", one line end or a blank line; "" for the first
  Move move = Move::kOther;
  Move without_harm = Move::kOther;  // were what hurts cut out
  bool harmed = false; // holds a negative signal that is no ask and no open slot
  bool hurts = false;  // so that it cannot stay as it is, or is untrue
  bool untrue = false; // claims what the facts do not bear out
  bool offering = false;   // says plainly what is sold, the first that does
  bool tied = false;   // holds a reference, a reason or common ground
  bool of_reader = false;  // tells something of the reader
  bool leaves_open = false;  // "If it is of use, write back."
  bool hook = false;   // a question that leads into what hurts
  bool leans = false;  // on the unit before it
  int worth = 0;       // tenths of points of the signals in it
  std::size_t sentences = 1;
};

// In order; span, text, gap and sentences are set, the rest is not.
std::vector<Unit> find_units(const text::Document& document, const text::LanguageData& language);

// A line of names, roles and addresses and no more: "Laura / Tempo".
bool is_name_line(const text::Document& document, ByteSpan line);

ByteSpan trimmed(const std::string& text, ByteSpan span);
// White space as it is written anew: one space, one line end or a blank line.
std::string plain_gap(std::string_view gap);
// Runs of blanks made one space, line ends kept.
std::string plain_spaces(std::string_view text);

}  // namespace rapport::rewrite

#endif  // RAPPORT_ANALYZER_REWRITE_UNITS_H_
