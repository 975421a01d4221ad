// Word borders: every line of WordBreakTest.txt, Unicode 15.0, and the tailoring
// of ICU 72: what Segmenter takes back of it and what stays (docs/text.md).
#include <unicode/brkiter.h>
#include <unicode/locid.h>

#include "tests/conformance/unicode_file.h"
#include "tests/text_support.h"

using namespace rapport;
using text::Segmenter;
namespace bdata = boost::unit_test::data;

namespace {

// What ICU's iterator gives without Segmenter, in bytes.
std::vector<std::uint32_t> ends_by_plain_icu(const std::string& given) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> iterator(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  BOOST_TEST_REQUIRE(U_SUCCESS(status));
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(given);
  iterator->setText(units);
  iterator->first();
  std::vector<std::uint32_t> ends;
  for (std::int32_t end = iterator->next(); end != icu::BreakIterator::DONE;
       end = iterator->next()) {
    std::string before;
    units.tempSubString(0, end).toUTF8String(before);
    ends.push_back(static_cast<std::uint32_t>(before.size()));
  }
  return ends;
}

// The lines at which plain ICU departs: its root rules for words (CLDR 42) take
// the colon out of MidLetter, so that it parts two letters.
const std::vector<std::string> kColonLines = {
    "/ 0061 x 003A x 0041 /",
    "/ 0061 x 003A x 0308 x 0041 /",
    "/ 0061 x 003A x 05D0 /",
    "/ 0061 x 003A x 0308 x 05D0 /",
    "/ 0061 x 003A x 0061 x 2060 /",
    "/ 0061 x 003A x 0308 x 0061 x 2060 /",
    "/ 0061 x 003A x 0061 / 003A /",
    "/ 0061 x 003A x 0308 x 0061 / 003A /",
    "/ 0061 x 003A x 0061 / 0027 /",
    "/ 0061 x 003A x 0308 x 0061 / 0027 /",
    "/ 0061 x 003A x 0061 / 0027 x 2060 /",
    "/ 0061 x 003A x 0308 x 0061 / 0027 x 2060 /",
    "/ 0061 x 003A x 0061 / 002C /",
    "/ 0061 x 003A x 0308 x 0061 / 002C /",
    "/ 0041 x 003A x 0041 /",
};

struct Row : tests::Named {
  std::string text;
  std::string words;  // joined by '|'
  bool plain_icu_agrees;
};

const std::vector<Row> kTailoring = {
    // Taken back: Unicode's word borders where ICU's root rules have others.
    {{"a colon joins letters, as Unicode has it"}, "a:b", "a:b", false},
    {{"so does a fullwidth colon"}, "a\uff1a" "b", "a\uff1a" "b", false},
    {{"so does a small colon"}, "a\ufe55" "b", "a\ufe55" "b", false},
    {{"an at sign joins no letters"}, "a@b", "a|@|b", false},
    // Stays: dictionaries, for scripts that are written without spaces.
    {{"Thai"}, "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35\u0e04\u0e23\u0e31\u0e1a",
     "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35|\u0e04\u0e23\u0e31\u0e1a", true},
    {{"Lao"}, "\u0eaa\u0eb0\u0e9a\u0eb2\u0e8d\u0e94\u0eb5",
     "\u0eaa\u0eb0\u0e9a\u0eb2\u0e8d\u0e94\u0eb5", true},
    {{"Khmer"}, "\u179f\u17bd\u179f\u17d2\u178f\u17b8\u1794\u1784",
     "\u179f\u17bd\u179f\u17d2\u178f\u17b8|\u1794\u1784", true},
    {{"Burmese"}, "\u1019\u103c\u1014\u103a\u1019\u102c\u1005\u102c",
     "\u1019\u103c\u1014\u103a\u1019\u102c|\u1005\u102c", true},
    {{"han"}, "\u4f60\u597d\u4e16\u754c",
     "\u4f60\u597d|\u4e16\u754c", true},
    {{"kana and han"}, "\u79c1\u306f\u5b66\u751f\u3067\u3059",
     "\u79c1|\u306f|\u5b66\u751f|\u3067\u3059", true},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(word_break_tests)

BOOST_AUTO_TEST_CASE(every_line) {
  BOOST_TEST(tests::run_break_test("WordBreakTest.txt", &Segmenter::words,
                                   &Segmenter::words_by_icu) == 1823u);
}

BOOST_AUTO_TEST_CASE(plain_icu_departs_at_the_colon_and_nowhere_else) {
  std::vector<std::string> departs;
  for (const auto& line : tests::read_break_test("WordBreakTest.txt")) {
    if (ends_by_plain_icu(line.text) != line.ends) departs.push_back(line.shown);
  }
  BOOST_TEST(departs == kColonLines, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(tailoring, bdata::make(kTailoring), row) {
  for (const tests::Cut how : {&Segmenter::words, &Segmenter::words_by_icu}) {
    std::vector<std::string> words;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : tests::cut(how, row.text)) {
      words.push_back(row.text.substr(begin, end - begin));
      begin = end;
    }
    BOOST_TEST(tests::joined(words) == row.words);
  }
  BOOST_TEST((ends_by_plain_icu(row.text) == tests::cut(&Segmenter::words, row.text)) ==
             row.plain_icu_agrees);
}

BOOST_AUTO_TEST_SUITE_END()
