// Links and addresses, and what is neither.
#include "analyzer/text/entities.h"

#include "tests/text_support.h"

using namespace rapport;
using namespace rapport::text;
namespace bdata = boost::unit_test::data;

namespace {

struct Row : tests::Named {
  std::string text;
  std::string entities;  // "U(acme.io) M(a@b.org) S([Name])"
};

const std::vector<Row> kRows = {
    {{"none"}, "plain words.", ""},
    {{"http"}, "http://a.io", "U(http://a.io)"},
    {{"https with all parts"}, "https://a.io:80/b/c.d?e=f&g#h", "U(https://a.io:80/b/c.d?e=f&g#h)"},
    {{"other schemes"}, "ftp://a/b git+ssh://x", "U(ftp://a/b) U(ssh://x)"},
    {{"capitals"}, "HTTP://A.IO", "U(HTTP://A.IO)"},
    {{"scheme alone"}, "http:// x", ""},
    {{"no scheme"}, "://a.b/c", ""},
    {{"full stop behind"}, "See http://a.io/b. So", "U(http://a.io/b)"},
    {{"many marks behind"}, "http://a.io/b?!...", "U(http://a.io/b)"},
    {{"brackets around"}, "(http://a.io/b)", "U(http://a.io/b)"},
    {{"brackets inside"}, "http://a.io/b_(c)", "U(http://a.io/b_(c))"},
    {{"brackets inside and around"}, "(http://a.io/b_(c)).", "U(http://a.io/b_(c))"},
    {{"angles around"}, "<https://a.io>", "U(https://a.io)"},
    {{"quotes around"}, "\"http://a.io/b\"", "U(http://a.io/b)"},
    {{"curly quotes around"}, "\u201chttp://a.io/b\u201d", "U(http://a.io/b)"},
    {{"Markdown link"}, "[x](http://a.io/b)", "U(http://a.io/b)"},
    {{"letters outside ascii"}, "http://a.io/caf\u00e9 x", "U(http://a.io/caf\u00e9)"},
    {{"ends where a script without spaces begins"}, "http://a.io\u4f60\u597d", "U(http://a.io)"},
    {{"line end"}, "http://a.io/b\nc", "U(http://a.io/b)"},
    {{"two links"}, "http://a.io, http://b.io", "U(http://a.io) U(http://b.io)"},
    {{"www"}, "www.acme.xx/a?b", "U(www.acme.xx/a?b)"},
    {{"www in capitals"}, "WWW.Acme.com", "U(WWW.Acme.com)"},
    {{"bare domain"}, "at acme.io, or b.acme.com.", "U(acme.io) U(b.acme.com)"},
    {{"bare domain with a path"}, "lnkd.in/abc youtu.be/x1", "U(lnkd.in/abc) U(youtu.be/x1)"},
    {{"bare domain with a slash"}, "acme.io/ x", "U(acme.io/)"},
    {{"bare domain with a dash"}, "my-shop.co.uk", "U(my-shop.co.uk)"},
    {{"unknown domain"}, "readme.md node.js", ""},
    {{"unknown domain with a path"}, "e.g.this/that", ""},
    {{"domain that is a word"}, "end.Then so.it", ""},
    {{"numbers"}, "3.5 1.2.3 10.000", ""},
    {{"abbreviations"}, "e.g. U.S. p.m. Ph.D.", ""},
    {{"dots"}, "so... .com . .", ""},
    {{"behind a low line"}, "x_acme.io", ""},
    {{"before a low line"}, "acme.io_x", ""},
    {{"e-mail"}, "to ana@acme.org.", "M(ana@acme.org)"},
    {{"e-mail with a tag"}, "a.b+c_d%e-f@g-h.co.uk", "M(a.b+c_d%e-f@g-h.co.uk)"},
    {{"e-mail in angles"}, "Ana <ana@acme.org>", "M(ana@acme.org)"},
    {{"e-mail behind mailto"}, "mailto:ana@acme.org", "M(ana@acme.org)"},
    {{"e-mail, domain in capitals"}, "ana@ACME.ORG", "M(ana@ACME.ORG)"},
    {{"e-mail, domain not known"}, "ana@acme.museum", "M(ana@acme.museum)"},
    {{"no domain"}, "ana@acme", ""},
    {{"domain of digits"}, "ana@1.22", ""},
    {{"domain of one letter"}, "ana@acme.x", ""},
    {{"dot first"}, "ana@.org", ""},
    {{"no name"}, "@acme.org", ""},
    {{"two ats"}, "a@b@c.org", "M(b@c.org)"},
    {{"slot"}, "Hi [Name]", "S([Name])"},
    {{"slot ends a link"}, "http://a.io/[Name]", "U(http://a.io/) S([Name])"},
    {{"escapes in a link"}, "http://a.io/%20ab%20c", "U(http://a.io/%20ab%20c)"},
    {{"link in a slot"}, "[see acme.io]", "S([see acme.io])"},
    {{"all kinds"}, "{{x}} a@b.org www.c.org", "S({{x}}) M(a@b.org) U(www.c.org)"},
};

std::string shown(const std::string& text) {
  std::vector<Entity> entities;
  find_entities(text, entities);
  std::string out;
  for (const Entity& entity : entities) {
    out += (out.empty() ? "" : " ") + std::string(1, tests::class_letter(entity.token_class)) +
           "(" + text.substr(entity.span.begin, entity.span.size()) + ")";
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(entities_tests)

BOOST_DATA_TEST_CASE(entities, bdata::make(kRows), row) { BOOST_TEST(shown(row.text) == row.entities); }

BOOST_AUTO_TEST_CASE(they_are_in_order_and_apart) {
  tests::Random random(8);
  std::size_t count = 0;
  std::vector<Entity> entities;
  for (int i = 0; i < 2000; ++i) {
    const std::string text = tests::generated_text(random, 20);
    find_entities(text, entities);
    std::size_t at = 0;
    for (const Entity& entity : entities) {
      BOOST_TEST_REQUIRE((entity.span.begin >= at && entity.span.end > entity.span.begin));
      BOOST_TEST_REQUIRE(tests::is_border(text, entity.span.begin));
      BOOST_TEST_REQUIRE(tests::is_border(text, entity.span.end));
      at = entity.span.end;
      ++count;
    }
  }
  BOOST_TEST(count > 1000u);
}

BOOST_AUTO_TEST_SUITE_END()
