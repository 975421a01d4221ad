#include "corpus/tuning/weights_file.h"

#include <cstdio>

namespace rapport::corpus {
namespace {

constexpr std::string_view kBegin = "# BEGIN FIT\n";
constexpr std::string_view kEnd = "# END FIT\n";

std::string number(double value) {
  char out[32];
  std::snprintf(out, sizeof out, "%.2f", value == 0 ? 0.0 : value);
  return out;
}

}  // namespace

std::string with_weights(std::string_view file, const FittedWeights& weights,
                         const LexiconData& lexicon, std::string& error) {
  const std::size_t begin = file.find(kBegin);
  const std::size_t end = file.find(kEnd, begin == std::string_view::npos ? 0 : begin);
  if (begin == std::string_view::npos || end == std::string_view::npos ||
      file.find(kBegin, begin + 1) != std::string_view::npos ||
      file.find(kEnd, end + 1) != std::string_view::npos) {
    error = "the lines '# BEGIN FIT' and '# END FIT' must stand in it once each";
    return {};
  }
  std::string out(file.substr(0, begin + kBegin.size()));
  out += "[fitted]\nbase = " + number(weights.base) + "\n\n[fitted.signal]\n";
  for (std::size_t i = 0; i < weights.signals.size(); ++i) {
    out += '"' + lexicon.taxonomy.signals[i].id + "\" = " + number(weights.signals[i]) + '\n';
  }
  out += "\n[fitted.feature]\n";
  for (std::size_t i = 0; i < weights.features.size(); ++i) {
    out += lexicon.weights.features[i].id + " = " + number(weights.features[i]) + '\n';
  }
  out += file.substr(end);
  return out;
}

}  // namespace rapport::corpus
