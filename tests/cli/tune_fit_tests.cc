// tune fit as a program: it may be killed at any moment.
#include "tune_files.h"

using namespace rapport;
using namespace rapport::tests;

namespace {

// Pitches are bad and gifts are good, as it were.
std::string gold() {
  std::string out;
  for (int i = 0; i < 40; ++i) {
    const std::string number = std::to_string(i);
    out += record_line("bad" + number, "We sell a zork, number " + number + ".", "bad");
    out += record_line("good" + number, "A plugh for you, number " + number + ".", "good");
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tune_fit_tests)

BOOST_AUTO_TEST_CASE(weights_are_the_old_or_the_new_ones_whenever_it_is_killed) {
  const TuneFiles files;
  files.write("gold.jsonl", gold());
  const std::string weights = "lex/weights.toml";
  const std::string before = files.read(weights);
  const Words fit = {"tune", "fit", "gold.jsonl", "--penalty", "1", "--lexicons", "lex",
                     "--lexicons-only"};
  const std::string folder = files.path().string();
  const Ran whole = rapport_with(fit, {.folder = folder});
  BOOST_TEST_REQUIRE(whole.status == 0, whole.err);
  const std::string after = files.read(weights);
  BOOST_TEST_REQUIRE((before != after));

  constexpr int kMoments = 20;
  int killed = 0;
  for (int moment = 0; moment < kMoments; ++moment) {
    files.write(weights, before);
    const double seconds = whole.seconds * (moment + 0.5) / kMoments;
    const Ran ran = rapport_with(fit, {.folder = folder, .seconds = seconds});
    killed += ran.hung;
    const std::string now = files.read(weights);
    BOOST_TEST((now == before || now == after), "half a file after " << seconds << " s");
    // What was left behind stands in nobody's way.
    BOOST_TEST(files.run({"stats", "plain.jsonl"}).status == 0);
  }
  BOOST_TEST(killed > 0);
}

BOOST_AUTO_TEST_SUITE_END()
