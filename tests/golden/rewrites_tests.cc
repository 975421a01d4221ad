// docs/rewrites.md is what the library makes of the training gold: figures, and
// twenty messages before and after. On a difference it is written anew and the
// test fails.
#include <algorithm>
#include <cstdio>

#include "tests/support.h"

using namespace rapport;

namespace {

constexpr std::size_t kShown = 20;

struct Rewritten {
  std::string id;
  Draft draft;
  Analysis analysis;
};

// Of all records that are labelled bad or mixed.
std::vector<Rewritten> results() {
  AnalyzerOptions options;
  options.edits = false;
  const auto analyzer = Analyzer::create(options);
  BOOST_TEST_REQUIRE(analyzer.ok());
  std::vector<Rewritten> out;
  std::ifstream in(tests::source_dir() + "/corpus/gold/en/train.jsonl");
  for (std::string line; std::getline(in, line);) {
    const boost::json::object record = boost::json::parse(line).as_object();
    if (record.at("label").as_string() == "good") continue;
    Rewritten result;
    result.id = record.at("id").as_string().c_str();
    result.draft.text = record.at("text").as_string().c_str();
    result.draft.channel = record.at("channel").as_string().c_str();
    result.draft.slots_filled = record.at("kind").as_string() == "template";
    result.analysis = analyzer->analyze(result.draft);
    out.push_back(std::move(result));
  }
  return out;
}

std::string percent(std::size_t part, std::size_t whole) {
  return std::to_string((part * 1000 / whole + 5) / 10) + " %";
}

std::string points(Points value) {
  char out[32];
  std::snprintf(out, sizeof out, "%.1f", value.value());
  return out;
}

std::string figures(const std::vector<Rewritten>& all) {
  std::vector<int> gains;
  std::size_t fine = 0, slots = 0, good = 0;
  for (const Rewritten& result : all) {
    if (*result.analysis.score >= Points{850}) ++good;
    if (result.analysis.rewrites.empty()) continue;
    const Rewrite& best = result.analysis.rewrites.front();
    gains.push_back(best.gain.tenths);
    if (best.score >= Points{700}) ++fine;
    if (!best.slots.empty()) ++slots;
  }
  std::sort(gains.begin(), gains.end());
  std::string out = "| of " + std::to_string(all.size()) + " messages labelled bad or mixed | |\n| --- | --- |\n";
  out += "| with a rewrite | " + percent(gains.size(), all.size()) + " |\n";
  out += "| of those that score below 85 | " + percent(gains.size(), all.size() - good) + " |\n";
  out += "| median gain of the best | " + points({gains[gains.size() / 2]}) + " points |\n";
  out += "| best scores 70 or more | " + percent(fine, gains.size()) + " |\n";
  out += "| best has slots to fill | " + percent(slots, gains.size()) + " |\n";
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rewrites_tests)

BOOST_AUTO_TEST_CASE(the_page_is_what_the_library_makes) {
  const std::vector<Rewritten> all = results();
  std::string page =
      "# Rewrites\n\nWritten by tests/golden/rewrites_tests.cc from corpus/gold/en/train.jsonl: do not edit.\n\n" +
      figures(all) +
      "\nScores of rewrites count their slots as filled with something true. Every twenty-seventh message that has a "
      "rewrite follows, with its best one.\n";
  std::size_t seen = 0;
  std::size_t shown = 0;
  for (const Rewritten& result : all) {
    if (result.analysis.rewrites.empty() || seen++ % 27 != 13 || shown == kShown) continue;
    ++shown;
    const Rewrite& best = result.analysis.rewrites.front();
    page += "\n## " + result.id + "\n\n" + result.analysis.channel + ", " + points(*result.analysis.score) +
            "\n\n```text\n" + result.draft.text + "\n```\n\n" + best.strategy + ", " + points(best.score) +
            "\n\n```text\n" + best.text + "\n```\n";
  }
  BOOST_TEST(shown == kShown);
  const std::string path = tests::source_dir() + "/docs/rewrites.md";
  if (tests::read_file(path) == page) return;
  tests::write_file(path, page);
  BOOST_TEST(false, "docs/rewrites.md was out of date and is rewritten: look at it");
}

BOOST_AUTO_TEST_SUITE_END()
