// Bytes of an input: plain, compressed, cut short, far too large, changing.
#include "corpus/readers/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>

#include "tests/support.h"

using namespace rapport;

namespace {

std::string all_of(const std::string& path, const corpus::SourceLimits& limits = {}) {
  const auto source = corpus::open_source(path, limits);
  std::string out;
  char some[1000];
  for (std::size_t got; (got = source->read(some, sizeof some)) > 0;) out.append(some, got);
  return out;
}

// What is said where `path` cannot be read; "" where it can.
std::string refusal(const std::string& path, const corpus::SourceLimits& limits = {}) {
  try {
    all_of(path, limits);
  } catch (const corpus::SourceError& error) {
    return error.what();
  }
  return {};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

void run(const std::string& command) { BOOST_TEST_REQUIRE(std::system(command.c_str()) == 0); }

struct Folder : tests::TempDir {
  std::string at(const std::string& name) const { return (path() / name).string(); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(byte_source_tests)

BOOST_AUTO_TEST_CASE(plain_gzip_and_several_members) {
  const Folder folder;
  const std::string content(200000, 'x');
  for (const std::string& text : {std::string(), std::string("a"), std::string("\x1f"), content}) {
    tests::write_file(folder.at("a"), text);
    BOOST_TEST((all_of(folder.at("a")) == text));
    run("gzip -kf '" + folder.at("a") + "'");
    BOOST_TEST((all_of(folder.at("a.gz")) == text));
    run("cat '" + folder.at("a.gz") + "' '" + folder.at("a.gz") + "' > '" + folder.at("b.gz") + "'");
    BOOST_TEST((all_of(folder.at("b.gz")) == text + text));
  }
}

BOOST_AUTO_TEST_CASE(zstandard) {
  const Folder folder;
  // A frame of one raw block, "hello\n", as RFC 8878 lays it out.
  using namespace std::string_literals;
  const std::string frame = "\x28\xb5\x2f\xfd\x20\x06\x31\x00\x00hello\n"s;
  tests::write_file(folder.at("a.zst"), frame);
  BOOST_TEST(all_of(folder.at("a.zst")) == "hello\n");
  tests::write_file(folder.at("b.zst"), frame.substr(0, frame.size() - 2));
  BOOST_TEST(has(refusal(folder.at("b.zst")), "b.zst: is cut short or damaged"));
}

BOOST_AUTO_TEST_CASE(cut_short_and_far_too_large) {
  const Folder folder;
  std::string noise;
  for (unsigned i = 0, x = 1; i < 5000; ++i) noise += static_cast<char>((x = x * 1664525u + 1013904223u) >> 24);
  tests::write_file(folder.at("a"), noise);
  run("gzip -kf '" + folder.at("a") + "'");
  const std::string packed = tests::read_file(folder.at("a.gz"));
  tests::write_file(folder.at("cut.gz"), packed.substr(0, packed.size() / 2));
  BOOST_TEST(has(refusal(folder.at("cut.gz")), "cut.gz: is cut short or damaged"));
  // The checksum, the length, a byte in the middle; zeros behind it are no harm.
  for (const std::size_t at : {packed.size() - 8, packed.size() - 1, packed.size() / 2}) {
    std::string bad = packed;
    bad[at] = static_cast<char>(bad[at] ^ 0x55);
    tests::write_file(folder.at("bad.gz"), bad);
    BOOST_TEST(has(refusal(folder.at("bad.gz")), "bad.gz: is cut short or damaged"), at);
  }
  tests::write_file(folder.at("tape.gz"), packed + std::string(1000, '\0') + packed);
  BOOST_TEST((all_of(folder.at("tape.gz")) == tests::read_file(folder.at("a")) + tests::read_file(folder.at("a"))));

  tests::write_file(folder.at("zeros"), std::string(1 << 20, '\0'));
  run("gzip -kf '" + folder.at("zeros") + "'");
  BOOST_TEST(refusal(folder.at("zeros.gz")) == "");
  BOOST_TEST(has(refusal(folder.at("zeros.gz"), {.ratio_from = 1000}), "more than 100 times"));
  BOOST_TEST(has(refusal(folder.at("zeros.gz"), {.unpacked = 5000}), "more than 5000 bytes"));
  BOOST_TEST(refusal(folder.at("a.gz"), {.ratio_from = 0}) == "");
}

BOOST_AUTO_TEST_CASE(what_is_no_file_is_refused_at_once) {
  const Folder folder;
  BOOST_TEST(has(refusal(folder.at("none")), "none: cannot be opened: No such file"));
  BOOST_TEST(has(refusal(folder.path().string()), "is a folder"));
  BOOST_TEST_REQUIRE(::mkfifo(folder.at("fifo").c_str(), 0600) == 0);
  BOOST_TEST(has(refusal(folder.at("fifo")), "is not a regular file"));
}

BOOST_AUTO_TEST_CASE(a_look_at_standard_input_takes_nothing) {
  const Folder folder;
  tests::write_file(folder.at("a"), "one\ntwo\n");
  run("gzip -kf '" + folder.at("a") + "'");
  for (const char* name : {"a", "a.gz"}) {
    const int kept = ::dup(STDIN_FILENO);
    const int file = ::open(folder.at(name).c_str(), O_RDONLY);
    BOOST_TEST_REQUIRE(::dup2(file, STDIN_FILENO) == STDIN_FILENO);
    const std::string head = corpus::peek_source("-", 100);
    const std::string all = all_of("-");
    if (kept >= 0) ::dup2(kept, STDIN_FILENO);
    ::close(file);
    if (kept >= 0) ::close(kept);
    BOOST_TEST(head.starts_with("one\n"));
    BOOST_TEST(all == "one\ntwo\n");
  }
}

BOOST_AUTO_TEST_CASE(a_file_that_changes_is_told) {
  const Folder folder;
  const auto end_of = [&](auto change) -> std::string {
    tests::write_file(folder.at("a"), "one\n");
    const auto source = corpus::open_source(folder.at("a"));
    char some[100];
    BOOST_TEST(source->read(some, sizeof some) > 0u);
    change();
    try {
      while (source->read(some, sizeof some) > 0) continue;
    } catch (const corpus::SourceError& error) {
      return error.what();
    }
    return {};
  };
  BOOST_TEST(end_of([] {}) == "");
  BOOST_TEST(has(end_of([&] { tests::write_file(folder.at("a"), "one\ntwo\n"); }),
                 "changed while it was read (4 bytes at first, 8 now)"));
  BOOST_TEST(has(end_of([&] {
                   tests::write_file(folder.at("b"), "new\n");
                   std::filesystem::rename(folder.at("b"), folder.at("a"));
                 }),
                 "while it was read"));
}

BOOST_AUTO_TEST_SUITE_END()
