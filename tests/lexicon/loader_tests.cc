// Loading from a folder: what is merged, what is refused, what is said.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "tests/support.h"

using namespace rapport;
using tests::TempDir;
using tests::write_file;

namespace {

constexpr const char* kGoodRule = R"(
[[rule]]
id = "en.pitch.offering.test_rule"
signal = "pitch.offering"
any = ["zork machines"]
hits = ["We sell <<zork machines>>.", "<<Zork machines>> for all."]
passes = ["We sell nothing.", "zorks"]
reason = "A rule of this test."
source = "test"
evidence = "pitch-first"
)";

std::string with(const std::string& from, const std::string& to) {
  std::string rule = kGoodRule;
  rule.replace(rule.find(from), from.size(), to);
  return rule;
}

bool says(const std::vector<Diagnostic>& diagnostics, const std::string& part) {
  return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& d) {
    return d.to_string().find(part) != std::string::npos;
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(loader_tests)

BOOST_AUTO_TEST_CASE(a_folder_is_laid_over_the_built_in_files) {
  TempDir dir;
  write_file(dir.path() / "en/ours.toml", kGoodRule);
  const auto lexicon = Lexicon::load({.folder = dir.path().string()});
  BOOST_TEST_REQUIRE(lexicon.ok());
  const auto rules = lexicon->rules();
  BOOST_TEST(std::any_of(rules.begin(), rules.end(), [](const RuleInfo& rule) {
    return rule.id == "en.pitch.offering.test_rule";
  }));
  const auto built_in = Lexicon::built_in();
  BOOST_TEST(rules.size() == built_in->rules().size() + 1);
  BOOST_TEST(lexicon->hash() != built_in->hash());

  const auto analyzer = Analyzer::create(*lexicon);
  BOOST_TEST_REQUIRE(analyzer.ok());
  const Analysis a = analyzer->analyze({.text = "There are zork machines.", .lang = "en"});
  BOOST_TEST(std::any_of(a.signals.begin(), a.signals.end(), [](const Signal& signal) {
    return signal.rule == "en.pitch.offering.test_rule";
  }));
}

BOOST_AUTO_TEST_CASE(a_file_of_the_same_name_replaces) {
  TempDir dir;
  write_file(dir.path() / "en/pitch.offering.toml", kGoodRule);
  const auto lexicon = Lexicon::load({.folder = dir.path().string()});
  BOOST_TEST_REQUIRE(lexicon.ok());
  std::size_t offerings = 0;
  for (const RuleInfo& rule : lexicon->rules()) {
    offerings += rule.id.starts_with("en.pitch.offering.") && rule.file.ends_with("pitch.offering.toml");
  }
  BOOST_TEST(offerings == 1u);
}

BOOST_AUTO_TEST_CASE(a_folder_alone_must_be_whole) {
  TempDir dir;
  write_file(dir.path() / "en/pack.toml", "[pack]\nlang = \"en\"\nname = \"English\"\n");
  const auto lexicon = Lexicon::load({.folder = dir.path().string(), .replace = true});
  BOOST_TEST_REQUIRE(!lexicon.ok());
  BOOST_TEST(says(lexicon.diagnostics(), "taxonomy.toml: L021"));
  BOOST_TEST(says(lexicon.diagnostics(), "'zones' is missing"));
}

BOOST_AUTO_TEST_CASE(every_wrong_rule_is_said_with_its_place) {
  struct Row {
    const char* name;
    std::string rule;
    const char* says;
  };
  const std::vector<Row> rows = {
      {"unknown_key", with("source =", "sauce ="),
       "L002: unknown key 'sauce'; did you mean 'source'?"},
      {"missing_key", with("source = \"test\"", ""), "L003: 'source' is missing here"},
      {"wrong_type", with("[\"zork machines\"]", "\"zork machines\""),
       "L004: 'any' takes an array, this is a string"},
      {"unknown_signal", with("\"pitch.offering\"", "\"pitch.ofering\""),
       "did you mean 'pitch.offering'?"},
      {"unknown_evidence", with("\"pitch-first\"", "\"pitch-frist\""),
       "did you mean 'pitch-first'?"},
      {"duplicate_id", kGoodRule + std::string(kGoodRule), "L006: rule 'en.pitch.offering.test_rule' again"},
      {"wrong_id", with("en.pitch.offering.test_rule", "en.pitch.offering.Test"),
       "L007: the id of this rule must be 'en.pitch.offering.<name>'"},
      {"one_hit", with(", \"<<Zork machines>> for all.\"", ""), "L008: a rule has two or more hits"},
      {"one_pass", with(", \"zorks\"", ""), "L008: a rule has two or more passes"},
      {"no_mark", with("<<zork machines>>.\"", "zork machines.\""),
       "L009: a hit marks exactly one stretch"},
      {"unknown_macro", with("zork machines\"]", "{{gap33}} machines\"]"), "L010: unknown macro"},
      {"anchor", with("any = [\"zork", "any = [\"^zork"), "L014: the pattern holds an anchor"},
      {"wide_gap", with("any = [\"zork ", "any = [\"zork .{0,300}"), "L014: the pattern has a gap"},
      {"not_toml", "[[rule]\nid = 1\n", "L001: not TOML"},
      {"unknown_guard", with("source =", "unless = [\"negate\"]\nsource ="),
       "unknown unless 'negate'; did you mean 'negated'?"},
      {"unknown_zone", with("source =", "zone = [\"boddy\"]\nsource ="), "did you mean 'body'?"},
      {"maximum_of_zero", with("source =", "max = 0\nsource ="), "L011: 'max' takes a number"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      TempDir dir;
      write_file(dir.path() / "en/ours.toml", row.rule);
      const auto lexicon = Lexicon::load({.folder = dir.path().string()});
      BOOST_TEST_REQUIRE(!lexicon.ok());
      BOOST_TEST(says(lexicon.diagnostics(), row.says), lexicon.diagnostics()[0].to_string());
      BOOST_TEST(says(lexicon.diagnostics(), "en/ours.toml:"));
      BOOST_TEST(says(lexicon.diagnostics(), "^\n"));
    }
  }
}

BOOST_AUTO_TEST_CASE(patterns_that_re2_refuses_are_said_when_compiled) {
  struct Row {
    const char* name;
    const char* pattern;
    const char* says;
  };
  const std::vector<Row> rows = {
      {"back_reference", "(zork) \\\\1", "L012: not a pattern that RE2 takes"},
      {"look_ahead", "zork(?=machines)", "L012: not a pattern that RE2 takes"},
      {"unbalanced", "zork (machines", "missing )"},
      {"empty", "(?:zork machines)?", "L013: the pattern matches the empty string"},
  };
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      TempDir dir;
      write_file(dir.path() / "en/ours.toml", with("zork machines\"]", std::string(row.pattern) + "\"]"));
      const auto lexicon = Lexicon::load({.folder = dir.path().string()});
      BOOST_TEST_REQUIRE(lexicon.ok());
      const auto analyzer = Analyzer::create(*lexicon);
      BOOST_TEST_REQUIRE(!analyzer.ok());
      BOOST_TEST(says(analyzer.diagnostics(), row.says), analyzer.diagnostics()[0].to_string());
      BOOST_TEST(analyzer.diagnostics()[0].line > 0);
    }
  }
}

