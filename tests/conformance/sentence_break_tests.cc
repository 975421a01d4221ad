// Sentence borders: every line of SentenceBreakTest.txt, Unicode 15.0.
#include "tests/conformance/unicode_file.h"

using namespace rapport;
using text::Segmenter;

BOOST_AUTO_TEST_SUITE(sentence_break_tests)

BOOST_AUTO_TEST_CASE(every_line) {
  BOOST_TEST(tests::run_break_test("SentenceBreakTest.txt", &Segmenter::sentences,
                                   &Segmenter::sentences_by_icu) == 502u);
}

BOOST_AUTO_TEST_SUITE_END()
