// JSON of one draft, parsed strictly.
//
// What the parser would let pass in silence is refused too: a key that an object
// has twice. Nesting ends at 32 levels.
//
// Thread rule: pure functions.
// Errors: Failure, "NAME:LINE:COLUMN: invalid_json: why", columns in code points.
#ifndef RAPPORT_CLI_JSON_PARSE_H_
#define RAPPORT_CLI_JSON_PARSE_H_

#include <boost/json/value.hpp>

#include <string>

namespace rapport::cli {

// REQUIRES: text is valid UTF-8.
boost::json::value parse_json(const std::string& text, const std::string& name);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_JSON_PARSE_H_
