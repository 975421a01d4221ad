// A tour of what can be wrong with a lexicon, for a human eye:
// tests/golden/lexicon_errors.txt. It must show every code of the manual.
#include <regex>
#include <set>

#include "expect.h"
#include "lexicons.h"

using namespace rapport;
using namespace rapport::tests;

namespace {

struct Stop {
  const char* title;
  LexiconDir::Files files;
};

LexiconDir::Files rule(const std::string& from, const std::string& to) {
  return {{"en/a.toml", replaced(kGoodRule, from, to)}};
}

// The tree's own weights with another base: what is missing would be told first.
LexiconDir::Files weights(const std::string& base) {
  const std::string own = read_file(source_dir() + "/lexicons/weights.toml");
  const std::size_t at = own.find("\nbase = ") + 8;
  return {{"weights.toml", own.substr(0, at) + base + own.substr(own.find('\n', at))}};
}

LexiconDir::Files pattern(const std::string& toml) { return {{"en/a.toml", with_pattern(toml)}}; }

const Stop kTour[] = {
    {"no TOML", {{"en/a.toml", "[[rule\n"}}},
    {"an unknown key, a missing one", rule("passes", "pases")},
    {"a wrong type", pattern("3")},
    {"an unknown signal", rule("\"pitch.offering\"", "\"pitch.ofering\"")},
    {"unknown evidence", rule("pitch-first", "pitch-frist")},
    {"an id twice", {{"en/a.toml", kGoodRule + kGoodRule}}},
    {"an id of another signal", rule("en.pitch.offering", "en.pitch.meeting")},
    {"one pass only", rule("\"We sell nothing.\", ", "")},
    {"a hit without a mark", rule("<<zork machines>>", "zork machines")},
    {"an unknown macro", pattern("'zork {{gapp}} machines'")},
    {"an open macro", pattern("'zork {{gap2 machines'")},
    {"a back-reference", pattern("'(zork)\\1'")},
    {"a look-ahead", pattern("'zork(?= x)'")},
    {"an open group", pattern("'(zork'")},
    {"an empty match", pattern("'(?:zork)?'")},
    {"a gap at the start", pattern("'.*'")},
    {"a gap without a bound", pattern("'zork .* machines'")},
    {"an anchor", pattern("'^zork'")},
    {"a program that is too large", pattern("'zork (?:\\pL{1,10} ){1,10}x'")},
    {"a hit that is missed", rule("<<Zork machines>>", "<<Zork>> machines")},
    {"a pass that is hit", rule("\"zorks\"", "\"No zork machines.\"")},
    {"patterns and a shape", rule("any = ", "at_least = 3\nany = ")},
    {"a wording without its end, another of no move", {{"en/rewrite.toml",
     "leaning = [\"it\"]\njoining = [\"and\"]\n[[wording]]\nmove = \"tie\"\ntexts = [\"I saw your work\"]\n"
     "[[wording]]\nmove = \"ties\"\nregistre = \"formal\"\ntexts = [\"I saw it.\"]\n"}}},
    {"a claim that nothing makes, an unknown fact", {{"en/claims.toml",
     "[[claim]]\ncode = \"no_such_zork\"\nany = [\"to_zork\", \"to_name\"]\nreason = \"No.\"\n"
     "[[claim]]\ncode = \"no_such_zork\"\non = [\"pitch.ofering\"]\n"}}},
    {"weights that are no TOML", {{"weights.toml", "[score]\nbase = = 1\n"}}},
    {"a weight that is no number", weights("nan")},
    {"a weight of another type", weights("\"high\"")},
    {"a file that belongs nowhere", {{"notes.toml", "a = 1\n"}}},
    {"a pack of another language", {{"de/pack.toml", "[pack]\nlang = \"fr\"\nname = \"German\"\n"}}},
    {"rules without a pack", {{"de/a.toml", kGoodRule}}},
};

// Those that take time, a full disk or a folder of a kind to bring about; other
// suites do.
const std::set<std::string> kElsewhere = {"L016", "L019", "L020", "L021"};

// At most so many lines of one stop: what follows from a mistake is not all shown.
constexpr std::size_t kMostLines = 12;

}  // namespace

BOOST_AUTO_TEST_SUITE(lexicon_messages_tests)

BOOST_AUTO_TEST_CASE(every_code_once) {
  std::string golden = "What `rapport tune check` says of mistakes. Written by tests/cli/lexicon_messages_tests.cc.\n";
  for (const Stop& stop : kTour) {
    const LexiconDir dir(stop.files);
    const std::string name = stop.files.begin()->first;
    // Of a rule file its own rules alone are run; others say what is wrong on load.
    const std::string operand = name.starts_with("en/") ? "ours/" + name : "ours";
    const Ran ran = rapport_with({"tune", "check", operand}, {.folder = dir.folder()});
    BOOST_TEST(ran.status == 2, stop.title);
    BOOST_TEST(ran.err == "", stop.title);
    BOOST_TEST(is_harmless(ran.out));
    golden += "\n== " + std::string(stop.title) + "\n";
    const auto lines = lines_of(ran.out);
    for (std::size_t i = 0; i < lines.size() && i < kMostLines; ++i) golden += lines[i] + "\n";
    if (lines.size() > kMostLines) golden += "...\n";
  }
  // Where the base stands moves with every weight before it.
  golden = std::regex_replace(golden, std::regex("weights\\.toml:[0-9]+:8: L0(04|11)"), "weights.toml:LINE:8: L0$1");
  check_golden("lexicon_errors.txt", golden);

  const std::string manual = read_file(source_dir() + "/docs/lexicon-format.md");
  const std::regex code("\\| (L[0-9]{3}) \\|");
  std::size_t told = 0;
  for (std::sregex_iterator at(manual.begin(), manual.end(), code), end; at != end; ++at, ++told) {
    if (kElsewhere.count((*at)[1]) == 0) {
      BOOST_TEST(says(golden, std::string((*at)[1]) + ": "), "not in the tour: " << (*at)[1]);
    }
  }
  BOOST_TEST(told > 20u);
}

BOOST_AUTO_TEST_SUITE_END()
