// rapport tune stats, run for real.
#include "tune_files.h"

using namespace rapport;
using namespace rapport::tests;
namespace json = boost::json;

BOOST_AUTO_TEST_SUITE(tune_stats_tests)

BOOST_AUTO_TEST_CASE(people_are_told_of_each_rule) {
  const Ran ran = TuneFiles().run({"stats", "corpus.jsonl"});
  expect_fine(ran);
  BOOST_TEST(is_harmless(ran.out));
  for (const char* part :
       {"6 messages: 2 good, 1 mixed, 3 bad; 3 with spans", "en.pitch.offering.zork\n",
        "2 hits in 2 messages (2 bad), 2 stay; precision 0.50 (1 of 2); lift ",
        "body 2; overlaps no other rule", "<<Zorks>> for all", "Rules that never fire (1)",
        "en.ask.time.never  lex/en/rules.toml:", "Patterns that give no hit of their own (1)", "blorb"}) {
    BOOST_TEST(says(ran.out, part), part);
  }
}

BOOST_AUTO_TEST_CASE(json_has_all_of_it) {
  const json::object report = object_of(TuneFiles().run({"stats", "--format", "json", "corpus.jsonl"}));
  BOOST_TEST(report.at("schema") == 1);
  BOOST_TEST(report.at("records") == 6);
  const json::array& rules = report.at("rules").as_array();
  BOOST_TEST_REQUIRE(rules.size() == 2u);
  const json::object& zork = rules[0].as_object();
  BOOST_TEST(zork.at("rule") == "en.pitch.offering.zork");
  BOOST_TEST(zork.at("precision") == 0.5);
  BOOST_TEST(zork.at("lift").at("high").is_number());
  BOOST_TEST(zork.at("examples").at(0).at("right") == false);
  BOOST_TEST(report.at("never").as_array().size() == 1u);
  BOOST_TEST(report.at("silent").at(0).at("pattern") == "blorb");
}

BOOST_AUTO_TEST_CASE(rules_can_be_chosen_and_sorted) {
  const TuneFiles files;
  const auto rules_with = [&](Words words) {
    words.insert(words.begin(), {"stats", "--format", "json", "corpus.jsonl"});
    std::string out;
    const json::object report = object_of(files.run(words));
    for (const json::value& rule : report.at("rules").as_array()) {
      out += text_of(rule.at("rule")).substr(3, 1);
    }
    return out + "/" + std::to_string(report.at("never").as_array().size());
  };
  BOOST_TEST(rules_with({}) == "pv/1");
  BOOST_TEST(rules_with({"--family", "pitch"}) == "p/0");
  BOOST_TEST(rules_with({"--rule", "value_offer"}) == "v/0");
  BOOST_TEST(rules_with({"--rule", "en.ask.time.never,pitch.offering"}) == "p/1");
  BOOST_TEST(rules_with({"--sort", "lift"}) == "pv/1");
  BOOST_TEST(rules_with({"--top", "1"}) == "p/1");
}

BOOST_AUTO_TEST_CASE(a_corpus_without_labels_or_spans_says_what_is_missing) {
  const Ran ran = TuneFiles().run({"stats", "plain.jsonl"});
  expect_fine(ran);
  BOOST_TEST(says(ran.out, "No lift: "));
  BOOST_TEST(says(ran.out, "No precision: "));
  BOOST_TEST(says(ran.out, "1 hit in 1 message, 1 stay\n"));
}

BOOST_AUTO_TEST_CASE(colour_marks_the_hit) {
  const Ran ran = TuneFiles().run({"stats", "--color", "always", "corpus.jsonl"});
  BOOST_TEST(says(ran.out, "\x1b[1;31mZorks\x1b[0m"));
  BOOST_TEST(says(ran.out, "\x1b[1;32mzork\x1b[0m"));
  BOOST_TEST(!says(ran.out, "<<"));
}

BOOST_AUTO_TEST_CASE(standard_input_is_a_corpus) {
  const Ran ran = TuneFiles().run({"stats", "-"}, record_line("a", "A zork.", "good"));
  expect_fine(ran);
  BOOST_TEST(says(ran.out, "1 message: 1 good"));
  expect_refused(TuneFiles().run({"stats", "-", "corpus.jsonl"}), "not both");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_refused) {
  const TuneFiles files;
  expect_bad_corpus_refused(files, {"stats"});
  expect_refused(files.run({"stats"}), "rapport tune stats needs a CORPUS...");
  expect_refused(files.run({"stats", "--family", "pich", "corpus.jsonl"}),
                 "--family: unknown family 'pich'; did you mean 'pitch'?");
  expect_refused(files.run({"stats", "--rule", "pitch.oferring", "corpus.jsonl"}),
                 "did you mean 'pitch.offering'?");
  expect_refused(files.run({"stats", "--sort", "size", "corpus.jsonl"}), "--sort: unknown sort 'size'");
}

BOOST_AUTO_TEST_CASE(the_built_in_lexicon_is_quick) {
  // 1,200 records: the samples fifty times over, each with an id of its own.
  std::string lines;
  for (int i = 0; i < 50; ++i) {
    for (const Sample& sample : samples()) {
      lines += record_line(sample.id + std::to_string(i), sample.draft.text, i % 2 ? "good" : "bad");
    }
  }
  const Ran ran = rapport_with({"tune", "stats", "--top", "1", "-"}, {.input = lines});
  expect_fine(ran);
  if (!sanitized()) BOOST_TEST(ran.seconds < 10);
}

BOOST_AUTO_TEST_CASE(the_same_input_gives_the_same_bytes) {
  const TuneFiles files;
  BOOST_TEST(files.run({"stats", "corpus.jsonl"}).out == files.run({"stats", "corpus.jsonl"}).out);
}

BOOST_AUTO_TEST_SUITE_END()
