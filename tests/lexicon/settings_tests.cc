#include "analyzer/lexicon/settings.h"

#include "analyzer/lexicon/flat_toml.h"
#include "analyzer/lexicon/table_reader.h"
#include "tests/support.h"

using namespace rapport;

BOOST_AUTO_TEST_SUITE(settings_tests)

BOOST_AUTO_TEST_CASE(curves_are_linear_between_points_and_flat_outside) {
  const lexicon::Curve curve = {{0, -1}, {10, 0}, {20, 1}};
  struct Row {
    const char* name;
    double x, y;
  };
  for (const Row& row : std::vector<Row>{{"before", -5, -1},
                                         {"first", 0, -1},
                                         {"between", 5, -0.5},
                                         {"point", 10, 0},
                                         {"second_half", 15, 0.5},
                                         {"behind", 99, 1}}) {
    BOOST_TEST_CONTEXT(row.name) {
      BOOST_TEST(lexicon::evaluate(curve, row.x) == row.y, boost::test_tools::tolerance(1e-12));
    }
  }
  BOOST_TEST(lexicon::evaluate({}, 3) == 0);
}

BOOST_AUTO_TEST_CASE(nearest_names) {
  const std::vector<std::string> names = {"personalization", "pitch", "pressure", "style"};
  struct Row {
    const char* name;
    const char* given;
    const char* nearest;
  };
  for (const Row& row : std::vector<Row>{{"one_letter", "pich", "pitch"},
                                         {"british", "personalisation", "personalization"},
                                         {"far", "zzzzzz", ""},
                                         {"equal", "style", "style"}}) {
    BOOST_TEST_CONTEXT(row.name) {
      BOOST_TEST(lexicon::nearest_name(row.given, names) == row.nearest);
    }
  }
}

BOOST_AUTO_TEST_CASE(flat_toml) {
  const auto entries = lexicon::read_flat_toml(
      "color = \"never\"\n[score]\nfail-on = \"error\"\nignore = [\"a\", \"b\"]\nwidth = 80\n", "c.toml");
  BOOST_TEST_REQUIRE(entries.ok());
  BOOST_TEST_REQUIRE(entries->size() == 4u);
  BOOST_TEST((*entries)[1].key == "score.fail-on");
  BOOST_TEST((*entries)[1].line == 3);
  BOOST_TEST((*entries)[2].list);
  BOOST_TEST((*entries)[2].values.size() == 2u);
  BOOST_TEST((*entries)[3].values[0] == "80");

  BOOST_TEST(!lexicon::read_flat_toml("a = [[1]]", "c.toml").ok());
  const auto broken = lexicon::read_flat_toml("a = \n", "c.toml");
  BOOST_TEST_REQUIRE(!broken.ok());
  BOOST_TEST(broken.diagnostics()[0].to_string().starts_with("c.toml:1:"));
}

BOOST_AUTO_TEST_SUITE_END()
