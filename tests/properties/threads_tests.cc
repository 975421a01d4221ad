// One Analyzer, many threads: the same answers as one thread gives. The preset
// tsan runs this to see that nothing is written without a lock.
#include <boost/test/unit_test.hpp>

#include <atomic>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "analyzer/analyzer.h"

namespace {

constexpr int kThreads = 8;
constexpr int kRounds = 3;

std::vector<rapport::Draft> drafts() {
  std::vector<rapport::Draft> all;
  for (const char* text : {
           "Hi Ana, your talk on cache invalidation at CppCon made me rewrite our "
           "eviction code. Would be glad to connect.",
           "Dear Sir, I came across your impressive profile and would love to pick "
           "your brain. Could we do a quick call tomorrow? https://calendly.com/x",
           "Subject: Our platform\n\nHello [First Name],\n\nWe help teams like yours "
           "save 30% of their costs. Just following up!\n\nBest regards,\nTom",
           "\xF0\x9F\x9A\x80 GREAT OFFER \xFF\xFE act now!!!", "Guten Tag, ich habe Ihren "
           "Vortrag gesehen und mich sehr gefreut.", "Hi", ""}) {
    all.push_back({.text = text});
  }
  return all;
}

// All that an analysis says, as one text to compare.
std::string told(const rapport::Analysis& a) {
  std::ostringstream out;
  out << a.lang << ' ' << a.channel << ' ' << a.tier << ' ' << a.reason << ' '
      << (a.score ? a.score->tenths : -1) << ' ' << a.advice.code << '\n';
  for (const auto& s : a.signals) {
    out << s.rule << ' ' << s.bytes.begin << '-' << s.bytes.end << ' '
        << s.contribution.tenths << '\n';
  }
  for (const auto& f : a.features) {
    out << f.feature << ' ' << f.value << ' ' << f.contribution.tenths << '\n';
  }
  for (const auto& e : a.edits) {
    out << e.bytes.begin << '-' << e.bytes.end << ' ' << e.replacement << ' '
        << e.gain.tenths << '\n';
  }
  return out.str();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(threads_tests)

BOOST_AUTO_TEST_CASE(eight_threads_on_a_fresh_analyzer_agree_with_one) {
  const auto referee = rapport::Analyzer::create();
  BOOST_REQUIRE(referee);
  std::vector<std::string> expected;
  for (const auto& draft : drafts()) expected.push_back(told(referee->analyze(draft)));

  // Fresh, so that whatever is compiled or built on first use is raced for.
  const auto analyzer = rapport::Analyzer::create();
  BOOST_REQUIRE(analyzer);
  std::atomic<int> differences = 0;
  std::atomic<int> analyses = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      const auto mine = drafts();
      for (int round = 0; round < kRounds; ++round) {
        for (std::size_t i = 0; i < mine.size(); ++i) {
          const std::size_t at = (i + static_cast<std::size_t>(t)) % mine.size();
          if (told(analyzer->analyze(mine[at])) != expected[at]) ++differences;
          ++analyses;
        }
      }
    });
  }
  for (auto& thread : threads) thread.join();
  BOOST_TEST(analyses == kThreads * kRounds * static_cast<int>(expected.size()));
  BOOST_TEST(differences == 0);
}

BOOST_AUTO_TEST_CASE(copies_of_a_handle_share_one_state) {
  const auto first = rapport::Analyzer::create();
  BOOST_REQUIRE(first);
  const rapport::Analyzer copy = *first;
  const rapport::Draft draft = drafts().front();
  std::string here;
  std::thread other([&] { here = told(copy.analyze(draft)); });
  const std::string there = told(first->analyze(draft));
  other.join();
  BOOST_TEST(here == there);
}

BOOST_AUTO_TEST_SUITE_END()
