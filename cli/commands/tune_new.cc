#include <boost/json.hpp>

#include "cli/commands/commands.h"
#include "cli/display.h"
#include "cli/failure.h"
#include "cli/render/tuning.h"
#include "cli/write_new.h"
#include "corpus/tuning/scaffold.h"

namespace rapport::cli {

int tune_new(const CommandLine& line, Output& out) {
  const Settings settings = load_settings(line, warn);
  const Lexicon lexicon = load_lexicon(settings);
  const auto rule = corpus::new_rule(repaired(line.operands.at(0)), lexicon);
  if (!rule) throw Diagnosed(diagnostics_text(rule.diagnostics()));
  const std::string file = settings.text("output");
  if (!file.empty()) write_new_file(file, rule->text);
  if (settings.text("format") == "json") {
    boost::json::object body = {{"rule", rule->id}, {"signal", rule->signal}};
    body["file"] = text_or_null(repaired(file));
    body["text"] = rule->text;
    out.write(report_text(lexicon, std::move(body)));
  } else if (file.empty()) {
    out.write(rule->text);
  } else {
    out.write(shown_line(file) + ": written; fill in the empty texts, then: rapport tune check\n");
  }
  return kFine;
}

}  // namespace rapport::cli