BOOST_AUTO_TEST_CASE(all_errors_come_at_once) {
  TempDir dir;
  write_file(dir.path() / "en/a.toml", with("source =", "sauce ="));
  write_file(dir.path() / "en/b.toml", with("test_rule", "other_rule") + "\nnothing = 1\n");
  write_file(dir.path() / "en/c.toml", "not toml at all");
  const auto lexicon = Lexicon::load({.folder = dir.path().string()});
  BOOST_TEST_REQUIRE(!lexicon.ok());
  for (const char* file : {"a.toml:", "b.toml:", "c.toml:"}) {
    BOOST_TEST(says(lexicon.diagnostics(), file), file);
  }
}

BOOST_AUTO_TEST_CASE(weights_that_are_no_weights) {
  const std::string weights = tests::read_file(tests::source_dir() + "/lexicons/weights.toml");
  struct Row {
    const char* name;
    const char* value;
  };
  const std::vector<Row> rows = {{"nan", "nan"},       {"infinite", "inf"}, {"huge", "1e308"},
                                 {"positive", "0.5"},  {"text", "\"x\""},   {"over_the_cap", "-19"}};
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) {
      TempDir dir;
      const std::string key = "\"pitch.offering\" = ";
      std::string changed = weights;
      const std::size_t at = changed.rfind(key) + key.size();  // in [fitted.signal]
      changed.replace(at, changed.find('\n', at) - at, row.value);
      write_file(dir.path() / "weights.toml", changed);
      const auto lexicon = Lexicon::load({.folder = dir.path().string()});
      BOOST_TEST_REQUIRE(!lexicon.ok());
      BOOST_TEST(says(lexicon.diagnostics(), "weights.toml:"));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_regular_file_is_refused) {
  TempDir dir;
  write_file(dir.path() / "en/real.toml", kGoodRule);
  const auto en = dir.path() / "en";
  BOOST_TEST_REQUIRE(mkfifo((en / "fifo.toml").c_str(), 0600) == 0);
  std::filesystem::create_symlink("/etc/hostname", en / "link.toml");
  std::filesystem::create_directory(en / "folder.toml");
  const auto lexicon = Lexicon::load({.folder = dir.path().string()});
  BOOST_TEST_REQUIRE(!lexicon.ok());
  for (const char* file : {"fifo.toml: L019", "link.toml: L019", "folder.toml: L019"}) {
    BOOST_TEST(says(lexicon.diagnostics(), file), file);
  }
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_none) {
  for (const char* folder : {"/no/such/folder", "/dev/null"}) {
    const auto lexicon = Lexicon::load({.folder = folder});
    BOOST_TEST_REQUIRE(!lexicon.ok());
    BOOST_TEST(says(lexicon.diagnostics(), folder));
  }
}

BOOST_AUTO_TEST_CASE(too_many_rules_and_too_many_bytes) {
  TempDir dir;
  std::string many;
  for (int i = 0; i < 20'001; ++i) many += with("test_rule", "r" + std::to_string(i));
  write_file(dir.path() / "en/many.toml", many);
  const auto lexicon = Lexicon::load({.folder = dir.path().string()});
  BOOST_TEST_REQUIRE(!lexicon.ok());
  BOOST_TEST(says(lexicon.diagnostics(), "L020: a pack has at most 20,000 rules"));

  write_file(dir.path() / "en/many.toml", "");
  std::filesystem::resize_file(dir.path() / "en/many.toml", (64u << 20) + 1);
  const auto heavy = Lexicon::load({.folder = dir.path().string()});
  BOOST_TEST_REQUIRE(!heavy.ok());
  BOOST_TEST(says(heavy.diagnostics(), "L020: the lexicon is over 64 MiB"));
}

BOOST_AUTO_TEST_SUITE_END()
