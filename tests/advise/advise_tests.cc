// Advice: a draft for every code of the pack, and the conditions one by one.
#include "analyzer/advise/advise.h"

#include <set>

#include "tests/text_support.h"

using namespace rapport;
namespace bdata = boost::unit_test::data;

namespace {

struct Row : tests::Named {  // its name is the code
  std::string verdict;
  std::string channel;
  std::string text;
};

const std::vector<Row> kRows = {
    {{"hold_off.inappropriate"}, "hold_off", "direct_message",
     "Hi Emma, you look gorgeous in your profile picture."},
    {{"revise.placeholder"}, "revise", "direct_message",
     "Hi {{first_name}}, your paper on night handovers helped our ward."},
    {{"revise.over_limit"}, "revise", "connection_note",
     "Hi Ana, your talk on caching at CppCon made me rewrite our eviction code. I keep bees in Graz on "
     "the roof of the old brewery and count them by hand each week. Last year there were forty thousand "
     "of them and they made nine jars. The honey was dark."},
    {{"hold_off.pitch_at_once"}, "hold_off", "email",
     "Hi Priya, we help dental clinics double their bookings in 30 days, guaranteed. Do you have 15 "
     "minutes this week for a quick demo?"},
    {{"hold_off.pressure"}, "hold_off", "follow_up",
     "Hi Dana, I'm surprised that you don't care about losing customers every day. If I don't hear from "
     "you by Friday I'll close your file."},
    {{"send.ready"}, "send", "connection_note",
     "Hi Dana, your paper on night handovers helped our ward. I'm a ward nurse in Leeds; we tried "
     "the sheet for a month. Happy to send you the counts. No worries if you are busy."},
    {{"send_without_note.generic"}, "send_without_note", "connection_note",
     "Hi, I'd like to add you to my professional network on LinkedIn."},
    {{"warm_up.no_tie"}, "warm_up_first", "direct_message",
     "Hi Sofia, could I have 30 minutes of your time for a call next week?"},
    {{"revise.close"}, "revise", "direct_message",
     "Hi Rohan, we both did the MSc at Strathclyde. Could I have 30 minutes of your time for a call?"},
    {{"revise.weak"}, "revise", "direct_message",
     "Hi Rohan, I hope this finds you well. I was impressed by your profile. The boats are old."},
};

const lexicon::Pack& english() {
  const LexiconData& data = tests::built_in_analyzer().lexicon().data();
  return data.packs[static_cast<std::size_t>(data.pack("en"))];
}

// One rule against one analysis.
struct Condition : tests::Named {
  lexicon::AdviceRule rule;
  bool holds;
};

// Score 50.0, on "email", with pitch.offering by the rule en.pitch.offering.x and
// a body over its limit.
Analysis made_up() {
  Analysis a;
  a.score = Points{500};
  a.channel = "email";
  Signal signal;
  signal.signal = "pitch.offering";
  signal.rule = "en.pitch.offering.x";
  a.signals.push_back(signal);
  Limit limit;
  limit.level = Limit::Level::kError;
  a.limits.push_back(limit);
  return a;
}

const std::vector<Condition> kConditions = {
    {{"no condition"}, {}, true},
    {{"any, by dotted id"}, {.any = {"ask.time", "pitch.offering"}}, true},
    {{"any, by family"}, {.any = {"pitch"}}, true},
    {{"any, by rule"}, {.any = {"en.pitch.offering.x"}}, true},
    {{"any, of others"}, {.any = {"ask", "pitch.meeting", "en.pitch.offering.y"}}, false},
    {{"any, a beginning is no family"}, {.any = {"pit", "pitch.off"}}, false},
    {{"none, of others"}, {.none = {"ask", "pitch.meeting"}}, true},
    {{"none, by dotted id"}, {.none = {"pitch.offering"}}, false},
    {{"none, by family"}, {.none = {"pitch"}}, false},
    {{"below, far"}, {.below = 50.1}, true},
    {{"below, at"}, {.below = 50}, false},
    {{"at least, at"}, {.at_least = 50}, true},
    {{"at least, far"}, {.at_least = 50.1}, false},
    {{"channel"}, {.channels = {"inmail", "email"}}, true},
    {{"another channel"}, {.channels = {"inmail"}}, false},
    {{"over its limit"}, {.over_limit = true}, true},
    {{"all of them"}, {.any = {"pitch"}, .none = {"ask"}, .channels = {"email"}, .below = 60,
                       .at_least = 40, .over_limit = true}, true},
    {{"all but one"}, {.any = {"pitch"}, .none = {"ask"}, .channels = {"email"}, .below = 60,
                       .at_least = 55, .over_limit = true}, false},
};

std::string code_given(const lexicon::Pack& pack, const Analysis& analysis) {
  return advise::advise(pack, analysis).code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(advise_tests)

BOOST_DATA_TEST_CASE(a_draft_for_every_code, bdata::make(kRows), row) {
  Draft draft{.text = row.text, .lang = "en"};
  draft.channel = row.channel;
  const Analysis a = tests::built_in_analyzer().analyze(draft);
  BOOST_TEST_CONTEXT("score " << a.score->value()) {
    BOOST_TEST(a.advice.code == row.name);
    BOOST_TEST(a.advice.verdict == row.verdict);
    BOOST_TEST(!a.advice.reason.empty());
  }
}

BOOST_AUTO_TEST_CASE(every_code_has_a_row) {
  std::set<std::string> with_rows;
  for (const Row& row : kRows) with_rows.insert(row.name);
  std::set<std::string> of_pack;
  for (const auto& rule : english().advice) of_pack.insert(rule.code);
  BOOST_TEST(of_pack == with_rows, boost::test_tools::per_element());
  BOOST_TEST(of_pack.size() == english().advice.size());
}

BOOST_AUTO_TEST_CASE(every_score_gets_a_verdict) {
  for (const auto& channel : tests::built_in_analyzer().lexicon().channels()) {
    Analysis a;
    a.channel = channel;
    for (int tenths = 0; tenths <= 1000; ++tenths) {
      a.score = Points{tenths};
      BOOST_TEST_REQUIRE(!code_given(english(), a).empty());
    }
  }
}

BOOST_DATA_TEST_CASE(conditions, bdata::make(kConditions), row) {
  lexicon::Pack pack;
  pack.advice = {row.rule};
  pack.advice[0].code = "code";
  BOOST_TEST(code_given(pack, made_up()) == (row.holds ? "code" : ""));
}

BOOST_AUTO_TEST_CASE(a_warning_breaks_no_limit) {
  lexicon::Pack pack;
  pack.advice = {{.code = "code", .over_limit = true}};
  Analysis a = made_up();
  a.limits[0].level = Limit::Level::kWarning;
  BOOST_TEST(code_given(pack, a) == "");
}

BOOST_AUTO_TEST_CASE(the_first_that_holds_wins) {
  lexicon::Pack pack;
  pack.advice = {{.code = "no", .any = {"ask"}}, {.code = "first"}, {.code = "second"}};
  BOOST_TEST(code_given(pack, made_up()) == "first");
}

BOOST_AUTO_TEST_CASE(without_a_score_there_is_none) {
  Analysis a = made_up();
  a.score.reset();
  BOOST_TEST(code_given(english(), a) == "");
  const Analysis empty = tests::built_in_analyzer().analyze({.text = " \n"});
  BOOST_TEST(empty.advice.verdict == "");
}

BOOST_AUTO_TEST_SUITE_END()
