// A summary as Markdown and JSON: shapes, escapes, the same bytes each time.
#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "analyzer/text/fold.h"
#include "corpus/reports/anonymize.h"
#include "corpus/reports/summary_collector.h"
#include "corpus/writers/markdown.h"
#include "corpus/writers/markdown_text.h"
#include "corpus/writers/numbers.h"
#include "corpus/writers/summary_json.h"
#include "tests/corpus/summary_support.h"
#include "tests/support.h"

using namespace rapport;
using corpus::Summary;
using tests::Case;
namespace json = boost::json;

namespace {

const Lexicon& lexicon() {
  static const Lexicon built_in = *Lexicon::built_in();
  return built_in;
}

struct Row {
  const char* name;
  std::string text;
  std::string expected;
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

const Row kInline[] = {
    {"plain", "Hi Ana, how are you? (Fine.)", "Hi Ana, how are you? (Fine.)"},
    {"cell", "a|b", "a\\|b"},
    {"markup", "*x* _y_ `z` ~q~ # h $m$", "\\*x\\* \\_y\\_ \\`z\\` \\~q\\~ \\# h \\$m\\$"},
    {"html", "<img onerror=alert(1)>&lt;", "\\<img onerror=alert(1)\\>\\&lt;"},
    {"link", "![a](http://x.example)", "!\\[a\\](http\\://x.example)"},
    {"bare_link", "www.x.example me@x.example", "www\\.x.example me\\@x.example"},
    {"backslash", "a\\", "a\\\\"},
    {"lines", "a\r\nb\n\n- c", "a b - c"},
    {"lists", "\n - c", "\\- c"},
    {"numbered", " 12. one. 3. two", "12\\. one. 3. two"},
    {"ids", "en.common_ground.now", "en.common_ground.now"},
    {"bidi", "a\u202eb", "a\\<U+202E\\>b"},
    {"no_utf8", "a\xff", "a\ufffd"},
    {"nul", std::string("a\0b", 3), "a\\<U+0000\\>b"},
};

const Row kFenced[] = {
    {"plain", "a\nb", "```text\na\nb\n```\n"},
    {"empty", "", "```text\n```\n"},
    {"fence_inside", "x\n```\n````\n", "`````text\nx\n```\n````\n`````\n"},
    {"line_ends", "a\r\nb\rc", "```text\na\nb\nc\n```\n"},
    {"escape_sequence", "\x1b[31m", "```text\n<U+001B>[31m\n```\n"},
};

// Hostile and full: every section has something.
std::vector<Case> cases() {
  std::vector<Case> out;
  for (int i = 0; i < 120; ++i) {
    Case one(i * 8, "Hi Tessaly, | ```\n<script>alert(" + std::to_string(i) + ")</script>");
    one.number(static_cast<std::uint64_t>(i)).between("Marek <b>", "Tessaly " + std::to_string(i / 3));
    one.record.sent = std::chrono::sys_seconds(std::chrono::hours(24 * 365 * 50 + i * 5));
    one.record.id = "id|" + std::to_string(i);
    one.record.source = "mail.csv";
    one.record.line = static_cast<std::uint64_t>(i) + 2;
    one.record.fields = {{"team", i % 2 == 0 ? "a|b" : "", false}};
    if (i % 2 == 0) one.signal("pitch.offer", "en.pitch.offer.x", {3, 10});
    one.accepted(i % 3 == 0).replied(i % 5 == 0);
    Edit edit;
    edit.rule = "en.pitch.offer.x";
    edit.bytes = {3, 10};
    edit.gain = {15};
    edit.note = "Say *what*.";
    one.analysis.edits.push_back(edit);
    out.push_back(one);
  }
  out.emplace_back();
  out.back().analysis.score.reset();
  out.back().analysis.reason = "empty";
  return out;
}

Summary summary_of(const std::vector<Case>& all, corpus::SummaryOptions options = {.group_by = "team", .with_edits = true}) {
  corpus::SummaryCollector collector(lexicon(), options);
  for (const Case& one : all) collector.add(one.seen());
  corpus::Record broken;
  broken.error = corpus::RecordError{"invalid_json", "x", 0};
  collector.add_error(broken);
  return collector.finish();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(summary_writers_tests)

BOOST_DATA_TEST_CASE(inline_texts, boost::unit_test::data::make(kInline), row) {
  BOOST_TEST(corpus::inline_text(row.text) == row.expected);
}

BOOST_DATA_TEST_CASE(fenced_texts, boost::unit_test::data::make(kFenced), row) {
  BOOST_TEST(corpus::fenced_text(row.text) == row.expected);
}

BOOST_AUTO_TEST_CASE(numbers_have_one_form) {
  BOOST_TEST(corpus::fixed(-0.04, 1) == "0.0");
  BOOST_TEST(corpus::fixed(-0.06, 1) == "-0.1");
  BOOST_TEST(corpus::fixed(1234.5, 0) == "1234");
  BOOST_TEST(corpus::time_text(std::chrono::sys_seconds(std::chrono::seconds(-1))) == "1969-12-31T23:59:59Z");
}

BOOST_AUTO_TEST_CASE(markdown_has_every_section_and_whole_tables) {
  const std::string text = corpus::summary_markdown(summary_of(cases()));
  for (const char* const part : {"# Summary of 122 messages", "could not be read: invalid_json", "not scored: empty", "## Scores",
                                 "## Verdicts", "## Families of signals", "## By team", "a\\|b", "## How often", "### Limits",
                                 "### The same readers", "## Outcomes", "### accepted", "### replied", "## Edits that would gain most",
                                 "## Best messages", "## Worst messages", "observations"}) {
    BOOST_TEST((text.find(part) != std::string::npos), part);
  }
  // All rows of a table have the cells of its head; nothing of the input is markup.
  std::size_t cells = 0;
  bool fenced = false;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) fenced = !fenced || line.starts_with("````text");
    if (fenced || line.find("```") == 0) continue;
    BOOST_TEST((line.find("<script") == std::string::npos || line.find("\\<script") != std::string::npos), line);
    std::size_t bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i) bars += line[i] == '|' && (i == 0 || line[i - 1] != '\\') ? 1 : 0;
    if (bars == 0) cells = 0;
    else if (cells == 0) cells = bars;
    BOOST_TEST(bars == cells, line);
  }
}

