// How often senders write: weeks, bursts, limits, repeats, against counting by hand.
#include "corpus/reports/frequency.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "tests/corpus/summary_support.h"
#include "tests/support.h"

using namespace rapport;
using corpus::FrequencyCollector;
using corpus::FrequencySummary;
using tests::Case;

namespace {

const Lexicon& lexicon() {
  static const Lexicon built_in = *Lexicon::built_in();
  return built_in;
}

FrequencySummary frequency_of(const std::vector<Case>& cases, const corpus::SummaryOptions& options = {}) {
  FrequencyCollector collector(options, lexicon());
  for (const Case& one : cases) collector.add(one.seen());
  return collector.finish();
}

Case message(const char* sender, const char* reader, const char* time) {
  return Case().between(sender, reader).sent(time);
}

const corpus::LimitUse& limit(const FrequencySummary& all, const std::string& code) {
  return *std::find_if(all.limits.begin(), all.limits.end(), [&](const auto& one) { return one.limit.code == code; });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(frequency_tests)

// From the table of ISO 8601 weeks around new years.
BOOST_AUTO_TEST_CASE(weeks_of_iso_8601) {
  struct Row {
    const char* day;
    const char* week;
  };
  for (const Row& row : {Row{"2005-01-01", "2004-W53"}, Row{"2005-01-02", "2004-W53"}, Row{"2005-12-31", "2005-W52"},
                         Row{"2006-01-01", "2005-W52"}, Row{"2007-01-01", "2007-W01"}, Row{"2007-12-30", "2007-W52"},
                         Row{"2007-12-31", "2008-W01"}, Row{"2008-12-28", "2008-W52"}, Row{"2008-12-29", "2009-W01"},
                         Row{"2009-12-31", "2009-W53"}, Row{"2010-01-03", "2009-W53"}, Row{"2010-01-04", "2010-W01"},
                         Row{"1969-12-31", "1970-W01"}, Row{"2026-11-25", "2026-W48"}}) {
    BOOST_TEST(corpus::iso_week(*corpus::parse_time(row.day)) == row.week, row.day);
  }
}

BOOST_AUTO_TEST_CASE(weeks_and_bursts_whatever_the_order) {
  std::vector<Case> cases = {
      message("Ana", "a", "2026-11-23T09:00:00Z"), message("Ana", "b", "2026-11-29T23:59:59Z"),
      message("Ana", "c", "2026-11-30T00:00:00Z"), message("Ana", "d", "2026-11-30T20:00:00Z"),
      message("Ana", "e", "2026-11-30T23:59:58Z"), message("Bo", "f", "2026-11-24T00:00:00Z"),
      message("Bo", "g", "2026-11-25T00:00:00Z"), message("Bo", "h", "2026-11-24T12:00:00Z").channel("direct_message")};
  for (int order = 0; order < 24; ++order) {
    std::next_permutation(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.record.reader < b.record.reader; });
    const FrequencySummary got = frequency_of(cases);
    BOOST_TEST(got.dated == 8u);
    BOOST_TEST(got.senders == 2u);
    BOOST_REQUIRE(got.weeks.size() == 3u);
    BOOST_TEST(got.weeks[0].sender == "Ana");
    BOOST_TEST(got.weeks[0].week == "2026-W49");
    BOOST_TEST(got.weeks[0].count == 3u);
    BOOST_TEST(got.requests_a_week.count == 3u);
    BOOST_TEST(got.requests_a_week.median == 2);
    BOOST_REQUIRE(got.in_24_hours.size() == 2u);
    BOOST_TEST(got.in_24_hours[0].sender == "Ana");
    BOOST_TEST(got.in_24_hours[0].count == 4u);
    BOOST_TEST((got.in_24_hours[0].from == *corpus::parse_time("2026-11-29T23:59:59Z")));
    BOOST_TEST(got.in_24_hours[1].count == 2u);  // a whole day apart is no burst
    BOOST_TEST(got.in_7_days[0].count == 4u);
  }
}

BOOST_AUTO_TEST_CASE(limits_are_the_lexicons) {
  const FrequencySummary none = frequency_of({});
  BOOST_REQUIRE(!none.limits.empty());
  const corpus::LimitUse& week = limit(none, "requests_a_week");
  BOOST_REQUIRE(week.limit.days == 7);
  std::vector<Case> cases;
  // Ana sends one more than the limit within its days; Bo as many; Cy more, but on another channel.
  for (int i = 0; i <= week.limit.most; ++i) {
    const std::string reader = "r" + std::to_string(i);
    cases.push_back(message("Ana", reader.c_str(), "2026-11-24T00:00:00Z"));
    if (i > 0) cases.push_back(message("Bo", reader.c_str(), i % 2 == 0 ? "2026-11-24" : "2026-11-30"));
    cases.push_back(message("Cy", reader.c_str(), "2026-11-24").channel("email"));
  }
  cases.push_back(message("Bo", "z", "2026-12-01T00:00:00Z"));
  const FrequencySummary got = frequency_of(cases);
  const corpus::LimitUse& use = limit(got, "requests_a_week");
  BOOST_TEST(use.senders == 2u);
  BOOST_TEST(use.over == 1u);
  BOOST_REQUIRE(use.busiest.size() == 2u);
  BOOST_TEST(use.busiest[0].sender == "Ana");
  BOOST_TEST(use.busiest[0].count == static_cast<std::uint64_t>(week.limit.most) + 1);
}

BOOST_AUTO_TEST_CASE(repeats_and_follow_ups) {
  const FrequencySummary got = frequency_of({
      message("Ana", "Zed", "2026-11-01").accepted(false),
      message("Ana", "zed", "2026-11-04").replied(false),          // three days after silence
      message("Ana", "Zed", "2026-11-09").replied(true),           // five days after silence
      message("Ana", "Zed", "2026-11-10"),                         // after an answer
      message("Bo", "Zed", "2026-11-02").channel("direct_message"),
      message("Bo", "Yan", "2026-11-02"),
      message("Bo", "Yan", "2026-11-04"),                          // nothing is known
      message("Cy", "", "2026-11-04"),
  });
  BOOST_TEST(got.readers == 2u);
  BOOST_TEST(got.readers_asked_again == 2u);
  BOOST_TEST(got.most_requests == 4u);
  BOOST_TEST(got.readers_of_many == 1u);
  BOOST_TEST(got.further == 4u);
  BOOST_TEST(got.after_silence == 2u);
  BOOST_TEST(got.after_answer == 1u);
  BOOST_TEST(got.after_unknown == 1u);
  BOOST_TEST(got.days_between.count == 3u);
  BOOST_TEST(std::abs(got.days_between.median - 3) < 1e-9);
  BOOST_TEST(std::abs(got.days_between.high - 5) < 1e-9);
}

BOOST_AUTO_TEST_CASE(what_is_not_dated_is_counted_apart) {
  std::vector<Case> cases = {message("Ana", "Zed", "2026-11-01"), Case().between("Ana", "Zed"), Case().sent("2026-11-01"), Case()};
  const FrequencySummary got = frequency_of(cases);
  BOOST_TEST(got.dated == 1u);
  BOOST_TEST(got.undated == 3u);
  BOOST_TEST(got.senders == 1u);
  BOOST_TEST(got.further == 0u);
  BOOST_TEST(got.most_requests == 2u);
}

BOOST_AUTO_TEST_CASE(memory_is_bounded) {
  std::vector<Case> cases(10, message("Ana", "Zed", "2026-11-01"));
  const FrequencySummary got = frequency_of(cases, {.most_events = 4});
  BOOST_TEST(got.dated == 4u);
  BOOST_TEST(got.beyond == 6u);
}

// Every window, one by one.
BOOST_AUTO_TEST_CASE(bursts_equal_trying_every_window) {
  tests::Random random(2);
  for (int round = 0; round < 30; ++round) {
    std::vector<Case> cases;
    std::map<std::string, std::vector<std::int64_t>> times;
    for (int i = 0; i < 60; ++i) {
      const std::string sender = "s" + std::to_string(random.below(3));
      cases.push_back(Case().between(sender, "r" + std::to_string(i)));
      const auto time = static_cast<std::int64_t>(random.below(86400 * 6));
      cases.back().record.sent = std::chrono::sys_seconds(std::chrono::seconds(time));
      times[sender].push_back(time);
    }
    for (const corpus::Burst& burst : frequency_of(cases).in_24_hours) {
      std::uint64_t most = 0;
      for (const std::int64_t from : times[burst.sender]) {
        most = std::max(most, static_cast<std::uint64_t>(std::count_if(
                                  times[burst.sender].begin(), times[burst.sender].end(),
                                  [&](std::int64_t time) { return time >= from && time < from + 86400; })));
      }
      BOOST_TEST(burst.count == most);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
