// The HTML report in a real browser: Chromium, where there is one.
#include <cstdlib>
#include <iostream>

#include "corpus/writers/html.h"
#include "tests/corpus/report_support.h"
#include "tests/support.h"

using namespace rapport;

namespace {

// Says so where the suite is left out.
boost::test_tools::assertion_result has_chromium(boost::unit_test::test_unit_id) {
  static const bool has = [] {
    bool found = false;
    for (const char* const name : {"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}) {
      found = found || std::system((std::string("command -v ") + name + " > /dev/null").c_str()) == 0;
    }
    if (!found) std::cerr << "skipped: the report in a browser; no Chromium here (apt-get install chromium)\n";
    return found;
  }();
  return has;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html_browser_tests, *boost::unit_test::precondition(has_chromium))

// No request, no word on the console, no dialog, no element of the input's; ids,
// headings, tables and charts are named; text has contrast, light and dark; nothing
// is wider than a phone; tables sort and filter by the keyboard.
BOOST_AUTO_TEST_CASE(it_loads_without_a_request_or_a_complaint) {
  const std::string said = tests::said_of_pages(
      "report_in_browser.py", {{"plain.html", corpus::summary_html(tests::report_summary(false))},
                               {"hostile.html", corpus::summary_html(tests::report_summary(true))}});
  BOOST_TEST(said == "loaded plain.html\nloaded hostile.html\n");
}

// What the case above would not see, were it blind.
BOOST_AUTO_TEST_CASE(what_is_planted_is_seen) {
  std::string planted = corpus::summary_html(tests::report_summary(false));
  planted.insert(planted.find("<main"),
                 "<img src=http://x.example/a.png onerror=alert(1)><script>alert(2)</script>"
                 "<p style=color:red>x</p><h5>x</h5><div style=width:3000px>x</div>");
  std::string open = planted;
  for (std::size_t at; (at = open.find("'sha256-")) != std::string::npos;) {
    open.replace(at, open.find('\'', at + 1) + 1 - at, "'unsafe-inline'");
  }
  const std::string said = tests::said_of_pages("report_in_browser.py", {{"planted.html", planted}, {"open.html", open}});
  for (const char* const part :
       {"planted.html: a log entry: Executing inline event handler violates", "planted.html: a log entry: Executing inline script violates",
        "planted.html: a log entry: Applying inline style violates", "planted.html: a request to http://x.example/a.png",
        "planted.html: foreign: an element <img", "open.html: a dialog: 2", "open.html: contrast: P.", "open.html: width: "}) {
    BOOST_TEST((said.find(part) != std::string::npos), part << " in:\n" << said);
  }
}

BOOST_AUTO_TEST_SUITE_END()
