#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/display.h"
#include "cli/failure.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kMostExcerpt = 120;  // columns of a line of a file

}  // namespace

LexiconSource lexicon_source(const Settings& settings) {
  LexiconSource source{settings.text("lexicons"), settings.flag("lexicons-only")};
  if (source.replace && source.folder.empty()) {
    throw Failure("--lexicons-only needs --lexicons FOLDER");
  }
  return source;
}

Lexicon load_lexicon(const Settings& settings) {
  const Result<Lexicon> lexicon = Lexicon::load(lexicon_source(settings));
  if (!lexicon) throw Diagnosed(diagnostics_text(lexicon.diagnostics()));
  for (const Diagnostic& diagnostic : lexicon.diagnostics()) {
    warn(diagnostics_text({diagnostic}));
  }
  return *lexicon;
}

void warn(const std::string& message) { complain("warning: " + message); }

std::string diagnostics_text(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) {
    // Patterns can be of any length; what the caret points at is shown.
    const std::size_t most = std::max(kMostExcerpt, static_cast<std::size_t>(diagnostic.column) + 40);
    bool first = true;
    for (const std::string& line : split(diagnostic.to_string(), '\n')) {
      if (!out.empty()) out += '\n';
      out += first ? shown_line(line) : shown_line(line, most);
      first = false;
    }
  }
  return out;
}

}  // namespace rapport::cli
