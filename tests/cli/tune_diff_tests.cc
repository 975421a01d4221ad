// rapport tune diff, run for real.
#include "tune_files.h"

using namespace rapport;
using namespace rapport::tests;
namespace json = boost::json;

namespace {

// "next" knows plugh no more, and zork by another rule.
struct DiffFiles : TuneFiles {
  DiffFiles() {
    write_small_lexicon(path() / "next",
                        rule_of("en.pitch.offering.zork_2", "pitch.offering", {"zorks?"}));
    write("same/overrides.toml", "off = []\n");
    write("louder/overrides.toml", "[signal]\n\"generic.stock\" = -0.1\n");
  }
  Ran diff(Words words) const {
    words.insert(words.begin(), "diff");
    return run(words, "", false);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(tune_diff_tests)

BOOST_AUTO_TEST_CASE(people_see_what_changes) {
  const Ran ran = DiffFiles().diff({"lex", "next", "corpus.jsonl", "--lexicons-only"});
  expect_fine(ran);
  BOOST_TEST(is_harmless(ran.out));
  for (const char* part :
       {"6 messages: 2 scores and the signals of 2 messages differ", "mean score of good (2): ",
        "Signals by family\n  value_offer: 2 -> 0 (+0 -2)\n", "  en.pitch.offering.zork: 2 -> 0 (+0 -2)\n",
        "  en.pitch.offering.zork_2: 0 -> 2 (+2 -0)\n", "four  ", "    A plugh for you.\n",
        "- value_offer.resource 'plugh' (en.value_offer.resource.plugh)"}) {
    BOOST_TEST(says(ran.out, part), part << "\n" << ran.out);
  }
}

BOOST_AUTO_TEST_CASE(json_has_all_of_it) {
  const json::object report = object_of(
      DiffFiles().diff({"lex", "next", "corpus.jsonl", "--lexicons-only", "--format", "json"}));
  BOOST_TEST(report.at("records") == 6);
  BOOST_TEST(report.at("scores") == 2);
  BOOST_TEST(report.at("old") != report.at("new"));
  BOOST_TEST(report.at("messages").as_array().size() == 2u);
  const json::object& first = report.at("messages").at(0).as_object();
  BOOST_TEST(first.at("after").to_number<double>() < first.at("before").to_number<double>());
  BOOST_TEST(first.at("lost").at(0).at("rule") == "en.value_offer.resource.plugh");
  BOOST_TEST(report.at("rules").as_array().size() == 3u);
}

BOOST_AUTO_TEST_CASE(the_built_in_lexicon_has_a_name) {
  const DiffFiles files;
  const Ran same = files.diff({"built-in", "same", "corpus.jsonl"});
  expect_fine(same);
  BOOST_TEST(same.out.starts_with("6 messages: 0 scores and the signals of 0 messages differ\n"));
  files.write("stock.jsonl", record_line("a", "I'd like to add you to my professional network.", ""));
  const Ran louder = files.diff({"built-in", "louder", "stock.jsonl"});
  expect_fine(louder);
  BOOST_TEST(says(louder.out, "1 message: 1 score and the signals of 0 messages differ"));
}

BOOST_AUTO_TEST_CASE(a_regression_fails) {
  const DiffFiles files;
  const Ran worse = files.diff(
      {"lex", "next", "plain.jsonl", "--lexicons-only", "--fail-on-regression", "corpus.jsonl"});
  BOOST_TEST(worse.status == 1);
  BOOST_TEST(says(worse.out, "main_presence_f1: 0.833 -> 0.333  worse"), worse.out);
  BOOST_TEST(says(worse.err, "worse than before by more than 0.005: "));
  BOOST_TEST(says(worse.err, "main_spans_f1"));
  const Ran fine = files.diff(
      {"lex", "lex", "plain.jsonl", "--lexicons-only", "--fail-on-regression", "corpus.jsonl"});
  expect_fine(fine);
  BOOST_TEST(says(fine.out, "auc: "));
  const json::object report = object_of(files.diff({"lex", "next", "plain.jsonl", "--lexicons-only",
                                                    "--fail-on-regression", "corpus.jsonl", "--format", "json"}));
  BOOST_TEST(!report.at("figures").as_array().empty());
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_refused) {
  const DiffFiles files;
  for (const Words& words : {Words{"lex"}, Words{"lex", "next"}}) {
    expect_refused(files.diff(words), "rapport tune diff needs OLD, NEW and a CORPUS");
  }
  expect_refused(files.diff({"lex", "nowhere", "corpus.jsonl"}), "nowhere: L019: not a folder that opens");
  expect_refused(files.diff({"", "lex", "corpus.jsonl"}), "a folder's name is empty");
  files.write("broken/en/rules.toml", "[[rule]]\nid = 3\n");
  const Ran broken = files.diff({"built-in", "broken", "corpus.jsonl"});
  BOOST_TEST(broken.status == 2);
  BOOST_TEST(says(broken.err, "broken/en/rules.toml:2:6: L004"));
  const Ran unlabelled = files.diff(
      {"lex", "next", "corpus.jsonl", "--lexicons-only", "--fail-on-regression", "plain.jsonl"});
  BOOST_TEST(unlabelled.status == 2);
  BOOST_TEST(says(unlabelled.err, "plain.jsonl:1: G002: 'label' is missing"));
  files.write("one.jsonl", record_line("a", "A zork.", "good"));
  expect_refused(files.diff({"lex", "next", "corpus.jsonl", "--lexicons-only", "--fail-on-regression", "one.jsonl"}),
                 "--fail-on-regression: these messages allow no figure");
  files.write("empty.jsonl", "");
  expect_refused(files.diff({"lex", "next", "empty.jsonl", "--lexicons-only"}), "there are no records");
}

BOOST_AUTO_TEST_SUITE_END()
