// Completion in the shells themselves: bash always, zsh and fish where they are.
#include <boost/test/data/test_case.hpp>

#include <algorithm>

#include "cli/completion.h"
#include "cli/options.h"
#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;

namespace {

struct Row {
  const char* name;
  Words words;    // as bash splits the line; the last one is being typed
  Words offered;  // some of what it must offer
  bool alone;     // and nothing else
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

const Row kRows[] = {
    {"commands", {"rapport", ""}, {"score", "explain", "tune", "help", "--version"}, false},
    {"a command", {"rapport", "sc"}, {"score"}, true},
    {"a second word", {"rapport", "tune", "ch"}, {"check"}, true},
    {"options", {"rapport", "score", "--fo"}, {"--format"}, true},
    {"options of two words", {"rapport", "config", "show", "--or"}, {"--origin"}, true},
    {"no options of other commands", {"rapport", "rules", "--fam"}, {"--family"}, true},
    {"letters", {"rapport", "score", "-"}, {"-q", "-f", "--quiet"}, false},
    {"choices", {"rapport", "score", "--format", "j"}, {"json"}, true},
    {"choices by letter", {"rapport", "score", "-f", ""}, {"human", "line", "json", "sarif", "github"}, true},
    {"choices behind =", {"rapport", "score", "--format", "=", "s"}, {"sarif"}, true},
    {"choices right behind =", {"rapport", "score", "--color", "="}, {"auto", "always", "never"}, true},
    {"gates", {"rapport", "score", "--fail-on", ""}, {"score<60", "error", "warning", "never"}, true},
    {"channels", {"rapport", "score", "--channel", "in"}, {"inmail"}, true},
    {"tiers", {"rapport", "score", "--tier", "p"}, {"premium"}, true},
    {"families and signals", {"rapport", "score", "--only", "pit"}, {"pitch", "pitch.meeting"}, false},
    {"what to explain", {"rapport", "explain", "pitch.m"}, {"pitch.meeting"}, true},
    {"shells", {"rapport", "completion", ""}, {"bash", "zsh", "fish"}, true},
    {"help for commands", {"rapport", "help", "ex"}, {"explain"}, true},
    {"files", {"rapport", "score", "dr"}, {"draft one.txt", "drafts"}, true},
    {"files of an option", {"rapport", "score", "--config", "draft "}, {"draft one.txt"}, true},
    {"folders", {"rapport", "score", "--lexicons", "d"}, {"drafts"}, true},
    {"nothing for a text", {"rapport", "score", "--text", ""}, {}, true},
    {"nothing behind no command", {"rapport", "nix", ""}, {}, true},
};

std::string quoted(const std::string& word) { return "'" + word + "'"; }

struct Fixture {
  TempDir dir;
  RunOptions here;
  Fixture() {
    write_file(dir.path() / "draft one.txt", kPitch);
    std::filesystem::create_directory(dir.path() / "drafts");
    here.folder = dir.path().string();
  }
};

bool is_there(const std::string& shell_name) {
  return shell("command -v " + shell_name).status == 0;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(completion_tests, Fixture)

BOOST_DATA_TEST_CASE_F(Fixture, bash_offers, bdata::make(kRows), row) {
  std::string words;
  for (const std::string& word : row.words) words += " " + quoted(word);
  // compopt works only while a key is pressed.
  const Ran ran = shell("set -u; compopt() { :; }; source <(\"$R\" completion bash); COMP_WORDS=(" + words +
                        "); COMP_CWORD=" + std::to_string(row.words.size() - 1) +
                        "; _rapport; ((${#COMPREPLY[@]})) && printf '%s\\n' \"${COMPREPLY[@]}\"; true", here);
  expect_fine(ran);
  Words offered = lines_of(ran.out);
  for (const std::string& word : row.offered) {
    BOOST_TEST((std::find(offered.begin(), offered.end(), word) != offered.end()), "no " << word << " in " << ran.out);
  }
  if (row.alone) BOOST_TEST(offered.size() == row.offered.size(), ran.out);
}

BOOST_AUTO_TEST_CASE(bash_takes_it_for_the_program) {
  const Ran ran = shell("source <(\"$R\" completion bash) && complete -p rapport", here);
  expect_fine(ran);
  BOOST_TEST(ran.out == "complete -F _rapport rapport\n");
}

BOOST_AUTO_TEST_CASE(bash_completes_a_key_press) {
  const Ran ran = shell(
      "\"$R\" completion bash > rapport.bash\n"
      "printf '%s\\n' 'bind \"set enable-bracketed-paste off\"; source rapport.bash; PS1=' > rc\n"
      "{ sleep 1; printf 'rapport score --fo\\tjs\\t--text Ana | grep -c schema\\n'; sleep 2; printf 'exit\\n'; } |"
      "  PATH=\"$(dirname \"$R\"):$PATH\" script -qec 'bash --noprofile --rcfile rc -i' /dev/null", here);
  BOOST_TEST_INFO(ran.out);
  BOOST_TEST(says(ran.out, "\n1\r\n"));
}

BOOST_AUTO_TEST_CASE(every_script_is_sound) {
  for (const char* name : {"bash", "zsh", "fish"}) {
    const Ran made = rapport_with({"completion", name});
    expect_fine(made);
    write_file(dir.path() / name, made.out);
    if (!is_there(name)) continue;
    expect_fine(shell(std::string(name) + " -n " + name, here));
  }
}

BOOST_AUTO_TEST_CASE(every_script_knows_every_command_and_option) {
  for (const char* name : {"bash", "zsh", "fish"}) {
    const std::string script = rapport_with({"completion", name}).out;
    const std::string dashes = std::string(name) == "fish" ? "-l " : "--";
    for (const cli::OptionInfo& option : cli::options()) {
      BOOST_TEST(says(script, dashes + std::string(option.name)), name << ": " << option.name);
    }
    for (const cli::CommandInfo& command : cli::commands()) {
      for (const std::string& word : cli::split(command.name, ' ')) BOOST_TEST(says(script, word));
    }
  }
}

BOOST_AUTO_TEST_CASE(fish_offers, *boost::unit_test::precondition([](auto) { return is_there("fish"); })) {
  const auto offered = [&](const std::string& line) {
    return shell("export HOME=\"$PWD\"; \"$R\" completion fish > r.fish; fish --no-config -c 'source r.fish; complete -C \"" + line +
                 "\"' | cut -f1 | paste -sd' '", here).out;
  };
  BOOST_TEST(offered("rapport sc") == "score\n");
  BOOST_TEST(offered("rapport tune ch") == "check\n");
  BOOST_TEST(offered("rapport score --format j") == "json\n");
  BOOST_TEST(offered("rapport score --fail-on ") == "error never score<60 warning\n");
  BOOST_TEST(offered("rapport score --fo") == "--format\n");
  BOOST_TEST(says(offered("rapport score dr"), "drafts/"));
}

BOOST_AUTO_TEST_CASE(zsh_loads_it, *boost::unit_test::precondition([](auto) { return is_there("zsh"); })) {
  const Ran ran = shell("\"$R\" completion zsh > r.zsh; zsh -f -c 'autoload -U compinit; compinit -D -u; source ./r.zsh;"
                        " print $_comps[rapport]'", here);
  expect_fine(ran);
  BOOST_TEST(ran.out == "_rapport\n");
  // A < in a list of words would be read as a redirection.
  BOOST_TEST(says(read_file(dir.path() / "r.zsh"), "(score\\<60 error"));
}

BOOST_AUTO_TEST_SUITE_END()
