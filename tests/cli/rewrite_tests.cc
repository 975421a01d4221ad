// rapport rewrite: what a pipe gets, all of them, one strategy, JSON, none.
#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace json = boost::json;

namespace {

const std::string kDraft =
    "Hi Dana,\n\nI hope this finds you well. Your paper on night handovers helped our ward. We help "
    "hospitals like yours save 30% on staffing.\n\nBest,\nSam\n";
const std::string kLightest =
    "Hi Dana,\n\nYour paper on night handovers helped our ward. We help hospitals like yours save 30% on staffing. "
    "Shall I tell you more? If not, no answer is needed.\n\nBest,\nSam\n";

Ran rewrite(Words arguments, const std::string& input = kDraft) {
  arguments.insert(arguments.begin(), "rewrite");
  return rapport_with(arguments, {.input = input});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rewrite_tests)

BOOST_AUTO_TEST_CASE(the_best_alone_is_printed) {
  const Ran best = rewrite({});
  expect_fine(best);
  const json::object all = json::parse(rewrite({"--format", "json", "--all"}).out).as_object();
  BOOST_TEST_REQUIRE(all.at("rewrites").as_array().size() > 1u);
  BOOST_TEST(best.out == std::string(all.at("rewrites").at(0).at("text").as_string()) + "\n");
}

BOOST_AUTO_TEST_CASE(a_strategy_is_chosen) {
  const Ran ran = rewrite({"--strategy", "lightest", "--channel", "email"});
  expect_fine(ran);
  BOOST_TEST(ran.out == kLightest);
}

BOOST_AUTO_TEST_CASE(all_stand_under_their_titles) {
  const Ran ran = rewrite({"--all", "--channel", "email"});
  expect_fine(ran);
  BOOST_TEST(says(ran.out, "lightest  "));
  BOOST_TEST(says(ran.out, kLightest));
}

BOOST_AUTO_TEST_CASE(json_says_what_was_scored) {
  const Ran ran = rewrite({"--format", "json", "--channel", "email"});
  expect_fine(ran);
  const json::object out = json::parse(ran.out).as_object();
  BOOST_TEST(out.at("channel").as_string() == "email");
  BOOST_TEST(out.at("rewrites").as_array().size() == 1u);
  const json::object& rewrite = out.at("rewrites").at(0).as_object();
  const double gain = rewrite.at("score").to_number<double>() - out.at("score").to_number<double>();
  BOOST_TEST(gain == rewrite.at("gain").to_number<double>(), boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(none_prints_nothing_and_says_why) {
  const Ran ran = rewrite({}, kLightest);
  BOOST_TEST(ran.status == 1);
  BOOST_TEST(ran.out == "");
  BOOST_TEST(says(ran.err, "there is no better rewrite of this draft, which scores "));
}

BOOST_AUTO_TEST_CASE(none_is_an_empty_list_in_json) {
  const Ran ran = rewrite({"--format", "json"}, "");
  BOOST_TEST(ran.status == 1);
  BOOST_TEST(json::parse(ran.out).at("rewrites").as_array().empty());
  BOOST_TEST(json::parse(ran.out).at("reason").as_string() == "empty");
}

BOOST_AUTO_TEST_CASE(the_shape_of_a_text_that_is_hostile_is_safe_on_a_terminal) {
  const Ran ran = rewrite({"--channel", "email"}, "Hi Dana,\n\nWe help hospitals save 30%. \x1b[31m red talk.\n");
  BOOST_TEST(ran.out.find('\x1b') == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
