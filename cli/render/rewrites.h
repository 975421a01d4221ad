// Whole rewrites as JSON and as text.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CLI_RENDER_REWRITES_H_
#define RAPPORT_CLI_RENDER_REWRITES_H_

#include <boost/json.hpp>

#include <string>
#include <vector>

#include "analyzer/analysis.h"
#include "cli/terminal.h"

namespace rapport::cli {

// The member `rewrites` of docs/schema/analysis.schema.json.
boost::json::array rewrite_list(const std::vector<Rewrite>& rewrites);

// The message alone, safe on a terminal, with a line end.
std::string message_text(const std::string& text);

// Each under a line with its strategy, score and gain, a blank line between.
std::string titled_rewrites(const std::vector<Rewrite>& rewrites, const Paint& paint);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_RENDER_REWRITES_H_
