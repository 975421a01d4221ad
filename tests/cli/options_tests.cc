// The command line: the tables of commands and options, unknown names, gates.
#include <boost/test/data/test_case.hpp>

#include <set>

#include "cli/gate.h"
#include "cli/help.h"
#include "cli/nearest.h"
#include "cli/options.h"
#include "cli/parse.h"
#include "cli/render/printer.h"
#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;

namespace {

struct Row {
  const char* name;
  Words arguments;
  const char* message;
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

const Row kRefused[] = {
    {"command", {"skore"}, "rapport: unknown command 'skore'; did you mean 'score'?"},
    {"no command is near", {"xyzzy"}, "unknown command 'xyzzy'; there is score, rewrite, batch, explain, rules, tune,"},
    {"half a command", {"tune"}, "'rapport tune' needs one word more: check"},
    {"second word", {"tune", "chekc"}, "unknown tune command 'chekc'; did you mean 'check'?"},
    {"help for no command", {"help", "scor"}, "unknown command 'scor'; did you mean 'score'?"},
    {"option first", {"--frmat"}, "unknown option '--frmat'; there is --help and --version"},
    {"option", {"score", "--frmat", "json"}, "unknown option '--frmat'; did you mean '--format'? (see: rapport help score)"},
    {"shortened option", {"score", "--form", "json"}, "unknown option '--form'; did you mean '--format'?"},
    {"option of another command", {"rules", "--fail-on", "error"}, "unknown option '--fail-on'; there is --family, --format,"},
    {"letter", {"score", "-x"}, "unknown option '-x'; there is -c, -f, -i, -q and -h"},
    {"option without its value", {"score", "--format"}, "option '--format' needs a value"},
    {"switch with a value", {"score", "--quiet=yes"}, "option '--quiet' takes no value"},
    {"format", {"score", "--format", "jsn"}, "--format: unknown format 'jsn'; did you mean 'json'?"},
    {"no format is near", {"score", "--format", "parquet"}, "there is human, line, json, sarif and github"},
    {"empty value", {"score", "--format="}, "--format: unknown format ''"},
    {"channel", {"score", "--channel", "emial"}, "--channel: unknown channel 'emial'; did you mean 'email'?"},
    {"tier", {"score", "--tier", "premum"}, "--tier: unknown tier 'premum'; did you mean 'premium'?"},
    {"tier of another channel", {"score", "-c", "connection_note", "--tier", "standard"},
     "--tier: unknown tier of connection_note 'standard'; there is free and premium"},
    {"language", {"score", "--lang", "xx"}, "--lang: unknown language 'xx'; there is "},
    {"rule", {"score", "--ignore", "generic.placeholdr"}, "--ignore: unknown rule, signal or family 'generic.placeholdr'; did you mean 'generic.placeholder'? (see: rapport rules)"},
    {"family", {"score", "--only", "pich"}, "--only: unknown rule, signal or family 'pich'; did you mean 'pitch'?"},
    {"one of a list", {"score", "--only", "pitch, persure"}, "'persure'; did you mean 'pressure'?"},
    {"family of rules", {"rules", "--family", "pich"}, "unknown family 'pich'; did you mean 'pitch'?"},
    {"rule to explain", {"explain", "pitch.meetin"}, "'pitch.meetin'; did you mean 'pitch.meeting'? (see: rapport rules)"},
    {"nothing to explain", {"explain"}, "rapport explain needs a RULE"},
    {"two to explain", {"explain", "pitch", "ask"}, "unexpected 'ask' behind 'rapport explain'"},
    {"shell", {"completion", "bsh"}, "unknown shell 'bsh'; did you mean 'bash'?"},
    {"no shell", {"completion"}, "rapport completion needs a SHELL"},
    {"operand too many", {"man", "score"}, "unexpected 'score' behind 'rapport man'"},
    {"gate", {"score", "--fail-on", "eror"}, "--fail-on: unknown fail-on 'eror'; did you mean 'error'?"},
    {"gate over 100", {"score", "--fail-on", "score<101"}, "--fail-on: score<N takes a number from 0 to 100, not '101'"},
    {"gate without a number", {"score", "--fail-on", "score<"}, "not ''"},
    {"gate with junk", {"score", "--fail-on", "score<60x"}, "not '60x'"},
    {"gate of no number", {"score", "--fail-on", "score<nan"}, "not 'nan'"},
    {"gate the wrong way", {"score", "--fail-on", "score>60"}, "did you mean 'score<60'?"},
    {"count of nothing", {"score", "--max-bytes", "0"}, "rapport: --max-bytes takes a whole number from 1 to 999999999, not '0'"},
    {"count below nothing", {"score", "--max-bytes", "-5"}, "not '-5'"},
    {"count of no digits", {"score", "--width", "wide"}, "width takes a whole number from 1 to 999999999, not 'wide'"},
    {"count out of range", {"score", "--width", "99999999999999999999"}, "not '99999999999999999999'"},
    {"file without a name", {"score", "--config", ""}, "--config takes the name of a file"},
    {"encoding errors", {"score", "--encoding-errors", "replce"}, "did you mean 'replace'?"},
    {"very long name", {"score", "--" + std::string(100000, 'a')}, "unknown option"},
};

struct GateRow {
  const char* gate;
  bool pitch;  // whether kPitch reaches it
  bool slot;   // and a draft with an empty slot and nothing to sell
};
std::ostream& operator<<(std::ostream& out, const GateRow& row) { return out << row.gate; }

const GateRow kGates[] = {
    {"never", false, false}, {"error", false, true}, {"warning", true, true},
    {"score<0", false, false}, {"score<100", true, true}, {"score<99.9", true, true},
};

const char* const kSlot = "Hi [First Name], the bees in your garden did well this year, I read.";

}  // namespace

BOOST_AUTO_TEST_SUITE(options_tests)

BOOST_DATA_TEST_CASE(a_wrong_name_gets_the_nearest_right_one, bdata::make(kRefused), row) {
  expect_refused(rapport_with(row.arguments, {.input = kPitch}), row.message);
}

BOOST_DATA_TEST_CASE(gates, bdata::make(kGates), row) {
  const Ran pitch = rapport_with({"score", "--fail-on", row.gate}, {.input = kPitch});
  expect_fine(pitch, row.pitch ? 1 : 0);
  BOOST_TEST(!pitch.out.empty());
  expect_fine(rapport_with({"score", "--quiet", "--fail-on", row.gate}, {.input = kSlot}), row.slot ? 1 : 0);
  // What has no score is below none.
  expect_fine(rapport_with({"score", "--quiet", "--fail-on", row.gate}, {.input = ""}), 0);
}

BOOST_AUTO_TEST_CASE(a_gate_stands_at_the_score) {
  for (const double score : {0.0, 59.9, 60.0, 100.0}) {
    cli::Report report;
    report.analysis.score = Points{static_cast<int>(score * 10 + 0.5)};
    BOOST_TEST(cli::parse_gate("score<60")->reached(report, {}) == (score < 60));
  }
  BOOST_TEST(!cli::parse_gate("score<60")->reached({}, {}));
  for (const char* wrong : {"", "score", "score<-1", "score<1e1", "score< 60", "Score<60", "error ", "score<inf"}) {
    BOOST_TEST(!cli::parse_gate(wrong).has_value(), wrong);
  }
}

BOOST_AUTO_TEST_CASE(one_draft_of_several_reaches_the_gate) {
  const TempDir dir;
  write_file(dir.path() / "a.txt", "The bees in your garden did well.");
  write_file(dir.path() / "b.txt", kSlot);
  const RunOptions here{.folder = dir.path().string()};
  expect_fine(rapport_with({"score", "-q", "--fail-on", "error", "a.txt"}, here), 0);
  expect_fine(rapport_with({"score", "-q", "--fail-on", "error", "b.txt", "a.txt"}, here), 1);
  // That one could not be read says more.
  BOOST_TEST(rapport_with({"score", "-q", "--fail-on", "error", "b.txt", "c.txt"}, here).status == 3);
}

BOOST_AUTO_TEST_CASE(only_and_ignore_leave_what_they_say) {
  const auto families = [](const Words& more) {
    Words arguments = {"score", "--format", "json"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const boost::json::object analysis = object_of(rapport_with(arguments, {.input = kPitch}));
    std::set<std::string> out;
    for (const auto& signal : analysis.at("signals").as_array()) {
      const std::string id = text_of(signal.at("signal"));
      out.insert(id.substr(0, id.find('.')));
    }
    return out;
  };
  const std::set<std::string> all = families({});
  BOOST_TEST_REQUIRE(all.count("pitch") == 1u);
  BOOST_TEST_REQUIRE(all.size() > 1u);
  BOOST_TEST((families({"--only", "pitch"}) == std::set<std::string>{"pitch"}));
  BOOST_TEST(families({"--ignore", "pitch"}).count("pitch") == 0u);
  BOOST_TEST(families({"--ignore", "pitch, ask", "--ignore", "personalization"}).size() < all.size());
  BOOST_TEST(families({"--only", "pitch", "--ignore", "pitch"}).empty());
  BOOST_TEST((families({"--only", "pitch", "--only", "personalization"}).size() == 2u));
}

BOOST_AUTO_TEST_CASE(the_last_value_holds) {
  expect_fine(rapport_with({"score", "--format", "json", "-f", "line", "--quiet", "--quiet"}, {.input = kPitch}));
  BOOST_TEST(rapport_with({"score", "--format", "json", "-fline"}, {.input = kPitch}).out.starts_with("<stdin>:"));
}

BOOST_AUTO_TEST_CASE(every_row_of_the_tables_is_whole) {
  std::set<std::string> commands;
  for (const cli::CommandInfo& command : cli::commands()) {
    BOOST_TEST_CONTEXT(command.name) {
      BOOST_TEST(commands.insert(std::string(command.name)).second);
      BOOST_TEST(&cli::info(command.command) == &command);
      BOOST_TEST(!command.summary.empty());
      BOOST_TEST(!command.summary.ends_with('.'));
      BOOST_TEST(command.description.ends_with('.'));
      BOOST_TEST(says(std::string(command.example), "rapport " + std::string(command.name)));
      std::set<std::string> names;
      std::set<char> letters;
      for (const cli::OptionInfo* option : cli::options_of(command.command)) {
        BOOST_TEST(names.insert(std::string(option->name)).second, option->name);
        if (option->letter) BOOST_TEST(letters.insert(option->letter).second, option->letter);
      }
      BOOST_TEST(names.count("help") == 1u);
    }
  }
  for (const cli::OptionInfo& option : cli::options()) {
    BOOST_TEST_CONTEXT(option.name) {
      BOOST_TEST(option.commands != 0u);
      BOOST_TEST(option.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
      BOOST_TEST(!option.summary.empty());
      BOOST_TEST(!option.summary.ends_with('.'));
      BOOST_TEST(option.value.empty() == (option.kind == cli::ValueKind::kSwitch));
      BOOST_TEST(option.choices.empty() == (option.kind != cli::ValueKind::kChoice));
      if (!option.initial.empty()) BOOST_TEST(cli::refuse_value(option, std::string(option.initial)) == "");
    }
  }
  BOOST_TEST(cli::formats() == cli::split("human|line|json|sarif|github", '|'), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(help_and_manual_hold_every_row) {
  const std::string manual = cli::manual();
  const auto in_roff = [](std::string text) {
    for (std::size_t at = 0; (at = text.find('-', at)) != std::string::npos; at += 2) text.insert(at, "\\");
    return text;
  };
  for (const cli::CommandInfo& command : cli::commands()) {
    BOOST_TEST(says(cli::program_help(), "  " + std::string(command.name) + " "));
    BOOST_TEST(says(manual, ".SS \"" + in_roff(std::string(command.name)) + "\""));
    const std::string help = cli::command_help(command.command);
    const Words words = cli::split(command.name, ' ');
    Words asked = words;
    asked.push_back("--help");
    Words before = words;
    before.insert(before.begin(), "help");
    BOOST_TEST(rapport_with(asked).out == (command.name == "help" ? cli::program_help() : help));
    if (command.name != "help") BOOST_TEST(rapport_with(before).out == help);
    for (const cli::OptionInfo* option : cli::options_of(command.command)) {
      BOOST_TEST(says(help, "--" + std::string(option->name)), option->name);
      BOOST_TEST(says(manual, in_roff("\\fB--" + std::string(option->name) + "\\fR")), option->name);
    }
  }
  for (const cli::Meaning& exit : cli::exit_statuses()) {
    BOOST_TEST(says(manual, in_roff(std::string(exit.summary))));
    BOOST_TEST(says(cli::program_help(), std::string(exit.name)));
  }
  for (const cli::Meaning& variable : cli::environment()) BOOST_TEST(says(manual, std::string(variable.name)));
}

BOOST_AUTO_TEST_CASE(help_stands_where_people_look_for_it) {
  const std::string program = cli::program_help();
  for (const Words& arguments : {Words{"help"}, Words{"--help"}, Words{"-h"}, Words{"tune", "--help"}, Words{"config", "-h"}}) {
    const Ran ran = rapport_with(arguments);
    expect_fine(ran);
    BOOST_TEST(ran.out == program);
  }
  BOOST_TEST(rapport_with({"--version"}).out == rapport_with({"version"}).out);
  BOOST_TEST(rapport_with({"version"}).out.starts_with("rapport 0."));
  // Help wins over what else is wrong in the line's values.
  expect_fine(rapport_with({"explain", "--help"}));
}

BOOST_AUTO_TEST_CASE(the_manual_is_sound_roff) {
  const TempDir dir;
  write_file(dir.path() / "rapport.1", rapport_with({"man"}).out);
  const RunOptions here{.environment = {{"MANWIDTH", "80"}, {"LC_ALL", "C.UTF-8"}}, .folder = dir.path().string()};
  std::size_t tried = 0;
  for (const char* line : {"man --warnings -l -Tutf8 -Z rapport.1 2>&1 >/dev/null",
                           "groff -man -ww -Tutf8 rapport.1 2>&1 >/dev/null",
                           "mandoc -T lint -W warning rapport.1 2>&1 | grep -v 'missing date'"}) {
    const std::string tool = std::string(line).substr(0, std::string(line).find(' '));
    if (shell("command -v " + tool, here).status != 0) continue;
    ++tried;
    BOOST_TEST(shell(line, here).out == "", tool);
  }
  BOOST_TEST_MESSAGE(tried << " tools read the manual");
}

BOOST_AUTO_TEST_CASE(nearest_name) {
  BOOST_TEST(cli::edit_distance("", "") == 0u);
  BOOST_TEST(cli::edit_distance("abc", "") == 3u);
  BOOST_TEST(cli::edit_distance("abc", "abd") == 1u);
  BOOST_TEST(cli::edit_distance("abc", "acb") == 1u);
  BOOST_TEST(cli::edit_distance("form", "format") == 2u);
  BOOST_TEST(cli::unknown("format", "jsn", {"json", "human"}) == "unknown format 'jsn'; did you mean 'json'?");
  BOOST_TEST(cli::unknown("format", "x", {"json", "human"}) == "unknown format 'x'; there is json and human");
  BOOST_TEST(cli::unknown("format", "", {"json"}) == "unknown format ''; there is json");
  BOOST_TEST(cli::unknown("format", "x", {}) == "unknown format 'x'");
  BOOST_TEST(cli::unknown("name", "zzz", Words(13, "aaaaaa")) == "unknown name 'zzz'");
}

BOOST_AUTO_TEST_SUITE_END()
