// The conditions of advice, one by one, against one analysis that is made up.
#include "analyzer/advise/advise.h"

#include "tests/text_support.h"

using namespace rapport;
using lexicon::Whether;
namespace bdata = boost::unit_test::data;

namespace {

using Facts = std::vector<std::pair<const char*, const char*>>;

// One rule against one analysis.
struct Condition : tests::Named {
  lexicon::AdviceRule rule;
  bool holds;
};

// Score 50.0, on "email", with pitch.offering by the rule en.pitch.offering.x, a
// body over its limit, four questions and a restraint of 40.0.
Analysis made_up() {
  Analysis a;
  a.score = Points{500};
  a.channel = "email";
  a.tier = "free";
  Signal signal;
  signal.signal = "pitch.offering";
  signal.rule = "en.pitch.offering.x";
  a.signals.push_back(signal);
  Limit limit;
  limit.level = Limit::Level::kError;
  a.limits.push_back(limit);
  a.scores.restraint = Points{400};
  Feature feature;
  feature.feature = "questions";
  feature.value = 4;
  a.features.push_back(feature);
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
    {{"over its limit"}, {.over_limit = Whether::kYes}, true},
    {{"within its limit"}, {.over_limit = Whether::kNo}, false},
    {{"a sub-score is below"}, {.where = {{"restraint", true, 40.1}}}, true},
    {{"a sub-score is not below"}, {.where = {{"restraint", true, 40}}}, false},
    {{"a sub-score is at least"}, {.where = {{"restraint", false, 40}}}, true},
    {{"a feature is at least"}, {.where = {{"questions", false, 4}}}, true},
    {{"a feature is less"}, {.where = {{"questions", false, 4.5}}}, false},
    {{"both figures"}, {.where = {{"restraint", true, 50}, {"questions", false, 3}}}, true},
    {{"one of two figures"}, {.where = {{"restraint", true, 50}, {"questions", false, 9}}}, false},
    {{"a figure that was not taken"}, {.where = {{"emoji", true, 9}}}, false},
    {{"no claim is wrong"}, {.check = Whether::kNo}, true},
    {{"tier"}, {.tiers = {"free"}}, true},
    {{"another tier"}, {.tiers = {"premium"}}, false},
    {{"no claim was checked"}, {.check = Whether::kYes}, false},
    {{"a fact is given"}, {.given = {"referred_by", "met_at"}}, true},
    {{"a fact is not given"}, {.given = {"business"}}, false},
    {{"a fact is known to be none"}, {.given = {"referred_by"}}, false},
    {{"without what is given"}, {.without = {"met_at"}}, false},
    {{"without what is not"}, {.without = {"business", "referred_by"}}, true},
    {{"is"}, {.is = {{"last_answer", "no"}, {"referred_by", "none"}}}, true},
    {{"is another"}, {.is = {{"last_answer", "yes"}}}, false},
    {{"is none, but not known"}, {.is = {{"business", "none"}}}, false},
    {{"is not"}, {.is_not = {{"last_answer", "yes"}, {"business", "none"}}}, true},
    {{"is not, but is"}, {.is_not = {{"last_answer", "yes"}, {"referred_by", "none"}}}, false},
    {{"one of two, the signal"}, {.any = {"pitch"}, .given = {"business"}, .either = true}, true},
    {{"one of two, the fact"}, {.any = {"ask"}, .given = {"met_at"}, .either = true}, true},
    {{"none of two"}, {.any = {"ask"}, .given = {"business"}, .either = true}, false},
    {{"both of two"}, {.any = {"ask"}, .given = {"met_at"}}, false},
    {{"gap, at"}, {.gap = 3}, true},
    {{"gap, far"}, {.gap = 4}, false},
    {{"requests, at"}, {.requests = 2}, true},
    {{"requests, more"}, {.requests = 3}, false},
    {{"within days"}, {.within_days = 4}, true},
    {{"on the day after"}, {.within_days = 3}, false},
    {{"all of them"}, {.any = {"pitch"}, .none = {"ask"}, .channels = {"email"}, .below = 60,
                       .at_least = 40, .over_limit = Whether::kYes}, true},
    {{"all but one"}, {.any = {"pitch"}, .none = {"ask"}, .channels = {"email"}, .below = 60,
                       .at_least = 55, .over_limit = Whether::kYes}, false},
};

Advice given(const lexicon::Pack& pack, const Analysis& analysis, const Context& context = {}) {
  return advise::advise(tests::built_in_analyzer().lexicon().data(), pack, analysis, context);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(conditions_tests)

BOOST_DATA_TEST_CASE(conditions, bdata::make(kConditions), row) {
  lexicon::Pack pack;
  pack.advice = {row.rule};
  pack.advice[0].code = "code";
  Context context;
  for (const auto& [fact, value] : Facts{{"met_at", "Tap Days"}, {"referred_by", "none"}, {"last_answer", "no"},
                                         {"from_seniority", "junior"}, {"to_seniority", "director"},
                                         {"previous_requests", "2"}, {"last_request", "2026-03-01"},
                                         {"today", "2026-03-04"}}) {
    BOOST_TEST(set_fact(context, fact, value) == "");
  }
  BOOST_TEST(given(pack, made_up(), context).code == (row.holds ? "code" : ""));
}

BOOST_AUTO_TEST_CASE(a_warning_breaks_no_limit) {
  lexicon::Pack pack;
  pack.advice = {{.code = "code", .over_limit = Whether::kYes}};
  Analysis a = made_up();
  a.limits[0].level = Limit::Level::kWarning;
  BOOST_TEST(given(pack, a).code == "");
}

BOOST_AUTO_TEST_CASE(the_first_that_holds_wins) {
  lexicon::Pack pack;
  pack.advice = {{.code = "no", .any = {"ask"}}, {.code = "first"}, {.code = "second"}};
  BOOST_TEST(given(pack, made_up()).code == "first");
}

BOOST_AUTO_TEST_CASE(some_lines_stand_beside_some_verdicts) {
  using Kind = lexicon::AdviceRule::Kind;
  for (const char* verdict : {"send", "hold_off"}) {
    lexicon::Pack pack;
    pack.advice = {{.code = "code", .verdict = verdict},
                   {.code = "always", .kind = Kind::kPerception},
                   {.code = "only", .kind = Kind::kPerception, .beside = {"revise", "send"}}};
    const Advice advice = given(pack, made_up());
    BOOST_TEST(advice.perceptions.size() == (advice.verdict == "send" ? 2u : 1u));
  }
}

// A claim that the facts do not bear out is a condition, and its own evidence.
BOOST_AUTO_TEST_CASE(a_wrong_claim) {
  Analysis a = made_up();
  Check check;
  check.quote = "Dana";
  a.checks.push_back(check);
  lexicon::Pack pack;
  pack.advice = {{.code = "no", .check = Whether::kNo}, {.code = "yes", .check = Whether::kYes}};
  const Advice advice = given(pack, a);
  BOOST_TEST(advice.code == "yes");
  BOOST_TEST_REQUIRE(advice.reasons[0].quotes.size() == 1u);
  BOOST_TEST(advice.reasons[0].quotes[0].quote == "Dana");
}

BOOST_AUTO_TEST_SUITE_END()
