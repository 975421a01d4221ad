// The fold: a table, its map back, and a plain fold of the whole text by ICU as
// referee.
#include "analyzer/text/fold.h"

#include <unicode/normalizer2.h>

#include "analyzer/text/chars.h"
#include "analyzer/text/fold_chars.h"
#include "tests/text_support.h"

using namespace rapport;
using namespace rapport::text;
namespace bdata = boost::unit_test::data;

namespace {

struct Row : tests::Named {
  std::string text;
  std::string folded;
};

const std::vector<Row> kRows = {
    {{"empty"}, "", ""},
    {{"case"}, "HeLLo", "hello"},
    {{"case outside ascii"}, "\u00c9T\u00c9 \u0416", "ete \u0436"},
    {{"curly single quotes"}, "don\u2019t \u2018so\u2019", "don't 'so'"},
    {{"curly double quotes"}, "\u201cso\u201d \u201elow\u201f", "\"so\" \"low\""},
    {{"angle quotes"}, "\u00abso\u00bb \u2039x\u203a", "\"so\" 'x'"},
    {{"primes"}, "5\u2032 6\u2033 \u2035\u2036", "5' 6\" '\""},
    {{"backtick and acute"}, "don`t don\u00b4t", "don't don't"},
    {{"modifier apostrophe"}, "o\u02bcbrien \u02bb\u02bd\u02ba", "o'brien ''\""},
    {{"heavy ornaments"}, "\u275bx\u275c \u275dy\u275e", "'x' \"y\""},
    {{"double prime quotes"}, "\u301dx\u301e\u301f", "\"x\"\""},
    {{"fullwidth quotes"}, "\uff07x\uff07 \uff02y\uff02", "'x' \"y\""},
    {{"dashes"}, "a\u2010b\u2011c\u2012d\u2013e\u2014f\u2015g", "a-b-c-d-e-f-g"},
    {{"minus and long dashes"}, "\u22125 \u2e3a\u2e3b", "-5 --"},
    {{"small and fullwidth dashes"}, "\ufe58\ufe63\uff0d", "---"},
    {{"fullwidth letters"}, "\uff21\uff42\uff11\uff01", "ab1!"},
    {{"ligatures"}, "\ufb01n o\ufb03ce \ufb05", "fin office st"},
    {{"sharp s, both cases"}, "stra\u00dfe \u1e9e", "strasse ss"},
    {{"other forms of NFKC"}, "\u2460 \u00bd \u2122 \u216b \u33a1", "1 1\u20442 tm xii m2"},
    {{"ellipsis"}, "so\u2026", "so..."},
    {{"diacritics, composed"}, "Caf\u00e9 na\u00efve \u0160koda", "cafe naive skoda"},
    {{"diacritics, apart"}, "Cafe\u0301 s\u030c", "cafe s"},
    {{"two marks on a letter"}, "a\u0301\u0323 \u1ead", "a a"},
    {{"Vietnamese"}, "Nguy\u1ec5n \u0110\u1ed7", "nguyen do"},
    {{"dotted capital i"}, "\u0130stanbul", "istanbul"},
    {{"dotless i"}, "\u0131", "i"},
    {{"strokes"}, "\u00d8re \u0142\u0141 \u0127 \u0167", "ore ll h t"},
    {{"ae and oe"}, "\u00c6 \u0152uvre", "ae oeuvre"},
    {{"Greek keeps its accents"}, "\u039a\u03ac\u03c2", "\u03ba\u03ac\u03c3"},
    {{"Cyrillic keeps its marks"}, "\u0419 \u0438\u0306", "\u0439 \u0439"},
    {{"Hebrew keeps its points"}, "\u05d1\u05b8", "\u05d1\u05b8"},
    {{"Arabic keeps its vowels"}, "\u0645\u064e", "\u0645\u064e"},
    {{"Hangul is composed"}, "\u1100\u1161\u11a8", "\uac01"},
    {{"kana is composed"}, "\u30ab\u3099 \uff76\uff9e", "\u30ac \u30ac"},
    {{"a mark on a digit stays"}, "1\u0301", "1\u0301"},
    {{"zero width"}, "pi\u200btch a\u200db\u200cc \u2060x\ufeff", "pitch abc x"},
    {{"soft hyphen"}, "syn\u00adergy", "synergy"},
    {{"bidi controls"}, "\u202ea\u202c\u2066b\u2069", "ab"},
    {{"variation selectors"}, "\u2764\ufe0f x\ufe00", "\u2764 x"},
    {{"spaces"}, "a  b\u00a0\u2003c\u3000d", "a b c d"},
    {{"line ends"}, "a\r\n\r\nb\rc\td\u2028e\u2029f\u0085g\v\fh", "a b c d e f g h"},
    {{"space at the ends stays, as one"}, "  a  ", " a "},
    {{"space around what is dropped"}, "a \u200b b", "a b"},
    {{"a private character that would be a slot"}, "a\ue000b", "a\ufffdb"},
    {{"emoji"}, "\U0001F44D\U0001F3FD!", "\U0001F44D\U0001F3FD!"},
    {{"NUL and controls"}, std::string("a\0b\x01", 4), std::string("a\0b\x01", 4)},
};

std::string folded(const std::string& text) {
  std::string out;
  std::vector<std::uint32_t> map;
  fold(text, {}, out, map);
  return out;
}

// A stretch of the folded text and what stands behind it in the text.
struct Back : tests::Named {
  std::string text;
  std::string folded;
  std::string original;
};

const std::vector<Back> kBack = {
    {{"ascii"}, "We Sell Now", "sell", "Sell"},
    {{"a curly quote"}, "I don\u2019t know", "don't", "don\u2019t"},
    {{"behind wide characters"}, "\u201cSo\u201d \u2014 He\u00ed\u00dfe it", "heisse", "He\u00ed\u00dfe"},
    {{"half of a letter of two"}, "Stra\u00dfe", "s", "S"},
    {{"into a letter of two"}, "x\u00df y", "xs", "x\u00df"},
    {{"ligature"}, "an o\ufb03ce", "office", "o\ufb03ce"},
    {{"a run of white space"}, "a  \r\n\t b", "a b", "a  \r\n\t b"},
    {{"white space at the ends is cut"}, "x  demo  y", " demo ", "demo"},
    {{"zero width inside"}, "a pi\u200btch!", "pitch", "pi\u200btch"},
    {{"a mark apart"}, "my cafe\u0301.", "cafe", "cafe\u0301"},
    {{"a slot"}, "Hi [First Name], x", "\ue000", "[First Name]"},
    {{"around a slot"}, "At [Company] now", "at \ue000 now", "At [Company] now"},
    {{"emoji"}, "ok \U0001F44D\U0001F3FD fine", "\U0001F44D\U0001F3FD", "\U0001F44D\U0001F3FD"},
    {{"right to left"}, "\u05e9\u05dc\u05d5\u05dd Ana", "ana", "Ana"},
};

// Steps 1 to 5 of the header over the whole text at once.
std::string folded_plainly(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString plain;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const char mark = plain_mark(c);
    plain.append(static_cast<UChar32>(mark ? mark : c == '`' ? '\'' : c));
  }
  const icu::UnicodeString apart = nfd->normalize(casefold->normalize(plain, status), status);
  icu::UnicodeString kept;
  bool latin = false;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(apart.char32At(i));
    if (is_mark(c) && latin) continue;
    if (!is_mark(c)) latin = is_latin(c);
    kept.append(static_cast<UChar32>(c));
  }
  const icu::UnicodeString composed = nfc->normalize(kept, status);
  std::string out;
  for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(composed.char32At(i));
    if (is_white_space(c)) {
      if (out.empty() || out.back() != ' ') out += ' ';
    } else if (const char mark = c == '`' ? '\'' : plain_mark(c)) {
      out += mark;
    } else if (!plain_letter(c).empty()) {
      out += plain_letter(c);
    } else {
      append_utf8(c == 0xE000 ? 0xFFFD : c, out);
    }
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fold_tests)

