// Lexicon folders to lay over the built-in one, right and wrong.
#ifndef RAPPORT_TESTS_CLI_LEXICONS_H_
#define RAPPORT_TESTS_CLI_LEXICONS_H_

#include <map>
#include <string>

#include "tests/support.h"

namespace rapport::tests {

// One rule that is right, of a word that no other rule has.
inline const std::string kGoodRule = R"([[rule]]
id = "en.pitch.offering.test_rule"
signal = "pitch.offering"
any = ["zork machines"]
hits = ["We sell <<zork machines>>.", "<<Zork machines>> for all."]
passes = ["We sell nothing.", "zorks"]
reason = "A rule of this test."
source = "test"
evidence = "pitch-first"
)";

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error("nothing to replace: " + from);
  return text.replace(at, from.size(), to);
}

// That rule with something else for its pattern, as TOML.
inline std::string with_pattern(const std::string& pattern) {
  return replaced(kGoodRule, "\"zork machines\"", pattern);
}

// A folder "ours" of its own in an empty folder.
struct LexiconDir {
  using Files = std::map<std::string, std::string>;  // by name

  explicit LexiconDir(const Files& files = {}) {
    std::filesystem::create_directories(ours() / "en");
    for (const auto& [name, content] : files) write_file(ours() / name, content);
  }
  std::filesystem::path ours() const { return dir.path() / "ours"; }
  std::string folder() const { return dir.path().string(); }

  TempDir dir;
};

}  // namespace rapport::tests

#endif  // RAPPORT_TESTS_CLI_LEXICONS_H_
