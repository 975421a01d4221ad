#include <limits>

#include "cli/commands/commands.h"
#include "cli/failure.h"
#include "cli/render/concordance.h"
#include "cli/render/tuning.h"
#include "corpus/tuning/try_pattern.h"

namespace rapport::cli {

int tune_try(const CommandLine& line, Output& out) {
  if (line.operands.size() < 2) {
    throw Failure("rapport tune try needs a PATTERN and a CORPUS (see: rapport help tune try)");
  }
  const Settings settings = load_settings(line, warn);
  const Lexicon lexicon = load_lexicon(settings);
  const std::string lang = pack_language(settings.text("lang"), lexicon);
  const auto records =
      load_corpus({line.operands.begin() + 1, line.operands.end()}, lexicon);
  make_measuring_analyzer(lexicon);  // tells what is wrong with its patterns
  const auto tried = corpus::try_pattern(line.operands[0], records, lexicon, lang);
  if (!tried) throw Diagnosed(diagnostics_text(tried.diagnostics()));
  const std::size_t top = settings.count("top", std::numeric_limits<std::size_t>::max());
  if (settings.text("format") == "json") {
    out.write(report_text(lexicon, concordance_as_json(*tried, top)));
  } else {
    out.write(concordance_for_people(*tried, top, output_width(settings),
                                     Paint(use_color(settings))));
  }
  return kFine;
}

}  // namespace rapport::cli