BOOST_DATA_TEST_CASE(text_is_folded, bdata::make(kRows), row) {
  BOOST_TEST(folded(row.text) == row.folded);
  BOOST_TEST(folded_plainly(row.text) == row.folded);
}

BOOST_DATA_TEST_CASE(folding_again_changes_nothing, bdata::make(kRows), row) {
  BOOST_TEST(folded(row.folded) == row.folded);
}

BOOST_DATA_TEST_CASE(the_map_leads_back_to_the_very_words, bdata::make(kBack), row) {
  const Document document = tests::document_of(row.text);
  const std::size_t at = document.folded.find(row.folded);
  BOOST_TEST_REQUIRE(at != std::string::npos);
  BOOST_TEST(document.slice(document.to_text({at, at + row.folded.size()})) == row.original);
}

BOOST_AUTO_TEST_CASE(a_literal_keeps_its_white_space_and_its_slot) {
  BOOST_TEST(fold_literal("Caf\u00e9 \u2014 don\u2019t") == "cafe - don't");
  BOOST_TEST(fold_literal("A  B\n") == "a  b\n");
  BOOST_TEST(fold_literal("\ue000") == "\ue000");
  BOOST_TEST(fold_literal("a\xff" "B") == "a\ufffd" "b");
  BOOST_TEST(fold_literal("[Name]") == "[name]");
}

BOOST_AUTO_TEST_CASE(every_folded_offset_maps_to_a_character_and_none_goes_back) {
  tests::Random random(4);
  for (int i = 0; i < 2000; ++i) {
    const Document document = tests::document_of(tests::generated_text(random, 25));
    const auto& map = document.fold_map;
    BOOST_TEST_REQUIRE(map.size() == document.folded.size() + 1);
    BOOST_TEST_REQUIRE(map.back() == document.text.size());
    BOOST_TEST_REQUIRE(is_utf8(document.folded));
    for (std::size_t at = 0; at < map.size(); ++at) {
      BOOST_TEST_REQUIRE(tests::is_border(document.text, map[at]));
      if (at > 0) BOOST_TEST_REQUIRE(map[at - 1] <= map[at]);
      // A character of the text behind each: all bytes of a folded one share it.
      if (!tests::is_border(document.folded, at)) BOOST_TEST_REQUIRE(map[at - 1] == map[at]);
    }
    for (const std::uint32_t edge : document.edges) {
      BOOST_TEST_REQUIRE(tests::is_border(document.folded, edge));
    }
  }
}

BOOST_AUTO_TEST_CASE(in_parts_as_in_one_piece) {
  tests::Random random(5);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = tests::generated_text(random, 20);
    BOOST_TEST_REQUIRE(folded(text) == folded_plainly(text), text);
    BOOST_TEST_REQUIRE(folded(folded(text)) == folded(text), text);
  }
}

BOOST_AUTO_TEST_CASE(every_character_folds_as_it_does_in_one_piece) {
  for (char32_t c = 1; c < 0x30000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text = "a";
    append_utf8(c, text);
    text += "b";
    if (folded(text) != folded_plainly(text)) {
      BOOST_TEST(false, "U+" << std::hex << static_cast<unsigned>(c));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
