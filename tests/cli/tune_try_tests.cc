// rapport tune try, run for real.
#include "tune_files.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;
namespace json = boost::json;

namespace {

struct Row {
  const char* name;
  const char* pattern;
  const char* message;
};
std::ostream& operator<<(std::ostream& out, const Row& row) { return out << row.name; }

const Row kRefused[] = {
    {"macro", "a {{gpa1}}x", "PATTERN:1:3: L010: unknown macro 'gpa1'; did you mean 'gap1'?\n  a {{gpa1}}x\n    ^"},
    {"gap", "a .*", "PATTERN:1:3: L014: the pattern has a gap without a bound"},
    {"syntax", "a(", "PATTERN: L012: not a pattern that RE2 takes: missing )"},
    {"empty", "a?", "PATTERN: L013: the pattern matches the empty string"},
    {"terminal", "\x1b[31m\u202e(", "L012"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(tune_try_tests)

BOOST_AUTO_TEST_CASE(people_see_every_hit_and_the_counts) {
  const Ran ran = TuneFiles().run({"try", "zorks?", "corpus.jsonl"});
  expect_fine(ran);
  BOOST_TEST(is_harmless(ran.out));
  for (const char* part :
       {"We sell a <<zork>>.", "<<Zorks>> for all", "also en.pitch.offering.zork",
        "2 hits in 2 of 6 messages", "bad: 2 hits in 2 of 3 messages", "good: 0 hits in 0 of 2 messages",
        "lift of good over bad: ", "2  en.pitch.offering.zork", "0  none", "1  pitch.offering", "1  none"}) {
    BOOST_TEST(says(ran.out, part), part << "\n" << ran.out);
  }
}

BOOST_AUTO_TEST_CASE(json_has_each_hit_with_its_place) {
  const json::object report =
      object_of(TuneFiles().run({"try", "zorks?", "corpus.jsonl", "--format", "json"}));
  BOOST_TEST(report.at("total") == 2);
  const json::object& hit = report.at("hits").at(0).as_object();
  BOOST_TEST(hit.at("start") == 10);
  BOOST_TEST(hit.at("end") == 14);
  BOOST_TEST(hit.at("zone") == "body");
  BOOST_TEST(hit.at("rules").at(0) == "en.pitch.offering.zork");
  BOOST_TEST(hit.at("gold").at(0) == "pitch.offering");
  BOOST_TEST(report.at("labels").at("bad").at("messages") == 2);
}

BOOST_AUTO_TEST_CASE(hits_in_a_line_are_told_from_their_sides) {
  const Ran plain = TuneFiles().run({"try", "plugh", "corpus.jsonl", "--width", "60"});
  for (const std::string& line : lines_of(plain.out)) BOOST_TEST(line.size() <= 60u, line);
  const Ran coloured = TuneFiles().run({"try", "plugh", "corpus.jsonl", "--color", "always"});
  BOOST_TEST(says(coloured.out, "\x1b[1;36mplugh\x1b[0m"));
}

BOOST_AUTO_TEST_CASE(some_can_be_shown_and_none_can_be_found) {
  const Ran one = TuneFiles().run({"try", "plugh", "corpus.jsonl", "--top", "1"});
  BOOST_TEST(says(one.out, "and 1 more"));
  const Ran none = TuneFiles().run({"try", "frobozz", "corpus.jsonl"});
  expect_fine(none);
  BOOST_TEST(says(none.out, "0 hits in 0 of 6 messages"));
}

BOOST_AUTO_TEST_CASE(a_template_is_read_with_its_slots_filled) {
  const Ran ran = TuneFiles().run(
      {"try", "your {{slot}}", "-"},
      R"({"id": "a", "lang": "en", "kind": "template", "text": "I use your [Product] daily."})" "\n");
  BOOST_TEST(says(ran.out, "I use <<your [Product]>> daily."));
}

BOOST_AUTO_TEST_CASE(standard_input_is_a_corpus) {
  const Ran ran = TuneFiles().run({"try", "zork", "-"}, record_line("a", "A zork.", ""));
  expect_fine(ran);
  BOOST_TEST(says(ran.out, "1 hit in 1 of 1 message"));
  BOOST_TEST(says(ran.out, "No message has spans to judge by."));
}

BOOST_DATA_TEST_CASE(what_is_no_pattern_is_refused, bdata::make(kRefused), row) {
  const Ran ran = TuneFiles().run({"try", row.pattern, "corpus.jsonl"});
  BOOST_TEST(ran.status == 2);
  BOOST_TEST(ran.out == "");
  BOOST_TEST(says(ran.err, row.message), ran.err);
  BOOST_TEST(is_harmless(ran.err));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_refused) {
  const TuneFiles files;
  expect_bad_corpus_refused(files, {"try", "zork"});
  expect_refused(files.run({"try", "zork"}), "needs a PATTERN and a CORPUS");
  expect_refused(files.run({"try", "zork", "corpus.jsonl", "--lang", "xx"}), "unknown language 'xx'");
}

BOOST_AUTO_TEST_SUITE_END()
