// The built-in parts of the report: its markup and its words, which are data.
//
// A part is a stretch of corpus/writers/report/*.html after a line
// <!-- part NAME -->, without white space at its ends. {{name}} in it is a slot.
//
// Thread rule: pure functions.
// Errors: std::logic_error for a part or a slot that is not there, or a slot
// without a value: a fault of the program, whatever the input.
//
// Example:
//   corpus::fill("cell.text", {{"text", "a < b"}}).str();    // "<td>a &lt; b</td>"
#ifndef RAPPORT_CORPUS_WRITERS_HTML_PARTS_H_
#define RAPPORT_CORPUS_WRITERS_HTML_PARTS_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "corpus/writers/html_text.h"

namespace rapport::corpus {

// What stands in a slot. Text is escaped, as line_html; counts are grouped.
struct Slot {
  Slot(std::string_view slot, Html html) : name(slot), value(std::move(html)) {}
  Slot(std::string_view slot, std::string_view text) : Slot(slot, line_html(text)) {}
  Slot(std::string_view slot, const std::string& text) : Slot(slot, std::string_view(text)) {}
  Slot(std::string_view slot, const char* text) : Slot(slot, std::string_view(text)) {}
  Slot(std::string_view slot, std::uint64_t count);

  std::string_view name;
  Html value;
};

Html fill(std::string_view part, std::initializer_list<Slot> slots = {});

// The part "NAME.none", "NAME.one" or "NAME.many", with its {{count}}.
Html counted(std::string_view name, std::uint64_t count);

// Cells of a table. A value is what the table is sorted by, where the text that
// shows does not begin with it.
Html text_cell(const Html& html);
Html words_cell(const Html& html);  // a sentence or more
Html head_cell(const Html& html);
Html number_cell(std::string_view shown);
Html number_cell(std::uint64_t count);
Html number_cell(const Html& shown, double value);
// One decimal; "-" where there is none.
Html points_cell(double value, bool any = true);
// "12.3 %"; "-" where there is no whole.
Html share_cell(double share, bool any = true);

// "1,234 of 5,678 (21.7 %)".
Html part_of_html(std::uint64_t part, std::uint64_t whole);

// "+1,234.5"
std::string signed_grouped(double points);

// An id of the program's for people: "send_without_note" is "send without note".
std::string spoken(std::string_view id);

// A name that may be empty: then the part "none".
Html name_html(std::string_view name);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_HTML_PARTS_H_
