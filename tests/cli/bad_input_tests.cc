// Bytes that are no message: rows 1 to 6 and 10 of the faults that a trusted
// tool must meet. None may crash it, stall it or be scored as noise.
#include <boost/test/data/test_case.hpp>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "expect.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;
namespace json = boost::json;

namespace {

using namespace std::string_literals;

struct Row {
  const char* name;
  std::string input;
  std::string message;
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

const Row kEmpty[] = {
    {"nothing", "", ""},
    {"white space", " \t\n\r\n\f\v\u00a0\u2003", ""},
    {"byte-order mark alone", "\xEF\xBB\xBF", ""},
    {"nothing to be seen", "\u200b\u200d\ufe0f\u2060", ""},
    {"a million line breaks", repeated("\n", 1000000), ""},
};

const Row kRefused[] = {
    {"lone continuation", "Hi Ana \x80 there", "invalid_utf8: no UTF-8 at byte 7;"},
    {"overlong", "Hi \xC0\xAF", "invalid_utf8: no UTF-8 at byte 3;"},
    {"surrogate", "Hi \xED\xA0\xBD\xED\xB8\x80", "invalid_utf8: no UTF-8 at byte 3;"},
    {"over U+10FFFF", "Hi \xF4\x90\x80\x80", "invalid_utf8: no UTF-8 at byte 3;"},
    {"broken off at the end", "Hi \xF0\x9F\x98", "invalid_utf8: no UTF-8 at byte 3;"},
    {"Latin-1", "Hi Ren\xE9, nice talk", "invalid_utf8: no UTF-8 at byte 6;"},
    {"behind a byte-order mark", "\xEF\xBB\xBF" "Hi \xFF", "invalid_utf8: no UTF-8 at byte 6;"},
    {"UTF-16 with mark", "\xFF\xFEH\0i\0 \0A\0n\0a\0"s, "looks_utf16: rapport reads UTF-8; convert it: iconv -f UTF-16 -t UTF-8"},
    {"UTF-16BE with mark", "\xFE\xFF\0H\0i\0 \0A\0n\0a"s, "iconv -f UTF-16 -t UTF-8"},
    {"UTF-16LE", "H\0i\0 \0A\0n\0a\0,\0 \0h\0o\0w\0"s, "iconv -f UTF-16LE -t UTF-8"},
    {"UTF-16BE", "\0H\0i\0 \0A\0n\0a\0,\0 \0h\0o\0w"s, "iconv -f UTF-16BE -t UTF-8"},
    {"UTF-32", "\xFF\xFE\0\0H\0\0\0i\0\0\0"s, "iconv -f UTF-32 -t UTF-8"},
    {"PNG", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0"s, "looks_binary"},
    {"zip", "PK\x03\x04\x14\0\0\0\x08\0"s + repeated("\xC3\x01\x7F"s, 50), "looks_binary"},
    {"gzip", "\x1f\x8b\x08\0\0\0\0\0\0\x03"s, "looks_binary"},
    {"program", "\x7f" "ELF\x02\x01\x01\0\0\0\0\0"s, "looks_binary"},
    {"PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj", "looks_binary"},
    {"all NUL", std::string(5000, '\0'), "looks_binary"},
};

Ran as_json(const std::string& input, Words more = {}) {
  more.insert(more.begin(), {"score", "--format", "json"});
  return rapport_with(more, {.input = input});
}

// Quotes must be what stands at their bytes, each broken byte read as U+FFFD.
void expect_true_positions(const json::object& analysis, const std::string& text) {
  const auto quoted = [&](std::size_t begin, std::size_t end) {
    std::string out = text.substr(begin, end - begin);
    if (!analysis.contains("repairs")) return out;
    const auto& repairs = analysis.at("repairs").as_array();
    for (std::size_t i = repairs.size(); i-- > 0;) {
      const auto at = repairs[i].to_number<std::size_t>();
      if (begin <= at && at < end) out.replace(at - begin, 1, "\uFFFD");
    }
    return out;
  };
  for (const json::value& signal : analysis.at("signals").as_array()) {
    const auto begin = signal.at("bytes").at(0).to_number<std::size_t>();
    const auto end = signal.at("bytes").at(1).to_number<std::size_t>();
    BOOST_TEST_REQUIRE(end <= text.size());
    BOOST_TEST(quoted(begin, end) == text_of(signal.at("quote")));
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bad_input_tests)

BOOST_DATA_TEST_CASE(an_empty_draft_has_no_score, bdata::make(kEmpty), row) {
  const Ran ran = as_json(row.input);
  expect_fine(ran);
  const json::object analysis = object_of(ran);
  BOOST_TEST(analysis.at("score").is_null());
  BOOST_TEST(analysis.at("reason") == "empty");
  const Ran human = rapport_with({"score"}, {.input = row.input});
  expect_fine(human);
  BOOST_TEST(human.out.size() < 300u);
  BOOST_TEST(says(human.out, "there is nothing to score: the draft is empty"));
}

BOOST_DATA_TEST_CASE(no_text_is_refused, bdata::make(kRefused), row) {
  const Ran ran = as_json(row.input);
  expect_refused(ran, row.message);
  BOOST_TEST(ran.err.starts_with("rapport: <stdin>: "));
}

BOOST_DATA_TEST_CASE(bytes_can_be_replaced_if_asked_for, bdata::make(kRefused), row) {
  const Ran ran = as_json(row.input, {"--encoding-errors", "replace"});
  if (!says(row.message, "invalid_utf8")) return expect_refused(ran, row.message);
  BOOST_TEST(ran.status == 0);
  BOOST_TEST(lines_of(ran.err).size() == 1u);
  BOOST_TEST(says(ran.err, "no UTF-8 and read as U+FFFD, the first at byte "));
  const json::object analysis = object_of(ran);
  BOOST_TEST(!analysis.at("repairs").as_array().empty());
}

BOOST_AUTO_TEST_CASE(positions_behind_a_repair_are_right) {
  const std::string text = "Hi \xFF\xFE! " + kPitch;
  const json::object analysis = object_of(as_json(text, {"--encoding-errors", "replace"}));
  const std::string repairs = json::serialize(analysis.at("repairs"));
  BOOST_TEST(repairs == "[3,4]");
  BOOST_TEST_REQUIRE(!analysis.at("signals").as_array().empty());
  expect_true_positions(analysis, text);
  // Each broken byte counts as one code point.
  const json::value& last = analysis.at("signals").as_array().back();
  BOOST_TEST(last.at("start") == last.at("bytes").at(0));
}

BOOST_AUTO_TEST_CASE(random_bytes_never_break_it) {
  Random random(20240711);
  const TempDir dir;
  Words arguments = {"score", "--format", "json", "--encoding-errors", "replace"};
  const int drafts = sanitized() ? 60 : 300;
  for (int i = 0; i < drafts; ++i) {
    std::string bytes;
    const std::size_t size = random.below(400);
    while (bytes.size() < size) {
      const bool broken = random.below(8) == 0;
      bytes += broken ? std::string(1, static_cast<char>(random.below(256)))
                      : kPitch.substr(random.below(60), random.below(50));
    }
    const std::string name = std::to_string(i) + ".txt";
    write_file(dir.path() / name, bytes);
    arguments.push_back(name);
  }
  const Ran ran = rapport_with(arguments, {.folder = dir.path().string()});
  BOOST_TEST((ran.status == 0 || ran.status == 3));
  const auto lines = lines_of(ran.out);
  BOOST_TEST(lines.size() > static_cast<std::size_t>(drafts) * 2 / 3);
  for (const std::string& line : lines) {
    const json::object analysis = json::parse(line).as_object();
    std::string text = read_file(dir.path() / text_of(analysis.at("path")));
    for (const json::value& at : analysis.at("repairs").as_array()) {
      BOOST_TEST(at.to_number<std::size_t>() < text.size());
    }
    if (analysis.at("repairs").as_array().empty()) expect_true_positions(analysis, text);
  }
}

BOOST_AUTO_TEST_CASE(a_nul_is_a_character) {
  const std::string text = "Hi Priya,\0 "s + kPitch.substr(10);
  const json::object analysis = object_of(as_json(text));
  expect_true_positions(analysis, text);
  const json::value& last = analysis.at("signals").as_array().back();
  BOOST_TEST(last.at("start").to_number<std::size_t>() > 11u);
  BOOST_TEST(analysis.at("limits").at(0).at("count") == json::value(text.size()));
  BOOST_TEST(says(rapport_with({"score"}, {.input = text}).out, "Hi Priya,\u2400 I hope"));
  const Ran in_json = rapport_with({"score", "--json-input"},
                                   {.input = R"({"text": "Hi Priya,\u0000 I hope so."})"});
  BOOST_TEST(says(in_json.out, "Hi Priya,\u2400 I hope so."));
}

BOOST_AUTO_TEST_CASE(lines_are_counted_as_editors_do) {
  struct Ends { const char* name; std::string mark, end; int line; };
  for (const Ends& ends : {Ends{"LF", "", "\n", 3}, Ends{"CR LF", "", "\r\n", 3},
                           Ends{"CR", "", "\r", 3}, Ends{"mark and CR LF", "\xEF\xBB\xBF", "\r\n", 3},
                           Ends{"U+2028", "", "\u2028", 1}}) {
    BOOST_TEST_CONTEXT(ends.name) {
      const std::string text = "Hi Priya," + ends.end + ends.end + kPitch.substr(10);
      const json::object analysis = object_of(as_json(ends.mark + text));
      expect_true_positions(analysis, text);
      const json::value& last = analysis.at("signals").as_array().back();
      BOOST_TEST(last.at("line").to_number<int>() == ends.line);
      BOOST_TEST(text_of(last.at("quote")).find_first_of("\r\n") == std::string::npos);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_gigabyte_without_a_line_end_is_refused_at_the_cap) {
  RunOptions options{.input = std::string(1u << 20, 'a'), .seconds = 30};
  options.endless_input = true;
  for (const Words& arguments : {Words{"score"}, Words{"score", "--json-input"}}) {
    const Ran ran = rapport_with(arguments, options);
    expect_refused(ran, "<stdin>: too_large: over 1 MiB; a message is shorter, or raise --max-bytes");
    if (sanitized()) continue;
    BOOST_TEST(ran.seconds < 1);
    BOOST_TEST(ran.kilobytes < 65 * 1024);
  }
}

BOOST_AUTO_TEST_CASE(a_socket_is_no_file) {
  const TempDir dir;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = (dir.path() / "socket").string();
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  const int made = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  BOOST_TEST_REQUIRE(bind(made, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  expect_refused(rapport_with({"score", "socket"}, {.folder = dir.path().string()}),
                 "rapport: socket: cannot be opened: ");
  close(made);
}

BOOST_AUTO_TEST_SUITE_END()
