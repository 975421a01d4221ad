// Prints what `tune suggest` found. For people it is a TOML file: what is told of
// a rule stands in comments above it, so that the whole can go into a rule file.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CLI_RENDER_SUGGESTIONS_H_
#define RAPPORT_CLI_RENDER_SUGGESTIONS_H_

#include <boost/json.hpp>

#include <string>

#include "cli/terminal.h"
#include "corpus/tuning/suggest.h"

namespace rapport::cli {

// `name`: the dotted id or family that was asked for; empty: good against bad.
std::string suggestions_for_people(const corpus::Suggestions& found, const std::string& name,
                                   std::size_t width, const Paint& paint);
boost::json::object suggestions_as_json(const corpus::Suggestions& found);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_RENDER_SUGGESTIONS_H_
