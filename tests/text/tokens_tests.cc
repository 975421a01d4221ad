// Token classes, and how words look.
#include "analyzer/text/tokens.h"

#include "analyzer/text/chars.h"

#include "tests/text_support.h"

using namespace rapport;
using namespace rapport::text;
namespace bdata = boost::unit_test::data;

namespace {

struct Row : tests::Named {
  std::string text;
  std::string tokens;  // see tests::shown_tokens
};

const std::vector<Row> kRows = {
    {{"empty"}, "", ""},
    {{"white space alone"}, " \t\r\n\u00a0\u2028", ""},
    {{"invisible characters alone"}, "\u200b\u200d\ufeff\u00ad", ""},
    {{"words and marks"}, "Hi Ana, so!", "W(Hi) W(Ana) P(,) W(so) P(!)"},
    {{"apostrophes inside a word"}, "don't o\u2019clock", "W(don't) W(o\u2019clock)"},
    {{"quotes around a word"}, "'so'", "P(') W(so) P(')"},
    {{"hyphen"}, "co-founder", "W(co) P(-) W(founder)"},
    {{"low line"}, "snake_case", "W(snake_case)"},
    {{"letters with digits"}, "B2B 4x R2-D2", "W(B2B) W(4x) W(R2) P(-) W(D2)"},
    {{"abbreviation"}, "e.g. U.S.", "W(e.g) P(.) W(U.S) P(.)"},
    {{"a mark each"}, "?!...", "P(?) P(!) P(.) P(.) P(.)"},
    {{"letters of other scripts"}, "\u0416\u0443\u043a \u05e9\u05dc\u05d5\u05dd",
     "W(\u0416\u0443\u043a) W(\u05e9\u05dc\u05d5\u05dd)"},
    {{"a mark on a letter"}, "cafe\u0301 x", "W(cafe\u0301) W(x)"},
    {{"zero width inside a word"}, "pi\u200dtch", "W(pi\u200dtch)"},
    {{"number"}, "12", "N(12)"},
    {{"number with marks inside"}, "1,000.5 and 3.", "N(1,000.5) W(and) N(3) P(.)"},
    {{"digits of other scripts"}, "\u0661\u0662", "N(\u0661\u0662)"},
    {{"money and per cent"}, "$5 20%", "P($) N(5) N(20) P(%)"},
    {{"link"}, "see http://a.io/b.", "W(see) U(http://a.io/b) P(.)"},
    {{"bare link"}, "see acme.io now", "W(see) U(acme.io) W(now)"},
    {{"e-mail"}, "to x.y@z.org!", "W(to) M(x.y@z.org) P(!)"},
    {{"mention"}, "thanks @ana_b", "W(thanks) @(@ana_b)"},
    {{"mention of digits"}, "@42", "@(@42)"},
    {{"mention outside ascii"}, "@\u0416\u0443\u043a", "@(@\u0416\u0443\u043a)"},
    {{"at alone"}, "5 @ noon @", "N(5) P(@) W(noon) P(@)"},
    {{"at behind a word"}, "a@b", "W(a) P(@) W(b)"},
    {{"two ats"}, "@@ana", "P(@) @(@ana)"},
    {{"hashtag"}, "#hiring!", "#(#hiring) P(!)"},
    {{"hashtag with digits"}, "#web3", "#(#web3)"},
    {{"number sign"}, "#1 of C# and F#", "P(#) N(1) W(of) W(C) P(#) W(and) W(F) P(#)"},
    {{"emoji"}, "ok \U0001F44D.", "W(ok) J(\U0001F44D) P(.)"},
    {{"emoji in a row"}, "\U0001F680\U0001F680", "J(\U0001F680) J(\U0001F680)"},
    {{"emoji at a word"}, "ok\U0001F44D", "W(ok) J(\U0001F44D)"},
    {{"skin tone"}, "\U0001F44D\U0001F3FD", "J(\U0001F44D\U0001F3FD)"},
    {{"joined family"}, "\U0001F468\u200d\U0001F469\u200d\U0001F467",
     "J(\U0001F468\u200d\U0001F469\u200d\U0001F467)"},
    {{"flag"}, "\U0001F1E9\U0001F1EA", "J(\U0001F1E9\U0001F1EA)"},
    {{"two flags"}, "\U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7",
     "J(\U0001F1E9\U0001F1EA) J(\U0001F1EB\U0001F1F7)"},
    {{"flag of tags"}, "\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E007F",
     "J(\U0001F3F4\U000E0067\U000E0062\U000E0065\U000E007F)"},
    {{"joiner before an emoji"}, "so \u200d\U0001F468", "W(so) J(\U0001F468)"},
    {{"mark on a space"}, "a \u0301", "W(a) P(\u0301)"},
    {{"keycap"}, "1\ufe0f\u20e3 x", "J(1\ufe0f\u20e3) W(x)"},
    {{"keycap without selector"}, "#\u20e3", "J(#\u20e3)"},
    {{"heart asked for"}, "\u2764\ufe0f", "J(\u2764\ufe0f)"},
    {{"heart as text"}, "\u2764\ufe0e", "P(\u2764\ufe0e)"},
    {{"pictograph"}, "\u2764 \u2600", "J(\u2764) J(\u2600)"},
    {{"signs that are text"}, "\u00a9 \u2122", "P(\u00a9) P(\u2122)"},
    {{"sign asked for as emoji"}, "\u00a9\ufe0f", "J(\u00a9\ufe0f)"},
    {{"a selector behind a plain mark"}, "!\ufe0f", "P(!\ufe0f)"},
    {{"smiley of marks"}, ":-)", "P(:) P(-) P())"},
    {{"slot"}, "Hi [First Name]!", "W(Hi) S([First Name]) P(!)"},
    {{"slot inside a word"}, "[Company]'s", "S([Company]) P(') W(s)"},
    {{"slot behind at"}, "@[Name]", "P(@) S([Name])"},
    {{"slot ends a link"}, "http://a.io/{{id}}", "U(http://a.io/) S({{id}})"},
    {{"broken bytes"}, "a\xff" "b", "W(a) P(\ufffd) W(b)"},
};

struct Look : tests::Named {
  std::string word;
  bool capitalized = false;
  bool all_caps = false;
};

const std::vector<Look> kLooks = {
    {{"lower"}, "ana", false, false},
    {{"capital"}, "Ana", true, false},
    {{"one capital"}, "I", true, false},
    {{"all capitals"}, "ANA", true, true},
    {{"capital inside"}, "iPhone", false, false},
    {{"capitals with digits"}, "B2B", true, true},
    {{"digit first"}, "3D", true, false},
    {{"capitals with an apostrophe"}, "DON'T", true, true},
    {{"capital outside ascii"}, "\u00c9mile", true, false},
    {{"capitals outside ascii"}, "\u0416\u0423\u041a", true, true},
    {{"title case digraph"}, "\u01c5ep", true, false},
    {{"no case"}, "\u05e9\u05dc\u05d5\u05dd", false, false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(tokens_tests)

BOOST_DATA_TEST_CASE(classes, bdata::make(kRows), row) {
  BOOST_TEST(tests::shown_tokens(tests::document_of(row.text)) == row.tokens);
}

BOOST_DATA_TEST_CASE(looks_of_a_word, bdata::make(kLooks), row) {
  const Document document = tests::document_of(row.word);
  BOOST_TEST_REQUIRE(document.tokens.size() == 1u);
  BOOST_TEST(document.tokens[0].capitalized == row.capitalized);
  BOOST_TEST(document.tokens[0].all_caps == row.all_caps);
}

BOOST_AUTO_TEST_CASE(tokens_cover_all_that_is_seen_once) {
  tests::Random random(6);
  for (int i = 0; i < 2000; ++i) {
    const Document document = tests::document_of(tests::generated_text(random, 25));
    std::size_t at = 0;
    const auto is_unseen = [&](ByteSpan gap) { return trim(document.text, gap).empty(); };
    for (const Token& token : document.tokens) {
      BOOST_TEST_REQUIRE((token.span.begin >= at && token.span.end > token.span.begin));
      BOOST_TEST_REQUIRE(tests::is_border(document.text, token.span.begin));
      BOOST_TEST_REQUIRE(is_unseen({at, token.span.begin}), document.text);
      at = token.span.end;
    }
    BOOST_TEST_REQUIRE(is_unseen({at, document.text.size()}), document.text);
    BOOST_TEST_REQUIRE(document.edges.front() == 0u);
    BOOST_TEST_REQUIRE(document.edges.back() == document.folded.size());
    BOOST_TEST_REQUIRE(std::is_sorted(document.edges.begin(), document.edges.end()));
  }
}

BOOST_AUTO_TEST_SUITE_END()
