// Any bytes are a rule file: loading never crashes, and says why it failed.
//
// The bytes are laid over the built-in lexicon as en/fuzz.toml, or, by the first
// byte, in the place of one of its files.
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

// A folder of our own, gone with the process.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "rapport-fuzz-XXXXXX").string();
    if (!mkdtemp(name.data())) std::abort();
    path_ = name;
    fs::create_directory(path_ / "en");
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

constexpr std::array<const char*, 4> kNames = {"en/fuzz.toml", "en/pack.toml", "weights.toml",
                                               "channels.toml"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  if (size == 0) return 0;
  const fs::path file = folder.path() / kNames[data[0] % kNames.size()];
  std::ofstream(file, std::ios::binary)
      .write(reinterpret_cast<const char*>(data) + 1, static_cast<std::streamsize>(size - 1));

  const auto lexicon = rapport::Lexicon::load({.folder = folder.path().string()});
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

  fs::remove(file);
  return 0;
}
