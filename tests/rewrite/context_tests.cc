// Facts of a context in rewrites.
#include <algorithm>

#include "analyzer/advise/tell.h"
#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/rewrite/rewrites.h"
#include "tests/text_support.h"

using namespace rapport;

namespace {

using Facts = std::vector<std::pair<const char*, const char*>>;

Context context_of(const Facts& facts) {
  Context out;
  for (const auto& [fact, value] : facts) BOOST_TEST(set_fact(out, fact, value) == "");
  return out;
}

constexpr const char* kPitch =
    "Hi there, I hope you are well! We help clinics double their bookings in 30 days with our "
    "platform. Do you have 15 minutes for a quick demo?";

bool one_says(const std::vector<Rewrite>& rewrites, const std::string& words) {
  return std::any_of(rewrites.begin(), rewrites.end(), [&](const Rewrite& rewrite) {
    return rewrite.text.find(words) != std::string::npos;
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(context_tests)

BOOST_AUTO_TEST_CASE(facts_in_wordings) {
  struct Row {
    const char* name;
    const char* wording;
    Facts facts;
    const char* told;  // null: it cannot be
  };
  const std::vector<Row> rows = {
      {"no_fact", "No worries.", {}, "No worries."},
      {"a_fact", "We met at {met_at}.", {{"met_at", "CppCon"}}, "We met at CppCon."},
      {"not_given", "We met at {met_at}.", {}, nullptr},
      {"known_none", "We met at {met_at}.", {{"met_at", "none"}}, nullptr},
      {"two_of_which_one_is_not_given", "{from_name} at {from_company}.", {{"from_name", "Bo"}}, nullptr},
      {"first_word", "Hi {to_name:first},", {{"to_name", "Ana Lima"}}, "Hi Ana,"},
      {"the_only_word", "Hi {to_name:first},", {{"to_name", "Ana"}}, "Hi Ana,"},
      {"bare", "Your {their_work:bare}.", {{"their_work", "The talk on bees"}}, "Your talk on bees."},
      {"bare_already", "Your {their_work:bare}.", {{"their_work", "talk on bees"}}, "Your talk on bees."},
      {"the_first_of_a_list", "We both know {mutual}.", {{"mutual", "Jo"}, {"mutual", "Lea"}}, "We both know Jo."},
      {"an_end_of_its_own", "I liked {offer}.", {{"offer", "it."}}, "I liked it."},
      {"a_slot_is_no_fact", "Hi {to_name:first},", {{"to_name", "[Name]"}}, nullptr},
      {"two_lines", "Hi {to_name},", {{"to_name", "Ana\nLima"}}, nullptr},
      {"another_script", "Hi {to_name},", {{"to_name", "\u674e\u660e"}}, "Hi \u674e\u660e,"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      const auto told = advise::with_facts_told(row.wording, context_of(row.facts), {"the", "your"});
      BOOST_TEST(told.value_or("(none)") == (row.told ? row.told : "(none)"));
    }
  }
}

BOOST_AUTO_TEST_CASE(facts_come_before_slots) {
  struct Row {
    const char* name;
    Facts facts;
    const char* words;  // one of the rewrites says so
    const char* draft = kPitch;
  };
  const std::vector<Row> rows = {
      {"the_name", {{"to_name", "Ana Lima"}}, "Ana,"},
      {"met", {{"met_at", "Tap Days"}}, "meet you at Tap Days."},
      {"referred", {{"referred_by", "Jo Park"}}, "Jo Park suggested that I write to you."},
      {"took_part", {{"took_part_in", "the plumbing forum"}}, "took part in the plumbing forum."},
      {"business", {{"business", "the harbour crane"}}, "worked together on the harbour crane."},
      {"mutual", {{"mutual", "Jo Park"}}, "both know Jo Park."},
      {"applied", {{"applied_for", "the drafting post"}, {"to_company", "Corvid"}}, "applied for the drafting post at Corvid."},
      {"work", {{"their_work", "the talk on valves"}}, "your talk on valves"},
      {"offer", {{"offer", "our test plan"}}, "our test plan"},
      {"the_stronger_of_two", {{"their_work", "the talk on valves"}, {"met_at", "Tap Days"}}, "meet you at Tap Days."},
      {"sender", {{"from_name", "Bo Friis"}, {"from_role", "nurse"}, {"from_company", "Corvid"}}, "Bo Friis, nurse at Corvid.",
       "Hi there, act now, this offer ends at midnight!"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      Draft draft{.text = row.draft, .lang = "en"};
      BOOST_TEST(!one_says(tests::built_in_analyzer().analyze(draft).rewrites, row.words));
      draft.context = context_of(row.facts);
      const auto rewrites = tests::built_in_analyzer().analyze(draft).rewrites;
      BOOST_TEST(one_says(rewrites, row.words), (rewrites.empty() ? "" : rewrites[0].text));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_the_facts_deny_is_left_out) {
  Draft draft{.text = "Hi Bo, we met at the plumbing fair. I came across your profile and was impressed. We are the leading "
                      "provider of valves. Can we hop on a call this week?",
              .lang = "en"};
  draft.context = context_of({{"to_name", "Ana Lima"}, {"met_at", "none"}, {"their_work", "the talk on valves"}});
  const auto rewrites = tests::built_in_analyzer().analyze(draft).rewrites;
  BOOST_TEST(!rewrites.empty());
  for (const Rewrite& rewrite : rewrites) {
    BOOST_TEST(rewrite.text.find("Bo") == std::string::npos, rewrite.text);
    BOOST_TEST(rewrite.text.find("fair") == std::string::npos, rewrite.text);
  }
  BOOST_TEST(one_says(rewrites, "Ana"));
}

BOOST_AUTO_TEST_SUITE_END()
