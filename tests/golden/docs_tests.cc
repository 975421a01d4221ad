// The outputs shown in README.md and docs/*.md are what the built program
// prints. A block
//
//   <!-- run -->
//   ```console
//   $ command
//   output
//   ```
//
// is run anew: the blocks of a page one after the other, in one folder of its
// own that holds links to corpus/ and lexicons/. On a difference the page is
// rewritten and the test fails. A line "..." in a block stands for lines left out:
// such an output is cut to the lines before it and one "...".
#include <algorithm>
#include <array>
#include <cstdio>

#include "tests/support.h"

using namespace rapport;

namespace {

constexpr std::string_view kMark = "<!-- run -->\n```console\n$ ";
constexpr std::string_view kEnd = "\n```\n";
constexpr std::string_view kCut = "...\n";

// What a shell in `folder` shows for `command`, rapport being the built program.
std::string shown(const std::filesystem::path& folder, const std::string& command) {
  const std::filesystem::path script = folder / ".command";
  tests::write_file(script, "cd '" + folder.string() +
                                "'\nrapport() { '" RAPPORT_PROGRAM "' \"$@\"; }\n"
                                "export NO_COLOR=1 COLUMNS=80 LC_ALL=C.UTF-8 HOME=/nonexistent "
                                "XDG_CONFIG_HOME=/nonexistent\nunset RAPPORT_CONFIG\n" +
                                command + "\n");
  FILE* pipe = popen(("bash '" + script.string() + "' 2>&1").c_str(), "r");
  BOOST_TEST_REQUIRE(pipe != nullptr);
  std::string out;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe)) {
    out.append(buffer.data(), got);
  }
  pclose(pipe);
  if (!out.empty() && !out.ends_with('\n')) out += '\n';
  return out;
}

// As many lines of `output` as `old` shows before its "...".
std::string cut_like(const std::string& output, const std::string& old) {
  const std::size_t cut = ("\n" + old).find("\n" + std::string(kCut));
  if (cut == std::string::npos) return output;
  auto lines = std::count(old.begin(), old.begin() + static_cast<std::ptrdiff_t>(cut), '\n');
  std::size_t at = 0;
  while (lines-- > 0 && at < output.size()) at = output.find('\n', at) + 1;
  return output.substr(0, at) + std::string(kCut);
}

std::string rerun(std::string page, int& blocks) {
  tests::TempDir folder;
  for (const char* name : {"corpus", "lexicons"}) {
    std::filesystem::create_symlink(tests::source_dir() + "/" + name, folder.path() / name);
  }
  for (std::size_t at = page.find(kMark); at != std::string::npos; at = page.find(kMark, at)) {
    const std::size_t begin = at + kMark.size();
    const std::size_t end = page.find(kEnd, begin);
    BOOST_TEST_REQUIRE(end != std::string::npos);
    const std::string block = page.substr(begin, end + 1 - begin);
    // A command goes on over lines that end with a backslash.
    std::size_t line = block.find('\n');
    while (line > 0 && block[line - 1] == '\\') line = block.find('\n', line + 1);
    // ... and over the lines of a document that stands in it.
    if (block.substr(0, line).find("<<'RULE'") != std::string::npos) {
      line = block.find("\nRULE\n") + 5;
    }
    const std::string command = block.substr(0, line);
    const std::string output = cut_like(shown(folder.path(), command), block.substr(line + 1));
    page.replace(begin, end + 1 - begin, command + "\n" + output);
    at = begin;
    ++blocks;
  }
  return page;
}

std::vector<std::filesystem::path> pages() {
  std::vector<std::filesystem::path> out = {tests::source_dir() + "/README.md"};
  for (const auto& entry : std::filesystem::directory_iterator(tests::source_dir() + "/docs")) {
    if (entry.path().extension() == ".md") out.push_back(entry.path());
  }
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(docs_tests)

BOOST_AUTO_TEST_CASE(outputs_are_what_the_program_prints) {
  int blocks = 0;
  for (const std::filesystem::path& path : pages()) {
    const std::string before = tests::read_file(path);
    const std::string after = rerun(before, blocks);
    if (before == after) continue;
    tests::write_file(path, after);
    BOOST_TEST(false, path.filename().string() << " was out of date and is rewritten: look at it");
  }
  BOOST_TEST(blocks >= 2);
}

BOOST_AUTO_TEST_SUITE_END()
