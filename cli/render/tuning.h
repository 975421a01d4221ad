// What the renderers of the tune commands share: numbers, counts and lines of a
// concordance.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CLI_RENDER_TUNING_H_
#define RAPPORT_CLI_RENDER_TUNING_H_

#include <boost/json.hpp>

#include <optional>
#include <string>
#include <string_view>

#include "analyzer/lexicon.h"
#include "cli/terminal.h"
#include "corpus/tuning/contrast.h"
#include "corpus/tuning/quote.h"

namespace rapport::cli {

std::string fixed(double value, int decimals);
// "3 rules", "1 rule"
std::string counted(std::size_t count, const std::string& what);
// "12 good, 3 mixed, 9 bad"; labels that do not occur are left out.
std::string label_counts(std::size_t good, std::size_t mixed, std::size_t bad);
// "2.9 (1.4-6.0)", "0.28 (0.10-0.74)", "-" without one.
std::string shown(const std::optional<corpus::Lift>& lift);

// To a thousandth, whole values as integers; null without one.
boost::json::value rounded(double value);
boost::json::value rounded(const std::optional<double>& value);
boost::json::value text_or_null(std::string_view text);  // null where it is empty
boost::json::value lift_value(const std::optional<corpus::Lift>& lift);
// `body` behind the head that all reports have, as text.
std::string report_text(const Lexicon& lexicon, boost::json::object body);
boost::json::object quote_object(const corpus::Quote& quote);

// The hit in a column of its own, with what fits of its sides:
//   note-7   bad   - …ou have time for a <<quick call>> this week?
// The sign tells what gold spans say: + right, - wrong. With colour the hit is
// coloured by it and has no marks. Ends with a newline.
std::string quote_line(const corpus::Quote& quote, std::size_t indent, std::size_t width,
                       const Paint& paint);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_RENDER_TUNING_H_
