// advice.toml: what the loader refuses, each with its place and a caret.
#include <algorithm>

#include "analyzer/lexicon/lexicon_data.h"
#include "tests/support.h"
#include "tests/text_support.h"

using namespace rapport;
namespace bdata = boost::unit_test::data;

namespace {

struct Row : tests::Named {
  std::string rule;
  std::string place;  // ":line:column: "
  std::string says;
};

// Line 1 is the table's name, 2 its code, 3 what the row says.
std::string verdict(const std::string& line, const std::string& reason = "Wait.") {
  return "[[advice]]\ncode = \"x.y\"\n" + line + "\nverdict = \"send\"\nreason = \"" + reason + "\"\n";
}

std::string other(const std::string& table, const std::string& line, const std::string& reason = "Wait.") {
  return "[[" + table + "]]\ncode = \"x\"\n" + line + "\nreason = \"" + reason + "\"\n";
}

const std::vector<Row> kWrong = {
    {{"no TOML"}, "[[advice]]\ncode = \n", ":2:8: ", "L001: not TOML"},
    {{"an unknown table"}, "[[advise]]\ncode = \"x\"\n", ":1:", "L002: unknown key 'advise'; did you mean 'advice'?"},
    {{"an unknown key"}, verdict("belo = 30"), ":3:8: ", "L002: unknown key 'belo'; did you mean 'below'?"},
    {{"an unknown verdict"}, "[[advice]]\ncode = \"x\"\nverdict = \"hold_of\"\nreason = \"Wait.\"\n", ":3:11: ",
     "L005: unknown verdict 'hold_of'; did you mean 'hold_off'?"},
    {{"no verdict"}, "[[advice]]\ncode = \"x\"\nreason = \"Wait.\"\n", ":1:", "L003: 'verdict' is missing here"},
    {{"no reason"}, "[[ground]]\ncode = \"x\"\n", ":1:", "L003: 'reason' is missing here"},
    {{"an empty reason"}, other("ground", "", ""), ":4:10: ", "L003: 'reason' is empty"},
    {{"a verdict of something else"}, other("perception", "verdict = \"send\""), ":3:11: ", "L002: unknown key 'verdict'"},
    {{"a code again"}, verdict("") + verdict(""), ":7:8: ", "L006: code 'x.y' again in [[advice]]"},
    {{"an unknown signal"}, verdict("any = [\"pitch.ofering\"]"), ":3:7: ", "did you mean 'pitch.offering'?"},
    {{"an unknown family"}, verdict("none = [\"comon_ground\"]"), ":3:8: ", "did you mean 'common_ground'?"},
    {{"an unknown channel"}, verdict("channel = [\"inmial\"]"), ":3:11: ", "L005: unknown channel 'inmial'; did you mean 'inmail'?"},
    {{"an unknown tier"}, verdict("tier = [\"premum\"]"), ":3:8: ", "L005: no channel here has a tier 'premum'; did you mean 'premium'?"},
    {{"a tier of another channel"}, verdict("channel = [\"email\"]\ntier = [\"free\"]"), ":4:8: ", "L005: no channel here has a tier 'free'"},
    {{"a score over 100"}, verdict("at_least = 120"), ":3:12: ", "L011: 'at_least' takes a number from -1 to 100"},
    {{"scores that are none"}, verdict("at_least = 60\nbelow = 60"), ":3:12: ", "L011: no score is below 'below'"},
    {{"a figure without a number"}, verdict("where = [\"questions>=\"]"), ":3:9: ", "L024: 'questions>=' is no 'name<number' or 'name>=number'"},
    {{"a figure with another sign"}, verdict("where = [\"questions>4\"]"), ":3:9: ", "L024: 'questions>4' is no"},
    {{"a figure with a word"}, verdict("where = [\"questions<4x\"]"), ":3:9: ", "L024"},
    {{"a figure that is no number"}, verdict("where = [\"questions<nan\"]"), ":3:9: ", "L024"},
    {{"an unknown figure"}, verdict("where = [\"question>=4\"]"), ":3:9: ", "L005: unknown sub-score or feature 'question'; did you mean 'questions'?"},
    {{"neither yes nor no"}, verdict("check = \"ye\""), ":3:9: ", "L005: unknown check 'ye'; did you mean 'yes'?"},
    {{"an unknown fact"}, verdict("given = [\"met_on\"]"), ":3:9: ", "L005: unknown fact 'met_on'; did you mean 'met_at'?"},
    {{"an unknown fact, without"}, verdict("without = [\"mutuel\"]"), ":3:11: ", "did you mean 'mutual'?"},
    {{"a fact without a value"}, verdict("is = [\"last_answer\"]"), ":3:6: ", "L024: 'last_answer' is no 'fact=value'"},
    {{"an unknown fact, is"}, verdict("is = [\"last_anser=no\"]"), ":3:6: ", "L005: unknown fact 'last_anser'; did you mean 'last_answer'?"},
    {{"a value that is none"}, verdict("is = [\"to_seniority=boss\"]"), ":3:6: ", "L005: to_seniority is one of student, "},
    {{"a value that is none, is_not"}, verdict("is_not = [\"intent=sel\"]"), ":3:10: ", "L005: intent is one of advice, "},
    {{"an impossible date"}, verdict("is = [\"today=2026-02-30\"]"), ":3:6: ", "L005: today is a day of the calendar as YYYY-MM-DD, not '2026-02-30'"},
    {{"a no that is unknown"}, verdict("is = [\"to_public_figure=no\"]"), ":3:6: ", "is 'to_public_figure=none'"},
    {{"a list is never none"}, verdict("is = [\"shared=none\"]"), ":3:6: ", "L005: shared cannot be known to be none"},
    {{"either of one"}, verdict("either = \"yes\"\nany = [\"pitch\"]"), ":3:10: ", "L024: 'either' is between 'any' and 'given'"},
    {{"a gap over the career"}, verdict("gap = 11"), ":3:7: ", "L011: 'gap' takes a number from 0 to 10"},
    {{"half a request"}, verdict("requests = 1.5"), ":3:12: ", "L011: 'requests' takes a whole number"},
    {{"days before the first"}, verdict("within_days = -1"), ":3:15: ", "L011: 'within_days' takes a number"},
    {{"an unknown fact that is told"}, verdict("untold = \"They wait.\"", "{to_nme} waits."), ":1:1: ", "L023: unknown fact 'to_nme'; did you mean 'to_name'?"},
    {{"a brace without an end"}, verdict("untold = \"They wait.\"", "{to_name waits."), ":1:1: ", "L023: '{' without '}'"},
    {{"nothing where it cannot be told"}, verdict("", "{to_name} waits."), ":1:", "L003: 'untold' is missing here"},
    {{"facts where they cannot be told"}, verdict("untold = \"{to_name} waits.\"", "{to_name} waits."), ":3:10: ", "L023: 'untold' tells no facts"},
    {{"an unknown time"}, other("plan", "when = \"acepted\""), ":3:8: ", "L005: unknown when 'acepted'; did you mean 'accepted'?"},
    {{"no time"}, other("plan", "days = 3"), ":1:", "L003: 'when' is missing here"},
    {{"too many days"}, other("plan", "when = \"no\"\ndays = 1001"), ":4:8: ", "L011: 'days' takes a number from 0 to 1000"},
    {{"a limit below none"}, other("frequency", "most = -5"), ":3:8: ", "L011: 'most' takes a number"},
    {{"a limit of a perception"}, other("perception", "most = 5"), ":3:8: ", "L002: unknown key 'most'"},
    {{"beside no verdict"}, other("read_back", "beside = [\"sent\"]"), ":3:11: ", "L005: unknown beside 'sent'; did you mean 'send'?"},
    {{"a verdict beside one"}, verdict("beside = [\"send\"]"), ":3:10: ", "L002: unknown key 'beside'"},
};

// All conditions, each in its place.
const char* const kWhole = R"(
[[advice]]
code = "x.y"
verdict = "hold_off"
any = ["pitch"]
none = ["ask.time"]
below = 60
at_least = 20
where = ["restraint<40", "questions>=2.5"]
channel = ["connection_note"]
tier = ["premium"]
over_limit = "no"
check = "no"
given = ["met_at", "mutual"]
without = ["business"]
is = ["met_at=none", "last_answer=none", "previous_requests=none", "to_public_figure=yes", "mutual=none"]
is_not = ["intent=sell"]
either = "yes"
gap = 2
requests = 1
within_days = 7
reason = "{to_name:first} waits."
untold = "They wait."

[[frequency]]
code = "x.y"
most = 5
days = 30
beside = ["send"]
reason = "Five a month."
)";

}  // namespace

