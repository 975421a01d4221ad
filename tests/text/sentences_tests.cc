// Sentences with abbreviations, and paragraphs.
#include "analyzer/text/sentences.h"

#include "tests/text_support.h"

using namespace rapport;
using namespace rapport::text;
namespace bdata = boost::unit_test::data;

namespace {

struct Row : tests::Named {
  std::string text;
  std::string parts;  // joined by '|'
};

const std::vector<Row> kSentences = {
    {{"empty"}, "", ""},
    {{"white space alone"}, " \n\n ", ""},
    {{"one"}, "We met.", "We met."},
    {{"no mark"}, "We met", "We met"},
    {{"two"}, "We met. You spoke.", "We met.|You spoke."},
    {{"question and exclamation"}, "So? Yes! Good.", "So?|Yes!|Good."},
    {{"marks in a row"}, "What?! No... Yes.", "What?!|No...|Yes."},
    {{"lower case behind a full stop"}, "so. and on", "so. and on"},
    {{"quotes and brackets"}, "\"We met.\" (So.) Now.", "\"We met.\"|(So.)|Now."},
    {{"curly quotes"}, "\u201cWe met.\u201d Now.", "\u201cWe met.\u201d|Now."},
    {{"decimal number"}, "It is 3.5 Km. So.", "It is 3.5 Km.|So."},
    {{"link"}, "See acme.io now. So.", "See acme.io now.|So."},
    {{"question mark in a link"}, "See http://a.io/b?C=d now. So.", "See http://a.io/b?C=d now.|So."},
    {{"link at the end"}, "So. See http://a.io/b?c=d", "So.|See http://a.io/b?c=d"},
    {{"line end"}, "Hi Ana,\nWe met", "Hi Ana,|We met"},
    {{"line ends of all kinds"}, "a\r\nb\rc\nd\u2028e\u2029f\u0085g", "a|b|c|d|e|f|g"},
    {{"white space around"}, "  We met.  \t So.  ", "We met.|So."},
    {{"Dr."}, "I saw Dr. Lee. He spoke.", "I saw Dr. Lee.|He spoke."},
    {{"Mr. at the start"}, "Mr. Tan wrote.", "Mr. Tan wrote."},
    {{"e.g."}, "Tools, e.g. Rust. So.", "Tools, e.g. Rust.|So."},
    {{"i.e."}, "So, i.e. Monday.", "So, i.e. Monday."},
    {{"U.S."}, "In the U.S. Army. So.", "In the U.S. Army.|So."},
    {{"p.m."}, "At 5 p.m. Monday. So.", "At 5 p.m. Monday.|So."},
    {{"vs."}, "Rust vs. Go.", "Rust vs. Go."},
    {{"No."}, "In No. 5 we met.", "In No. 5 we met."},
    {{"Ph.D."}, "Her Ph.D. Thesis.", "Her Ph.D. Thesis."},
    {{"two in a row"}, "Ask Mr. Dr. Lee. So.", "Ask Mr. Dr. Lee.|So."},
    {{"abbreviation at the end"}, "From the U.S.", "From the U.S."},
    {{"abbreviation at a line end"}, "I saw the Dr.\nHe spoke", "I saw the Dr.|He spoke"},
    {{"abbreviation at a line separator"}, "I saw the Dr.\u2028He spoke", "I saw the Dr.|He spoke"},
    {{"end of another word"}, "We say Xyzdr. He spoke.", "We say Xyzdr.|He spoke."},
    {{"end of a word in the same case"}, "We saw WDr. He spoke.", "We saw WDr.|He spoke."},
    {{"abbreviation of another case"}, "dr. Lee", "dr.|Lee"},
    {{"abbreviation before a question mark"}, "In the U.S.? Yes.", "In the U.S.?|Yes."},
    {{"behind a bracket"}, "(Dr. Lee) spoke.", "(Dr. Lee) spoke."},
    {{"scripts without spaces"}, "\u4f60\u597d\u3002\u6211\u3002", "\u4f60\u597d\u3002|\u6211\u3002"},
    {{"right to left"}, "\u05e9\u05dc\u05d5\u05dd. \u05d0\u05e0\u05d9.", "\u05e9\u05dc\u05d5\u05dd.|\u05d0\u05e0\u05d9."},
    {{"emoji ends none"}, "Great \U0001F44D Thanks", "Great \U0001F44D Thanks"},
    {{"slot"}, "Hi [Name]. We met.", "Hi [Name].|We met."},
    {{"full stop in a slot"}, "Say [one thing. Or two]. So.", "Say [one thing. Or two].|So."},
};

const std::vector<Row> kParagraphs = {
    {{"empty"}, "", ""},
    {{"one line"}, "a", "a"},
    {{"one paragraph of two lines"}, "a\nb", "a\nb"},
    {{"two"}, "a\n\nb", "a|b"},
    {{"blank lines in a row"}, "\n\na\n\n\n\nb\n\n", "a|b"},
    {{"a line of spaces"}, "a\n \t\nb", "a|b"},
    {{"a line of invisible characters"}, "a\n\u200b\u00a0\nb", "a|b"},
    {{"CR LF"}, "a\r\nb\r\n\r\nc", "a\r\nb|c"},
    {{"CR"}, "a\r\rb", "a|b"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(sentences_tests)

BOOST_DATA_TEST_CASE(sentences, bdata::make(kSentences), row) {
  const Document document = tests::document_of(row.text);
  BOOST_TEST(tests::joined(tests::slices(document, document.sentences)) == row.parts);
}

BOOST_DATA_TEST_CASE(paragraphs, bdata::make(kParagraphs), row) {
  const Document document = tests::document_of(row.text);
  BOOST_TEST(tests::joined(tests::slices(document, document.paragraphs)) == row.parts);
}

BOOST_AUTO_TEST_CASE(every_token_stands_in_one_sentence_and_one_paragraph) {
  tests::Random random(9);
  for (int i = 0; i < 1500; ++i) {
    const Document document = tests::document_of(tests::generated_text(random, 25));
    for (const Token& token : document.tokens) {
      for (const auto* spans : {&document.sentences, &document.paragraphs}) {
        std::size_t holders = 0;
        for (const ByteSpan span : *spans) holders += span.overlaps(token.span);
        // UAX #29 ends a sentence behind a full stop before a letter without case
        // and goes on with the word: such a word stands in two.
        const bool is_one_thing = token.token_class == TokenClass::kUrl ||
                                  token.token_class == TokenClass::kEmail ||
                                  token.token_class == TokenClass::kSlot;
        const bool two = holders == 2 && spans == &document.sentences;
        BOOST_TEST_REQUIRE((holders == 1u || (two && !is_one_thing)), document.slice(token.span) << " in " << document.text);
      }
      const std::size_t sentence = document.sentence_at(token.span.begin);
      BOOST_TEST_REQUIRE(document.sentences[sentence].overlaps(token.span));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
