// The formats of `score`, held against one another: the same findings at the
// same places, whatever the text is made of.
#include <boost/test/data/test_case.hpp>

#include <cmath>
#include <regex>
#include <set>

#include "analyzer/text/utf8.h"
#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;
namespace json = boost::json;

namespace {

struct Row {
  const char* name;
  std::string text;
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

const Row kTexts[] = {
    {"ASCII", kPitch},
    {"lines", "Hi Priya,\n\nWe help dental clinics like yours.\nDo you have 15 minutes for a quick demo?\n"},
    {"CR LF", "Hi Priya,\r\n\r\nWe help dental clinics like yours.\r\nDo you have 15 minutes for a quick demo?"},
    {"a stretch over two lines", "Hi Priya,\nwe help dental\nclinics. Do you have 15\r\nminutes for a quick demo?"},
    {"emoji", "Hi Priya \U0001F469\u200d\U0001F4BB\U0001F600, we help dental clinics \U0001F680. Do you have 15 minutes for a quick demo?"},
    {"combining marks", "Hi Rene\u0301, n\u0303 we help dental clinics. Do you have 15 minutes for a quick demo?"},
    {"right to left", "\u05e9\u05dc\u05d5\u05dd Priya, we help dental clinics. Do you have 15 minutes for a quick demo?"},
    {"ideographs", "\u4f60\u597d Priya, we help dental clinics. Do you have 15 minutes for a quick demo?"},
    {"byte-order mark", "\xEF\xBB\xBFHi Priya, we help dental clinics. Do you have 15 minutes for a quick demo?"},
    {"empty slot", "Hi [First Name],\nwe help dental clinics. Do you have 15 minutes for a quick demo?"},
};

// The text between two places, 1-based and in code points, as an editor cuts it.
std::string between(const std::string& text, std::size_t line, std::size_t column,
                    std::size_t end_line, std::size_t end_column) {
  std::string out;
  std::size_t at_line = 1, at_column = 1;
  for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < text.size();) {
    const bool begun = at_line > line || (at_line == line && at_column >= column);
    const bool ended = at_line > end_line || (at_line == end_line && at_column >= end_column);
    const std::size_t from = at;
    text::next_code_point(text, at);
    if (begun && !ended) out += text.substr(from, at - from);
    ++at_column;
    if (text[from] != '\n') continue;
    ++at_line;
    at_column = 1;
  }
  return out;
}

std::size_t number(const json::value& value) { return value.to_number<std::size_t>(); }

Ran score_as(const std::string& format, const std::string& text, const Words& more = {}) {
  Words arguments = {"score", "--format", format, "--lang", "en"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return rapport_with(arguments, {.input = text});
}

// All of kTexts at once, as 0.txt, 1.txt, ...
Ran score_all(const std::string& format) {
  const TempDir dir;
  Words arguments = {"score", "--format", format, "--lang", "en"};
  for (std::size_t i = 0; i < std::size(kTexts); ++i) {
    arguments.push_back(std::to_string(i) + ".txt");
    write_file(dir.path() / arguments.back(), kTexts[i].text);
  }
  return rapport_with(arguments, {.folder = dir.path().string()});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formats_tests)

BOOST_DATA_TEST_CASE(places_are_right_in_every_format, bdata::make(kTexts), row) {
  const json::object analysis = object_of(score_as("json", row.text));
  const json::object sarif = object_of(score_as("sarif", row.text));
  const auto lines = lines_of(score_as("line", row.text).out);
  const std::string github = score_as("github", row.text).out;
  const json::object run = sarif.at("runs").at(0).as_object();
  const json::array& rules = run.at("tool").at("driver").at("rules").as_array();
  std::vector<json::object> placed;
  for (const json::value& result : run.at("results").as_array()) {
    BOOST_TEST(rules.at(number(result.at("ruleIndex"))).at("id") == result.at("ruleId"));
    const json::object place = result.at("locations").at(0).at("physicalLocation").as_object();
    if (place.contains("region")) placed.push_back(result.as_object());
  }
  const json::array& signals = analysis.at("signals").as_array();
  BOOST_TEST_REQUIRE(signals.size() >= 2u);
  BOOST_TEST_REQUIRE(placed.size() == signals.size());
  BOOST_TEST(says(sarif.at("version").as_string().c_str(), "2.1.0"));
  BOOST_TEST(run.at("columnKind") == "unicodeCodePoints");
  for (std::size_t i = 0; i < signals.size(); ++i) {
    const json::object& signal = signals[i].as_object();
    const std::string quote = text_of(signal.at("quote"));
    BOOST_TEST_CONTEXT(quote) {
      const json::object region =
          placed[i].at("locations").at(0).at("physicalLocation").at("region").as_object();
      BOOST_TEST(placed[i].at("ruleId") == signal.at("rule"));
      BOOST_TEST(region.at("startLine") == signal.at("line"));
      BOOST_TEST(region.at("startColumn") == signal.at("column"));
      BOOST_TEST(region.at("charOffset") == signal.at("start"));
      BOOST_TEST(number(region.at("charLength")) == number(signal.at("end")) - number(signal.at("start")));
      BOOST_TEST(between(row.text, number(region.at("startLine")), number(region.at("startColumn")),
                         number(region.at("endLine")), number(region.at("endColumn"))) == quote);
      const std::string place = std::to_string(number(signal.at("line"))) + ":" +
                                std::to_string(number(signal.at("column"))) + ": ";
      BOOST_TEST(lines.at(i).starts_with("<stdin>:" + place));
      BOOST_TEST(says(lines.at(i), ": " + text_of(signal.at("rule")) + ": "));
      const std::string level = text_of(placed[i].at("level"));
      BOOST_TEST(says(lines.at(i), place + (level == "note" ? "info" : level) + ": "));
      const std::string title = "title=" + text_of(signal.at("rule")) + "::";
      BOOST_TEST(says(github, title) == (level != "note"));
    }
  }
}

BOOST_AUTO_TEST_CASE(every_line_has_the_compilers_shape) {
  const std::regex shape("[0-9]\\.txt:[1-9][0-9]*:[1-9][0-9]*: (error|warning|info): [a-z_.0-9]+: .+");
  const auto lines = lines_of(score_all("line").out);
  BOOST_TEST(lines.size() > 5 * std::size(kTexts));
  for (const std::string& line : lines) BOOST_TEST(std::regex_match(line, shape), line);
  const Ran empty = score_as("line", "");
  BOOST_TEST(empty.out == "<stdin>:1:1: info: no_score.empty: there is nothing to score: the draft is empty\n");
}

BOOST_AUTO_TEST_CASE(annotations_have_the_runners_shape) {
  const std::regex shape("::(error|warning) file=[0-9]\\.txt,(line=[0-9]+,endLine=[0-9]+,col=[0-9]+,"
                         "(endColumn=[0-9]+,)?)?title=[a-z_.0-9]+::[^\\r\\n]+");
  const auto lines = lines_of(score_all("github").out);
  BOOST_TEST(lines.size() > std::size(kTexts));
  for (const std::string& line : lines) BOOST_TEST(std::regex_match(line, shape), line);
  // endColumn goes with one line only.
  const Ran two = score_as("github", kTexts[3].text);
  BOOST_TEST(std::regex_search(two.out, std::regex("line=2,endLine=3,col=1,title=")));
  BOOST_TEST(score_as("github", "").out == "");
}

BOOST_AUTO_TEST_CASE(levels_say_what_must_be_done) {
  const std::string slot = score_as("line", kTexts[9].text).out;
  BOOST_TEST(std::regex_search(slot, std::regex(":1:4: error: en\\.generic\\.placeholder\\.")));
  const std::string over = score_as("line", repeated(kPitch, 3), {"--channel", "connection_note"}).out;
  BOOST_TEST(says(over, "<stdin>:1:1: error: limit.body: the body has 384 code points, over the limit of 200"));
  BOOST_TEST(says(over, ": warning: en.pitch."));
  BOOST_TEST(says(over, ": info: feature."));
}

BOOST_AUTO_TEST_CASE(a_subject_of_its_own_is_told_apart) {
  const std::string draft = R"({"text": "Hello there, Ana.", "subject": "Do you have 15 minutes?", "channel": "email"})";
  const auto as = [&](const std::string& format) { return score_as(format, draft, {"--json-input"}).out; };
  const json::object analysis = json::parse(as("json")).as_object();
  std::size_t in_subject = 0;
  for (const json::value& signal : analysis.at("signals").as_array()) {
    in_subject += signal.as_object().contains("in");
  }
  BOOST_TEST(in_subject > 0u);
  BOOST_TEST(says(as("line"), ": in the subject: "));
  BOOST_TEST(says(as("github"), "::in the subject: "));
  BOOST_TEST(says(as("sarif"), "\"text\":\"in the subject: "));
  BOOST_TEST(says(as("human"), "\nSubject\n  Do you have 15 minutes?\n"));
}

BOOST_AUTO_TEST_CASE(one_sarif_document_holds_all_drafts) {
  const TempDir dir;
  write_file(dir.path() / "a b\u00e9.txt", kPitch);
  write_file(dir.path() / "c.txt", kPitch);
  const Ran ran = rapport_with({"score", "--format", "sarif", "a b\u00e9.txt", "nowhere", "c.txt"},
                               {.folder = dir.path().string()});
  BOOST_TEST(ran.status == 3);
  std::set<std::string> uris;
  const json::object sarif = object_of(ran);
  for (const json::value& result : sarif.at("runs").at(0).at("results").as_array()) {
    uris.insert(text_of(result.at("locations").at(0).at("physicalLocation").at("artifactLocation").at("uri")));
  }
  BOOST_TEST((uris == std::set<std::string>{"a%20b%C3%A9.txt", "c.txt"}));
}

BOOST_AUTO_TEST_CASE(points_add_up_in_every_report) {
  for (const std::string& line : lines_of(score_all("json").out)) {
    const json::object analysis = json::parse(line).as_object();
    long tenths = std::lround(analysis.at("base").to_number<double>() * 10);
    for (const char* list : {"signals", "features"}) {
      for (const json::value& item : analysis.at(list).as_array()) {
        tenths += std::lround(item.at("contribution").to_number<double>() * 10);
      }
    }
    BOOST_TEST(tenths == std::lround(analysis.at("score").to_number<double>() * 10), line);
  }
}

BOOST_AUTO_TEST_CASE(a_quiet_run_prints_nothing_in_any_format) {
  for (const char* format : {"human", "line", "json", "sarif", "github"}) {
    const Ran ran = score_as(format, kPitch, {"-q"});
    expect_fine(ran);
    BOOST_TEST(ran.out == "");
  }
}

BOOST_AUTO_TEST_SUITE_END()
