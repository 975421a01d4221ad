// Figures of a corpus: distributions, groups, examples, edits, against counting by hand.
#include <algorithm>
#include <cmath>

#include "corpus/reports/anonymize.h"
#include "corpus/reports/summary_collector.h"
#include "tests/corpus/summary_support.h"
#include "tests/support.h"

using namespace rapport;
using corpus::Spread;
using corpus::Summary;
using corpus::SummaryCollector;
using corpus::SummaryOptions;
using tests::Case;

namespace {

const Lexicon& lexicon() {
  static const Lexicon built_in = *Lexicon::built_in();
  return built_in;
}

Summary summary_of(const std::vector<Case>& cases, const SummaryOptions& options = {}) {
  SummaryCollector collector(lexicon(), options);
  for (const Case& one : cases) collector.add(one.seen());
  return collector.finish();
}

// Definition 7 on the values in order.
double slow_quantile(std::vector<double> values, double at) {
  std::sort(values.begin(), values.end());
  const double rank = at * static_cast<double>(values.size() - 1);
  const auto low = static_cast<std::size_t>(rank);
  const double next = low + 1 < values.size() ? values[low + 1] : values[low];
  return values[low] + (rank - static_cast<double>(low)) * (next - values[low]);
}

bool near(double a, double b) { return std::abs(a - b) < 1e-9; }

std::vector<std::uint64_t> numbers(const std::vector<corpus::Example>& examples) {
  std::vector<std::uint64_t> out;
  for (const corpus::Example& one : examples) out.push_back(one.number);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(summary_tests)

BOOST_AUTO_TEST_CASE(quartiles_equal_sorting) {
  tests::Random random(5);
  for (std::size_t size = 1; size < 60; ++size) {
    corpus::PointsCounter counter;
    std::vector<double> values;
    double sum = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const int tenths = static_cast<int>(random.below(size % 2 == 0 ? 1001 : 7));
      counter.add({tenths});
      values.push_back(tenths / 10.0);
      sum += tenths / 10.0;
    }
    const corpus::PointsSpread got = counter.spread();
    BOOST_TEST(got.count == size);
    BOOST_TEST(near(got.mean, sum / static_cast<double>(size)));
    BOOST_TEST(near(got.low, slow_quantile(values, 0)));
    BOOST_TEST(near(got.lower_quartile, slow_quantile(values, 0.25)));
    BOOST_TEST(near(got.median, slow_quantile(values, 0.5)));
    BOOST_TEST(near(got.upper_quartile, slow_quantile(values, 0.75)));
    BOOST_TEST(near(got.high, slow_quantile(values, 1)));
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < 10; ++i) {
      all += got.tens[i];
      const auto in = std::count_if(values.begin(), values.end(), [&](double value) {
        return std::min(static_cast<std::size_t>(value / 10 + 1e-9), std::size_t{9}) == i;
      });
      BOOST_TEST(got.tens[i] == static_cast<std::uint64_t>(in));
    }
    BOOST_TEST(all == size);
  }
}

BOOST_AUTO_TEST_CASE(figures_of_all) {
  std::vector<Case> cases = {Case(1000).signal("pitch.offer", "a").signal("pitch.meeting", "b"),
                             Case(0).signal("pitch.offer", "a").signal("generic.filler", "c"), Case(455)};
  cases[0].analysis.advice.verdict = "send";
  cases[0].analysis.scores.restraint = {300};
  Case empty;
  empty.analysis.score.reset();
  empty.analysis.reason = "empty";
  cases.push_back(empty);
  SummaryCollector collector(lexicon());
  for (const Case& one : cases) collector.add(one.seen());
  corpus::Record broken;
  broken.error = corpus::RecordError{"invalid_json", "x", 0};
  collector.add_error(broken);
  const Summary got = collector.finish();

  BOOST_TEST(got.records == 5u);
  BOOST_REQUIRE(got.errors.size() == 1u);
  BOOST_TEST(got.errors[0].name == "invalid_json");
  BOOST_TEST(got.all.records == 4u);
  BOOST_TEST(got.all.scored == 3u);
  BOOST_REQUIRE(got.all.not_scored.size() == 1u);
  BOOST_TEST(got.all.not_scored[0].name == "empty");
  BOOST_TEST(got.all.score.tens[9] == 1u);
  BOOST_TEST(got.all.score.tens[4] == 1u);
  BOOST_TEST(got.all.score.tens[0] == 1u);
  BOOST_TEST(near(got.all.score.median, 45.5));
  BOOST_TEST(got.all.subscores[3].first == "restraint");
  BOOST_TEST(near(got.all.subscores[3].second.mean, 10));
  BOOST_REQUIRE(got.all.verdicts.size() == 2u);
  BOOST_TEST(got.all.verdicts[0].name == "revise");
  BOOST_TEST(got.all.verdicts[0].count == 2u);
  const auto family = [&](const std::string& name) {
    return *std::find_if(got.all.families.begin(), got.all.families.end(), [&](const auto& one) { return one.family == name; });
  };
  BOOST_TEST(family("pitch").messages == 2u);
  BOOST_TEST(family("pitch").signals == 3u);
  BOOST_TEST(near(family("pitch").mean, 1));
  BOOST_TEST(!family("pitch").positive);
  BOOST_TEST(family("common_ground").positive);
  BOOST_TEST(family("common_ground").messages == 0u);
  BOOST_TEST(got.outcomes.empty());
}

