// `explain`, `rules` and `tune check`: what a lexicon says of itself.
#include <boost/test/data/test_case.hpp>

#include <algorithm>
#include <set>

#include "cli/display.h"
#include "expect.h"
#include "lexicons.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;
namespace json = boost::json;

namespace {

const Lexicon& lexicon() {
  static const Result<Lexicon> made = Lexicon::built_in();
  return *made;
}

const RuleInfo& a_rule(bool positive) {
  static const std::vector<RuleInfo> rules = lexicon().rules();
  for (const SignalInfo& signal : lexicon().signals()) {
    if (signal.positive != positive) continue;
    for (const RuleInfo& rule : rules) {
      if (rule.signal == signal.id) return rule;
    }
  }
  throw std::runtime_error("no such rule");
}

struct Check {
  const char* name;
  LexiconDir::Files files;
  Words operands;
  int status;
  Words lines;  // that the output must hold, in order
};
std::ostream& operator<<(std::ostream& out, const Check& row) { return out << row.name; }

std::string second_rule() { return replaced(kGoodRule, "test_rule", "other_rule"); }

const Check kChecks[] = {
    {"a good file", {{"en/a.toml", kGoodRule}}, {"ours/en/a.toml"}, 0, {"1 rule, 2 hits, 2 passes: 0 errors, 0 warnings"}},
    {"two good files", {{"en/a.toml", kGoodRule}, {"en/b.toml", second_rule()}}, {"ours/en/a.toml", "ours/en/b.toml"}, 0,
     {"2 rules, 4 hits, 4 passes: 0 errors, 0 warnings"}},
    {"a hit that is missed", {{"en/a.toml", replaced(kGoodRule, "<<Zork machines>> for", "<<Zork>> machines for")}}, {"ours/en/a.toml"}, 2,
     {"ours/en/a.toml:5:39: L017: en.pitch.offering.test_rule must match 'Zork' here and nothing else; it matches 'Zork machines'",
      "1 rule, 2 hits, 2 passes: 1 error, 0 warnings"}},
    {"a pass that is hit", {{"en/a.toml", replaced(kGoodRule, "\"zorks\"", "\"No zork machines.\"")}}, {"ours/en/a.toml"}, 2,
     {"ours/en/a.toml:6:31: L018: en.pitch.offering.test_rule must match nothing here; it matches 'zork machines'",
      "1 error, 0 warnings"}},
    {"a folder", {{"en/a.toml", with_pattern("3")}, {"en/b.toml", "x = 1\n"}}, {"ours"}, 2,
     {"ours/en/a.toml:4:", "ours/en/b.toml:1:", "errors, 0 warnings"}},
    {"by --lexicons", {{"en/a.toml", with_pattern("3")}}, {"--lexicons", "ours"}, 2, {"ours/en/a.toml:4:", "error"}},
    {"a file of --lexicons", {{"en/a.toml", kGoodRule}, {"en/b.toml", second_rule()}}, {"--lexicons", "ours", "ours/en/b.toml"}, 0,
     {"1 rule, 2 hits, 2 passes"}},
};

struct Refused {
  const char* name;
  Words operands;
  const char* message;
};
std::ostream& operator<<(std::ostream& out, const Refused& row) { return out << row.name; }

const Refused kRefused[] = {
    {"missing", {"nowhere"}, "rapport: nowhere: cannot be opened: No such file"},
    {"device", {"/dev/null"}, "rapport: /dev/null: is not a regular file"},
    {"folder twice", {"--lexicons", "ours", "ours"}, "rapport: give a FOLDER or --lexicons, not both"},
};

Ran tune_check(const LexiconDir& dir, const Words& operands) {
  Words arguments = {"tune", "check"};
  arguments.insert(arguments.end(), operands.begin(), operands.end());
  return rapport_with(arguments, {.folder = dir.folder(), .seconds = 50});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explain_tests)

BOOST_AUTO_TEST_CASE(a_rule_is_explained_whole) {
  for (const bool positive : {false, true}) {
    const RuleInfo& rule = a_rule(positive);
    const Ran ran = rapport_with({"explain", rule.id, "--width", "1000"});
    expect_fine(ran);
    BOOST_TEST(ran.out.starts_with(rule.id + "\n"));
    Words titles = {"\nWhy\n", "\nIt marks\n", "\nIt does not mark\n"};
    if (!positive) titles.push_back("\nHow to rewrite\n");
    titles.push_back("\nHow to switch it off\n");
    std::size_t at = 0;
    for (const std::string& title : titles) {
      const std::size_t found = ran.out.find(title, at);
      BOOST_TEST(found != std::string::npos, title);
      at = found == std::string::npos ? at : found;
    }
    BOOST_TEST(says(ran.out, rule.reason));
    BOOST_TEST(says(ran.out, "Evidence (grade " + std::string(1, rule.grade) + "): "));
    BOOST_TEST(says(ran.out, rule.finding_source));
    for (const std::string& hit : rule.hits) BOOST_TEST(says(ran.out, "- " + cli::shown_line(hit)));
    for (const std::string& pass : rule.passes) BOOST_TEST(says(ran.out, "- " + cli::shown_line(pass)));
    BOOST_TEST(says(ran.out, "rapport score --ignore " + rule.id + "\n"));
    BOOST_TEST(says(ran.out, "    [score]\n    ignore = [\"" + rule.id + "\"]\n"));
    BOOST_TEST(says(ran.out, "From <built-in>/en/"));
  }
}

BOOST_AUTO_TEST_CASE(every_signal_and_family_is_explained) {
  std::set<std::string> names;
  for (const SignalInfo& signal : lexicon().signals()) {
    names.insert(signal.id);
    names.insert(signal.family);
  }
  for (const std::string& name : names) {
    const Ran ran = rapport_with({"explain", name, "--width", "60"});
    expect_fine(ran);
    BOOST_TEST(ran.out.starts_with(name + "\n"));
    for (const std::string& line : lines_of(ran.out)) BOOST_TEST(cli::columns(line) <= 78u, line);
  }
}

BOOST_AUTO_TEST_CASE(how_to_switch_it_off_works) {
  const RuleInfo& rule = a_rule(false);
  expect_fine(rapport_with({"score", "--quiet", "--ignore", rule.id}, {.input = kPitch}));
  const TempDir dir;
  const std::string explained = rapport_with({"explain", rule.id}).out;
  const std::size_t at = explained.find("    [score]\n");
  write_file(dir.path() / ".rapport.toml", explained.substr(at, explained.find("]\n", at + 14) + 2 - at));
  const Ran shown = rapport_with({"config", "show"}, {.folder = dir.path().string()});
  expect_fine(shown);
  BOOST_TEST(says(shown.out, "ignore = [\"" + rule.id + "\"]"));
}

BOOST_AUTO_TEST_CASE(explanations_are_json_too) {
  const RuleInfo& rule = a_rule(false);
  for (const auto& [name, least] : {std::pair(rule.id, 1u), std::pair(rule.signal, 1u), std::pair(std::string("pitch"), 5u)}) {
    const json::object out = object_of(rapport_with({"explain", name, "--format", "json"}));
    BOOST_TEST(out.at("schema") == 1);
    BOOST_TEST(text_of(out.at("lexicon")) == lexicon().hash());
    BOOST_TEST(out.at("signals").as_array().size() >= 1u);
    BOOST_TEST(out.at("rules").as_array().size() >= least);
    for (const char* member : {"rule", "reason", "evidence", "hits", "passes", "source", "file", "line"}) {
      BOOST_TEST(out.at("rules").at(0).as_object().contains(member), member);
    }
  }
}

BOOST_AUTO_TEST_CASE(rules_are_listed_and_searched) {
  const auto count = [](const Words& more) {
    Words arguments = {"rules", "--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return object_of(rapport_with(arguments)).at("rules").as_array().size();
  };
  const std::size_t all = lexicon().rules().size();
  BOOST_TEST(count({}) == all);
  const std::size_t pitch = count({"--family", "pitch"});
  BOOST_TEST(pitch > 0u);
  BOOST_TEST(pitch < all);
  BOOST_TEST(count({"--family", "pitch,ask"}) == pitch + count({"--family", "ask"}));
  BOOST_TEST(count({"--family", "pitch", "--family", "ask"}) == pitch + count({"--family", "ask"}));
  BOOST_TEST(count({"EN.PITCH."}) >= pitch);
  BOOST_TEST(count({"en.pitch.", "meeting"}) < pitch);
  BOOST_TEST(count({"no rule holds this"}) == 0u);

  const Ran human = rapport_with({"rules", "no rule holds this"});
  expect_fine(human);
  BOOST_TEST(human.out == "0 of " + std::to_string(all) + " rules\n");
  const auto lines = lines_of(rapport_with({"rules", "--family", "pitch"}).out);
  BOOST_TEST(lines.back() == std::to_string(pitch) + " of " + std::to_string(all) + " rules");
  Words ids;
  for (const std::string& line : lines) {
    if (line.starts_with("en.")) ids.push_back(line);
  }
  BOOST_TEST(ids.size() == pitch);
  BOOST_TEST(std::is_sorted(ids.begin(), ids.end()));
}

BOOST_DATA_TEST_CASE(tune_check_tells, bdata::make(kChecks), row) {
  const LexiconDir dir(row.files);
  const Ran ran = tune_check(dir, row.operands);
  BOOST_TEST_CONTEXT(ran.out.substr(0, 1000)) {
    BOOST_TEST(ran.status == row.status);
    BOOST_TEST(ran.err == "");
    std::size_t at = 0;
    for (const std::string& line : row.lines) {
      const std::size_t found = ran.out.find(line, at);
      BOOST_TEST(found != std::string::npos, line);
      at = found == std::string::npos ? at : found;
    }
    BOOST_TEST(is_harmless(ran.out));
  }
}

BOOST_DATA_TEST_CASE(tune_check_refuses, bdata::make(kRefused), row) {
  const LexiconDir dir({{"en/a.toml", kGoodRule}});
  expect_refused(tune_check(dir, row.operands), row.message);
}

BOOST_AUTO_TEST_CASE(files_are_named_from_where_their_user_stands) {
  const LexiconDir dir(LexiconDir::Files{{"en/a.toml", std::string("x = 1\n")}});
  const std::string whole = (dir.ours() / "en/a.toml").string();
  BOOST_TEST(tune_check(dir, {whole}).out.starts_with(whole + ":1:"));
  BOOST_TEST(tune_check(dir, {"ours/en/a.toml"}).out.starts_with("ours/en/a.toml:1:"));
  BOOST_TEST(tune_check(dir, {"./ours/en/a.toml"}).out.starts_with("ours/en/a.toml:1:"));
  const Ran inside = rapport_with({"tune", "check", "a.toml"}, {.folder = (dir.ours() / "en").string()});
  BOOST_TEST(inside.out.starts_with("../en/a.toml:1:"), inside.out);
}

BOOST_AUTO_TEST_CASE(a_long_pattern_is_not_printed_whole) {
  const LexiconDir dir(LexiconDir::Files{{"en/a.toml", with_pattern("'zork" + repeated(" machines", 500) + "'")}});
  for (const std::string& line : lines_of(tune_check(dir, {"ours/en/a.toml"}).out)) {
    BOOST_TEST((line.starts_with("ours/") || cli::columns(line) <= 120u), line.size());
  }
}

BOOST_AUTO_TEST_SUITE_END()
