// docs/statistics.md is what tools/statistics prints with the built program. On
// a difference it is rewritten and the test fails.
#include <array>
#include <cstdio>

#include "tests/support.h"

using namespace rapport;

BOOST_AUTO_TEST_SUITE(statistics_tests)

BOOST_AUTO_TEST_CASE(the_page_is_current) {
  const std::string command =
      "'" + tests::source_dir() + "/tools/statistics' '" RAPPORT_PROGRAM "' 2>&1";
  FILE* pipe = popen(command.c_str(), "r");
  BOOST_TEST_REQUIRE(pipe != nullptr);
  std::string page;
  std::array<char, 4096> buffer{};
  while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), pipe)) {
    page.append(buffer.data(), got);
  }
  BOOST_TEST_REQUIRE(pclose(pipe) == 0, page);
  const std::string path = tests::source_dir() + "/docs/statistics.md";
  if (tests::read_file(path) == page) return;
  tests::write_file(path, page);
  BOOST_TEST(false, "docs/statistics.md was out of date and is rewritten: look at it");
}

BOOST_AUTO_TEST_SUITE_END()
