#include "analyzer/advise/tell.h"

#include <algorithm>

#include "analyzer/text/fold.h"

namespace rapport::advise {
namespace {

constexpr std::size_t kMostBytes = 100;
constexpr std::string_view kUnfit = "[]{}<>%\n\r\t";

std::string first_word(const std::string& value) { return value.substr(0, value.find(' ')); }

std::string bare(const std::string& value, const std::vector<std::string>& determiners) {
  const std::size_t space = value.find(' ');
  if (space == std::string::npos) return value;
  const std::string first = text::fold_literal(value.substr(0, space));
  const bool drops = std::find(determiners.begin(), determiners.end(), first) != determiners.end();
  return drops ? value.substr(space + 1) : value;
}

}  // namespace

std::optional<std::string> with_facts_told(const std::string& wording, const Context& context,
                                           const std::vector<std::string>& determiners) {
  std::string out;
  for (std::size_t at = 0; at < wording.size();) {
    const std::size_t open = std::min(wording.find('{', at), wording.size());
    out += wording.substr(at, open - at);
    if (open == wording.size()) break;
    const std::size_t close = wording.find('}', open);
    const std::string inside = wording.substr(open + 1, close - open - 1);
    const std::size_t colon = std::min(inside.find(':'), inside.size());
    const auto values = fact_values(context, inside.substr(0, colon));
    if (!values || values->empty()) return std::nullopt;
    std::string value = values->front();
    if (value.size() > kMostBytes || value.find_first_of(kUnfit) != std::string::npos) return std::nullopt;
    const std::string_view form = std::string_view(inside).substr(colon);
    if (form == ":first") value = first_word(value);
    if (form == ":bare") value = bare(value, determiners);
    while (value.ends_with('.') || value.ends_with(' ')) value.pop_back();
    out += value;
    at = close + 1;
  }
  return out;
}

}  // namespace rapport::advise
