#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>

#include "analyzer/analyzer.h"
#include "cli/commands/commands.h"
#include "cli/display.h"
#include "cli/failure.h"

namespace rapport::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kRootFile = "taxonomy.toml";

// The lexicon folder that a rule file stands in: the nearest above it with a
// taxonomy; else, for a folder to be laid over the built-in lexicon, the one
// above the language's.
fs::path root_of(const fs::path& file) {
  std::error_code error;
  const fs::path whole = fs::absolute(file, error).lexically_normal();
  // As the operand was given, so that messages call the file as its user does.
  const auto as_given = [&](const fs::path& folder) {
    if (file.is_absolute()) return folder;
    return folder.lexically_relative(fs::current_path(error));
  };
  for (fs::path folder = whole.parent_path(); folder != folder.parent_path();
       folder = folder.parent_path()) {
    if (fs::is_regular_file(folder / kRootFile, error)) return as_given(folder);
  }
  return as_given(whole.parent_path().parent_path());
}

// What one run of check_lexicon is about.
struct Target {
  LexiconSource source;
  std::vector<std::string> files;
};

std::vector<Target> find_targets(const std::vector<std::string>& operands,
                                 const LexiconSource& named) {
  if (operands.empty()) return {{named, {}}};
  std::vector<Target> out;
  for (const std::string& operand : operands) {
    struct stat status {};
    if (::stat(operand.c_str(), &status) != 0) {
      throw Failure(shown_line(operand) + ": cannot be opened: " + std::strerror(errno));
    }
    if (S_ISDIR(status.st_mode)) {
      if (!named.folder.empty()) throw Failure("give a FOLDER or --lexicons, not both");
      out.push_back({{operand, named.replace}, {}});
      continue;
    }
    if (!S_ISREG(status.st_mode)) throw Failure(shown_line(operand) + ": is not a regular file");
    const fs::path root = named.folder.empty() ? root_of(operand) : fs::path(named.folder);
    std::error_code error;
    const std::string inside = fs::absolute(operand, error)
                                   .lexically_normal()
                                   .lexically_relative(fs::absolute(root, error).lexically_normal())
                                   .string();
    const auto same = std::find_if(out.begin(), out.end(), [&](const Target& target) {
      return target.source.folder == root.string() && !target.files.empty();
    });
    if (same != out.end()) {
      same->files.push_back(inside);
    } else {
      out.push_back({{root.string(), named.replace}, {inside}});
    }
  }
  return out;
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

int tune_check(const CommandLine& line, Output& out) {
  const Settings settings = load_settings(line, warn);
  LexiconSource named{settings.text("lexicons"), settings.flag("lexicons-only")};
  std::size_t errors = 0, warnings = 0, rules = 0, hits = 0, passes = 0;
  for (const Target& target : find_targets(line.operands, named)) {
    const CheckReport report = check_lexicon(target.source, target.files);
    for (const Diagnostic& diagnostic : report.diagnostics) {
      out.write(diagnostics_text({diagnostic}) + "\n");
      ++(diagnostic.severity == Severity::kError ? errors : warnings);
    }
    rules += report.rules;
    hits += report.hits;
    passes += report.passes;
  }
  out.write(counted(rules, "rule") + ", " + counted(hits, "hit") + ", " +
            std::to_string(passes) + (passes == 1 ? " pass" : " passes") + ": " +
            counted(errors, "error") + ", " + counted(warnings, "warning") + "\n");
  return errors > 0 ? kRefused : kFine;
}

}  // namespace rapport::cli