BOOST_AUTO_TEST_CASE(nothing_at_all_is_a_summary_too) {
  corpus::SummaryCollector collector(lexicon());
  const Summary none = collector.finish();
  BOOST_TEST((corpus::summary_markdown(none).find("Summary of no messages") != std::string::npos));
  const json::value parsed = json::parse(corpus::summary_json(none));
  BOOST_TEST(parsed.at("all").at("score").at("median").is_null());
  BOOST_TEST(parsed.at("by").is_null());
  BOOST_TEST(parsed.at("edits").is_null());
}

BOOST_AUTO_TEST_CASE(json_says_what_the_summary_says) {
  const Summary summary = summary_of(cases());
  const std::string text = corpus::summary_json(summary);
  BOOST_TEST(std::count(text.begin(), text.end(), '\n') == 1);
  const json::value parsed = json::parse(text);
  BOOST_TEST(parsed.at("schema") == 1);
  BOOST_TEST(parsed.at("lexicon") == json::value(lexicon().hash()));
  BOOST_TEST(parsed.at("records") == 122);
  BOOST_TEST(parsed.at("all").at("scored") == 120);
  BOOST_TEST(parsed.at("all").at("score").at("median").as_double() == 47.6);
  BOOST_TEST(parsed.at("by").at("groups").as_array().size() == 3u - 1);
  BOOST_TEST(parsed.at("outcomes").as_array().size() == 2u);
  BOOST_TEST(parsed.at("best").as_array().size() == 10u);
  BOOST_TEST(parsed.at("best").at(0).at("id") == "id|119");
  BOOST_TEST(parsed.at("edits").at(0).at("messages") == 120);
}

BOOST_AUTO_TEST_CASE(json_has_the_promised_shape) {
  corpus::SummaryCollector none(lexicon());
  corpus::SummaryOptions masked;
  masked.anonymizer = std::make_shared<corpus::Anonymizer>(lexicon());
  const tests::TempDir folder;
  const std::string documents = (folder.path() / "documents").string(), verdicts = (folder.path() / "verdicts").string();
  // The last is of another shape.
  tests::write_file(documents, corpus::summary_json(none.finish()) + corpus::summary_json(summary_of(cases())) +
                                   corpus::summary_json(summary_of(cases(), masked)) + "{\"schema\": 1}\n");
  const std::string root = tests::source_dir();
  const std::string validate = "'" + root + "/tests/cli/validate.py' '" + root + "/docs/schema/summary.schema.json' < '" + documents +
                               "' > '" + verdicts + "'";
  // Debian's python3 has jsonschema; another that comes first may not.
  const bool ran = std::system(("/usr/bin/python3 " + validate).c_str()) == 0 || std::system(("python3 " + validate).c_str()) == 0;
  BOOST_TEST_REQUIRE(ran, "no python3 has jsonschema: apt-get install python3-jsonschema");
  std::istringstream lines(tests::read_file(verdicts));
  std::vector<std::string> said;
  for (std::string line; std::getline(lines, line);) said.push_back(line);
  BOOST_REQUIRE(said.size() == 4u);
  for (std::size_t i = 0; i < 3; ++i) BOOST_TEST(said[i] == "ok");
  BOOST_TEST(said[3] != "ok");
}

BOOST_AUTO_TEST_CASE(the_same_records_are_the_same_bytes) {
  const Summary one = summary_of(cases()), other = summary_of(cases());
  BOOST_TEST((corpus::summary_json(one) == corpus::summary_json(other)));
  BOOST_TEST((corpus::summary_markdown(one) == corpus::summary_markdown(other)));
}

BOOST_AUTO_TEST_CASE(no_planted_name_survives) {
  corpus::SummaryOptions options{.group_by = "owner", .with_edits = true};
  options.anonymizer = std::make_shared<corpus::Anonymizer>(lexicon());
  std::vector<Case> all = cases();
  for (Case& one : all) {
    one.record.draft.context.to.company = "Brindlecorp";
    one.record.draft.text += " tessaly of Brindlecorp: t@brindle.example, +49 170 1234567";
    one.record.id = "Tessaly";
    one.record.source = "Marek.csv";
    one.record.fields.push_back({"owner", "Marek", false});
    one.record.draft.subject = "Tessaly at Brindlecorp";
  }
  const Summary summary = summary_of(all, options);
  for (const std::string& text : {corpus::summary_json(summary), corpus::summary_markdown(summary)}) {
    const std::string folded = text::fold_literal(text);
    for (const char* const name : {"tessaly", "marek", "brindle", "1234567"}) {
      BOOST_TEST((folded.find(name) == std::string::npos), name);
    }
    BOOST_TEST((folded.find("person 1") != std::string::npos));
  }
}

BOOST_AUTO_TEST_SUITE_END()
