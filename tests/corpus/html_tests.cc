// A summary as HTML: what is escaped, what is well formed, the same bytes each time.
#include <algorithm>

#include "corpus/reports/summary_collector.h"
#include "corpus/writers/html.h"
#include "corpus/writers/html_parts.h"
#include "corpus/writers/html_text.h"
#include "tests/corpus/report_support.h"
#include "tests/support.h"

using namespace rapport;
using corpus::Html;
using corpus::Summary;

namespace {

struct Row {
  const char* name;
  std::string text;
  std::string line;   // in a cell or an attribute
  std::string block;  // where white space is kept
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

std::string ctl(const std::string& code) { return "<span class=\"ctl\">" + code + "</span>"; }

const Row kTexts[] = {
    {"plain", "Hi Ana, 2 = 2; see (a)", "Hi Ana, 2 = 2; see (a)", "Hi Ana, 2 = 2; see (a)"},
    {"empty", "", "", ""},
    {"elements", "<b>&lt;</b>", "&lt;b&gt;&amp;lt;&lt;/b&gt;", "&lt;b&gt;&amp;lt;&lt;/b&gt;"},
    {"end_of_script", "</script>", "&lt;/script&gt;", "&lt;/script&gt;"},
    {"handler", "<img onerror=x>", "&lt;img onerror=x&gt;", "&lt;img onerror=x&gt;"},
    {"lone_quotes", "\"'`", "&quot;&#39;&#96;", "&quot;&#39;&#96;"},
    {"slot", "{{text}}", "{{text}}", "{{text}}"},
    {"white_space", " a \t\r\n b ", "a b", " a \t\n b "},
    {"line_ends", "a\r\nb\rc\nd", "a b c d", "a\nb\nc\nd"},
    {"escape_sequence", "\x1b[31m", "&lt;U+001B&gt;[31m", ctl("U+001B") + "[31m"},
    {"nul", std::string("a\0b", 3), "a&lt;U+0000&gt;b", "a" + ctl("U+0000") + "b"},
    {"c1", "\u0085", "&lt;U+0085&gt;", ctl("U+0085")},
    {"bidi", "\u202ea\u2066", "&lt;U+202E&gt;a&lt;U+2066&gt;", ctl("U+202E") + "a" + ctl("U+2066")},
    {"separators", "a\u2028\u2029", "a&lt;U+2028&gt;&lt;U+2029&gt;", "a" + ctl("U+2028") + ctl("U+2029")},
    {"zero_width", "d\u200bemo\ufeff", "d&lt;U+200B&gt;emo&lt;U+FEFF&gt;", "d" + ctl("U+200B") + "emo" + ctl("U+FEFF")},
    {"joiner_in_a_word", "d\u200demo", "d&lt;U+200D&gt;emo", "d" + ctl("U+200D") + "emo"},
    {"joiner_of_emoji", "\U0001F469\u200D\U0001F4BB", "\U0001F469\u200D\U0001F4BB", "\U0001F469\u200D\U0001F4BB"},
    {"joiner_at_an_end", "\u00e9\u200d", "\u00e9&lt;U+200D&gt;", "\u00e9" + ctl("U+200D")},
    {"tags", "\U000E0041", "&lt;U+E0041&gt;", ctl("U+E0041")},
    {"no_utf8", "a\xff\xc0z", "a\ufffd\ufffdz", "a\ufffd\ufffdz"},
    {"no_ascii", "\u00e9 \u05d0 \u65e5", "\u00e9 \u05d0 \u65e5", "\u00e9 \u05d0 \u65e5"},
};

// Without the style and the script, which have tests of their own.
std::string without_assets(std::string page) {
  for (const auto& [open, close] : {std::pair("<style>", "</style>"), std::pair("<script>", "</script>")}) {
    const std::size_t begin = page.find(open) + std::string(open).size();
    page.erase(begin, page.find(close) - begin);
  }
  for (std::size_t at; (at = page.find("'sha256-")) != std::string::npos;) page.erase(at, page.find("'", at + 1) + 1 - at);
  return page;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(html_tests)

BOOST_DATA_TEST_CASE(texts_are_escaped, boost::unit_test::data::make(kTexts), row) {
  BOOST_TEST(corpus::line_html(row.text).str() == row.line);
  BOOST_TEST(corpus::block_html(row.text).str() == row.block);
}

BOOST_AUTO_TEST_CASE(slots_are_filled_once_and_escaped) {
  BOOST_TEST(corpus::fill("cell.text", {{"text", "{{text}} <b>"}}).str() == "<td>{{text}} &lt;b&gt;</td>");
  BOOST_TEST(corpus::fill("cell.text", {{"text", std::uint64_t{1234567}}}).str() == "<td>1,234,567</td>");
  BOOST_CHECK_THROW(corpus::fill("cell.text"), std::logic_error);
  BOOST_CHECK_THROW(corpus::fill("no such part"), std::logic_error);
  BOOST_TEST(corpus::counted("messages", 0).str() == "no messages");
  BOOST_TEST(corpus::counted("messages", 1).str() == "1 message");
  BOOST_TEST(corpus::counted("messages", 2000).str() == "2,000 messages");
}

BOOST_AUTO_TEST_CASE(a_report_of_every_section) {
  tests::check_golden("report.html", without_assets(corpus::summary_html(tests::report_summary(false))));
}

BOOST_AUTO_TEST_CASE(the_same_summary_is_the_same_bytes) {
  BOOST_TEST((corpus::summary_html(tests::report_summary(true)) == corpus::summary_html(tests::report_summary(true))));
}

BOOST_AUTO_TEST_CASE(whatever_bytes_come_no_markup_comes_of_them) {
  const std::vector<std::string> pieces = {"<", ">", "&", "\"", "'", "`", "/", "script", "a", " ", "\n", "\r", "\t", "lt;",
                                           std::string("\0", 1), "\x1b", "\xff", "\xe2\x80", "\xae", "\u202e", "\u200d",
                                           "\u2028", "\u00e9", "\U0001F469", "\U000E0041", "{{", "}}", "<!--", "]]>"};
  tests::Random random(1);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = random.below(12); i > 0; --i) text += random.pick(pieces);
    std::string block = corpus::block_html(text).str();
    for (const std::string& own : {std::string("<span class=\"ctl\">"), std::string("</span>")}) {
      for (std::size_t at; (at = block.find(own)) != std::string::npos;) block.erase(at, own.size());
    }
    for (const std::string& html : {corpus::line_html(text).str(), block}) {
      bool plain = html.find_first_of("<>\"'`\r\x1b") == std::string::npos && html.find('\0') == std::string::npos;
      for (std::size_t at = html.find('&'); at != std::string::npos; at = html.find('&', at + 1)) {
        const std::string reference = html.substr(at, html.find(';', at) - at + 1);
        plain = plain && (reference == "&amp;" || reference == "&lt;" || reference == "&gt;" || reference == "&quot;" ||
                          reference == "&#39;" || reference == "&#96;");
      }
      if (!plain) BOOST_TEST_REQUIRE(plain, html);
    }
  }
}

BOOST_AUTO_TEST_CASE(signals_that_overlap_are_marked_in_stretches) {
  Summary summary;
  corpus::Example one;
  one.text = "abcdef";
  one.marks = {{{0, 4}, "a.one", "", "One \"quoted\"", {10}}, {{2, 6}, "b.two", "", "Two", {-5}}, {{2, 2}, "c.none", "", "No width", {0}}};
  summary.best = {one};
  const std::string page = corpus::summary_html(summary);
  const auto ref = [](const std::string& number, const std::string& sign, const std::string& speaks) {
    return "<sup><span aria-hidden=\"true\">&#" + sign + ";&#xFE0E;</span><span class=\"sr\"> (" + speaks + ", signal </span>" +
           number + "<span class=\"sr\">) </span></sup>";
  };
  for (const std::string& part :
       {std::string("<mark class=\"for\" title=\"1: a.one +1.0, One &quot;quoted&quot;\">ab</mark>"
                    "<mark class=\"both\" title=\"1: a.one +1.0, One &quot;quoted&quot;\n2: b.two -0.5, Two\">cd") +
            ref("1", "9650", "for it") + "</mark><mark class=\"against\" title=\"2: b.two -0.5, Two\">ef" +
            ref("2", "9660", "against it") + "</mark></div>",
        std::string("<code>c.none</code> No width")}) {
    BOOST_TEST((page.find(part) != std::string::npos), part);
  }
}

BOOST_AUTO_TEST_CASE(however_signals_lie_the_text_stays_whole) {
  const std::vector<std::string> pieces = {"a", "<", "&amp;", "\u00e9", "\U0001F469", " ", "\n", "\"", "</mark>", "\u202e", "{{"};
  tests::Random random(2);
  for (int round = 0; round < 300; ++round) {
    corpus::Example one;
    std::vector<std::size_t> borders = {0};
    for (std::size_t i = random.below(20); i > 0; --i) {
      one.text += random.pick(pieces);
      borders.push_back(one.text.size());
    }
    for (std::size_t i = random.below(8); i > 0; --i) {
      const std::size_t a = random.pick(borders), b = random.pick(borders);
      one.marks.push_back({{std::min(a, b), std::max(a, b)}, "a.b", "", "why", {static_cast<int>(random.below(3)) - 1}});
    }
    Summary summary;
    summary.best = {one};
    const std::string page = corpus::summary_html(summary), open = "<div class=\"text\" dir=\"auto\">";
    const std::size_t begin = page.find(open) + open.size();
    std::string text = page.substr(begin, page.find("</div>", begin) - begin);
    // Without its marks and the numbers in them.
    for (std::size_t at; (at = text.find("<sup>")) != std::string::npos;) text.erase(at, text.find("</sup>", at) + 6 - at);
    for (std::size_t at; (at = text.find("<mark")) != std::string::npos;) text.erase(at, text.find('>', at) + 1 - at);
    for (std::size_t at; (at = text.find("</mark>")) != std::string::npos;) text.erase(at, 7);
    BOOST_TEST(text == corpus::block_html(one.text).str());
  }
}

// Hashes of the style and the script are computed by CMake; Python computes them anew.
BOOST_AUTO_TEST_CASE(pages_are_well_formed_and_the_policy_names_their_hashes) {
  const std::string plain = corpus::summary_html(tests::report_summary(false));
  std::string other_script = plain, torn = plain;
  other_script.insert(other_script.find("<script>") + 8, " ");
  torn.erase(torn.find("</figure>"), 9);
  const std::string said = tests::said_of_pages(
      "report_referee.py", {{"plain", plain},
                            {"hostile", corpus::summary_html(tests::report_summary(true))},
                            {"none", corpus::summary_html({})},
                            {"other_script", other_script},
                            {"torn", torn}});
  const std::string good = "read plain\nread hostile\nread none\n";
  BOOST_TEST(said.substr(0, good.size()) == good);
  // The referee sees what is amiss.
  BOOST_TEST((said.find("other_script: the policy names") != std::string::npos), said);
  BOOST_TEST((said.find("torn: line") != std::string::npos), said);
}

BOOST_AUTO_TEST_CASE(nothing_at_all_is_a_report_too) {
  const Lexicon lexicon = *Lexicon::built_in();
  corpus::SummaryCollector none(lexicon);
  const std::string page = corpus::summary_html(none.finish());
  BOOST_TEST((page.find("<h1>Report on no messages</h1>") != std::string::npos));
  for (const char* const absent : {"id=\"scores\"", "id=\"outcomes\"", "id=\"best\"", "nan", "{{"}) {
    BOOST_TEST((without_assets(page).find(absent) == std::string::npos), absent);
  }
}

BOOST_AUTO_TEST_SUITE_END()
