// What an edit does to the text: spacing, capitals, and where it does nothing.
#include "analyzer/rewrite/candidate.h"

#include <set>

#include "tests/text_support.h"

using namespace rapport;
namespace bdata = boost::unit_test::data;

namespace {

using lexicon::EditRule;

constexpr auto kRemove = EditRule::Action::kRemove;
constexpr auto kReplace = EditRule::Action::kReplace;
constexpr auto kFill = EditRule::Action::kFill;
constexpr auto kMatch = EditRule::Scope::kMatch;
constexpr auto kSentence = EditRule::Scope::kSentence;

struct Row : tests::Named {
  EditRule::Action action;
  EditRule::Scope scope;
  std::string text;
  std::string signal;  // the stretch
  std::string after;   // empty: no edit
};

const std::vector<Row> kRows = {
    {{"word and comma that begin a sentence"}, kRemove, kMatch, "So. Honestly, we met.", "Honestly",
     "So. We met."},
    {{"the next word has its capital"}, kRemove, kMatch, "Honestly, I met you.", "Honestly", "I met you."},
    {{"behind a greeting in lower case"}, kRemove, kMatch, "Hi Ana, honestly, we met.", "honestly",
     "Hi Ana, we met."},
    {{"between commas"}, kRemove, kMatch, "We met, as you know, in Graz.", "as you know",
     "We met in Graz."},
    {{"at the end of a sentence"}, kRemove, kMatch, "We met, as you know. So.", "as you know",
     "We met. So."},
    {{"at the end before a question mark"}, kRemove, kMatch, "Did we meet, by the way?",
     "by the way", "Did we meet?"},
    {{"at the end without a mark"}, kRemove, kMatch, "We met, as you know", "as you know", "We met"},
    {{"in the midst without commas"}, kRemove, kMatch, "We really met.", "really", ""},
    {{"a comma on one side alone"}, kRemove, kMatch, "We met, really there.", "really", ""},
    {{"nothing behind"}, kRemove, kMatch, "Honestly,", "Honestly", ""},
    {{"emoji in the midst"}, kRemove, kMatch, "We met \U0001F44D today.", "\U0001F44D", "We met today."},
    {{"emoji at the end"}, kRemove, kMatch, "We met. \U0001F44D", "\U0001F44D", "We met."},
    {{"emoji that begins a line"}, kRemove, kMatch, "\U0001F44D We met.", "\U0001F44D", "We met."},
    {{"hashtag on its own line"}, kRemove, kMatch, "We met.\n\n#bees\n\nSo.", "#bees", "We met.\n\nSo."},
    {{"hashtag on the last line"}, kRemove, kMatch, "We met.\n\n#bees", "#bees", "We met."},

    {{"first sentence"}, kRemove, kSentence, "Buy it. We met. So.", "Buy", "We met. So."},
    {{"sentence in the midst"}, kRemove, kSentence, "We met. Buy it. So.", "Buy", "We met. So."},
    {{"last sentence"}, kRemove, kSentence, "We met. So. Buy it.", "Buy", "We met. So."},
    {{"last sentence of a paragraph"}, kRemove, kSentence, "We met. Buy it.\n\nSo.", "Buy",
     "We met.\n\nSo."},
    {{"first sentence of a paragraph"}, kRemove, kSentence, "We met.\n\nBuy it. So.", "Buy",
     "We met.\n\nSo."},
    {{"a paragraph"}, kRemove, kSentence, "We met.\n\nBuy it.\n\nSo.", "Buy", "We met.\n\nSo."},
    {{"a paragraph with CR LF"}, kRemove, kSentence, "We met.\r\n\r\nBuy it.\r\n\r\nSo.", "Buy",
     "We met.\r\n\r\nSo."},
    {{"a paragraph with CR"}, kRemove, kSentence, "We met.\r\rBuy it.\r\rSo.", "Buy", "We met.\r\rSo."},
    {{"the last paragraph"}, kRemove, kSentence, "We met.\n\nBuy it.", "Buy", "We met."},
    {{"the last paragraph before a closing"}, kRemove, kSentence, "We met.\n\nBuy it.\n\nBest,\nSam",
     "Buy", "We met.\n\nBest,\nSam"},
    {{"behind a greeting on its line"}, kRemove, kSentence, "Hi Ana, buy it. We met.", "buy",
     "Hi Ana, We met."},
    {{"behind a greeting of its own line"}, kRemove, kSentence, "Hi Ana,\nBuy it. We met.", "Buy",
     "Hi Ana,\nWe met."},
    {{"with a link that holds a question mark"}, kRemove, kSentence,
     "We met. See http://a.io/b?C=d now. So.", "See", "We met. So."},
    {{"in the subject"}, kRemove, kSentence, "Subject: Buy it\n\nWe met.", "Buy", "We met."},
    {{"a greeting stays"}, kRemove, kSentence, "Hi gorgeous, we met.", "gorgeous", ""},
    {{"a closing stays"}, kRemove, kSentence, "We met.\nThanks, Sam", "Thanks", ""},

    {{"sentence"}, kReplace, kSentence, "We met. You are great! So.", "great", "We met. May I ask [what]? So."},
    {{"sentence behind a greeting in lower case"}, kReplace, kSentence, "Hi Ana, you are great. So.",
     "great", "Hi Ana, may I ask [what]? So."},
    {{"said already"}, kReplace, kSentence, "May I ask [what]? You are great.", "great", ""},
    {{"said already in lower case"}, kReplace, kSentence, "Hi Ana, may I ask [what]? You are great.",
     "great", ""},
    {{"words"}, kReplace, kMatch, "We really met.", "really", "We may I ask [what]? met."},

    {{"braces"}, kFill, kMatch, "Hi {{first_name}}, so.", "{{first_name}}", "Hi [first name], so."},
    {{"percents"}, kFill, kMatch, "Hi %FIRSTNAME%, so.", "%FIRSTNAME%", "Hi [firstname], so."},
    {{"angles"}, kFill, kMatch, "At <Company Name>.", "<Company Name>", "At [company name]."},
    {{"doubled brackets"}, kFill, kMatch, "At [[Company]].", "[[Company]]", "At [company]."},
    {{"one brace with spaces"}, kFill, kMatch, "At { their  city }.", "{ their  city }", "At [their city]."},
    {{"plain already"}, kFill, kMatch, "At [their city].", "[their city]", "At [their city]."},
};

std::string applied(const Row& row) {
  const text::Document document = tests::document_of(row.text);
  EditRule rule;
  rule.action = row.action;
  rule.scope = row.scope;
  rule.replacements = {"May I ask [what]?"};
  const std::size_t at = row.text.find(row.signal);
  BOOST_TEST_REQUIRE(at != std::string::npos);
  const auto candidate = rewrite::make_candidate(document, rule, {at, at + row.signal.size()});
  return candidate ? rewrite::apply(document, *candidate) : "";
}

struct Run : tests::Named {
  std::string text;
  std::size_t excess;  // code points
  std::string runs;    // joined by '|'
};

const std::vector<Run> kRuns = {
    {{"each is enough"}, "One one. Two two. So so.", 5, "One one.|Two two.|So so."},
    {{"two are needed"}, "One one. Two two. So so.", 14, "One one. Two two.|Two two. So so."},
    {{"the space behind goes with it"}, "One one. Two.", 9, "One one."},
    {{"all is never taken"}, "One one. Two two.", 14, ""},
    {{"one alone is all"}, "One one.", 3, ""},
    {{"more than there is"}, "One one. Two two.", 99, ""},
    {{"code points, not bytes"}, "\u00e9\u00e9\u00e9\u00e9. Two two. So so.", 9,
     "\u00e9\u00e9\u00e9\u00e9. Two two.|Two two."},
    {{"greeting, closing and quoted text stay"}, "Hi Ana, one one. Two two.\nBest,\nSam\n> Old old.", 5,
     "one one.|Two two."},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(candidate_tests)

BOOST_DATA_TEST_CASE(edits, bdata::make(kRows), row) { BOOST_TEST(applied(row) == row.after); }

BOOST_DATA_TEST_CASE(runs_of_sentences, bdata::make(kRuns), row) {
  const text::Document document = tests::document_of(row.text);
  const auto runs = rewrite::shortening_runs(document, row.excess);
  BOOST_TEST(tests::joined(tests::slices(document, runs)) == row.runs);
}

BOOST_AUTO_TEST_CASE(the_draft_chooses_the_variant_and_always_the_same) {
  EditRule rule;
  rule.action = kReplace;
  rule.replacements = {"Aa.", "Bb.", "Cc."};
  std::set<std::string> seen;
  for (int i = 0; i < 40; ++i) {
    const std::string text = "We met " + std::to_string(i) + ".";
    const text::Document document = tests::document_of(text);
    const auto first = rewrite::make_candidate(document, rule, {0, text.size()});
    const auto second = rewrite::make_candidate(document, rule, {0, text.size()});
    BOOST_TEST_REQUIRE((first && second));
    BOOST_TEST(first->replacement == second->replacement);
    seen.insert(first->replacement);
  }
  BOOST_TEST(seen.size() == 3u);
}

BOOST_AUTO_TEST_SUITE_END()
