// What one pattern hits, and what is said of a pattern that is none.
#include "corpus/tuning/try_pattern.h"

#include "tuning_support.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;

namespace {

const std::string kRules = rule_of("en.pitch.offering.zork", "pitch.offering", {"zork mill"}) +
                           rule_of("en.ask.time.mill", "ask.time", {"mill"});

const std::string kRecords =
    record_line("one", "A Zork  mill, a zork\nmill.", "bad",
                span_of("A Zork  mill, a zork\nmill.", "Zork  mill", "pitch.offering")) +
    record_line("two", "The zork. Democracy of zorks.", "good", ", \"spans\": []") +
    record_line("three", "> an old zork\nNew text.", "good") +
    R"({"id": "four", "lang": "fi", "text": "zork"})" "\n";

Result<corpus::Tried> run(const std::string& pattern) {
  return corpus::try_pattern(pattern, records_of(kRecords), small_lexicon(kRules), "en");
}

struct Row {
  const char* name;
  const char* pattern;
  const char* code;
  int column;
  const char* part;
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

const Row kRefused[] = {
    {"unknown macro", "a {{gpa1}}call", "L010", 3, "did you mean 'gap1'?"},
    {"unclosed macro", "a {{gap1", "L010", 3, "'{{' without '}}'"},
    {"gap without a bound", "caf\u00e9 .* x", "L014", 6, "bound"},
    {"behind a macro", "{{slot}} .+", "L014", 10, "bound"},
    {"anchor", "^call", "L014", 1, "anchor"},
    {"starts with a gap", "{{w}} call", "L014", 1, "starts with a gap"},
    {"broken", "(?:call", "L012", 0, "missing )"},
    {"look-ahead", "call(?=x)", "L012", 0, "no look-around"},
    {"empty match", "(?:call)?", "L013", 0, "empty string"},
    {"nothing", "", "L013", 0, "empty string"},
    {"bytes", "\xff", "L001", 0, "not UTF-8"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(tuning_try_tests)

BOOST_AUTO_TEST_CASE(hits_stand_in_their_context) {
  const auto tried = run("zorks?(?: mill)?");
  BOOST_TEST_REQUIRE(tried.ok());
  BOOST_TEST_REQUIRE(tried->hits.size() == 4u);  // that of the quoted reply is left out
  BOOST_TEST(tried->hits[0].quote.hit == "Zork  mill");
  BOOST_TEST(tried->hits[0].quote.before == "A ");
  BOOST_TEST(tried->hits[1].quote.hit == "zork\nmill");
  BOOST_TEST(tried->hits[0].span.begin == 2u);
  BOOST_TEST(tried->hits[3].quote.hit == "zorks");
  BOOST_TEST(tried->messages == 2u);
  BOOST_TEST(tried->unread == 1u);
  BOOST_TEST(tried->expanded == "zorks?(?: mill)?");
}

BOOST_AUTO_TEST_CASE(rules_and_gold_under_the_hits_are_told) {
  const auto tried = run("zorks?(?: mill)?");
  BOOST_TEST_REQUIRE(tried.ok());
  BOOST_TEST(tried->rules.at("en.pitch.offering.zork") == 2u);
  BOOST_TEST(tried->rules.at("en.ask.time.mill") == 2u);
  BOOST_TEST(tried->uncovered == 2u);
  const std::vector<std::string> both = {"en.ask.time.mill", "en.pitch.offering.zork"};
  BOOST_TEST(tried->hits[0].rules == both, boost::test_tools::per_element());
  BOOST_TEST(tried->gold.at("pitch.offering") == 1u);
  BOOST_TEST(tried->gold.at("") == 3u);
  BOOST_TEST(tried->marked == 2u);
}

BOOST_AUTO_TEST_CASE(labels_are_counted) {
  const auto tried = run("zork");
  BOOST_TEST(tried->of(corpus::Label::kBad).hits == 2u);
  BOOST_TEST(tried->of(corpus::Label::kBad).messages == 1u);
  BOOST_TEST(tried->of(corpus::Label::kGood).records == 2u);
  BOOST_TEST(tried->of(corpus::Label::kGood).messages == 1u);
  BOOST_TEST(tried->of(corpus::Label::kMixed).records == 0u);
  BOOST_TEST(tried->lift.has_value());
}

BOOST_AUTO_TEST_CASE(a_pattern_is_read_as_in_a_rule) {
  // Folded, with macros, and with token edges: "zorks" is another word.
  BOOST_TEST(run("Z\u00d6RK")->hits.size() == 3u);
  BOOST_TEST(run("a {{w}} mill")->hits.size() == 2u);
  BOOST_TEST(run("demo")->hits.empty());
}

BOOST_DATA_TEST_CASE(what_is_no_pattern_is_refused_with_its_place, bdata::make(kRefused), row) {
  const auto tried = run(row.pattern);
  BOOST_TEST_REQUIRE(!tried.ok());
  BOOST_TEST_REQUIRE(tried.diagnostics().size() == 1u);
  const Diagnostic& diagnostic = tried.diagnostics().front();
  BOOST_TEST(diagnostic.code == row.code);
  BOOST_TEST(diagnostic.column == row.column);
  BOOST_TEST(diagnostic.message.find(row.part) != std::string::npos, diagnostic.message);
}

BOOST_AUTO_TEST_CASE(many_patterns_in_one_go_give_the_same) {
  const auto records = records_of(kRecords);
  const Lexicon lexicon = small_lexicon(kRules);
  const auto together = corpus::try_patterns({"zork", "mill"}, records, lexicon, "en");
  BOOST_TEST_REQUIRE(together.size() == 2u);
  BOOST_TEST(together[0].hits.size() == run("zork")->hits.size());
  BOOST_TEST(together[1].hits.size() == run("mill")->hits.size());
  BOOST_TEST(together[1].expanded == "mill");
}

BOOST_AUTO_TEST_SUITE_END()
