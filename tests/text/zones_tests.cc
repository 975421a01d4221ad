// Zones: a row a form, and that they cover every text.
#include "analyzer/text/zones.h"

#include "tests/text_support.h"

using namespace rapport;
using namespace rapport::text;
namespace bdata = boost::unit_test::data;

namespace {

struct Row : tests::Named {
  std::string text;
  std::string zones;  // see tests::shown_zones
};

const std::string kLongLine(301, 'a');

const std::vector<Row> kRows = {
    {{"empty"}, "", "B[]"},
    {{"white space"}, " \n", "B[ \n]"},
    {{"body alone"}, "We met in Graz.", "B[We met in Graz.]"},
    {{"all six"}, "Subject: Hey\n\nHi Ana,\nWe met.\nBest,\nSam\n> Old\n",
     "S[Subject: Hey\n]B[\n]G[Hi Ana,\n]B[We met.\n]C[Best,\n]N[Sam\n]Q[> Old\n]"},
    {{"subject in capitals"}, "SUBJECT: Hey\nWe met", "S[SUBJECT: Hey\n]B[We met]"},
    {{"subject alone"}, "Subject: Hey", "S[Subject: Hey]"},
    {{"subject without words"}, "Subject:\nWe met", "S[Subject:\n]B[We met]"},
    {{"subject behind a mark of order"}, "\ufeffSubject: a\nb", "S[\ufeffSubject: a\n]B[b]"},
    {{"subject in the second line"}, "We met\nSubject: Hey", "B[We met\nSubject: Hey]"},
    {{"subject within a sentence"}, "My subject: bees", "B[My subject: bees]"},
    {{"greeting on its own line"}, "Hi Ana,\nWe met", "G[Hi Ana,\n]B[We met]"},
    {{"greeting and text on one line"}, "Hi Ana, we met", "G[Hi Ana,]B[ we met]"},
    {{"greeting with an exclamation mark"}, "Hi Ana! We met", "G[Hi Ana!]B[ We met]"},
    {{"greeting with a full stop"}, "Hi Ana. We met", "G[Hi Ana.]B[ We met]"},
    {{"greeting with a dash"}, "Hi Ana \u2014 we met", "G[Hi Ana \u2014]B[ we met]"},
    {{"greeting with a hyphen"}, "Hi Anne-Marie - we met", "G[Hi Anne-Marie -]B[ we met]"},
    {{"greeting with a colon"}, "Dear Ana: we met", "G[Dear Ana:]B[ we met]"},
    {{"greeting with a title"}, "Dear Dr. Lee, we met", "G[Dear Dr. Lee,]B[ we met]"},
    {{"greeting with an initial"}, "Hi J. Smith, we met", "G[Hi J. Smith,]B[ we met]"},
    {{"greeting without a mark"}, "Hi Ana\nWe met", "G[Hi Ana\n]B[We met]"},
    {{"greeting of two words"}, "Good morning Ana, we met", "G[Good morning Ana,]B[ we met]"},
    {{"greeting of the longer opener"}, "Hi there, we met", "G[Hi there,]B[ we met]"},
    {{"greeting in capitals"}, "HI ANA,\nWe met", "G[HI ANA,\n]B[We met]"},
    {{"greeting with an accent"}, "Buenos D\u00cdas Ana, x", "G[Buenos D\u00cdas Ana,]B[ x]"},
    {{"greeting with a slot"}, "Hi {{first_name}}, x", "G[Hi {{first_name}},]B[ x]"},
    {{"greeting behind blank lines"}, "\n\nHi Ana,\nx", "B[\n\n]G[Hi Ana,\n]B[x]"},
    {{"greeting in the second line"}, "We met\nHi Ana,\nx", "B[We met\nHi Ana,\nx]"},
    {{"greeting behind a quoted line"}, "> Old\nHi Ana,\nx", "Q[> Old\n]G[Hi Ana,\n]B[x]"},
    {{"name alone with a comma"}, "Ana,\nWe met", "G[Ana,\n]B[We met]"},
    {{"four names with a comma"}, "Ana B. Cruz Diaz,\nx", "G[Ana B. Cruz Diaz,\n]B[x]"},
    {{"slot alone with a comma"}, "[Name],\nx", "G[[Name],\n]B[x]"},
    {{"five names with a comma"}, "Ana Ben Cem Dan Eve,\nx", "B[Ana Ben Cem Dan Eve,\nx]"},
    {{"name without a comma"}, "Ana\nWe met", "B[Ana\nWe met]"},
    {{"opener that begins another word"}, "Hiring is hard, Ana", "B[Hiring is hard, Ana]"},
    {{"opener in a long sentence"},
     "Hi my name is Sam and I have been walking along the river Mur for years, so",
     "B[Hi my name is Sam and I have been walking along the river Mur for years, so]"},
    {{"closing and name"}, "We met.\nBest,\nSam", "B[We met.\n]C[Best,\n]N[Sam]"},
    {{"closing alone"}, "We met.\n\nBest regards", "B[We met.\n\n]C[Best regards]"},
    {{"closing with a name"}, "We met.\nBest, Sam Lee", "B[We met.\n]C[Best, Sam Lee]"},
    {{"closing with a dash"}, "We met.\nThanks \u2014 Sam", "B[We met.\n]C[Thanks \u2014 Sam]"},
    {{"closing at the end of the line"}, "Hi Ana, we met. Best, Sam",
     "G[Hi Ana,]B[ we met. ]C[Best, Sam]"},
    {{"closing in capitals"}, "We met.\nCHEERS\nSAM", "B[We met.\n]C[CHEERS\n]N[SAM]"},
    {{"closing and a long signature"}, "We met.\nBest,\nSam\nAcme\nGraz",
     "B[We met.\n]C[Best,\n]N[Sam\nAcme\nGraz]"},
    {{"closing before quoted text"}, "We met.\nBest,\nSam\n> a\n> b",
     "B[We met.\n]C[Best,\n]N[Sam\n]Q[> a\n> b]"},
    {{"closing words with which a message begins"}, "Best,\nSam", "G[Best,\n]B[Sam]"},
    {{"thanks that goes on"}, "We met.\nThanks for the seeds", "B[We met.\nThanks for the seeds]"},
    {{"thanks with lower case behind"}, "We met.\nThanks, we met", "B[We met.\nThanks, we met]"},
    {{"closing that is a question"}, "We met.\nBest, Sam?", "B[We met.\nBest, Sam?]"},
    {{"opener that begins another word, closing"}, "We met.\nBestow", "B[We met.\nBestow]"},
    {{"too many lines behind"}, "We met.\nThanks,\na\nb\nc\nd\ne\nf\ng",
     "B[We met.\nThanks,\na\nb\nc\nd\ne\nf\ng]"},
    {{"too much text behind"}, "We met.\nThanks,\n" + kLongLine, "B[We met.\nThanks,\n" + kLongLine + "]"},
    {{"closing before a long quoted reply"}, "We met.\nBest,\nSam\n> " + kLongLine,
     "B[We met.\n]C[Best,\n]N[Sam\n]Q[> " + kLongLine + "]"},
    {{"answers between quoted lines"}, "Thanks!\n> a\n" + kLongLine + "\n> b\nSo.",
     "B[Thanks!\n]Q[> a\n]B[" + kLongLine + "\n]Q[> b\n]B[So.]"},
    {{"quoted lines between"}, "> a\nWe met.\n> b\nSo.", "Q[> a\n]B[We met.\n]Q[> b\n]B[So.]"},
    {{"quoted alone"}, "> a\n> b", "Q[> a\n> b]"},
    {{"quoted, indented"}, "  > a\nx", "Q[  > a\n]B[x]"},
    {{"greater within a line"}, "a > b", "B[a > b]"},
    {{"CR LF"}, "Hi Ana,\r\nWe met.\r\nBest,\r\nSam",
     "G[Hi Ana,\r\n]B[We met.\r\n]C[Best,\r\n]N[Sam]"},
    {{"CR"}, "Hi Ana,\rWe met.\rBest,\rSam", "G[Hi Ana,\r]B[We met.\r]C[Best,\r]N[Sam]"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(zones_tests)

BOOST_DATA_TEST_CASE(zones, bdata::make(kRows), row) {
  BOOST_TEST(tests::shown_zones(tests::document_of(row.text)) == row.zones);
}

BOOST_AUTO_TEST_CASE(they_cover_the_text_without_gaps) {
  tests::Random random(10);
  for (int i = 0; i < 3000; ++i) {
    const Document document = tests::document_of(tests::generated_text(random, random.below(25)));
    std::size_t at = 0;
    for (std::size_t zone = 0; zone < document.zones.size(); ++zone) {
      const Zone& here = document.zones[zone];
      BOOST_TEST_REQUIRE(here.span.begin == at);
      BOOST_TEST_REQUIRE((!here.span.empty() || document.text.empty()));
      BOOST_TEST_REQUIRE((zone == 0 || document.zones[zone - 1].kind != here.kind));
      at = here.span.end;
      BOOST_TEST((document.zone_at(here.span.begin) == here.kind));
    }
    BOOST_TEST_REQUIRE(at == document.text.size());
  }
}

BOOST_AUTO_TEST_SUITE_END()
