#include "corpus/writers/html_charts.h"

#include <algorithm>
#include <cmath>

#include "corpus/writers/html_parts.h"
#include "corpus/writers/markdown_parts.h"
#include "corpus/writers/numbers.h"

namespace rapport::corpus {
namespace {

// Of a plot of 420 by 214.
constexpr double kLeft = 10, kRatesLeft = 40, kRight = 410, kTop = 30, kBottom = 184, kTickY = 200;

std::string at(double value) { return fixed(value, 2); }

Html chart_cell(const Html& chart) { return fill("cell.chart", {{"chart", chart}}); }

// `more`: another class, after a space.
Html tick(double x, double y, std::string_view anchor, std::string_view label, const char* more = "") {
  return fill("chart.tick", {{"more", Html::markup(more)}, {"x", at(x)}, {"y", at(y)}, {"anchor", anchor}, {"label", label}});
}

}  // namespace

std::string_view tone_of(double contribution) {
  return contribution > 0 ? "for" : contribution < 0 ? "against" : "neutral";
}

Html bar_cell(double share, std::string_view tone) {
  return chart_cell(fill("chart.bar", {{"tone", tone}, {"width", at(std::clamp(share, 0.0, 1.0) * 100)}}));
}

Html box_cell(const Spread& spread) {
  if (spread.count == 0) return chart_cell({});
  return chart_cell(fill("chart.box", {{"low", at(spread.low)},
                                       {"high", at(spread.high)},
                                       {"lower", at(spread.lower_quartile)},
                                       {"width", at(spread.upper_quartile - spread.lower_quartile)},
                                       {"median", at(spread.median)}}));
}

Html whisker_cell(double low, double middle, double high, double from, double to, std::string_view tone) {
  const auto x = [&](double value) { return at(std::clamp((value - from) / (to - from), 0.0, 1.0) * 100); };
  return chart_cell(
      fill("chart.whisker", {{"tone", tone}, {"low", x(low)}, {"at", x(middle)}, {"high", x(high)}, {"zero", x(0)}}));
}

Html band_html(std::size_t ten) {
  const std::string high = ten == 9 ? "100" : std::to_string(ten * 10 + 9) + ".9";
  return fill("band", {{"low", std::to_string(ten * 10)}, {"high", high}});
}

Html histogram(const PointsSpread& score) {
  const auto most = std::max_element(score.tens.begin(), score.tens.end());
  const double step = (kRight - kLeft) / 10;
  Html bars, labels, ticks;
  for (std::size_t i = 0; i < score.tens.size(); ++i) {
    const double height = (kBottom - kTop) * static_cast<double>(score.tens[i]) / static_cast<double>(*most);
    const double share = static_cast<double>(score.tens[i]) / static_cast<double>(score.count);
    const double x = kLeft + step * static_cast<double>(i);
    // Few messages are not none.
    const std::string label = score.tens[i] == 0 ? "" : share < 0.0005 ? "<0.1 %" : fixed(share * 100, share < 0.0995 ? 1 : 0) + " %";
    bars += fill("chart.histogram_bar", {{"x", at(x + 2)},
                                         {"y", at(kBottom - height)},
                                         {"height", at(height)}});
    labels += fill("chart.label", {{"x", at(x + step / 2)}, {"y", at(kBottom - height - 4)}, {"label", label}});
    ticks += tick(x, kTickY, "middle", std::to_string(i * 10));
  }
  ticks += tick(kRight, kTickY, "middle", "100");
  const double median_x = kLeft + score.median * (kRight - kLeft) / 100;
  const std::size_t band = static_cast<std::size_t>(most - score.tens.begin());
  const Html text = fill("chart.histogram_text", {{"median", fixed(score.median, 1)},
                                                  {"lower", fixed(score.lower_quartile, 1)},
                                                  {"upper", fixed(score.upper_quartile, 1)},
                                                  {"most", counted("messages", *most)},
                                                  {"band", band_html(band)}});
  return fill("chart.histogram", {{"text", text},
                                  {"bars", bars},
                                  {"labels", labels},
                                  {"ticks", ticks},
                                  {"median_x", at(median_x)},
                                  {"median_label_x", at(std::clamp(median_x, kLeft + 34, kRight - 34))},
                                  {"median", fixed(score.median, 1)}});
}

Html rates_chart(std::string_view id, const Outcome& outcome, const std::vector<OutcomeRow>& bands) {
  double top = outcome.all.share;
  for (const OutcomeRow& row : bands) top = std::max(top, row.with.high);
  top = std::max(std::ceil(top * 10 - 1e-9) / 10, 0.1);  // the next ten per cent
  const auto y = [&](double share) { return kBottom - (kBottom - kTop) * share / top; };
  Html grid, points, ticks, said;
  for (int i = 0; i <= 2; ++i) {
    const double share = top * i / 2;
    grid += fill("chart.grid", {{"y", at(y(share))}});
    ticks += tick(kRatesLeft - 6, y(share) + 4, "end", fixed(share * 100, 0) + " %");
  }
  const double step = (kRight - kRatesLeft) / static_cast<double>(std::max<std::size_t>(bands.size(), 1));
  double x = kRatesLeft + step / 2;
  bool narrow = false;  // there is no room for it on a phone
  for (const OutcomeRow& row : bands) {
    points += fill("chart.point", {{"x", at(x)},
                                   {"left", at(x - 5)},
                                   {"right", at(x + 5)},
                                   {"y", at(y(row.with.share))},
                                   {"low_y", at(y(row.with.low))},
                                   {"high_y", at(y(row.with.high))}});
    ticks += tick(x, kTickY, "middle", row.name, narrow ? " narrow" : "");
    narrow = !narrow;
    said += Html::markup(" ") + fill("chart.rates_band", {{"band", row.name},
                                                          {"share", percent(row.with.share)},
                                                          {"low", fixed(row.with.low * 100, 1)},
                                                          {"high", percent(row.with.high)}});
    x += step;
  }
  const double all_y = y(outcome.all.share);
  return fill("chart.rates", {{"id", id},
                              {"title", fill("chart.rates_title", {{"name", spoken(outcome.name)}})},
                              {"text", fill("chart.rates_text", {{"all", percent(outcome.all.share)}, {"bands", said}})},
                              {"grid", grid},
                              {"points", points},
                              {"ticks", ticks},
                              {"all", percent(outcome.all.share)},
                              {"all_y", at(all_y)},
                              {"all_label_y", at(all_y - 5)}});
}

}  // namespace rapport::corpus
