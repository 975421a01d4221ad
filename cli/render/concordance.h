// Prints what `tune try` found: every hit in its line, then the counts.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CLI_RENDER_CONCORDANCE_H_
#define RAPPORT_CLI_RENDER_CONCORDANCE_H_

#include <boost/json.hpp>

#include <string>

#include "cli/terminal.h"
#include "corpus/tuning/try_pattern.h"

namespace rapport::cli {

// `top`: hits to show; the counts are of all.
std::string concordance_for_people(const corpus::Tried& tried, std::size_t top, std::size_t width,
                                   const Paint& paint);
boost::json::object concordance_as_json(const corpus::Tried& tried, std::size_t top);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_RENDER_CONCORDANCE_H_
