#include "analyzer/context.h"

#include "tests/support.h"

using namespace rapport;

BOOST_AUTO_TEST_SUITE(context_tests)

BOOST_AUTO_TEST_CASE(values) {
  struct Row {
    const char* name;
    const char* fact;
    const char* value;
    const char* error;  // empty: taken
  };
  const std::vector<Row> rows = {
      {"a_text", "to_name", " Ana Lima ", ""},
      {"no_text", "to_name", " \t", "is empty; leave it out where it is not known"},
      {"a_tie", "met_at", "CppCon", ""},
      {"no_tie", "met_at", "none", ""},
      {"a_count", "previous_requests", "2", ""},
      {"less_than_none", "previous_requests", "-1", "is a count from 0 to 1000"},
      {"too_many", "previous_requests", "99999999999", "is a count from 0 to 1000"},
      {"a_count_and_more", "previous_requests", "2x", "is a count from 0 to 1000"},
      {"a_day", "last_request", "2024-02-29", ""},
      {"no_leap_year", "last_request", "2026-02-29", "is a day of the calendar as YYYY-MM-DD"},
      {"a_thirteenth_month", "last_request", "2026-13-01", "is a day of the calendar as YYYY-MM-DD"},
      {"day_nought", "last_request", "2026-01-00", "is a day of the calendar as YYYY-MM-DD"},
      {"another_order", "last_request", "01.02.2026", "is a day of the calendar as YYYY-MM-DD"},
      {"yes", "to_public_figure", "yes", ""},
      {"true", "to_public_figure", "true", ""},
      {"perhaps", "to_public_figure", "perhaps", "is yes or no"},
      {"a_choice", "last_answer", "no", ""},
      {"no_choice", "last_answer", "silence", "is one of none, yes, no"},
      {"a_later_choice", "to_seniority", "executive", ""},
      {"part_of_a_choice", "to_seniority", "exec", "is one of student, junior, mid, senior, director, executive"},
      {"a_name_in_another_script", "to_name", "李 明", ""},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      Context context;
      BOOST_TEST(set_fact(context, row.fact, row.value) == row.error);
      BOOST_TEST(has_fact(context, row.fact) == (*row.error == '\0'));
      BOOST_TEST(context.empty() == (*row.error != '\0'));
    }
  }
}

BOOST_AUTO_TEST_CASE(none_is_known_and_not_given_is_not) {
  Context context;
  BOOST_TEST(!context.met_at.has_value());
  set_fact(context, "met_at", "none");
  BOOST_TEST(context.met_at.value() == "");
  set_fact(context, "mutual", "Jo Park");
  set_fact(context, "mutual", "Lea Roth");
  BOOST_TEST(context.mutual->size() == 2u);
  set_fact(context, "mutual", "none");
  BOOST_TEST(context.mutual.value().empty());
}

BOOST_AUTO_TEST_CASE(a_day_alone_tells_nothing) {
  Context context;
  set_fact(context, "today", "2026-03-01");
  BOOST_TEST(context.empty());
}

BOOST_AUTO_TEST_CASE(a_choice_is_the_one_it_names) {
  Context context;
  set_fact(context, "to_seniority", "executive");
  BOOST_TEST((context.to.seniority == Seniority::kExecutive));
  set_fact(context, "intent", "contact");
  BOOST_TEST((context.intent == Intent::kContact));
  set_fact(context, "last_answer", "no");
  BOOST_TEST((context.last_answer == Answer::kNo));
}

BOOST_AUTO_TEST_CASE(what_cannot_all_be_true) {
  using Facts = std::vector<std::pair<const char*, const char*>>;
  struct Row {
    const char* name;
    Facts facts;
    std::vector<std::string> errors;
  };
  const std::vector<Row> rows = {
      {"nothing", {}, {}},
      {"all_well",
       {{"from_name", "Bo"}, {"to_name", "Ana"}, {"previous_requests", "1"}, {"last_request", "2026-01-02"}, {"today", "2026-01-02"}},
       {}},
      {"to_oneself", {{"from_name", "Bo"}, {"to_name", "Bo"}}, {"from_name and to_name are the same"}},
      {"referred_by_the_reader", {{"to_name", "Ana"}, {"referred_by", "Ana"}}, {"referred_by is the reader"}},
      {"the_reader_as_a_friend_of_both", {{"to_name", "Ana"}, {"mutual", "Ana"}}, {"mutual names the reader"}},
      {"from_the_future", {{"last_request", "2026-01-03"}, {"today", "2026-01-02"}}, {"last_request is after today"}},
      {"none_sent_but_when",
       {{"previous_requests", "0"}, {"last_request", "2026-01-03"}, {"last_answer", "no"}},
       {"previous_requests is 0, but last_request is given", "previous_requests is 0, but last_answer is given"}},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      Context context;
      for (const auto& [fact, value] : row.facts) BOOST_TEST(set_fact(context, fact, value) == "");
      BOOST_TEST(contradictions(context) == row.errors, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(every_fact_can_be_given) {
  for (const FactInfo& fact : context_facts()) {
    BOOST_TEST_CONTEXT(fact.name) {
      using Kind = FactInfo::Kind;
      const std::string value = fact.kind == Kind::kCount    ? "1"
                                : fact.kind == Kind::kDate  ? "2026-01-02"
                                : fact.kind == Kind::kYesNo ? "yes"
                                : fact.kind == Kind::kChoice
                                    ? std::string(fact.choices.substr(0, fact.choices.find('|')))
                                    : "Bee club";
      Context context;
      BOOST_TEST(!has_fact(context, fact.name));
      BOOST_TEST(set_fact(context, fact.name, value) == "");
      BOOST_TEST(has_fact(context, fact.name));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_goes_in_comes_out) {
  using Values = std::vector<std::string>;
  struct Row {
    const char* fact;
    const char* value;
    Values out;
  };
  const std::vector<Row> rows = {
      {"to_name", "Ana", {"Ana"}},         {"shared", "choir", {"choir"}},
      {"met_at", "none", {}},              {"met_at", "CppCon", {"CppCon"}},
      {"mutual", "none", {}},              {"mutual", "Jo", {"Jo"}},
      {"previous_requests", "0", {}},      {"previous_requests", "3", {"3"}},
      {"last_request", "2026-01-02", {"2026-01-02"}}, {"to_public_figure", "no", {}},
      {"to_public_figure", "yes", {"yes"}}, {"to_seniority", "director", {"director"}},
      {"intent", "advice", {"advice"}},    {"intent", "contact", {"contact"}},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.fact << " = " << row.value) {
      Context context;
      BOOST_TEST(!fact_values(context, row.fact).has_value());
      set_fact(context, row.fact, row.value);
      BOOST_TEST(fact_values(context, row.fact).value() == row.out, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
