// Any bytes are a rule file: loading never crashes, and says why it failed.
//
// The bytes are a file of a small lexicon, that of this project without its
// rules: en/fuzz.toml, or, by the first byte, in the place of another file.
#include <stdlib.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "analyzer/analyzer.h"

namespace {

namespace fs = std::filesystem;

constexpr std::array<const char*, 4> kNames = {"en/fuzz.toml", "en/pack.toml", "weights.toml",
                                               "channels.toml"};
constexpr std::array<const char*, 5> kFiles = {"taxonomy.toml", "evidence.toml", "weights.toml",
                                               "channels.toml", "en/pack.toml"};

// A folder of our own, gone with the process.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "rapport-fuzz-XXXXXX").string();
    if (!mkdtemp(name.data())) std::abort();
    path_ = name;
    fs::create_directory(path_ / "en");
    for (const char* file : kFiles) restore(file);
  }
  // Puts back what the project has under this name, or nothing.
  void restore(const std::string& file) const {
    const fs::path original = fs::path(RAPPORT_LEXICONS) / file;
    fs::remove(path_ / file);
    if (fs::exists(original)) fs::copy_file(original, path_ / file);
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  if (size == 0) return 0;
  const std::string name = kNames[data[0] % kNames.size()];
  std::ofstream(folder.path() / name, std::ios::binary)
      .write(reinterpret_cast<const char*>(data) + 1, static_cast<std::streamsize>(size - 1));

  const auto lexicon = rapport::Lexicon::load({.folder = folder.path().string(), .replace = true});
  bool has_error = false;
  for (const auto& diagnostic : lexicon.diagnostics()) {
    has_error = has_error || diagnostic.severity == rapport::Severity::kError;
    if (diagnostic.message.empty() || diagnostic.code.empty() ||
        diagnostic.to_string().back() != '\n') {
      std::abort();
    }
  }
  // A value or an error, never both, never neither.
  if (lexicon.ok() == has_error) std::abort();

  folder.restore(name);
  return 0;
}
