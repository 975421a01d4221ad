// JSON as text, the same bytes everywhere.
//
// Numbers that are no integers have one decimal or as many as they need, never
// an exponent for values of everyday size. Control characters, bidirectional
// controls and U+2028 are escaped, so that a terminal or a script block that
// gets the text is not changed by it; bytes that are no UTF-8 become U+FFFD.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CLI_JSON_TEXT_H_
#define RAPPORT_CLI_JSON_TEXT_H_

#include <boost/json/value.hpp>

#include <string>

#include "analyzer/analysis.h"

namespace rapport::cli {

// One line, or pretty: two spaces an indent. Ends with a newline.
std::string to_text(const boost::json::value& value, bool pretty);

// A points value as a number with one decimal.
double number(Points points);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_JSON_TEXT_H_
