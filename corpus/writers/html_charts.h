// The charts of the report, as SVG. Those that stand in a row of a table are hidden
// from a screen reader: the row says the same in figures. The others are images
// with a title and a description, and stand beside a table.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CORPUS_WRITERS_HTML_CHARTS_H_
#define RAPPORT_CORPUS_WRITERS_HTML_CHARTS_H_

#include <string_view>
#include <vector>

#include "corpus/reports/summary.h"
#include "corpus/writers/html_text.h"

namespace rapport::corpus {

// How a stretch speaks: "plain", "for", "against", "neutral".
std::string_view tone_of(double contribution);

// A cell with a bar of a share, 0 to 1.
Html bar_cell(double share, std::string_view tone = "plain");
// A cell with lowest, quartiles, median, highest, on 0 to 100. Without any: empty.
Html box_cell(const Spread& spread);
// A cell with an interval on `from` to `to`, and where 0 is if that is within.
Html whisker_cell(double low, double at, double high, double from, double to, std::string_view tone);

// How many messages are in each band of ten points. REQUIRES: score.count > 0.
Html histogram(const PointsSpread& score);
// Rates by band of score with their intervals. `id` is unique in the page.
Html rates_chart(std::string_view id, const Outcome& outcome, const std::vector<OutcomeRow>& bands);

// "40 to 49.9", "90 to 100".
Html band_html(std::size_t ten);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_HTML_CHARTS_H_
