// Advice: a draft for every code of the pack.
#include "analyzer/advise/advise.h"

#include <algorithm>
#include <set>

#include "tests/text_support.h"

using namespace rapport;
namespace bdata = boost::unit_test::data;

namespace {

using Facts = std::vector<std::pair<const char*, const char*>>;

struct Row : tests::Named {  // its name is the code
  std::string verdict;
  std::string channel;
  std::string text;
  Facts facts = {};
};

const std::string kGood =
    "Hi Dana, your paper on night handovers helped our ward. I'm a ward nurse in Leeds; we tried "
    "the sheet for a month. Happy to send you the counts. No worries if you are busy.";
const std::string kPlain = "Hi Dana, I am a nurse in Leeds and I would like to connect.";

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
     "Hi, I would like to add you to my professional network here."},
    {{"warm_up.no_tie"}, "warm_up_first", "direct_message",
     "Hi Sofia, could I have 30 minutes of your time for a call next week?"},
    {{"revise.close"}, "revise", "direct_message",
     "Hi Rohan, we both did the MSc at Strathclyde. Could I have 30 minutes of your time for a call?"},
    {{"hold_off.declined"}, "hold_off", "email", kGood, {{"last_answer", "no"}}},
    {{"hold_off.ignored_request"}, "hold_off", "connection_note", kGood,
     {{"previous_requests", "1"}, {"last_answer", "none"}}},
    {{"hold_off.too_often"}, "hold_off", "follow_up", kGood,
     {{"previous_requests", "3"}, {"last_answer", "none"}}},
    {{"hold_off.too_soon"}, "hold_off", "follow_up", kGood,
     {{"previous_requests", "1"}, {"last_answer", "none"}, {"last_request", "2026-03-02"}, {"today", "2026-03-05"}}},
    {{"hold_off.public_figure"}, "hold_off", "direct_message", kGood, {{"to_public_figure", "yes"}}},
    {{"hold_off.motives"}, "hold_off", "direct_message",
     "Hi Dana, as I told you yesterday on the phone, your page is terrible."},
    {{"hold_off.career_gap"}, "hold_off", "direct_message", kPlain,
     {{"from_seniority", "student"}, {"to_seniority", "director"}}},
    {{"revise.untrue"}, "revise", "connection_note", kGood, {{"to_name", "Priya Shah"}}},
    {{"hold_off.plan_to_pitch"}, "hold_off", "connection_note", kPlain, {{"intent", "sell"}}},
    {{"ask_for_introduction.mutual"}, "ask_for_introduction", "connection_note", kPlain, {{"mutual", "Jo Park"}}},
    {{"ask_for_introduction.named"}, "ask_for_introduction", "direct_message",
     "Hi Dana, we both know Marta Ruiz. Could I have 30 minutes of your time for a call next week?"},
    {{"warm_up.executive"}, "warm_up_first", "email", kPlain, {{"to_seniority", "executive"}}},
    {{"revise.unsaid_tie"}, "revise", "connection_note", kPlain, {{"met_at", "Nurse Days"}}},
    {{"hold_off.strangers"}, "hold_off", "direct_message", "Hello, I would like to connect.",
     {{"met_at", "none"}, {"referred_by", "none"}}},
    {{"warm_up.email_first"}, "warm_up_first", "connection_note",
     "Hi Dana, could you review my CV and recommend me for a job in your company?"},
    {{"revise.weak"}, "revise", "direct_message",
     "Hi Rohan, I hope this finds you well. I was impressed by your profile. The boats are old."},
};

// What else is said: the table and code of the rule, and a draft for it.
struct Other : tests::Named {
  std::string channel;
  std::string text;
  Facts facts = {};
};

const std::string kDemo =
    "Hi Priya, we help dental clinics double their bookings in 30 days, guaranteed. Do you have 15 "
    "minutes this week for a quick demo?";

const std::string kQuiz =
    "Hi Dana, how long do your night shifts last? Who writes the sheet? Where is it kept? Do doctors "
    "read it? Which column is never filled in?";

