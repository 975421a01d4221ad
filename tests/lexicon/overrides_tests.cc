// overrides.toml: small changes to the lexicon below.
#include <algorithm>

#include "tests/support.h"

using namespace rapport;

namespace {

// The built-in lexicon with these overrides over it.
Result<Lexicon> load(const std::string& overrides) {
  tests::TempDir dir;
  tests::write_file(dir.path() / "overrides.toml", overrides);
  return Lexicon::load({.folder = dir.path().string()});
}

std::size_t rules_of(const Lexicon& lexicon, const std::string& name) {
  const auto rules = lexicon.rules();
  return static_cast<std::size_t>(
      std::count_if(rules.begin(), rules.end(), [&](const RuleInfo& rule) {
        return rule.id == name || rule.signal == name || rule.signal.starts_with(name + ".");
      }));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(overrides_tests)

BOOST_AUTO_TEST_CASE(rules_signals_and_families_are_switched_off) {
  const auto built_in = Lexicon::built_in();
  BOOST_TEST_REQUIRE(built_in.ok());
  const std::string rule = built_in->rules().front().id;
  for (const std::string& name : {rule, std::string("pitch.link"), std::string("pressure")}) {
    BOOST_TEST_CONTEXT(name) {
      const auto lexicon = load("off = [\"" + name + "\"]");
      BOOST_TEST_REQUIRE(lexicon.ok());
      BOOST_TEST(rules_of(*built_in, name) > 0u);
      BOOST_TEST(rules_of(*lexicon, name) == 0u);
      BOOST_TEST(lexicon->rules().size() == built_in->rules().size() - rules_of(*built_in, name));
    }
  }
}

BOOST_AUTO_TEST_CASE(weights_and_wording_change_one_by_one) {
  const auto built_in = Lexicon::built_in();
  const std::string rule = built_in->rules().front().id;
  const auto lexicon = load("[signal]\n\"pitch.meeting\" = -0.125\n[feature]\nlinks = 0\n[reason]\n\"" +
                            rule + "\" = \"Ours.\"\n");
  BOOST_TEST_REQUIRE(lexicon.ok());
  for (const SignalInfo& signal : lexicon->signals()) {
    if (signal.id == "pitch.meeting") BOOST_TEST(signal.weight == -0.125);
  }
  BOOST_TEST(lexicon->rules().front().reason == "Ours.");
  BOOST_TEST(lexicon->hash() != built_in->hash());
}

BOOST_AUTO_TEST_CASE(mistakes_are_told_with_their_place) {
  struct Row {
    const char* name;
    const char* text;
    const char* says;
  };
  for (const Row& row : std::vector<Row>{
           {"unknown_rule", "off = [\"pitch.meetin\"]", "overrides.toml:1:8: L005"},
           {"nearest", "off = [\"pitch.meetin\"]", "did you mean 'pitch.meeting'?"},
           {"unknown_signal", "[signal]\n\"pitch.x\" = -1", "overrides.toml:2:13: L005"},
           {"wrong_sign", "[signal]\n\"pitch.link\" = 1", "overrides.toml:2:16: L011"},
           {"over_the_cap", "[signal]\n\"pitch.link\" = -19", "over the cap"},
           {"unknown_feature", "[feature]\nlinx = 1", "did you mean 'links'?"},
           {"feature_over_the_cap", "[feature]\nlinks = 19", "L011"},
           {"unknown_reason", "[reason]\n\"en.x\" = \"y\"", "L005"},
           {"unknown_key", "on = []", "L002"}}) {
    BOOST_TEST_CONTEXT(row.name) {
      const auto lexicon = load(row.text);
      BOOST_TEST_REQUIRE(!lexicon.ok());
      std::string all;
      for (const Diagnostic& d : lexicon.diagnostics()) all += d.to_string();
      BOOST_TEST(all.find(row.says) != std::string::npos, all);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