BOOST_AUTO_TEST_SUITE(advice_tests)

BOOST_DATA_TEST_CASE(what_is_wrong_is_said_with_its_place, bdata::make(kWrong), row) {
  tests::TempDir dir;
  tests::write_file(dir.path() / "en/advice.toml", row.rule);
  const auto lexicon = Lexicon::load({.folder = dir.path().string()});
  BOOST_TEST_REQUIRE(!lexicon.ok());
  const auto& all = lexicon.diagnostics();
  BOOST_TEST_CONTEXT(all[0].to_string()) {
    BOOST_TEST(std::any_of(all.begin(), all.end(), [&](const Diagnostic& one) {
      const std::string text = one.to_string();
      return text.find("en/advice.toml" + row.place) != std::string::npos && text.find(row.says) != std::string::npos &&
             text.ends_with("^\n");
    }));
  }
}

BOOST_AUTO_TEST_CASE(all_errors_are_said_at_once) {
  tests::TempDir dir;
  tests::write_file(dir.path() / "en/advice.toml", verdict("belo = 1\nis = [\"intent=sel\"]\ntier = [\"x\"]"));
  const auto lexicon = Lexicon::load({.folder = dir.path().string()});
  BOOST_TEST_REQUIRE(!lexicon.ok());
  BOOST_TEST(lexicon.diagnostics().size() == 3u);
}

