// Prints what `tune diff` found, for people or as JSON.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CLI_RENDER_LEXICON_DIFF_H_
#define RAPPORT_CLI_RENDER_LEXICON_DIFF_H_

#include <boost/json.hpp>

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "corpus/tuning/diff.h"

namespace rapport::cli {

// `top`: messages and rules to show. `figures`: empty where none were asked for.
std::string difference_for_people(const corpus::Difference& difference,
                                  const std::vector<corpus::FigureChange>& figures,
                                  std::size_t top, std::size_t width, const Paint& paint);
boost::json::object difference_as_json(const corpus::Difference& difference,
                                       const std::vector<corpus::FigureChange>& figures,
                                       std::size_t top);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_RENDER_LEXICON_DIFF_H_
