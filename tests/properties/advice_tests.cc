// The laws of advice, over all gold, all samples and generated facts.
#include <algorithm>
#include <set>

#include "tests/support.h"

using namespace rapport;

namespace {

std::vector<Draft> drafts() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(tests::source_dir() + "/corpus/gold/en")) {
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Draft> out;
  for (const auto& file : files) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
      const boost::json::object record = boost::json::parse(line).as_object();
      Draft draft;
      draft.text = record.at("text").as_string().c_str();
      draft.channel = record.at("channel").as_string().c_str();
      draft.slots_filled = record.at("kind").as_string() == "template";
      out.push_back(std::move(draft));
    }
  }
  BOOST_TEST_REQUIRE(out.size() > 1000u);
  return out;
}

using Facts = std::vector<std::pair<std::string, std::string>>;

// Some facts of every kind, given or known to be none, and fit to be told or not.
Facts some_facts(tests::Random& random) {
  Facts out;
  for (const FactInfo& fact : context_facts()) {
    if (random.below(3) > 0) continue;
    std::vector<std::string> values = {"Ana Lima", "the Tap Days", "{to_name}", "Jo [from Graz]", "none", "\u674e\u660e",
                                       std::string(300, 'x'), "0", "3", "2026-02-01", "2026-02-03", "yes", "no"};
    if (!fact.choices.empty()) {
      values.emplace_back(fact.choices.substr(0, fact.choices.find('|')));
      values.emplace_back(fact.choices.substr(fact.choices.rfind('|') + 1));
    }
    Context tried;
    const std::string value = random.pick(values);
    if (set_fact(tried, fact.name, value).empty()) out.emplace_back(fact.name, value);
  }
  return out;
}

Context context_of(const Facts& facts) {
  Context out;
  for (const auto& [fact, value] : facts) set_fact(out, fact, value);
  return out;
}

void check_remark(const Draft& draft, const Remark& remark) {
  BOOST_TEST(!remark.code.empty());
  BOOST_TEST(!remark.reason.empty());
  BOOST_TEST(remark.reason.find_first_of("{}") == std::string::npos, remark.reason);
  BOOST_TEST(remark.quotes.size() <= 3u);
  for (const Quote& quote : remark.quotes) {
    const std::string& from = quote.part == Part::kSubject ? draft.subject : draft.text;
    BOOST_TEST_REQUIRE(quote.bytes.end <= from.size());
    BOOST_TEST(from.substr(quote.bytes.begin, quote.bytes.size()) == quote.quote);
  }
  for (const std::string& fact : remark.facts) BOOST_TEST(has_fact(draft.context, fact), fact);
}

// What advice says, in one line, to compare.
std::string line(const Advice& advice) {
  std::string out = advice.verdict + " " + advice.code + " " + advice.read_back.code + " " + advice.introduction;
  for (const auto* remarks : {&advice.reasons, &advice.grounds, &advice.perceptions}) {
    for (const Remark& remark : *remarks) out += "; " + remark.code + " " + remark.reason;
  }
  for (const Step& step : advice.plan) out += "; " + step.code + " " + step.date + " " + step.text;
  for (const Frequency& one : advice.frequency) out += "; " + one.code;
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(advice_tests)

BOOST_AUTO_TEST_CASE(each_scored_draft_gets_advice_and_each_remark_its_evidence) {
  static const std::set<std::string> verdicts = {"send", "revise", "send_without_note", "ask_for_introduction",
                                                 "warm_up_first", "hold_off"};
  tests::Random random(11);
  std::set<std::string> given;
  std::size_t scored = 0;
  for (Draft draft : drafts()) {
    for (const bool with_facts : {false, true}) {
      if (with_facts) draft.context = context_of(some_facts(random));
      const Analysis a = tests::built_in_analyzer().analyze(draft);
      BOOST_TEST(a.score.has_value() == !a.advice.verdict.empty());
      if (!a.score) continue;
      ++scored;
      given.insert(a.advice.verdict);
      BOOST_TEST(verdicts.count(a.advice.verdict) == 1u);
      BOOST_TEST_REQUIRE(!a.advice.reasons.empty());
      BOOST_TEST(a.advice.reasons[0].code == a.advice.code);
      for (const auto* remarks : {&a.advice.reasons, &a.advice.grounds, &a.advice.perceptions}) {
        for (const Remark& remark : *remarks) check_remark(draft, remark);
      }
      check_remark(draft, a.advice.read_back);
      BOOST_TEST(a.advice.introduction.empty() == (a.advice.verdict != "ask_for_introduction"));
    }
  }
  BOOST_TEST(scored > 2000u);
  BOOST_TEST(given == verdicts, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(neither_the_order_of_facts_nor_the_score_moves) {
  tests::Random random(12);
  for (const tests::Sample& sample : tests::samples()) {
    Draft draft = sample.draft;
    const auto plain = tests::built_in_analyzer().analyze(draft).score;
    for (int turn = 0; turn < 10; ++turn) {
      Facts facts = some_facts(random);
      draft.context = context_of(facts);
      const Analysis first = tests::built_in_analyzer().analyze(draft);
      std::reverse(facts.begin(), facts.end());
      draft.context = context_of(facts);
      const Analysis other = tests::built_in_analyzer().analyze(draft);
      BOOST_TEST(line(first.advice) == line(other.advice));
      BOOST_TEST((first.score == plain && other.score == plain));
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
