// Prints what `tune stats` measured, for people or as JSON.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CLI_RENDER_STATS_H_
#define RAPPORT_CLI_RENDER_STATS_H_

#include <boost/json.hpp>

#include <string>

#include "cli/terminal.h"
#include "corpus/tuning/stats.h"

namespace rapport::cli {

// `top`: rules to show, and of each list behind them. REQUIRES: the rules stand
// in the order in which they are to be shown.
std::string stats_for_people(const corpus::Stats& stats, std::size_t top, std::size_t width,
                             const Paint& paint);
boost::json::object stats_as_json(const corpus::Stats& stats, std::size_t top);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_RENDER_STATS_H_
