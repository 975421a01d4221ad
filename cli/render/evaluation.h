// Prints what `tune eval` measured: for people, as JSON, or as Markdown tables.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CLI_RENDER_EVALUATION_H_
#define RAPPORT_CLI_RENDER_EVALUATION_H_

#include <boost/json.hpp>

#include <string>

#include "cli/terminal.h"
#include "corpus/evaluation.h"

namespace rapport::cli {

std::string evaluation_for_people(const corpus::Evaluation& evaluation, const Paint& paint,
                                  std::size_t width);
std::string evaluation_as_markdown(const corpus::Evaluation& evaluation);
boost::json::object evaluation_as_json(const corpus::Evaluation& evaluation);

// "0.94 (0.91-0.96)"; "-" where there is no value.
std::string shown(const corpus::Measure& measure);
std::string shown(const std::optional<double>& value);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_RENDER_EVALUATION_H_