const std::vector<Other> kOthers = {
    {{"ground met"}, "connection_note", "Hi Dana, it was good to meet you at the plumbing fair in Graz."},
    {{"ground met"}, "connection_note", kPlain, {{"met_at", "Tap Days"}}},
    {{"ground took_part"}, "connection_note", kPlain, {{"took_part_in", "the valve forum"}}},
    {{"ground referred"}, "connection_note", "Hi Dana, Marta Ruiz suggested I write to you."},
    {{"ground business"}, "connection_note", kPlain, {{"business", "the harbour crane"}}},
    {{"ground applied"}, "email", kPlain, {{"applied_for", "the drafting post"}}},
    {{"perception invasive"}, "direct_message", "Hi Emma, you look gorgeous in your profile picture."},
    {{"perception unwanted"}, "email", kGood, {{"last_answer", "no"}}},
    {{"perception careless"}, "connection_note", kGood, {{"to_name", "Priya Shah"}}},
    {{"perception chasing"}, "follow_up", kGood, {{"previous_requests", "2"}, {"last_answer", "none"}}},
    {{"perception tiring"}, "email", kQuiz},
    {{"perception spam"}, "email", kDemo},
    {{"perception desperate"}, "direct_message", "Dear sir, please I need a job urgently, please help me, I beg you."},
    {{"perception pushy"}, "follow_up", "Hi Dana, if I don't hear from you by Friday I'll close your file."},
    {{"perception without_context"}, "direct_message", kPlain},
    {{"perception considerate"}, "connection_note", kGood},
    {{"read_back as_intruder"}, "direct_message", "Hi Emma, you look gorgeous in your profile picture."},
    {{"read_back as_refused"}, "email", kGood, {{"last_answer", "no"}}},
    {{"read_back as_mistaken"}, "connection_note", kGood, {{"to_name", "Priya Shah"}}},
    {{"read_back as_again"}, "follow_up", kGood, {{"previous_requests", "1"}, {"last_answer", "none"}}},
    {{"read_back as_pressed"}, "follow_up", "Hi Dana, if I don't hear from you by Friday I'll close your file."},
    {{"read_back as_begged"}, "direct_message", "Dear sir, please I need a job urgently, please help me, I beg you."},
    {{"read_back as_demo"}, "email", kDemo},
    {{"read_back as_lead"}, "email", "Hi Priya, we help dental clinics double their bookings in 30 days, guaranteed."},
    {{"read_back as_time"}, "email", "Hi Sofia, could I have 30 minutes of your time for a call next week?"},
    {{"read_back as_form"}, "connection_note", "Hi, I would like to add you to my professional network here."},
    {{"read_back as_gift"}, "connection_note", kGood},
    {{"read_back as_peer"}, "connection_note", "Hi Dana, your paper on night handovers helped our ward."},
    {{"read_back as_stranger"}, "connection_note", kPlain},
    {{"plan follow"}, "email", kPlain, {{"to_seniority", "executive"}}},
    {{"plan take_part"}, "email", kPlain, {{"to_seniority", "executive"}}},
    {{"plan write_then"}, "email", kPlain, {{"to_seniority", "executive"}}},
    {{"plan ask_mutual"}, "connection_note", kPlain, {{"mutual", "Jo Park"}}},
    {{"plan write_yourself"}, "connection_note", kPlain, {{"mutual", "Jo Park"}}},
    {{"plan wait_for_tie"}, "direct_message", kGood, {{"to_public_figure", "yes"}}},
    {{"plan thank"}, "connection_note", kGood},
    {{"plan engage"}, "connection_note", kGood},
    {{"plan give"}, "connection_note", kGood},
    {{"plan no_pitch"}, "connection_note", kGood},
    {{"plan one_reminder"}, "email", kGood},
    {{"plan let_it_be"}, "email", kGood},
    {{"plan withdraw"}, "connection_note", kGood},
    {{"plan after_no"}, "email", kGood},
    {{"frequency notes_a_month"}, "connection_note", kGood},
    {{"frequency requests_a_week"}, "connection_note", kGood},
    {{"frequency inmail_credits"}, "inmail", kGood},
    {{"frequency follow_ups"}, "follow_up", kGood},
};

