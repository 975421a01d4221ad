#include "cli/render/rewrites.h"

#include "cli/display.h"
#include "cli/json_text.h"
#include "cli/options.h"
#include "cli/report.h"

namespace rapport::cli {

namespace json = boost::json;

json::array rewrite_list(const std::vector<Rewrite>& rewrites) {
  json::array out;
  for (const Rewrite& rewrite : rewrites) {
    json::array slots;
    for (const std::string& slot : rewrite.slots) slots.emplace_back(slot);
    out.push_back(json::object{{"strategy", rewrite.strategy},
                               {"text", rewrite.text},
                               {"score", number(rewrite.score)},
                               {"gain", number(rewrite.gain)},
                               {"slots", std::move(slots)}});
  }
  return out;
}

std::string message_text(const std::string& text) {
  std::string out;
  for (const std::string& line : split(text, '\n')) out += shown_line(line) + "\n";
  return out;
}

std::string titled_rewrites(const std::vector<Rewrite>& rewrites, const Paint& paint) {
  std::string out;
  for (const Rewrite& rewrite : rewrites) {
    if (!out.empty()) out += "\n";
    out += paint.bold(spoken(rewrite.strategy)) + "  " + points(rewrite.score) + " (" +
           signed_points(rewrite.gain) + ")\n" + message_text(rewrite.text);
  }
  return out;
}

}  // namespace rapport::cli
