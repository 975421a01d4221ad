// Reading gold: every fault with its line, nothing read where one is wrong.
#include "corpus/gold.h"

#include "tests/support.h"

using namespace rapport;

namespace {

Result<std::vector<corpus::GoldRecord>> parse(const std::string& content, bool labels = true) {
  return corpus::parse_gold(content, "g.jsonl",
                            {labels, &tests::built_in_analyzer().lexicon()});
}

const std::string kGood =
    "{\"id\":\"a\",\"text\":\"Hi Ana, \u00e9 and \U0001F600 here\",\"lang\":\"en\"," R"("channel":"email","label":"good",)"
    R"("kind":"filled","reader":70.5,"reader_label":["good","good"],)"
    R"("spans":[{"signal":"personalization.name","start":0,"end":6,"quote":"Hi Ana"}],)"
    R"("maybe":[{"signal":"ask.time","start":14,"end":15}]})";

}  // namespace

BOOST_AUTO_TEST_SUITE(gold_tests)

BOOST_AUTO_TEST_CASE(a_whole_record) {
  const auto gold = parse(kGood + "\n\n  \r\n" + R"({"text":"x","label":"bad","kind":"template","pair":"a","group":"g"})");
  BOOST_TEST_REQUIRE(gold.ok());
  BOOST_TEST_REQUIRE(gold->size() == 2u);
  const corpus::GoldRecord& first = (*gold)[0];
  BOOST_TEST((first.label == corpus::Label::kGood));
  BOOST_TEST(*first.reader == 70.5);
  BOOST_TEST((first.reader_label == corpus::Label::kGood));
  BOOST_TEST(first.marked);
  BOOST_TEST(first.spans.at(0).quote == "Hi Ana");
  BOOST_TEST(first.maybe.at(0).quote == "\U0001F600");
  BOOST_TEST(first.unit() == "a");
  const corpus::GoldRecord& second = (*gold)[1];
  BOOST_TEST(second.id == "g.jsonl:4");
  BOOST_TEST(second.is_template);
  BOOST_TEST(!second.marked);
  BOOST_TEST(second.unit() == "g");
  BOOST_TEST(corpus::to_draft(second).slots_filled);
}

BOOST_AUTO_TEST_CASE(every_fault_is_told_with_its_line) {
  struct Row {
    const char* name;
    std::string line;
    const char* says;
  };
  const auto with = [](const std::string& from, const std::string& to) {
    std::string line = kGood;
    line.replace(line.find(from), from.size(), to);
    return line;
  };
  for (const Row& row : std::vector<Row>{
           {"not_json", "{\"text\":", "g.jsonl:2: G001"},
           {"not_an_object", "[1]", "G001"},
           {"not_utf8", "{\"text\":\"\xff\"}", "G001"},
           {"no_text", R"({"id":"b","label":"good"})", "G002: 'text' is missing"},
           {"empty_text", R"({"text":"","label":"good"})", "G002: 'text' is empty"},
           {"no_label", R"({"text":"x"})", "G002: 'label' is missing"},
           {"text_is_a_number", R"({"text":1,"label":"good"})", "G003"},
           {"unknown_label", with("\"label\":\"good\"", "\"label\":\"gud\""), "did you mean 'good'?"},
           {"unknown_kind", with("filled", "fild"), "G004"},
           {"unknown_channel", with("email", "emial"), "did you mean 'email'?"},
           {"unknown_signal", with("personalization.name", "personalization.nam"), "did you mean 'personalization.name'?"},
           {"rating_over_100", with("70.5", "170"), "G003"},
           {"span_outside", with("\"end\":6", "\"end\":60"), "G005"},
           {"span_backwards", with("\"start\":0", "\"start\":6"), "G005"},
           {"quote_differs", with("\"quote\":\"Hi Ana\"", "\"quote\":\"Hi Bob\""), "G006"},
           {"span_without_end", with("\"end\":6,", ""), "G003"},
           {"id_again", kGood, "G007: id 'a' again; the first stands in g.jsonl:1"},
           {"no_such_pair", R"({"text":"x","label":"bad","pair":"zz"})", "G008"}}) {
    BOOST_TEST_CONTEXT(row.name) {
      const auto gold = parse(kGood + "\n" + row.line + "\n");
      BOOST_TEST_REQUIRE(!gold.ok());
      std::string all;
      for (const Diagnostic& d : gold.diagnostics()) {
        all += d.to_string();
        BOOST_TEST(d.line == 2);
      }
      BOOST_TEST(all.find(row.says) != std::string::npos, all);
    }
  }
}

BOOST_AUTO_TEST_CASE(all_faults_at_once) {
  const auto gold = parse("{}\n" + kGood + "\n[]\n{\"text\":\"x\",\"label\":\"no\"}\n");
  BOOST_TEST_REQUIRE(!gold.ok());
  BOOST_TEST(gold.diagnostics().size() >= 3u);
  BOOST_TEST(gold.diagnostics().back().line == 4);
}

BOOST_AUTO_TEST_CASE(a_file_that_does_not_open) {
  const auto gold = corpus::read_gold({"/no/such/file.jsonl"}, {});
  BOOST_TEST_REQUIRE(!gold.ok());
  BOOST_TEST(gold.diagnostics()[0].to_string().find("/no/such/file.jsonl: G009: cannot be read") == 0u);
  const auto folder = corpus::read_gold({"/"}, {});
  BOOST_TEST_REQUIRE(!folder.ok());
  BOOST_TEST(folder.diagnostics()[0].to_string().find("/: G009: cannot be read: Is a directory") == 0u);
}

BOOST_AUTO_TEST_SUITE_END()
