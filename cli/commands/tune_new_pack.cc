#include <boost/json.hpp>

#include <algorithm>
#include <filesystem>

#include "cli/commands/commands.h"
#include "cli/display.h"
#include "cli/failure.h"
#include "cli/render/tuning.h"
#include "cli/write_new.h"
#include "corpus/tuning/pack_scaffold.h"

namespace rapport::cli {
namespace {

constexpr const char* kUsualFolder = "lexicons";

// As given, if it is a language tag in its usual case and the lexicon has no pack
// of it yet.
std::string check_tag(const std::string& given, const Lexicon& lexicon) {
  const auto usual = corpus::usual_language_tag(given);
  if (!usual) {
    throw Failure("'" + shown_line(given) + "' is no language tag (BCP 47), such as es or pt-BR");
  }
  if (*usual != given) {
    throw Failure("write the language tag as '" + *usual + "', not '" + shown_line(given) + "'");
  }
  const std::vector<std::string> known = lexicon.languages();
  if (std::find(known.begin(), known.end(), given) != known.end()) {
    throw Failure("there is a pack of '" + given + "' already (see: rapport rules)");
  }
  return given;
}

}  // namespace

int tune_new_pack(const CommandLine& line, Output& out) {
  const Settings settings = load_settings(line, warn);
  const Lexicon lexicon = load_lexicon(settings);
  const std::string lang = check_tag(line.operands.at(0), lexicon);
  const std::string from = pack_language(settings.text("from"), lexicon);
  std::filesystem::path folder = settings.text("output");
  if (folder.empty()) folder = settings.text("lexicons");
  if (folder.empty()) folder = kUsualFolder;
  folder /= lang;
  const auto files = corpus::new_pack(lang, lexicon, from);
  make_new_folder(folder.string());
  boost::json::array written;
  try {
    for (const corpus::PackFile& file : files) {
      write_new_file((folder / file.name).string(), file.content);
      written.emplace_back(file.name);
    }
  } catch (const Failure&) {
    // Half a pack is none: the folder is ours alone, and would be in the way.
    std::error_code error;
    std::filesystem::remove_all(folder, error);
    throw;
  }
  if (settings.text("format") == "json") {
    out.write(report_text(lexicon, {{"lang", lang},
                                    {"from", from},
                                    {"folder", repaired(folder.string())},
                                    {"files", std::move(written)}}));
  } else {
    std::string names;
    for (const corpus::PackFile& file : files) names += (names.empty() ? "" : ", ") + file.name;
    out.write(shown_line(folder.string()) + ": written: " + names +
              "; fill in the empty texts and "
              "lists, then: rapport tune check " +
              shown_line(folder.parent_path().string()) + "\n");
  }
  return kFine;
}

}  // namespace rapport::cli