BOOST_AUTO_TEST_CASE(groups_of_a_column) {
  std::vector<Case> cases;
  for (int i = 0; i < 12; ++i) {
    cases.emplace_back(i * 10);
    cases.back().record.fields.push_back({"team", i < 3 ? "blue" : i < 7 ? "red" : "team " + std::to_string(i), false});
  }
  cases.emplace_back(5);
  const corpus::Grouping got = summary_of(cases, {.group_by = "team", .most_groups = 3}).by;
  BOOST_TEST(got.without == 1u);
  BOOST_REQUIRE(got.groups.size() == 4u);
  const char* const names[] = {"red", "blue", "team 7", ""};
  const std::uint64_t counts[] = {4, 3, 1, 4};
  for (std::size_t i = 0; i < 4; ++i) {
    BOOST_TEST(got.groups[i].value == names[i]);
    BOOST_TEST(got.groups[i].of.records == counts[i]);
    BOOST_TEST(got.groups[i].rest == (i == 3));
  }
  BOOST_TEST(near(got.groups[1].of.score.mean, 1));
  BOOST_TEST(summary_of(cases, {.group_by = "channel"}).by.groups.size() == 1u);
  BOOST_TEST(summary_of(cases).by.groups.empty());
}

BOOST_AUTO_TEST_CASE(best_and_worst) {
  struct Row {
    const char* name;
    std::vector<int> tenths;
    std::vector<std::uint64_t> best, worst;
  };
  for (const Row& row : std::vector<Row>{{"none", {}, {}, {}},
                                         {"one", {10}, {0}, {}},
                                         {"three", {10, 30, 20}, {1, 2}, {0}},
                                         {"many", {10, 90, 20, 80, 30, 70}, {1, 3}, {0, 2}},
                                         {"alike", {50, 50, 50, 50, 50}, {0}, {}},
                                         {"ties", {10, 20, 10, 20, 10}, {1}, {0}},
                                         {"some_alike", {10, 90, 10, 90, 20, 80, 30, 40}, {1, 5}, {0, 4}}}) {
    BOOST_TEST_CONTEXT(row.name) {
      std::vector<Case> cases;
      for (const int tenths : row.tenths) cases.push_back(Case(tenths).number(cases.size()));
      const Summary got = summary_of(cases, {.examples = 2});
      BOOST_TEST(numbers(got.best) == row.best, boost::test_tools::per_element());
      BOOST_TEST(numbers(got.worst) == row.worst, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(of_those_alike_the_first_stands_for_all) {
  std::vector<Case> cases;
  for (std::uint64_t i = 0; i < 40; ++i) {
    cases.push_back(Case(i % 4 == 0 ? 500 : 600).number(i));
    if (i % 2 == 0) cases.back().signal("pitch.offer", "a");
  }
  const Summary got = summary_of(cases, {.examples = 2});
  BOOST_REQUIRE(numbers(got.best) == (std::vector<std::uint64_t>{1, 2}));
  BOOST_TEST(got.best[0].alike == 19u);
  BOOST_TEST(got.best[1].alike == 9u);
  BOOST_REQUIRE(numbers(got.worst) == (std::vector<std::uint64_t>{0}));
  BOOST_TEST(got.worst[0].alike == 9u);
}

// Against sorting all of them.
BOOST_AUTO_TEST_CASE(best_and_worst_equal_sorting) {
  tests::Random random(9);
  for (int round = 0; round < 50; ++round) {
    std::vector<Case> cases;
    for (std::uint64_t i = 0; i < 60; ++i) {
      cases.push_back(Case(static_cast<int>(random.below(1000))).number(i).signal("s.x", "r" + std::to_string(i)));
    }
    const Summary got = summary_of(cases);
    const auto sorted = [&](bool best) {
      std::vector<Case> all = cases;
      std::stable_sort(all.begin(), all.end(), [&](const Case& a, const Case& b) {
        return best ? a.analysis.score > b.analysis.score : a.analysis.score < b.analysis.score;
      });
      std::vector<std::uint64_t> out;
      for (std::size_t i = 0; i < 10; ++i) out.push_back(all[i].record.number);
      return out;
    };
    BOOST_TEST(numbers(got.best) == sorted(true), boost::test_tools::per_element());
    BOOST_TEST(numbers(got.worst) == sorted(false), boost::test_tools::per_element());
  }
}

BOOST_AUTO_TEST_CASE(a_kept_text_is_cut_between_characters_and_keeps_its_marks) {
  const std::string text = "Hello \u00e9\u00e9\u00e9 and more";
  const Case one = Case(500, text).signal("pitch.offer", "a", {0, 5}).signal("pitch.offer", "a", {13, 16});
  const corpus::Example got = summary_of({one}, {.text_bytes = 9}).best.at(0);
  BOOST_TEST(got.text == "Hello \u00e9");
  BOOST_TEST(got.cut);
  BOOST_REQUIRE(got.marks.size() == 1u);
  BOOST_TEST(got.marks[0].bytes.end == 5u);
  BOOST_REQUIRE(!got.reasons.empty());
  BOOST_TEST(got.reasons[0] == "because of pitch.offer");
}

BOOST_AUTO_TEST_CASE(edits_by_what_called_for_them) {
  const auto edit = [](const char* rule, int gain, ByteSpan bytes, const char* replacement) {
    Edit out;
    out.rule = rule;
    out.gain = {gain};
    out.bytes = bytes;
    out.replacement = replacement;
    out.note = "do so";
    return out;
  };
  Case first(500, "one two three"), second(500, "four five");
  first.analysis.edits = {edit("length", 30, {0, 3}, ""), edit("length", 10, {4, 7}, "2")};
  second.analysis.edits = {edit("length", 50, {0, 4}, "4"), edit("en.x", 80, {5, 9}, "")};
  const Summary got = summary_of({first, second}, {.edits = 10, .with_edits = true});
  BOOST_REQUIRE(got.edits.size() == 2u);
  const corpus::EditGain& most = got.edits[0];
  BOOST_TEST(most.rule == "length");
  BOOST_TEST(most.messages == 2u);
  BOOST_TEST(most.edits == 3u);
  BOOST_TEST(most.total.tenths == 90);
  BOOST_TEST(near(most.mean, 4.5));
  BOOST_TEST(most.before == "four");
  BOOST_TEST(most.after == "4");
  BOOST_TEST(got.edits[1].rule == "en.x");
  BOOST_TEST(summary_of({first, second}, {.edits = 1, .with_edits = true}).edits.size() == 1u);
  BOOST_TEST(!summary_of({first}).with_edits);
}

BOOST_AUTO_TEST_CASE(kept_texts_are_masked) {
  Case one(500, "Hi Tessaly, from Marek Oyel.\nBest,\nMarek");
  one.between("Marek Oyel", "Tessaly Quill").sent("2026-11-25").signal("pitch.offer", "a", {3, 10});
  one.record.id = "tessaly";
  one.record.fields.push_back({"owner", "Marek Oyel", false});
  SummaryOptions options{.group_by = "owner"};
  options.anonymizer = std::make_shared<corpus::Anonymizer>(lexicon());
  const Summary got = summary_of({one}, options);
  BOOST_TEST(got.anonymous);
  BOOST_TEST(got.best.at(0).text == "Hi Person 2, from Person 1.\nBest,\nPerson 1");
  BOOST_TEST(got.best.at(0).marks.at(0).bytes.size() == std::string("Person 2").size());
  BOOST_TEST(got.best.at(0).id == "Person 2");
  BOOST_TEST(got.by.groups.at(0).value == "Person 1");
  BOOST_TEST(got.frequency.in_7_days.at(0).sender == "Person 1");
}

BOOST_AUTO_TEST_SUITE_END()
