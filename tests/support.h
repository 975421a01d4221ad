// What several suites share: files of the tree, the samples, golden files.
#ifndef RAPPORT_TESTS_SUPPORT_H_
#define RAPPORT_TESTS_SUPPORT_H_

#include <boost/json.hpp>
#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "analyzer/analyzer.h"

namespace rapport::tests {

inline std::string source_dir() { return RAPPORT_SOURCE_DIR; }

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void write_file(const std::filesystem::path& path, const std::string& content) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << content;
}

// A folder of its own, gone at the end of the scope.
class TempDir {
 public:
  TempDir() {
    std::string name = (std::filesystem::temp_directory_path() / "rapport-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    path_ = name;
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  ~TempDir() { std::filesystem::remove_all(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Sample {
  std::string id;
  Draft draft;
};

// All records of corpus/samples/*.jsonl, in the order of the files.
inline std::vector<Sample> samples() {
  std::vector<Sample> out;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() + "/corpus/samples")) {
    if (entry.path().extension() != ".jsonl") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      const boost::json::object record = boost::json::parse(line).as_object();
      Sample sample;
      sample.id = record.at("id").as_string().c_str();
      sample.draft.text = record.at("text").as_string().c_str();
      sample.draft.channel = record.at("channel").as_string().c_str();
      out.push_back(std::move(sample));
    }
  }
  BOOST_TEST_REQUIRE(out.size() >= 20u);
  return out;
}

// One Analyzer with the built-in lexicon for all suites of a program.
inline const Analyzer& built_in_analyzer() {
  static const Result<Analyzer> analyzer = Analyzer::create();
  BOOST_TEST_REQUIRE(analyzer.ok());
  return *analyzer;
}

// Compares with tests/golden/<name>. On a difference the file is rewritten and
// the test fails, so that a change shows in the working tree.
inline void check_golden(const std::string& name, const std::string& actual) {
  const std::filesystem::path path = std::filesystem::path(source_dir()) / "tests/golden" / name;
  const std::string expected = read_file(path);
  if (expected == actual) return;
  write_file(path, actual);
  BOOST_TEST(false, "tests/golden/" << name << " was out of date and is rewritten: look at it");
}

// Small, seeded, the same on every machine: SplitMix64.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) { return next() % n; }
  template <typename T>
  const T& pick(const std::vector<T>& items) {
    return items[below(items.size())];
  }

 private:
  std::uint64_t state_;
};

// A rule's example without its marks.
inline std::string unmarked(std::string text) {
  for (const char* mark : {"<<", ">>"}) {
    const std::size_t at = text.find(mark);
    if (at != std::string::npos) text.erase(at, 2);
  }
  return text;
}

}  // namespace rapport::tests

#endif  // RAPPORT_TESTS_SUPPORT_H_
