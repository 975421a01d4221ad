// The HTML report: what is escaped, its policy, that it is well formed, and that a
// browser shows it without a word of complaint.
#include "corpus/writers/html.h"

#include <cstdlib>

#include "corpus/reports/summary_collector.h"
#include "corpus/reports/templates.h"
#include "corpus/writers/html_assets.h"
#include "corpus/writers/html_parts.h"
#include "corpus/writers/html_sections.h"
#include "tests/corpus/summary_support.h"
#include "tests/support.h"

using namespace rapport;
using tests::Case;

namespace {

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

const std::string kHostile =
    "</script><img src=x onerror=\"alert(1)\"> <b>'quoted'</b> \x1b[31mred \xE2\x80\xAE\x74xt \xE2\x80\xA8 & {{name}} </style>";

// Every section has something in it, all text is hostile.
corpus::Summary full() {
  corpus::SummaryOptions options;
  options.group_by = "sender";
  options.with_edits = true;
  options.least = 2;
  corpus::SummaryCollector collector(tests::built_in_analyzer().lexicon(), options);
  for (int i = 0; i < 12; ++i) {
    Case one(100 * (i % 10), "Hi Ana, we sell very good desks to everybody. " + kHostile);
    one.number(static_cast<std::uint64_t>(i)).between("Noor " + kHostile, "Ana").sent("2026-10-0" + std::to_string(1 + i % 9));
    one.accepted(i % 3 == 0).replied(i % 2 == 0);
    one.signal(i % 2 == 0 ? "pitch.offering" : "personalization.name", "en.x", {0, 7});
    one.signal("pitch.claim", "en.y", {4, 20});
    one.analysis.signals.back().reason = kHostile;
    one.record.id = kHostile;
    one.record.draft.subject = kHostile;
    Edit edit;
    edit.rule = "en.x";
    edit.bytes = {0, 7};
    edit.replacement = kHostile;
    edit.note = kHostile;
    edit.gain = Points{20};
    one.analysis.edits.push_back(edit);
    collector.add(one.seen());
  }
  return collector.finish();
}

std::string run(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  BOOST_TEST_REQUIRE(pipe != nullptr);
  std::string text;
  char buffer[4096];
  while (const std::size_t got = fread(buffer, 1, sizeof buffer, pipe)) text.append(buffer, got);
  pclose(pipe);
  return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html_tests)

BOOST_AUTO_TEST_CASE(texts_are_escaped) {
  struct Row {
    std::string text;
    const char* html;
  };
  const Row rows[] = {
      {"<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"},
      {"a\nb\tc", "a\nb\tc"},
      {std::string("a\0b", 3), "a[U+0000]b"},
      {"\x1b[31m", "[U+001B][31m"},
      {"\xE2\x80\xAE" "abc", "[U+202E]abc"},
      {"\xE2\x80\xA8", "[U+2028]"},
      {"\xC2\x85", "[U+0085]"},
      {"\u00e9\u674e\xF0\x9F\x99\x8F", "\u00e9\u674e\xF0\x9F\x99\x8F"},
      {"a\xff" "b", "a\xEF\xBF\xBD" "b"},
      {"", ""},
  };
  for (const Row& row : rows) BOOST_TEST(corpus::html_text(row.text) == row.html);
}

BOOST_AUTO_TEST_CASE(a_table_tells_what_it_is_sorted_by) {
  corpus::HtmlTable table("A & B", {"Name", ">Count"});
  table.row({corpus::html_cell("<x>"), corpus::html_count(12345)});
  const std::string text = table.text();
  BOOST_TEST(has(text, "<caption>A &amp; B</caption>"), text);
  BOOST_TEST(has(text, "<th scope=\"col\" class=\"n\">Count</th>"), text);
  BOOST_TEST(has(text, "<td>&lt;x&gt;</td><td class=\"n\" data-value=\"12345\">"), text);
}

BOOST_AUTO_TEST_CASE(marks_that_overlap_are_parted) {
  Case one(500, "abcdefghij");
  one.signal("pitch.claim", "r", {2, 6}).signal("courtesy.thanks", "s", {4, 8});
  one.analysis.signals[1].contribution = {10};
  corpus::SummaryCollector collector(tests::built_in_analyzer().lexicon());
  collector.add(one.seen());
  collector.add(Case(100, "x").number(1).seen());
  const corpus::Summary summary = collector.finish();
  BOOST_TEST_REQUIRE(!summary.best.empty());
  const std::string html = corpus::html_marked(summary.best[0]);
  BOOST_TEST(has(html, "ab<mark class=\"against\" title=\"pitch.claim -1.0\">cd</mark><mark class=\"both\""), html);
  BOOST_TEST(has(html, ">ef</mark><mark class=\"for\" title=\"courtesy.thanks +1.0\">gh</mark>ij"), html);
}

BOOST_AUTO_TEST_CASE(charts_have_words) {
  const std::string columns = corpus::column_chart("T<", {{"a", 3, 0.75}, {"b", 1, 0.25}});
  BOOST_TEST(has(columns, "role=\"img\" aria-label=\"T&lt;\""));
  BOOST_TEST(has(columns, "75.0 %"));
  const std::string whiskers = corpus::interval_chart("T", {{"x", 0.1, -0.05, 0.25}});
  BOOST_TEST(has(whiskers, "x: 10.0 (-5.0 to 25.0)"), whiskers);
  BOOST_TEST(corpus::column_chart("T", {}) == "");
}

BOOST_AUTO_TEST_CASE(it_is_well_formed_and_its_policy_is_its_own) {
  const tests::TempDir folder;
  const std::string path = (folder.path() / "report.html").string();
  const corpus::Summary summary = full();
  const std::string page = corpus::summary_html(summary);
  for (const char* id : {"scores", "verdicts", "families", "groups", "templates", "frequency", "outcomes", "edits", "best", "worst"}) {
    BOOST_TEST(has(page, std::string("<h2 id=\"") + id + "\">"), id);
  }
  BOOST_TEST(!has(page, "<img"));
  BOOST_TEST((corpus::summary_html(summary) == page));
  tests::write_file(path, page);
  BOOST_TEST(run("python3 '" + tests::source_dir() + "/tests/corpus/html_referee.py' '" + path + "'") == "\n");
  tests::write_file(path, corpus::summary_html({}));
  BOOST_TEST(run("python3 '" + tests::source_dir() + "/tests/corpus/html_referee.py' '" + path + "'") == "\n");
}

BOOST_AUTO_TEST_CASE(the_referee_sees_faults) {
  const tests::TempDir folder;
  const std::string path = (folder.path() / "report.html").string();
  std::string page = corpus::summary_html(full());
  page.replace(page.find("</main>"), 7, "<h6>x</h6><p onclick=\"x\"><img src=\"y\"></main>");
  page.replace(page.find("\"use strict\""), 12, "\"use strikt\"");
  tests::write_file(path, page);
  const std::string said = run("python3 '" + tests::source_dir() + "/tests/corpus/html_referee.py' '" + path + "'");
  for (const char* fault : {"onclick of <p>", "<img>", "<h6> behind level", "closes another", "not the hash of <script>"}) BOOST_TEST(has(said, fault), said);
}

// Where there is Chromium: no request, no error in the console, and the script ran.
BOOST_AUTO_TEST_CASE(a_browser_shows_it_without_complaint) {
  if (std::system("command -v chromium >/dev/null 2>&1") != 0) {
    BOOST_TEST_MESSAGE("skipped: there is no chromium");
    return;
  }
  const tests::TempDir folder;
  const std::string path = (folder.path() / "report.html").string(), log = (folder.path() / "log").string();
  tests::write_file(path, corpus::summary_html(full()));
  const std::string command = "timeout 50 chromium --headless --no-sandbox --disable-gpu --user-data-dir='" + (folder.path() / "profile").string() +
                              "' --enable-logging=stderr --virtual-time-budget=2000 --dump-dom 'file://";
  const std::string shown = run(command + path + "' 2>'" + log + "'");
  BOOST_TEST(has(shown, "<button type=\"button\">Messages</button>"));
  BOOST_TEST(!has(tests::read_file(log), "CONSOLE"), tests::read_file(log));
  // It would be told of what its policy forbids.
  std::string page = corpus::summary_html(full());
  page.replace(page.find("</main>"), 7, "<img src=\"https://a.example/x.png\"></main>");
  tests::write_file(path, page);
  run(command + path + "' 2>'" + log + "'");
  BOOST_TEST(has(tests::read_file(log), "CONSOLE"));
}

BOOST_AUTO_TEST_SUITE_END()
