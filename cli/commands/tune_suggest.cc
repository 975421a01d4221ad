#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/failure.h"
#include "cli/nearest.h"
#include "cli/render/suggestions.h"
#include "cli/render/tuning.h"
#include "corpus/tuning/suggest.h"

namespace rapport::cli {
namespace {

// --signal against the taxonomy.
void check_name(const std::string& name, const Lexicon& lexicon) {
  std::vector<std::string> known;
  for (const SignalInfo& signal : lexicon.signals()) {
    if (known.empty() || std::find(known.begin(), known.end(), signal.family) == known.end()) {
      known.push_back(signal.family);
    }
    known.push_back(signal.id);
  }
  if (!name.empty() && std::find(known.begin(), known.end(), name) == known.end()) {
    throw Failure("--signal: " + unknown("signal or family", name, known));
  }
}

// What there must be for there to be anything to compare.
void check_corpus(const corpus::Suggestions& found, const std::string& name) {
  if (name.empty() && (found.good == 0 || found.bad == 0)) {
    throw Failure("nothing to tell apart: " + std::to_string(found.good) +
                  " messages labelled good, " + std::to_string(found.bad) +
                  " labelled bad; it takes both");
  }
  if (!name.empty() && found.marked == 0) {
    throw Failure("--signal reads gold spans, and no message here has 'spans'");
  }
  if (!name.empty() && found.spans == 0) {
    throw Failure("no gold span here is of " + name);
  }
}

}  // namespace

int tune_suggest(const CommandLine& line, Output& out) {
  const Settings settings = load_settings(line, warn);
  const Lexicon lexicon = load_lexicon(settings);
  corpus::SuggestOptions options;
  options.lang = pack_language(settings.text("lang"), lexicon);
  options.name = settings.text("signal");
  options.top = settings.count("top");
  options.min_count = settings.count("min-count");
  check_name(options.name, lexicon);
  const auto records = load_corpus(line.operands, lexicon);
  make_measuring_analyzer(lexicon);  // tells what is wrong with its patterns
  const corpus::Suggestions found = corpus::suggest(records, lexicon, options);
  check_corpus(found, options.name);
  if (settings.text("format") == "json") {
    out.write(report_text(lexicon, suggestions_as_json(found)));
  } else {
    out.write(suggestions_for_people(found, options.name, output_width(settings),
                                     Paint(use_color(settings))));
  }
  return kFine;
}

}  // namespace rapport::cli
