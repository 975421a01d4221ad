// The configuration: where it is found, what it may say, and row 27: none of a
// stranger's is obeyed.
#include <boost/test/data/test_case.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include "cli/options.h"
#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;
namespace fs = std::filesystem;

namespace {

// home/project/.git, home/project/sub; xdg beside them.
struct Fixture {
  TempDir dir;
  fs::path home = dir.path() / "home", project = home / "project", sub = project / "sub";
  RunOptions here;
  Fixture() {
    fs::create_directories(sub);
    fs::create_directory(project / ".git");
    here.folder = sub.string();
    here.environment = {{"HOME", home.string()}};
    here.input = kPitch;
  }
  // A configuration that can be told by its width.
  static std::string width(int columns) { return "width = " + std::to_string(columns) + "\n"; }
  // That width, and where it comes from, as the program tells.
  std::string found(const Words& more = {}) const {
    Words arguments = {"config", "show", "--origin"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    for (const std::string& line : lines_of(rapport_with(arguments, here).out)) {
      if (!says(line, "width = ")) continue;
      return line;
    }
    return "";
  }
};

struct Wrong {
  const char* name;
  const char* toml;
  std::vector<const char*> messages;
};
std::ostream& operator<<(std::ostream& out, const Wrong& row) { return out << row.name; }

const Wrong kWrong[] = {
    {"no TOML", "color = \n", {":1:9: L001: not TOML"}},
    {"unknown key", "colr = \"never\"\n", {":1:1: L002: unknown key 'colr'; did you mean 'color'?"}},
    {"unknown key in a table", "[score]\nformt = \"json\"\n", {":2:1: L002: unknown key 'score.formt'; did you mean 'score.format'?"}},
    {"key outside its table", "format = \"json\"\n", {":1:1: L002: unknown key 'format'; did you mean 'score.format'?"}},
    {"key in a table that is of none", "[score]\nwidth = 60\n", {":2:1: L002: unknown key 'score.width'; did you mean 'width'?"}},
    {"misspelt table", "[scor]\nformat = \"json\"\n", {":2:1: L002: unknown key 'scor.format'; did you mean 'score.format'?"}},
    {"unknown choice", "color = \"nevr\"\n", {":1:9: L005: unknown color 'nevr'; did you mean 'never'?"}},
    {"wrong type", "[score]\nmax-bytes = \"many\"\n", {":2:13: L005: max-bytes takes a whole number from 1 to 999999999, not 'many'"}},
    {"a list for one value", "color = [\"never\"]\n", {":1:9: L005: color takes one value, not a list"}},
    {"a date", "width = 1979-05-27\n", {":1:9: L004: 'width' takes a text, a number, true or false, or a list of them"}},
    {"a gate out of range", "[score]\nfail-on = \"score<600\"\n", {":2:11: L005: score<N takes a number from 0 to 100, not '600'"}},
    {"no switch", "lexicons-only = \"maybe\"\n", {":1:17: L005: lexicons-only takes true or false, not 'maybe'"}},
    {"an option that is no setting", "[score]\ntext = \"Hi\"\n", {":2:1: L002: unknown key 'score.text'"}},
    {"all at once", "colr = 1\nwidth = \"x\"\n[score]\nformat = \"x\"\n", {":1:1: L002", ":2:9: L005", ":4:10: L005"}},
    {"controls", "\"\\u001b[2J\" = 1\n", {":1:1"}},
};

// Right as TOML, but the lexicon has no such name: the place is told too.
const Wrong kNames[] = {
    {"channel", "\n[score]\nchannel = \"emial\"\n", {":3: unknown channel 'emial'; did you mean 'email'?"}},
    {"tier", "[score]\ntier = \"gold\"\n", {":2: unknown tier 'gold'; there is free, premium"}},
    {"language", "[score]\nlang = \"xx\"\n", {":2: unknown language 'xx'"}},
    {"rule", "[score]\nignore = [\"pitch\", \"persure\"]\n", {":2: unknown rule, signal or family 'persure'; did you mean 'pressure'?"}},
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(config_tests, Fixture)

BOOST_AUTO_TEST_CASE(the_nearest_one_upwards_is_found) {
  BOOST_TEST(found() == "# width = \"\"  # default");
  write_file(home / ".rapport.toml", width(50));
  // Not beyond the folder that holds .git.
  BOOST_TEST(found() == "# width = \"\"  # default");
  write_file(project / ".rapport.toml", width(51));
  BOOST_TEST(found() == "width = 51  # " + (project / ".rapport.toml").string() + ":1");
  write_file(sub / ".rapport.toml", "\n" + width(52));
  BOOST_TEST(found() == "width = 52  # " + (sub / ".rapport.toml").string() + ":2");
}

BOOST_AUTO_TEST_CASE(it_ends_at_the_home_folder) {
  fs::remove(project / ".git");
  write_file(dir.path() / ".rapport.toml", width(50));
  BOOST_TEST(found() == "# width = \"\"  # default");
  write_file(home / ".rapport.toml", width(51));
  BOOST_TEST(says(found(), "width = 51"));
}

BOOST_AUTO_TEST_CASE(the_order_is_option_variable_project_user) {
  write_file(home / ".config/rapport/config.toml", width(50));
  BOOST_TEST(says(found(), "width = 50"));
  write_file(dir.path() / "xdg/rapport/config.toml", width(51));
  here.environment["XDG_CONFIG_HOME"] = "not/absolute";
  BOOST_TEST(says(found(), "width = 50"));
  here.environment["XDG_CONFIG_HOME"] = (dir.path() / "xdg").string();
  BOOST_TEST(says(found(), "width = 51"));
  write_file(sub / ".rapport.toml", width(52));
  BOOST_TEST(says(found(), "width = 52"));
  write_file(dir.path() / "variable.toml", width(53));
  here.environment["RAPPORT_CONFIG"] = (dir.path() / "variable.toml").string();
  BOOST_TEST(says(found(), "width = 53"));
  write_file(sub / "option.toml", width(54));
  BOOST_TEST(found({"--config", "option.toml"}) == "width = 54  # option.toml:1");
  BOOST_TEST(found({"--width", "55"}) == "width = 55  # command line");
  BOOST_TEST(found({"--isolated"}) == "# width = \"\"  # default");
}

BOOST_AUTO_TEST_CASE(one_that_is_named_must_be_there) {
  for (const auto& [path, message] : {std::pair("nowhere.toml", "nowhere.toml: cannot be opened: No such file"),
                                      std::pair(".", ".: is not a regular file"),
                                      std::pair("/dev/zero", "/dev/zero: is not a regular file"),
                                      std::pair("pipe", "pipe: is not a regular file"),
                                      std::pair("large", "large: too_large: over 64 KiB")}) {
    mkfifo((sub / "pipe").c_str(), 0600);
    write_file(sub / "large", std::string(65537, '#'));
    here.environment.erase("RAPPORT_CONFIG");
    expect_refused(rapport_with({"score", "--config", path}, here), message);
    here.environment["RAPPORT_CONFIG"] = path;
    expect_refused(rapport_with({"score"}, here), message);
    expect_refused(rapport_with({"config", "show"}, here), message);
    expect_fine(rapport_with({"score", "--quiet", "--isolated"}, here));
  }
  expect_refused(rapport_with({"score", "--isolated", "--config", "a"}, here),
                 "--isolated reads no configuration file; leave out --config");
}

BOOST_DATA_TEST_CASE_F(Fixture, mistakes_are_told_with_their_place, bdata::make(kWrong), row) {
  const std::string path = (sub / ".rapport.toml").string();
  write_file(path, row.toml);
  for (const Words& arguments : {Words{"score"}, Words{"config", "show"}, Words{"rules"}}) {
    const Ran ran = rapport_with(arguments, here);
    BOOST_TEST_CONTEXT(ran.err) {
      BOOST_TEST(ran.status == 2);
      BOOST_TEST(ran.out == "");
      BOOST_TEST(is_harmless(ran.err));
      for (const char* message : row.messages) BOOST_TEST(says(ran.err, path + message), message);
    }
  }
}

BOOST_DATA_TEST_CASE_F(Fixture, names_are_told_with_their_place, bdata::make(kNames), row) {
  const std::string path = (sub / ".rapport.toml").string();
  write_file(path, row.toml);
  expect_refused(rapport_with({"score"}, here), path + row.messages[0]);
}

BOOST_AUTO_TEST_CASE(settings_do_what_options_do) {
  write_file(sub / ".rapport.toml",
             "color = \"always\"\n[score]\nformat = \"line\"\nignore = [\"pitch\"]\nfail-on = \"score<100\"\n");
  const Ran ran = rapport_with({"score"}, here);
  BOOST_TEST(ran.status == 1);
  BOOST_TEST(ran.out == rapport_with({"score", "--isolated", "--format", "line", "--ignore", "pitch"}, here).out);
  // The command line wins.
  BOOST_TEST(rapport_with({"score", "--fail-on", "never", "--format", "human"}, here).out.starts_with("\x1b["));
  // Lists of both do not add up: the nearer one holds.
  BOOST_TEST(says(rapport_with({"score", "--ignore", "generic"}, here).out, "en.pitch."));
}

BOOST_AUTO_TEST_CASE(a_lexicon_is_named_from_the_file) {
  write_file(project / ".rapport.toml", "lexicons = \"ours\"\n");
  expect_refused(rapport_with({"score"}, here), (project / "ours").string() + ": L019");
  fs::create_directories(project / "ours/en");
  write_file(project / "ours/en/a.toml", "x = 1\n");
  BOOST_TEST(says(rapport_with({"score"}, here).err, (project / "ours/en/a.toml").string() + ":1:"));
  // One on the command line is another one.
  write_file(project / ".rapport.toml", "lexicons = \"ours\"\nlexicons-only = true\n");
  expect_refused(rapport_with({"score", "--lexicons", "none"}, here), "none: L019");
}

BOOST_AUTO_TEST_CASE(what_is_shown_can_be_read_again) {
  write_file(sub / ".rapport.toml", "color = \"never\"\nwidth = 72\n[score]\nignore = [\"pitch\", 'a\"b\\c']\nno-edits = true\n");
  const Ran shown = rapport_with({"config", "show"}, here);
  expect_fine(shown);
  write_file(sub / "again.toml", shown.out);
  const Ran again = rapport_with({"config", "show", "--config", "again.toml"}, here);
  expect_fine(again);
  BOOST_TEST(again.out == shown.out);
  for (const cli::OptionInfo& option : cli::options()) {
    if (!option.in_config) continue;
    BOOST_TEST(says(shown.out, std::string(option.name) + " = "), option.name);
  }
}

BOOST_AUTO_TEST_CASE(one_of_another_user_is_ignored_with_a_warning,
                     *boost::unit_test::precondition([](auto) { return geteuid() == 0; })) {
  const fs::path path = sub / ".rapport.toml";
  write_file(path, "no TOML at all");
  BOOST_TEST_REQUIRE(chown(path.c_str(), 65534, 65534) == 0);
  write_file(project / ".rapport.toml", width(50));
  const Ran ran = rapport_with({"config", "show"}, here);
  BOOST_TEST(ran.status == 0);
  BOOST_TEST(ran.err == "rapport: warning: ignored " + path.string() +
                            ": it does not belong to you; name it with --config to use it\n");
  BOOST_TEST(says(ran.out, "width = 50"));
  // Named, it is meant.
  BOOST_TEST(rapport_with({"config", "show", "--config", ".rapport.toml"}, here).status == 2);
}

BOOST_AUTO_TEST_CASE(a_link_to_another_users_file_is_ignored,
                     *boost::unit_test::precondition([](auto) { return geteuid() != 0; })) {
  fs::create_symlink("/etc/passwd", sub / ".rapport.toml");
  const Ran ran = rapport_with({"score", "--quiet"}, here);
  BOOST_TEST(ran.status == 0);
  BOOST_TEST(says(ran.err, "it does not belong to you"));
}

BOOST_AUTO_TEST_CASE(one_that_leads_nowhere_is_ignored_with_a_warning) {
  for (const char* target : {"gone", ".rapport.toml"}) {
    fs::remove(sub / ".rapport.toml");
    fs::create_symlink(target, sub / ".rapport.toml");
    const Ran ran = rapport_with({"score", "--quiet"}, here);
    BOOST_TEST(ran.status == 0);
    BOOST_TEST(says(ran.err, "warning: ignored " + (sub / ".rapport.toml").string() + ": cannot be opened: "));
  }
}

BOOST_AUTO_TEST_CASE(a_pipe_by_its_name_is_refused_at_once) {
  mkfifo((sub / ".rapport.toml").c_str(), 0600);
  expect_refused(rapport_with({"score"}, here), ".rapport.toml: is not a regular file");
}

BOOST_AUTO_TEST_CASE(no_setting_runs_a_program_or_names_something_to_fetch) {
  for (const cli::OptionInfo& option : cli::options()) {
    if (!option.in_config) continue;
    for (const char* word : {"command", "exec", "run", "url", "host", "pager", "editor"}) {
      BOOST_TEST(option.name.find(word) == std::string_view::npos, option.name);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
