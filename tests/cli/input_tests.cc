// Where a draft may come from, and what is no draft.
#include <boost/test/data/test_case.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;
namespace json = boost::json;

namespace {

const json::object kPitchRecord = {{"text", kPitch}};

// One draft, given in every way that there is.
struct Way {
  const char* name;
  Words arguments;
  std::string input;
};
std::ostream& operator<<(std::ostream& out, const Way& way) { return out << way.name; }

const Way kWays[] = {
    {"pipe", {}, kPitch},
    {"dash", {"-"}, kPitch},
    {"text", {"--text", kPitch}, ""},
    {"text with =", {"--text=" + kPitch}, ""},
    {"file", {"draft.txt"}, ""},
    {"file behind --", {"--", "-draft.txt"}, ""},
    {"file in a folder", {"./sub/../draft.txt"}, ""},
    {"with a byte-order mark", {}, "\xEF\xBB\xBF" + kPitch},
    {"JSON by pipe", {"--json-input"}, json::serialize(kPitchRecord)},
    {"JSON file", {"--json-input", "draft.json"}, ""},
    {"JSON with a byte-order mark", {"--json-input"}, "\xEF\xBB\xBF" + json::serialize(kPitchRecord)},
};

struct Refused {
  const char* name;
  Words arguments;
  const char* message;
};
std::ostream& operator<<(std::ostream& out, const Refused& row) { return out << row.name; }

const Refused kNoDraft[] = {
    {"missing file", {"nowhere.txt"}, "rapport: nowhere.txt: cannot be opened: No such file"},
    {"a text for a file", {"Hi Ana, nice talk"}, "for a text itself: --text TEXT"},
    {"a very long text", {std::string(5000, 'a') + " b"}, "\u2026: cannot be opened: File name too long"},
    {"empty name", {""}, "a file name is empty"},
    {"folder", {"sub"}, "sub: is a folder; name the files in it"},
    {"link to itself", {"loop"}, "loop: cannot be opened: Too many levels"},
    {"link to nothing", {"dangling"}, "dangling: cannot be opened: No such file"},
    {"pipe that nothing writes to", {"pipe"}, "pipe: is a pipe that nothing writes to"},
    {"standard input twice", {"-", "-"}, "'-' stands here twice"},
    {"--text and a file", {"--text", "a", "draft.txt"}, "give --text or files, not both"},
    {"--text as JSON", {"--text", "a", "--json-input"}, "not --text"},
    {"endless device", {"/dev/zero"}, "too_large: over 1 MiB"},
    {"over its own cap", {"--max-bytes", "10", "draft.txt"}, "too_large: over 10 bytes"},
};

struct Fixture {
  TempDir dir;
  RunOptions here;
  Fixture() {
    const auto path = dir.path();
    write_file(path / "draft.txt", kPitch);
    write_file(path / "-draft.txt", kPitch);
    write_file(path / "draft.json", json::serialize(kPitchRecord));
    std::filesystem::create_directory(path / "sub");
    std::filesystem::create_symlink("loop", path / "loop");
    std::filesystem::create_symlink("gone", path / "dangling");
    BOOST_TEST_REQUIRE(mkfifo((path / "pipe").c_str(), 0600) == 0);
    here.folder = path.string();
  }
  Ran score(Words arguments, const std::string& input = "") {
    arguments.insert(arguments.begin(), "score");
    here.input = input;
    return rapport_with(arguments, here);
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(input_tests, Fixture)

BOOST_DATA_TEST_CASE_F(Fixture, every_way_gives_the_same_analysis, bdata::make(kWays), way) {
  const Ran straight = score({"--format", "json"}, kPitch);
  Words arguments = {"--format", "json"};
  arguments.insert(arguments.end(), way.arguments.begin(), way.arguments.end());
  const Ran ran = score(arguments, way.input);
  expect_fine(ran);
  json::object analysis = object_of(ran);
  const bool is_file = way.input.empty() && !way.arguments[0].starts_with("--text");
  BOOST_TEST(analysis.contains("path") == is_file);
  analysis.erase("path");
  BOOST_TEST(analysis == object_of(straight));
}

BOOST_DATA_TEST_CASE_F(Fixture, what_is_no_draft_is_refused, bdata::make(kNoDraft), row) {
  const Ran ran = score(row.arguments, kPitch);
  expect_refused(ran, row.message);
  BOOST_TEST(ran.seconds < 5);
}

BOOST_AUTO_TEST_CASE(an_unreadable_file_is_refused,
                     *boost::unit_test::precondition([](auto) { return geteuid() != 0; })) {
  std::filesystem::permissions(dir.path() / "draft.txt", std::filesystem::perms::none);
  expect_refused(score({"draft.txt"}), "draft.txt: cannot be opened: Permission denied");
}

BOOST_AUTO_TEST_CASE(several_files_come_out_in_order) {
  const Ran ran = score({"--format", "json", "draft.txt", "-", "-draft.txt"}, "Hello there.");
  // "-draft.txt" is an option by its dash.
  expect_refused(ran, "unknown option '-draft.txt'");

  const Ran all = score({"--format", "json", "draft.txt", "-", "./-draft.txt"}, "Hello there.");
  expect_fine(all);
  const auto lines = lines_of(all.out);
  BOOST_TEST_REQUIRE(lines.size() == 3u);
  BOOST_TEST(text_of(json::parse(lines[0]).at("path")) == "draft.txt");
  BOOST_TEST(!json::parse(lines[1]).get_object().contains("path"));
  BOOST_TEST(text_of(json::parse(lines[2]).at("path")) == "./-draft.txt");
}

BOOST_AUTO_TEST_CASE(one_that_cannot_be_read_does_not_stop_the_others) {
  const Ran ran = score({"--format", "json", "draft.txt", "nowhere.txt", "./-draft.txt"});
  BOOST_TEST(ran.status == 3);
  BOOST_TEST(lines_of(ran.out).size() == 2u);
  BOOST_TEST(ran.err == "rapport: nowhere.txt: cannot be opened: No such file or directory\n");

  const Ran none = score({"nowhere.txt", "sub"});
  BOOST_TEST(none.status == 2);
  BOOST_TEST(none.out == "");
  BOOST_TEST(lines_of(none.err).size() == 2u);
}

BOOST_AUTO_TEST_CASE(people_see_which_draft_it_is_where_there_are_several) {
  const Ran ran = score({"draft.txt", "-"}, "Hello there.");
  expect_fine(ran);
  BOOST_TEST(ran.out.starts_with("draft.txt\n"));
  BOOST_TEST(says(ran.out, "\n\n<stdin>\n"));
  BOOST_TEST(!says(score({"draft.txt"}).out, "draft.txt"));
}

BOOST_AUTO_TEST_CASE(a_pipe_with_a_slow_writer_is_waited_for) {
  const Ran slow = shell("\"$R\" score --format json <(sleep 0.3; printf 'Hello there, Ana.')", here);
  expect_fine(slow);
  BOOST_TEST(object_of(slow).at("score").is_number());
  const Ran late = shell("(sleep 0.3; printf 'Hello there, Ana.' > pipe) & "
                         "\"$R\" score --format json pipe", here);
  expect_fine(late);
  BOOST_TEST(object_of(late).at("score").is_number());
}

BOOST_AUTO_TEST_CASE(without_a_text_on_a_terminal_there_is_help) {
  for (const auto& [command, usage] : {std::pair("\"$R\"", "Usage: rapport COMMAND"),
                                       std::pair("\"$R\" score", "Usage: rapport score")}) {
    const Ran ran = shell("script -qec '" + std::string(command) + "' /dev/null", here);
    BOOST_TEST_CONTEXT(command << ": " << ran.out.substr(0, 200)) {
      BOOST_TEST(ran.status == 0);
      BOOST_TEST(!ran.hung);
      BOOST_TEST(says(ran.out, usage));
    }
  }
  // Without a terminal there is nobody to read it.
  expect_refused(rapport_with({}, here), "which command?");
}

BOOST_AUTO_TEST_CASE(a_subject_line_is_no_part_of_the_body) {
  const auto body = [&](const std::string& text) {
    const json::object analysis = object_of(score({"--format", "json"}, text));
    for (const json::value& limit : analysis.at("limits").as_array()) {
      if (limit.at("name") == "body") return limit.at("count");
    }
    return json::value();
  };
  BOOST_TEST(body("Subject: Bees\n\n" + kPitch) == body(kPitch));
  BOOST_TEST(body(kPitch) == json::value(kPitch.size()));
}

BOOST_AUTO_TEST_SUITE_END()
