// Fitting: known weights come back, bounds hold, files change in the block alone.
#include "corpus/tuning/fit.h"

#include <cmath>

#include "corpus/tuning/optimizer.h"
#include "corpus/replace_file.h"
#include "corpus/tuning/weights_file.h"
#include "tests/support.h"

using namespace rapport;
using corpus::FittedWeights;
using corpus::Measured;

namespace {

const Lexicon& built_in() { return tests::built_in_analyzer().lexicon(); }
const LexiconData& data() { return built_in().data(); }

// Real analyses, rated by other weights than those in force.
std::vector<Measured> rated_by(const FittedWeights& truth, int copies) {
  std::vector<corpus::GoldRecord> gold;
  for (int copy = 0; copy < copies; ++copy) {
    for (const auto& sample : tests::samples()) {
      corpus::GoldRecord record;
      record.id = sample.id + std::to_string(copy);
      record.text = sample.draft.text;
      record.channel = sample.draft.channel;
      record.lang = "en";
      gold.push_back(record);
    }
  }
  AnalyzerOptions options;
  options.edits = false;
  auto measured = corpus::measure(gold, *Analyzer::create(options));
  for (Measured& one : measured) {
    if (!one.analysis.score) continue;
    const double z = truth.log_odds(data(), corpus::terms_of(data(), one.analysis));
    one.gold.reader = 100 / (1 + std::exp(-z));
    one.gold.label = *one.gold.reader > 50 ? corpus::Label::kGood : corpus::Label::kBad;
  }
  return measured;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fit_tests)

BOOST_AUTO_TEST_CASE(terms_and_weights_give_the_score) {
  const FittedWeights weights = corpus::weights_of(data());
  int checked = 0;
  for (const auto& sample : tests::samples()) {
    const Analysis a = tests::built_in_analyzer().analyze(sample.draft);
    if (!a.score) continue;
    const double z = weights.log_odds(data(), corpus::terms_of(data(), a));
    BOOST_TEST(std::abs(100 / (1 + std::exp(-z)) - a.score->value()) < 0.06, sample.id);
    ++checked;
  }
  BOOST_TEST(checked >= 20);
}

BOOST_AUTO_TEST_CASE(the_optimizer_stops_at_bounds) {
  // (x - 3)^2 + (y + 1)^2 over [0, 2] x [0, 2]: the corner (2, 0).
  const auto minimum = corpus::minimize(
      [](const std::vector<double>& x, std::vector<double>& gradient) {
        gradient = {2 * (x[0] - 3), 2 * (x[1] + 1)};
        return (x[0] - 3) * (x[0] - 3) + (x[1] + 1) * (x[1] + 1);
      },
      {1, 1}, {0, 0}, {2, 2});
  BOOST_TEST(minimum.error == "");
  BOOST_TEST(std::abs(minimum.x[0] - 2) < 1e-6);
  BOOST_TEST(std::abs(minimum.x[1]) < 1e-6);
}

BOOST_AUTO_TEST_CASE(a_fit_follows_the_readers_within_bounds) {
  FittedWeights truth = corpus::weights_of(data());
  for (std::size_t i = 0; i < truth.signals.size(); ++i) {
    const bool pitch = data().taxonomy.signals[i].id.starts_with("pitch.");
    truth.signals[i] = pitch ? -0.2 : truth.signals[i] * 1.2;
  }
  const auto measured = rated_by(truth, 5);
  const auto fit = corpus::fit_weights(measured, built_in(), {});
  BOOST_TEST_REQUIRE(fit.ok());
  BOOST_TEST(!fit->worse);
  BOOST_TEST(fit->after.loss < fit->before.loss);
  BOOST_TEST(fit->folds.size() == 5u);
  BOOST_TEST(fit->shifts.size() == fit->records);
  for (std::size_t i = 0; i < fit->weights.signals.size(); ++i) {
    const auto& signal = data().taxonomy.signals[i];
    const bool positive = data().taxonomy.families[static_cast<std::size_t>(signal.family)].positive;
    BOOST_TEST((positive ? fit->weights.signals[i] > 0 : fit->weights.signals[i] < 0), signal.id);
  }
  for (double weight : fit->weights.features) BOOST_TEST(weight >= 0);
  const auto again = corpus::fit_weights(measured, built_in(), {});
  BOOST_TEST(again->weights.signals == fit->weights.signals, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(too_little_gold_is_refused) {
  struct Row {
    const char* name;
    int copies;
    std::optional<corpus::Label> all;
    const char* says;
  };
  for (const Row& row : std::vector<Row>{{"few_records", 1, {}, "too few labelled records"},
                                         {"one_class", 5, corpus::Label::kBad, "too few good records"},
                                         {"other_class", 5, corpus::Label::kGood, "too few bad records"}}) {
    BOOST_TEST_CONTEXT(row.name) {
      auto measured = rated_by(corpus::weights_of(data()), row.copies);
      for (Measured& one : measured) {
        if (row.all) one.gold.label = *row.all;
      }
      const auto fit = corpus::fit_weights(measured, built_in(), {});
      BOOST_TEST_REQUIRE(!fit.ok());
      BOOST_TEST(fit.diagnostics()[0].message.find(row.says) != std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(only_the_block_is_written) {
  const std::string file = tests::read_file(tests::source_dir() + "/lexicons/weights.toml");
  FittedWeights weights = corpus::weights_of(data());
  std::string error;
  const std::string same = corpus::with_weights(file, weights, data(), error);
  BOOST_TEST((corpus::with_weights(same, weights, data(), error) == same));
  weights.signals[0] += 0.01;
  const std::string changed = corpus::with_weights(file, weights, data(), error);
  BOOST_TEST(error == "");
  BOOST_TEST((changed != same));
  const std::size_t begin = file.find("# BEGIN FIT");
  const std::size_t tail = file.size() - file.find("# END FIT");
  BOOST_TEST(changed.substr(0, begin) == file.substr(0, begin));
  BOOST_TEST(changed.substr(changed.size() - tail) == file.substr(file.size() - tail));
  for (const char* broken : {"", "# BEGIN FIT\n", "# END FIT\n# BEGIN FIT\n"}) {
    BOOST_TEST(corpus::with_weights(broken, weights, data(), error) == "");
    BOOST_TEST(error != "");
  }
}

BOOST_AUTO_TEST_CASE(a_file_is_replaced_whole_or_not_at_all) {
  tests::TempDir dir;
  const std::string path = (dir.path() / "w.toml").string();
  tests::write_file(path, "old");
  BOOST_TEST(corpus::replace_file(path, "new") == "");
  BOOST_TEST(tests::read_file(path) == "new");
  BOOST_TEST(corpus::replace_file((dir.path() / "none/w.toml").string(), "new") != "");
  // Nothing is left beside it.
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(dir.path())) {
    static_cast<void>(entry);
    ++files;
  }
  BOOST_TEST(files == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
