#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/failure.h"
#include "cli/nearest.h"
#include "cli/read_file.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kMostBytes = 1u << 30;

}  // namespace

std::vector<corpus::GoldRecord> load_corpus(const std::vector<std::string>& paths,
                                            const Lexicon& lexicon) {
  if (std::find(paths.begin(), paths.end(), "-") == paths.end()) {
    return load_gold(paths, lexicon, false);
  }
  if (paths.size() > 1) throw Failure("give - for standard input or files, not both");
  auto records = corpus::parse_gold(read_stream("-", "<stdin>", kMostBytes), "<stdin>",
                                    {false, &lexicon});
  if (!records) throw Diagnosed(diagnostics_text(records.diagnostics()));
  if (records->empty()) throw Failure("there are no records in <stdin>");
  return *std::move(records);
}

std::string pack_language(const std::string& asked, const Lexicon& lexicon) {
  const std::vector<std::string> languages = lexicon.languages();
  if (asked.empty()) return languages.front();
  if (std::find(languages.begin(), languages.end(), asked) != languages.end()) return asked;
  throw Failure(unknown("language", asked, languages));
}

}  // namespace rapport::cli
