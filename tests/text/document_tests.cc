// The document as a whole: line ends, odd characters, and its three
// coordinate systems.
#include "analyzer/text/chars.h"
#include "tests/text_support.h"

using namespace rapport;
using namespace rapport::text;
namespace bdata = boost::unit_test::data;

namespace {

using std::string_literals::operator""s;

struct Row : tests::Named {
  std::string given;
  std::string folded;
  std::string tokens;
  std::string sentences;
  std::string zones;
};

const std::vector<Row> kRows = {
    {{"empty"}, "", "", "", "", "B[]"},
    {{"LF"}, "Hi Ana,\n\nSo.", "hi ana, so.", "W(Hi) W(Ana) P(,) W(So) P(.)", "Hi Ana,|So.",
     "G[Hi Ana,\n]B[\nSo.]"},
    {{"CR LF"}, "Hi Ana,\r\n\r\nSo.", "hi ana, so.", "W(Hi) W(Ana) P(,) W(So) P(.)", "Hi Ana,|So.",
     "G[Hi Ana,\r\n]B[\r\nSo.]"},
    {{"CR"}, "Hi Ana,\r\rSo.", "hi ana, so.", "W(Hi) W(Ana) P(,) W(So) P(.)", "Hi Ana,|So.",
     "G[Hi Ana,\r]B[\rSo.]"},
    {{"line separator"}, "Hi Ana,\u2028So.", "hi ana, so.", "W(Hi) W(Ana) P(,) W(So) P(.)",
     "Hi Ana,|So.", "G[Hi Ana,]B[\u2028So.]"},
    {{"NUL"}, "So\0 it."s, "so\0 it."s, "W(So) P(\0) W(it) P(.)"s, "So\0 it."s, "B[So\0 it.]"s},
    {{"mark of order"}, "\ufeffHi Ana, so", "hi ana, so", "W(Hi) W(Ana) P(,) W(so)", "Hi Ana, so",
     "G[\ufeffHi Ana,]B[ so]"},
    {{"broken bytes"}, "a\xff b\xe1\x80", "a\ufffd b\ufffd", "W(a) P(\ufffd) W(b) P(\ufffd)",
     "a\ufffd b\ufffd", "B[a\ufffd b\ufffd]"},
    {{"right to left"}, "\u202b\u05e9\u05dc\u05d5\u05dd\u202c!", "\u05e9\u05dc\u05d5\u05dd!",
     "W(\u05e9\u05dc\u05d5\u05dd\u202c) P(!)", "\u05e9\u05dc\u05d5\u05dd\u202c!",
     "B[\u202b\u05e9\u05dc\u05d5\u05dd\u202c!]"},
};

// A span of the text and the bytes that were given for it.
struct Given : tests::Named {
  std::string given;
  std::string text;
  ByteSpan bytes;
};

const std::vector<Given> kGiven = {
    {{"no repair"}, "caf\u00e9 demo", "demo", {6, 10}},
    {{"before the repair"}, "demo \xff", "demo", {0, 4}},
    {{"behind a repair that grew"}, "\xff demo", "demo", {2, 6}},
    {{"behind a repair of the same size"}, "\xf0\x9f\x98 demo", "demo", {4, 8}},
    {{"behind several"}, "\xff\xff\xe1\x80 demo\xff", "demo", {5, 9}},
    {{"the repair itself"}, "a\xff" "b", "\ufffd", {1, 2}},
    {{"around a repair"}, "a\xff" "b", "a\ufffd" "b", {0, 3}},
    {{"between two"}, "\xc0 demo \xc0", "demo", {2, 6}},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(document_tests)

BOOST_DATA_TEST_CASE(parts, bdata::make(kRows), row) {
  const Document document = tests::document_of(row.given);
  BOOST_TEST(document.folded == row.folded);
  BOOST_TEST(tests::shown_tokens(document) == row.tokens);
  BOOST_TEST(tests::joined(tests::slices(document, document.sentences)) == row.sentences);
  BOOST_TEST(tests::shown_zones(document) == row.zones);
}

BOOST_DATA_TEST_CASE(spans_lead_back_to_what_was_given, bdata::make(kGiven), row) {
  const Document document = tests::document_of(row.given);
  const std::size_t at = document.text.find(row.text);
  BOOST_TEST_REQUIRE(at != std::string::npos);
  const ByteSpan bytes = document.given_bytes({at, at + row.text.size()});
  BOOST_TEST(bytes.begin == row.bytes.begin);
  BOOST_TEST(bytes.end == row.bytes.end);
}

BOOST_AUTO_TEST_CASE(every_character_leads_back_to_its_own_bytes) {
  tests::Random random(12);
  for (int i = 0; i < 2000; ++i) {
    const std::string given = tests::generated_bytes(random, random.below(40));
    const Document document = tests::document_of(given);
    std::size_t expected = 0;
    std::size_t repairs = 0;
    for (std::size_t at = 0; at < document.text.size();) {
      const std::size_t begin = at;
      next_code_point(document.text, at);
      const ByteSpan bytes = document.given_bytes({begin, at});
      BOOST_TEST_REQUIRE((bytes.begin == expected && bytes.end > bytes.begin));
      if (given.substr(bytes.begin, bytes.size()) != document.text.substr(begin, at - begin)) {
        BOOST_TEST_REQUIRE(repairs < document.repairs.size());
        BOOST_TEST_REQUIRE(document.repairs[repairs++] == bytes.begin);
      }
      expected = bytes.end;
    }
    BOOST_TEST_REQUIRE(expected == given.size());
    BOOST_TEST_REQUIRE(repairs == document.repairs.size());
  }
}

BOOST_AUTO_TEST_CASE(folded_and_text_lead_to_each_other) {
  tests::Random random(13);
  for (int i = 0; i < 1000; ++i) {
    const Document document = tests::document_of(tests::generated_text(random, 20));
    for (const Token& token : document.tokens) {
      const ByteSpan folded{document.to_folded(token.span.begin), document.to_folded(token.span.end)};
      BOOST_TEST_REQUIRE(document.is_edge(folded.begin));
      BOOST_TEST_REQUIRE(document.is_edge(folded.end));
      const ByteSpan back = document.to_text(folded);
      BOOST_TEST_REQUIRE(back.begin >= token.span.begin);
      BOOST_TEST_REQUIRE(back.end >= back.begin);
    }
    for (std::size_t at = 0; at + 1 < document.folded.size(); ++at) {
      const ByteSpan text = document.to_text({at, at + 1});
      BOOST_TEST_REQUIRE(text.end <= document.text.size());
      BOOST_TEST_REQUIRE(tests::is_border(document.text, text.begin));
      BOOST_TEST_REQUIRE(tests::is_border(document.text, text.end));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_builder_gives_the_same_whatever_it_built_before) {
  tests::Random random(14);
  DocumentBuilder used;
  for (int i = 0; i < 200; ++i) {
    const std::string given = tests::generated_text(random, 20) + (i % 3 ? "" : "\xff");
    const Document a = used.build(given, tests::small_language());
    DocumentBuilder fresh;
    const Document b = fresh.build(given, tests::small_language());
    BOOST_TEST_REQUIRE(a.text == b.text);
    BOOST_TEST_REQUIRE(a.folded == b.folded);
    BOOST_TEST_REQUIRE(tests::shown_tokens(a) == tests::shown_tokens(b));
    BOOST_TEST_REQUIRE((a.sentences == b.sentences && a.paragraphs == b.paragraphs));
    BOOST_TEST_REQUIRE(tests::shown_zones(a) == tests::shown_zones(b));
    BOOST_TEST_REQUIRE((a.edges == b.edges && a.fold_map == b.fold_map && a.repairs == b.repairs));
  }
}

BOOST_AUTO_TEST_CASE(trim_keeps_what_belongs_to_a_character) {
  const std::string text = " \u200b\U0001F468\u200d \u200b ";
  const ByteSpan span = trim(text, {0, text.size()});
  BOOST_TEST(text.substr(span.begin, span.size()) == "\U0001F468\u200d");
  BOOST_TEST(trim(" \u200b ", {0, 5}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
