// What the rules find in a record, and the words of gold spans beside it.
#include "corpus/tuning/reading.h"

#include "analyzer/lexicon/lexicon_data.h"
#include "corpus/parallel.h"
#include "corpus/tuning/judge.h"
#include "corpus/tuning/quote.h"
#include "tuning_support.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;

namespace {

const std::string kRules = rule_of("en.pitch.offering.zork", "pitch.offering", {"zork(?: mill)?"}) +
                           rule_of("en.pitch.offering.mill", "pitch.offering", {"mill"}) +
                           rule_of("en.ask.time.plugh", "ask.time", {"plugh"}, "max = 1") +
                           rule_of("en.personalization.reference.slot", "personalization.reference",
                                   {"your {{slot}}"});

struct Hit {
  std::string rule, words;
  bool stays;
};

std::vector<Hit> hits_of(const std::string& lines) {
  const Lexicon lexicon = small_lexicon(kRules);
  const auto records = records_of(lines);
  const corpus::Reading reading = corpus::RuleReader(lexicon).read(records.at(0));
  std::vector<Hit> out;
  for (const corpus::RuleHit& hit : reading.hits) {
    const auto& pack = lexicon.data().packs[static_cast<std::size_t>(reading.pack)];
    out.push_back({pack.rules[static_cast<std::size_t>(hit.rule)].id,
                   std::string(reading.document.slice(hit.span)), hit.stays});
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tuning_reading_tests)

BOOST_AUTO_TEST_CASE(hits_that_lose_to_others_are_seen) {
  const auto hits = hits_of(record_line("a", "A zork mill for you. A mill.", ""));
  BOOST_TEST_REQUIRE(hits.size() == 3u);
  BOOST_TEST(hits[0].words == "zork mill");
  BOOST_TEST(hits[0].stays);
  BOOST_TEST(hits[1].words == "mill");
  BOOST_TEST(!hits[1].stays);
  BOOST_TEST(hits[2].stays);
}

BOOST_AUTO_TEST_CASE(a_rules_maximum_holds) {
  BOOST_TEST(hits_of(record_line("a", "plugh and plugh and plugh", "")).size() == 1u);
}

BOOST_AUTO_TEST_CASE(slots_count_as_filled_in_a_template_alone) {
  const std::string text = "I read your [book] twice.";
  BOOST_TEST(hits_of(record_line("a", text, "")).empty());
  BOOST_TEST(hits_of(record_line("a", text, "", R"(, "kind": "template")")).size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_language_without_a_pack_is_not_read) {
  const Lexicon lexicon = small_lexicon(kRules);
  const auto records = records_of(
      R"({"id": "a", "lang": "fi", "text": "zork"})" "\n"
      R"({"id": "b", "text": "Guten Tag, ich wollte Ihnen gerne etwas Neues zeigen, zork."})" "\n"
      R"({"id": "c", "text": "I have read what you wrote about the zork and the mill."})" "\n"
      R"({"id": "d", "lang": "en", "text": "  \n "})" "\n");
  const corpus::RuleReader reader(lexicon);
  BOOST_TEST(reader.read(records[0]).pack == -1);
  BOOST_TEST(reader.read(records[1]).pack == -1);
  BOOST_TEST(reader.read(records[2]).pack == 0);
  BOOST_TEST(reader.read(records[3]).pack == -1);
}

BOOST_AUTO_TEST_CASE(what_stays_is_what_an_analysis_has) {
  std::string lines;
  for (const Sample& sample : samples()) {
    lines += boost::json::serialize(boost::json::object{
                 {"id", sample.id}, {"text", sample.draft.text}, {"channel", sample.draft.channel}}) +
             "\n";
  }
  const auto records = records_of(lines);
  const Analyzer& analyzer = built_in_analyzer();
  const LexiconData& data = analyzer.lexicon().data();
  corpus::RuleReader(analyzer.lexicon()).each(records, [&](std::size_t i, const corpus::Reading& reading) {
    std::vector<std::pair<std::string, ByteSpan>> wanted, got;
    for (const Signal& signal : analyzer.analyze(corpus::to_draft(records[i])).signals) {
      wanted.emplace_back(signal.rule, signal.bytes);
    }
    for (const corpus::RuleHit& hit : reading.hits) {
      const auto& rules = data.packs[static_cast<std::size_t>(reading.pack)].rules;
      if (hit.stays) got.emplace_back(rules[static_cast<std::size_t>(hit.rule)].id, hit.span);
    }
    // From several threads: Boost.Test takes one message at a time only.
    if (wanted != got) throw std::runtime_error(records[i].id);
  });
}

BOOST_AUTO_TEST_CASE(every_index_is_visited_once) {
  for (const std::size_t count : {0u, 1u, 7u, 1000u}) {
    std::vector<int> visits(count);
    corpus::for_each_index(count, [&](std::size_t i) { ++visits[i]; });
    BOOST_TEST(std::count(visits.begin(), visits.end(), 1) == static_cast<long>(count));
  }
}

BOOST_AUTO_TEST_CASE(an_exception_of_a_job_arrives) {
  BOOST_CHECK_THROW(corpus::for_each_index(
                        100, [](std::size_t i) { if (i == 50) throw std::runtime_error("x"); }),
                    std::runtime_error);
}

struct JudgeRow {
  const char* name;
  std::string more;
  const char* family;
  corpus::Verdict verdict;
};
std::ostream& operator<<(std::ostream& out, const JudgeRow& row) { return out << row.name; }

const JudgeRow kJudged[] = {
    {"no spans", "", "pitch", corpus::Verdict::kNone},
    {"its family", span_of("a zork b", "zork", "pitch.offering"), "pitch", corpus::Verdict::kRight},
    {"another signal of it", span_of("a zork b", "zork b", "pitch.claim"), "pitch",
     corpus::Verdict::kRight},
    {"another family", span_of("a zork b", "zork", "ask.time"), "pitch", corpus::Verdict::kWrong},
    {"elsewhere", span_of("a zork b", "a", "pitch.offering"), "pitch", corpus::Verdict::kWrong},
    {"maybe", ", \"spans\": []" + span_of("a zork b", "zork", "pitch.offering", "maybe"), "pitch",
     corpus::Verdict::kNone},
    {"maybe of another", ", \"spans\": []" + span_of("a zork b", "zork", "ask.time", "maybe"), "pitch",
     corpus::Verdict::kWrong},
};

BOOST_DATA_TEST_CASE(a_hit_is_judged_by_gold_spans, bdata::make(kJudged), row) {
  const auto records = records_of(record_line("a", "a zork b", "", row.more));
  BOOST_TEST((corpus::judge(records[0], {2, 6}, row.family) == row.verdict));
}

BOOST_AUTO_TEST_CASE(a_quote_is_cut_between_characters) {
  const auto records = records_of(record_line("a", "\u00e9\u00e9\u00e9zork\u00f1\u00f1\u00f1", "good"));
  const corpus::Quote quote = corpus::quote_of(records[0], records[0].text, {6, 10}, 2);
  BOOST_TEST(quote.before == "\u00e9\u00e9");
  BOOST_TEST(quote.hit == "zork");
  BOOST_TEST(quote.after == "\u00f1\u00f1");
  BOOST_TEST(quote.record == "a");
  BOOST_TEST((quote.label == corpus::Label::kGood));
  const corpus::Quote whole = corpus::quote_of(records[0], records[0].text, {0, 16}, 5);
  BOOST_TEST(whole.before + whole.after == "");
}

BOOST_AUTO_TEST_SUITE_END()
