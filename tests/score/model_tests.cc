#include <cmath>

#include "analyzer/lexicon/lexicon_data.h"
#include "tests/support.h"

using namespace rapport;

namespace {

double log_odds(double score) { return std::log(score / (100 - score)); }

Analysis analyze(const std::string& text) {
  Draft draft{.text = text, .lang = "en"};
  draft.channel = "direct_message";
  return tests::built_in_analyzer().analyze(draft);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(model_tests)

BOOST_AUTO_TEST_CASE(the_score_is_the_logistic_of_its_terms) {
  const LexiconData& data = tests::built_in_analyzer().lexicon().data();
  const double base = 100 / (1 + std::exp(-data.weights.base));
  for (const auto& sample : tests::samples()) {
    const Analysis a = tests::built_in_analyzer().analyze(sample.draft);
    BOOST_TEST(std::abs(a.base.value() - base) <= 0.05 + 1e-9);
  }
}

BOOST_AUTO_TEST_CASE(contributions_keep_the_order_of_their_weights) {
  // Two signals alone: the share of each is in proportion to its log-odds.
  const Analysis a = analyze(
      "We guarantee a return of 300 percent. If I don't hear from you by Friday I'll close your "
      "file.");
  BOOST_TEST_REQUIRE(a.signals.size() >= 2u);
  for (const Signal& signal : a.signals) BOOST_TEST(signal.contribution.tenths < 0);
  BOOST_TEST(log_odds(a.score->value()) < log_odds(a.base.value()));
}

BOOST_AUTO_TEST_CASE(three_of_the_same_are_not_three_times_as_much) {
  const std::string one = "Just following up on my last email.";
  const Analysis first = analyze(one);
  const Analysis third = analyze(one + " I haven't heard back. I am bumping this to the top.");
  const auto chasing = [](const Analysis& a) {
    int tenths = 0;
    for (const Signal& signal : a.signals) {
      if (signal.signal == "pressure.chasing") tenths += signal.contribution.tenths;
    }
    return tenths;
  };
  BOOST_TEST(chasing(first) < 0);
  BOOST_TEST(chasing(third) < chasing(first));
  BOOST_TEST(chasing(third) > 3 * chasing(first));
}

BOOST_AUTO_TEST_CASE(sub_scores_move_with_their_own_signals_only) {
  const std::string plain = "Hi Ana, the lake was frozen when we passed it.";
  const Analysis before = analyze(plain);
  const Analysis after = analyze(plain + " We both studied at Lund.");
  BOOST_TEST((after.scores.common_ground > before.scores.common_ground));
  const Analysis pushed = analyze(plain + " If I don't hear from you by Friday I'll close your file.");
  BOOST_TEST((pushed.scores.restraint < before.scores.restraint));
  BOOST_TEST((pushed.scores.common_ground == before.scores.common_ground));
}

BOOST_AUTO_TEST_SUITE_END()
