// The laws of fixing, over all gold and samples.
#include "analyzer/fix.h"

#include <algorithm>

#include "tests/support.h"

using namespace rapport;

namespace {

std::vector<Draft> drafts() {
  std::vector<Draft> out;
  for (const auto& sample : tests::samples()) out.push_back(sample.draft);
  std::ifstream in(tests::source_dir() + "/corpus/gold/en/train.jsonl");
  for (std::string line; std::getline(in, line);) {
    const boost::json::object record = boost::json::parse(line).as_object();
    Draft draft;
    draft.text = record.at("text").as_string().c_str();
    draft.channel = record.at("channel").as_string().c_str();
    out.push_back(std::move(draft));
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fix_tests)

BOOST_AUTO_TEST_CASE(it_gains_and_fixing_again_changes_nothing) {
  AnalyzerOptions options;
  options.rewrites = false;
  options.max_edits = 200;
  const Result<Analyzer> analyzer = Analyzer::create(options);
  BOOST_TEST_REQUIRE(analyzer.ok());
  std::size_t changed = 0;
  for (const Draft& draft : drafts()) {
    const Fixed fixed = fix(*analyzer, draft);
    BOOST_TEST_CONTEXT(draft.text) {
      BOOST_TEST((fixed.text != draft.text) == !fixed.edits.empty());
      if (fixed.edits.empty()) continue;
      ++changed;
      BOOST_TEST_REQUIRE(fixed.after.score.has_value());
      BOOST_TEST((*fixed.after.score > *fixed.before.score));
      for (const AppliedEdit& applied : fixed.edits) BOOST_TEST(is_safe(applied.edit));
      Draft again = settled(draft, fixed.before);
      again.text = fixed.text;
      BOOST_TEST(fix(*analyzer, again).text == fixed.text);
    }
  }
  BOOST_TEST(changed > 100u);
}

BOOST_AUTO_TEST_SUITE_END()
