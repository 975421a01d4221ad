// rapport tune suggest, run for real.
#include "analyzer/lexicon/toml_tree.h"
#include "tune_files.h"

using namespace rapport;
using namespace rapport::tests;
namespace json = boost::json;

namespace {

// Ten messages a side with a phrase of their own.
std::string phrases() {
  std::string out;
  for (int i = 0; i < 10; ++i) {
    const std::string n = std::to_string(i);
    const std::string bad = "Name" + n + " here. Grab your blue frobozz voucher, guest" + n + "!";
    out += record_line("g" + n, "Thing" + n + " went well. See the quiet harbour notes of day" + n + ".",
                       "good", ", \"spans\": []");
    out += record_line("b" + n, bad, "bad", span_of(bad, "blue frobozz voucher", "pitch.promotion"));
  }
  return out;
}

struct SuggestFiles : TuneFiles {
  SuggestFiles() { write("phrases.jsonl", phrases()); }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(tune_suggest_tests)

BOOST_AUTO_TEST_CASE(people_get_a_rule_file_to_finish) {
  const Ran ran = SuggestFiles().run({"suggest", "phrases.jsonl"});
  expect_fine(ran);
  BOOST_TEST(is_harmless(ran.out));
  for (const char* part : {"# 20 messages read, 10 good, 10 bad", "# To fill in each rule: ", "#    z +",
                           "#    z -", "[[rule]]\n", "signal = \"pitch.promotion\"\n", "frobozz",
                           "harbour", "  \"\",  # to fill: a near miss that it must not mark\n"}) {
    BOOST_TEST(says(ran.out, part), part << "\n" << ran.out);
  }
  BOOST_TEST(lexicon::parse_toml(ran.out, "suggested").ok());
}

BOOST_AUTO_TEST_CASE(json_has_the_numbers_and_the_rule) {
  const json::object report =
      object_of(SuggestFiles().run({"suggest", "phrases.jsonl", "--format", "json"}));
  BOOST_TEST(report.at("good") == 10);
  const json::array& found = report.at("suggestions").as_array();
  BOOST_TEST_REQUIRE(!found.empty());
  for (const json::value& one : found) {
    BOOST_TEST(one.at("z").is_number());
    BOOST_TEST(one.at("good").to_number<int>() + one.at("bad").to_number<int>() == 10);
    BOOST_TEST(one.at("lines").as_array().size() == 3u);
    BOOST_TEST(lexicon::parse_toml(text_of(one.at("rule")), "rule").ok());
  }
}

BOOST_AUTO_TEST_CASE(a_signal_takes_its_phrases_from_spans_that_no_rule_found) {
  const SuggestFiles files;
  const Ran ran = files.run({"suggest", "--signal", "pitch", "phrases.jsonl"});
  expect_fine(ran);
  BOOST_TEST(says(ran.out, "10 of 10 gold spans of pitch missed by the rules"));
  BOOST_TEST(says(ran.out, "id = \"en.pitch.promotion."));
  BOOST_TEST(!says(ran.out, "harbour"));
  const Ran dotted = files.run({"suggest", "--signal", "pitch.promotion", "phrases.jsonl"});
  BOOST_TEST(says(dotted.out, "signal = \"pitch.promotion\""));
}

BOOST_AUTO_TEST_CASE(how_many_can_be_said) {
  const SuggestFiles files;
  const auto count = [&](Words words) {
    words.insert(words.begin(), {"suggest", "phrases.jsonl", "--format", "json"});
    return object_of(files.run(words)).at("suggestions").as_array().size();
  };
  BOOST_TEST(count({"--top", "1"}) == 1u);
  BOOST_TEST(count({"--min-count", "11"}) == 0u);
  const Ran none = files.run({"suggest", "phrases.jsonl", "--min-count", "11"});
  expect_fine(none);
  BOOST_TEST(says(none.out, "# No phrase stands out that no rule knows."));
}

BOOST_AUTO_TEST_CASE(what_a_corpus_lacks_is_told) {
  const SuggestFiles files;
  expect_bad_corpus_refused(files, {"suggest"});
  expect_refused(files.run({"suggest", "plain.jsonl"}),
                 "nothing to tell apart: 0 messages labelled good, 0 labelled bad; it takes both");
  expect_refused(files.run({"suggest", "--signal", "ask", "plain.jsonl"}), "no message here has 'spans'");
  expect_refused(files.run({"suggest", "--signal", "ask.job", "phrases.jsonl"}),
                 "no gold span here is of ask.job");
  expect_refused(files.run({"suggest", "--signal", "pich", "phrases.jsonl"}),
                 "--signal: unknown signal or family 'pich'; did you mean 'pitch'?");
  expect_refused(files.run({"suggest", "--min-count", "0", "phrases.jsonl"}), "takes a whole number");
}

BOOST_AUTO_TEST_CASE(the_same_input_gives_the_same_bytes) {
  const SuggestFiles files;
  BOOST_TEST(files.run({"suggest", "phrases.jsonl"}).out == files.run({"suggest", "phrases.jsonl"}).out);
}

BOOST_AUTO_TEST_SUITE_END()