Analysis analyzed(const std::string& channel, const std::string& text, const Facts& facts) {
  Draft draft{.text = text, .lang = "en"};
  draft.channel = channel;
  for (const auto& [fact, value] : facts) BOOST_TEST(set_fact(draft.context, fact, value) == "");
  return tests::built_in_analyzer().analyze(draft);
}

// "ground met", ...: all that is said besides the verdict.
std::set<std::string> said(const Advice& advice) {
  std::set<std::string> out;
  for (const Remark& one : advice.grounds) out.insert("ground " + one.code);
  for (const Remark& one : advice.perceptions) out.insert("perception " + one.code);
  for (const Frequency& one : advice.frequency) out.insert("frequency " + one.code);
  for (const Step& one : advice.plan) out.insert("plan " + one.code);
  out.insert("read_back " + advice.read_back.code);
  return out;
}

const lexicon::Pack& english() {
  const LexiconData& data = tests::built_in_analyzer().lexicon().data();
  return data.packs[static_cast<std::size_t>(data.pack("en"))];
}

std::string code_given(const Analysis& analysis) {
  return advise::advise(tests::built_in_analyzer().lexicon().data(), english(), analysis).code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(advise_tests)

BOOST_DATA_TEST_CASE(a_draft_for_every_code, bdata::make(kRows), row) {
  const Analysis a = analyzed(row.channel, row.text, row.facts);
  BOOST_TEST_CONTEXT("score " << a.score->value()) {
    BOOST_TEST(a.advice.code == row.name);
    BOOST_TEST(a.advice.verdict == row.verdict);
    BOOST_TEST(!a.advice.reason.empty());
    BOOST_TEST(a.advice.reason.find('{') == std::string::npos, a.advice.reason);
    BOOST_TEST_REQUIRE(!a.advice.reasons.empty());
    BOOST_TEST(a.advice.reasons[0].code == row.name);
  }
}

BOOST_DATA_TEST_CASE(a_draft_for_all_else, bdata::make(kOthers), row) {
  const Analysis a = analyzed(row.channel, row.text, row.facts);
  BOOST_TEST_CONTEXT("score " << a.score->value()) {
    BOOST_TEST(said(a.advice).count(row.name) == 1u);
    for (const Remark& remark : a.advice.perceptions) {
      BOOST_TEST(remark.quotes.size() <= 3u);
      for (const Quote& quote : remark.quotes) {
        BOOST_TEST(row.text.substr(quote.bytes.begin, quote.bytes.size()) == quote.quote);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_felt_is_shown) {
  const Analysis a = analyzed("email", kDemo, {});
  for (const Remark& remark : a.advice.perceptions) {
    if (remark.code == "spam") BOOST_TEST(!remark.quotes.empty());
  }
}

BOOST_AUTO_TEST_CASE(introductions) {
  const auto introduction = [&](const Facts& facts) {
    return analyzed("connection_note", kPlain, facts).advice.introduction;
  };
  BOOST_TEST(introduction({}) == "");
  BOOST_TEST(introduction({{"mutual", "Jo Park"}, {"to_name", "Dana Wu"}, {"their_work", "the handover sheet"}}) ==
             "Hi Jo, you know Dana Wu. I would like to ask about the handover sheet. Would you introduce us, or tell me "
             "that it does not suit? Either is fine.");
  BOOST_TEST(introduction({{"mutual", "Jo Park"}, {"to_name", "Dana Wu"}}).starts_with("Hi Jo, you know Dana Wu. I would like to talk"));
  BOOST_TEST(introduction({{"mutual", "Jo Park"}}).starts_with("Hi Jo, I would like to talk with [the reader]"));
  const auto named = [&](const Facts& facts) {
    return analyzed("direct_message", "Hi Dana, we both know Marta Ruiz. Could I have 30 minutes of your time for a call "
                                      "next week?", facts).advice.introduction;
  };
  BOOST_TEST(named({}).starts_with("Hi [the one you both know], I would like to talk with [the reader]"));
  BOOST_TEST(named({{"to_name", "Dana Wu"}}).starts_with("Hi [the one you both know], you know Dana Wu."));
}

// No brace is ever read by people.
BOOST_AUTO_TEST_CASE(a_fact_that_no_sentence_holds_is_not_told) {
  const Advice advice = analyzed("connection_note", kPlain, {{"mutual", "Jo [the one from Graz] Park"}}).advice;
  BOOST_TEST(advice.code == "ask_for_introduction.mutual");
  BOOST_TEST(advice.reason.starts_with("You both know somebody:"), advice.reason);
  BOOST_TEST(advice.introduction.find_first_of("{}") == std::string::npos, advice.introduction);
}

BOOST_AUTO_TEST_CASE(who_said_no_gets_no_plan_to_write_on) {
  const Advice advice = analyzed("email", kGood, {{"last_answer", "no"}}).advice;
  BOOST_TEST(advice.plan.empty());
  BOOST_TEST(said(advice).count("perception considerate") == 0u);
}

BOOST_AUTO_TEST_CASE(what_must_come_first_has_its_days) {
  const Advice advice = analyzed("email", kPlain, {{"to_seniority", "executive"}, {"today", "2026-12-20"}}).advice;
  BOOST_TEST_REQUIRE(advice.plan.size() == 3u);
  const char* const dates[] = {"2026-12-20", "2026-12-27", "2027-01-03"};
  for (std::size_t i = 0; i < advice.plan.size(); ++i) {
    BOOST_TEST(advice.plan[i].when == "before");
    BOOST_TEST(advice.plan[i].date == dates[i]);
  }
}

BOOST_AUTO_TEST_CASE(limits_on_how_often_are_numbers) {
  const auto limits = [&](const char* channel) {
    std::vector<std::string> out;
    for (const Frequency& one : analyzed(channel, kGood, {}).advice.frequency) {
      out.push_back(one.code + " " + std::to_string(one.most) + "/" + std::to_string(one.days));
    }
    return out;
  };
  const std::vector<std::string> notes = {"notes_a_month 5/30", "requests_a_week 100/7"};
  const std::vector<std::string> inmails = {"inmail_credits 0/0"};
  BOOST_TEST(limits("connection_note") == notes, boost::test_tools::per_element());
  BOOST_TEST(limits("inmail") == inmails, boost::test_tools::per_element());
  BOOST_TEST(limits("direct_message").empty());
}

// What shows it: stretches of the draft, facts, figures.
BOOST_AUTO_TEST_CASE(each_remark_has_its_evidence) {
  const auto felt = [](const Advice& advice, const std::string& code) {
    for (const Remark& remark : advice.perceptions) {
      if (remark.code == code) return remark;
    }
    return Remark{};
  };
  const std::vector<std::string> requests = {"last_answer", "previous_requests"};
  const Facts ignored = {{"previous_requests", "2"}, {"last_answer", "none"}};
  BOOST_TEST(felt(analyzed("follow_up", kGood, ignored).advice, "chasing").facts == requests,
             boost::test_tools::per_element());
  const std::vector<std::string> questions = {"questions"};
  BOOST_TEST(felt(analyzed("email", kQuiz, {}).advice, "tiring").figures == questions, boost::test_tools::per_element());
  const Remark careless = felt(analyzed("connection_note", kGood, {{"to_name", "Priya Shah"}}).advice, "careless");
  BOOST_TEST_REQUIRE(careless.quotes.size() == 1u);
  BOOST_TEST(careless.quotes[0].quote == "Hi Dana");
  const Advice gap = analyzed("direct_message", kPlain, {{"from_seniority", "student"}, {"to_seniority", "director"}}).advice;
  const std::vector<std::string> steps = {"from_seniority", "to_seniority"};
  BOOST_TEST(gap.reasons[0].facts == steps, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_order_of_the_facts_is_of_no_account) {
  for (const Row& row : kRows) {
    Facts facts = row.facts;
    facts.insert(facts.end(), {{"to_company", "Corvid"}, {"from_role", "nurse"}});
    const Advice first = analyzed(row.channel, row.text, facts).advice;
    for (std::size_t turn = 1; turn < facts.size(); ++turn) {
      std::rotate(facts.begin(), facts.begin() + 1, facts.end());
      const Advice other = analyzed(row.channel, row.text, facts).advice;
      BOOST_TEST(other.code == first.code, row.name);
      BOOST_TEST(said(other) == said(first), boost::test_tools::per_element());
      BOOST_TEST(other.reasons.size() == first.reasons.size(), row.name);
    }
  }
}

BOOST_AUTO_TEST_CASE(days_become_dates_where_today_is_known) {
  const Facts today = {{"today", "2026-12-20"}};
  const Advice with = analyzed("email", kGood, today).advice;
  const Advice without = analyzed("email", kGood, {}).advice;
  BOOST_TEST_REQUIRE(with.plan.size() == without.plan.size());
  std::size_t dated = 0;
  for (std::size_t i = 0; i < with.plan.size(); ++i) {
    BOOST_TEST(without.plan[i].date == "");
    BOOST_TEST((with.plan[i].date != "") == (with.plan[i].when == "silence"));
    if (with.plan[i].code == "let_it_be") BOOST_TEST(with.plan[i].date == "2027-01-10");
    if (!with.plan[i].date.empty()) ++dated;
  }
  BOOST_TEST(dated == 2u);
}

BOOST_AUTO_TEST_CASE(what_was_accepted_has_its_dates) {
  const Advice advice = analyzed("email", kGood, {{"today", "2026-12-20"}, {"last_answer", "yes"}}).advice;
  for (const Step& step : advice.plan) {
    BOOST_TEST((step.date != "") == (step.when != "no"), step.code);
    if (step.code == "engage") BOOST_TEST(step.date == "2026-12-27");
  }
}

BOOST_AUTO_TEST_CASE(facts_never_move_the_score) {
  for (const Row& row : kRows) {
    const Analysis with = analyzed(row.channel, row.text, row.facts);
    BOOST_TEST(with.score->tenths == analyzed(row.channel, row.text, {}).score->tenths);
  }
}

BOOST_AUTO_TEST_CASE(every_code_has_a_row) {
  std::set<std::string> with_rows;
  for (const Row& row : kRows) with_rows.insert(row.name);
  for (const Other& row : kOthers) with_rows.insert(row.name);
  for (const char* tested : {"introduction with_work", "introduction with_name", "introduction with_mutual",
                             "introduction with_reader", "introduction with_slots"}) {
    with_rows.insert(tested);  // above
  }
  static const std::vector<std::string> tables = {"", "ground ", "perception ", "read_back ", "plan ", "frequency ", "introduction "};
  std::set<std::string> of_pack;
  for (const auto& rule : english().advice) {
    of_pack.insert(tables[static_cast<std::size_t>(rule.kind)] + rule.code);
  }
  BOOST_TEST(of_pack == with_rows, boost::test_tools::per_element());
  BOOST_TEST(of_pack.size() == english().advice.size());
}

BOOST_AUTO_TEST_CASE(every_score_gets_a_verdict) {
  for (const auto& channel : tests::built_in_analyzer().lexicon().channels()) {
    Analysis a;
    a.channel = channel;
    for (int tenths = 0; tenths <= 1000; ++tenths) {
      a.score = Points{tenths};
      BOOST_TEST_REQUIRE(!code_given(a).empty());
    }
  }
}

BOOST_AUTO_TEST_CASE(without_a_score_there_is_none) {
  Analysis a;
  a.channel = "email";
  BOOST_TEST(code_given(a) == "");
  const Analysis empty = tests::built_in_analyzer().analyze({.text = " \n"});
  BOOST_TEST(empty.advice.verdict == "");
}

BOOST_AUTO_TEST_SUITE_END()
