#include <map>
#include <set>

#include "analyzer/features/feature.h"
#include "analyzer/lexicon/lexicon_data.h"
#include "tests/support.h"

using namespace rapport;

namespace {

const LexiconData& data() { return tests::built_in_analyzer().lexicon().data(); }

}  // namespace

BOOST_AUTO_TEST_SUITE(pack_consistency_tests)

BOOST_AUTO_TEST_CASE(every_signal_has_rules_in_english) {
  std::map<std::string, int> rules;
  for (const RuleInfo& rule : tests::built_in_analyzer().lexicon().rules()) ++rules[rule.signal];
  for (const auto& signal : data().taxonomy.signals) {
    BOOST_TEST(rules[signal.id] > 0, signal.id << " has no rule");
  }
}

BOOST_AUTO_TEST_CASE(every_signal_moves_the_score_by_its_polarity) {
  for (const SignalInfo& signal : tests::built_in_analyzer().lexicon().signals()) {
    BOOST_TEST((signal.positive ? signal.weight > 0 : signal.weight < 0), signal.id);
  }
}

BOOST_AUTO_TEST_CASE(weights_and_program_know_the_same_features) {
  std::set<std::string> weighted;
  for (const auto& feature : data().weights.features) weighted.insert(feature.id);
  std::set<std::string> computed;
  for (const auto& feature : features::registry()) computed.emplace(feature.id);
  BOOST_TEST(weighted == computed, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_pack_words_every_feature_and_family) {
  for (const lexicon::Pack& pack : data().packs) {
    for (const auto& feature : data().weights.features) {
      BOOST_TEST(pack.feature_wording.count(feature.id) == 1, pack.name << " " << feature.id);
    }
    for (const auto& [id, wording] : pack.feature_wording) {
      BOOST_TEST(features::find_feature(id), pack.name << " words the unknown feature " << id);
    }
    for (const auto& family : data().taxonomy.families) {
      BOOST_TEST(pack.family_wording.count(family.id) == 1, pack.name << " " << family.id);
    }
  }
}

BOOST_AUTO_TEST_CASE(every_finding_is_cited) {
  std::set<int> cited;
  for (const auto& feature : data().weights.features) cited.insert(feature.evidence);
  for (const auto& channel : data().channels) {
    cited.insert(channel.evidence);
    cited.insert(channel.limit_evidence);
  }
  for (const auto& pack : data().packs) {
    for (const auto& rule : pack.rules) cited.insert(rule.evidence);
  }
  for (std::size_t i = 0; i < data().evidence.findings.size(); ++i) {
    BOOST_TEST(cited.count(static_cast<int>(i)) == 1, data().evidence.findings[i].id);
  }
}

BOOST_AUTO_TEST_CASE(negative_signals_of_english_have_an_edit) {
  for (const lexicon::Pack& pack : data().packs) {
    for (const auto& signal : data().taxonomy.signals) {
      const auto& family = data().taxonomy.families[static_cast<std::size_t>(signal.family)];
      if (family.positive || signal.id == "style.wall") continue;
      bool edited = false;
      for (const auto& edit : pack.edits) {
        for (const std::string& on : edit.on) edited = edited || on == signal.id || on == family.id;
      }
      BOOST_TEST(edited, pack.name << ": no edit for " << signal.id);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