BOOST_AUTO_TEST_CASE(all_conditions_are_read) {
  tests::TempDir dir;
  tests::write_file(dir.path() / "en/advice.toml", kWhole);
  const auto lexicon = Lexicon::load({.folder = dir.path().string()});
  if (!lexicon.ok()) BOOST_TEST(lexicon.diagnostics()[0].to_string() == "");
  BOOST_TEST_REQUIRE(lexicon.ok());
  const LexiconData& data = lexicon->data();
  const auto& rules = data.packs[static_cast<std::size_t>(data.pack("en"))].advice;
  BOOST_TEST_REQUIRE(rules.size() == 2u);
  const lexicon::AdviceRule& rule = rules[0];
  BOOST_TEST(rule.below == 60);
  BOOST_TEST(rule.at_least == 20);
  BOOST_TEST_REQUIRE(rule.where.size() == 2u);
  BOOST_TEST((rule.where[0].name == "restraint" && rule.where[0].below && rule.where[0].number == 40));
  BOOST_TEST((rule.where[1].name == "questions" && !rule.where[1].below && rule.where[1].number == 2.5));
  BOOST_TEST((rule.over_limit == lexicon::Whether::kNo && rule.check == lexicon::Whether::kNo));
  BOOST_TEST(rule.is.size() == 5u);
  BOOST_TEST((rule.is_not[0] == std::pair<std::string, std::string>("intent", "sell")));
  BOOST_TEST((rule.either && rule.gap == 2 && rule.requests == 1 && rule.within_days == 7));
  BOOST_TEST(rule.untold == "They wait.");
  BOOST_TEST((rules[1].most == 5 && rules[1].days == 30));
  BOOST_TEST(rules[1].beside[0] == "send");
}

BOOST_AUTO_TEST_SUITE_END()
