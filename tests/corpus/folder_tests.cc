// Files and folders: order, what is skipped, what is an error record.
#include <algorithm>

#include "corpus/readers/reader.h"

#include "tests/support.h"

using namespace rapport;

namespace {

struct Tree : tests::TempDir {
  void add(const std::string& name, const std::string& content) const { tests::write_file(path() / name, content); }
  // "name:text" or "name!code", in a row; then the files skipped.
  std::string read(const corpus::ReadOptions& options = {}, const std::string& from = "") const {
    const std::string root = path().string() + from;
    const auto reader = corpus::open_reader(root, options);
    std::string out;
    for (corpus::Record record; reader->next(record);) {
      const std::string name = record.source.size() > root.size() ? record.source.substr(root.size() + 1) : "";
      out += name + (record.error ? "!" + record.error->code : ":" + record.draft.text) + " ";
    }
    return out + "skipped " + std::to_string(reader->skipped().files);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(folder_tests)

BOOST_AUTO_TEST_CASE(one_file) {
  using namespace std::string_literals;
  struct Row {
    const char* name;
    std::string content, shown;
  };
  for (const Row& row : std::vector<Row>{
           {"plain", "Hi\nthere\n", ":Hi\nthere\n"},
           {"mark", "\xef\xbb\xbfHi", ":Hi"},
           {"empty", "", ":"},
           {"one_nul", "Hi\0 you there"s, ":Hi\0 you there"s},
           {"utf16_by_mark", "\xff\xfeH\0i\0"s, "!utf16"},
           {"utf16_without", "H\0i\0 \0y\0o\0u\0"s, "!utf16"},
           {"picture", "\x89PNG\r\n\x1a\n"s, "!binary"},
           {"archive", "PK\x03\x04rest", "!binary"},
           {"not_utf8", "Hi \xff", "!invalid_utf8"},
           {"too_large", std::string(2 << 20, 'x'), "!too_large"},
       }) {
    BOOST_TEST_CONTEXT(row.name) {
      const Tree tree;
      tree.add("a.txt", row.content);
      BOOST_TEST((tree.read({.format = "text"}, "/a.txt") == row.shown + " skipped 0"));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_folder_in_order) {
  const Tree tree;
  tree.add("b.txt", "two");
  tree.add("a/z.txt", "one");
  tree.add("c.md", "three");
  tree.add("a/.hidden", "no");
  tree.add("picture", "\x89PNG");
  tree.add("wide.txt", "\xff\xfeH");
  BOOST_TEST(tree.read() == "a/z.txt:one b.txt:two c.md:three wide.txt!utf16 skipped 2");
  BOOST_TEST(tree.read({.globs = {"?.txt"}}) == "a/z.txt:one b.txt:two skipped 4");
}

BOOST_AUTO_TEST_CASE(links_in_a_circle) {
  const Tree tree;
  tree.add("a/b.txt", "one");
  std::filesystem::create_directory_symlink(tree.path(), tree.path() / "a" / "up");
  std::filesystem::create_symlink("nowhere", tree.path() / "broken");
  std::filesystem::create_symlink("a/b.txt", tree.path() / "link.txt");
  BOOST_TEST(tree.read() == "a/b.txt:one link.txt:one skipped 2");
}

BOOST_AUTO_TEST_CASE(many_files_hold_no_descriptors) {
  const Tree tree;
  for (int i = 0; i < 3000; ++i) tree.add(std::to_string(i) + ".txt", "x");
  const auto open_now = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
  };
  const auto before = open_now();
  const auto reader = corpus::open_reader(tree.path().string(), {});
  int count = 0;
  for (corpus::Record record; reader->next(record); ++count) {
    if (count % 500 == 0) BOOST_TEST(open_now() == before);
  }
  BOOST_TEST(count == 3000);
}

BOOST_AUTO_TEST_CASE(several_inputs_one_after_the_other) {
  const Tree tree;
  tree.add("a.ndjson", "{\"text\":\"one\"}\n\n");
  tree.add("b.csv", "text\ntwo\n");
  const std::string root = tree.path().string();
  const auto reader = corpus::open_readers({root + "/a.ndjson", root + "/b.csv"}, {});
  std::string texts;
  for (corpus::Record record; reader->next(record);) texts += record.draft.text + " ";
  BOOST_TEST(texts == "one two ");
  BOOST_TEST(reader->skipped().blank_lines == 1u);
  BOOST_CHECK_THROW(corpus::open_readers({root + "/a.ndjson", root + "/none"}, {}), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
