// What drafts claim, against the facts of their context.
#include <algorithm>
#include <set>

#include "analyzer/analyzer.h"
#include "analyzer/lexicon/lexicon_data.h"
#include "tests/support.h"

using namespace rapport;

namespace {

using Facts = std::vector<std::pair<const char*, const char*>>;

struct Row {
  const char* name;
  const char* text;
  Facts facts;
  std::vector<std::string> checks;  // their codes
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all = {
      {"no_facts", "Hi Ana, we met at the plumbing fair.", {}, {}},
      {"the_right_name", "Hi Ana, thanks for the pictures.", {{"to_name", "Ana Lima"}}, {}},
      {"the_family_name", "Dear Dr. Lima, thank you for the pictures.", {{"to_name", "Ana Lima"}}, {}},
      {"a_short_name", "Hi Rob, thanks for the pictures.", {{"to_name", "Robert Mills"}}, {}},
      {"accents", "Hi Jos\u00e9, thanks for the pictures.", {{"to_name", "Jose Prado"}}, {}},
      {"a_name_in_another_script", "Hi Akira, thanks for the pictures.", {{"to_name", "\u660e"}}, {}},
      {"wrong_name", "Hi Ana, thanks for the pictures.", {{"to_name", "Bo Larsen"}}, {"wrong_name"}},
      {"own_name", "Hi Bo, thanks for the pictures.", {{"from_name", "Bo Larsen"}, {"to_name", "Ana Lima"}},
       {"misfilled_name", "wrong_name"}},
      {"a_company_for_a_name", "Hi Corvid Tools, thanks for the pictures.", {{"to_company", "Corvid Tools Ltd"}},
       {"misfilled_name"}},
      {"a_namesake", "Hi Bo, thanks for the pictures.", {{"from_name", "Bo Larsen"}, {"to_name", "Bo Friis"}}, {}},
      {"the_right_company", "Hi Ana, I read about your work at Corvid Tools.", {{"to_company", "Corvid Tools Ltd"}}, {}},
      {"wrong_company", "Hi Ana, I read about your work at Magpie Labs.", {{"to_company", "Corvid Tools"}},
       {"wrong_company"}},
      {"an_earlier_company", "Hi Ana, I read about your work at Magpie Labs.",
       {{"to_company", "Corvid Tools"}, {"to_employers", "Magpie Labs"}}, {}},
      {"a_place_of_no_company", "Hi Ana, I read about your talk at Gothenburg.", {{"to_company", "Corvid Tools"}}, {}},
      {"no_such_school", "Hi Ana, we both studied at Uppsala.", {{"to_schools", "Lund University"}},
       {"no_such_school"}},
      {"the_same_school", "Hi Ana, we both studied at Lund.", {{"to_schools", "Lund University"}}, {}},
      {"a_school_of_one", "Hi Ana, we both studied at Lund.",
       {{"to_schools", "Lund University"}, {"from_schools", "Uppsala University"}},
       {"no_such_school"}},
      {"no_such_group", "Hi Ana, we are both members of the Falcon Rowing Club.", {{"to_groups", "Harbour Choir"}},
       {"no_such_group"}},
      {"no_such_connection", "Hi Ana, I see that we both know Marta Ruiz.", {{"mutual", "Jo Park"}},
       {"no_such_connection"}},
      {"no_connection_at_all", "Hi Ana, I see that we both know Marta Ruiz.", {{"mutual", "none"}},
       {"no_such_connection"}},
      {"a_true_connection", "Hi Ana, I see that we both know Marta Ruiz.", {{"mutual", "Marta Ruiz"}}, {}},
      {"no_such_referral", "Hi Ana, Marta Ruiz suggested I write to you.", {{"referred_by", "none"}},
       {"no_such_referral"}},
      {"never_met", "Hi Ana, it was lovely to meet you at the plumbing fair in Graz.", {{"met_at", "none"}},
       {"never_met"}},
      {"met_elsewhere", "Hi Ana, it was lovely to meet you at the plumbing fair in Graz.", {{"met_at", "Tap Days Oslo"}},
       {"never_met"}},
      {"met_there", "Hi Ana, it was lovely to meet you at the plumbing fair in Graz.", {{"met_at", "plumbing fair, Graz"}}, {}},
      {"no_such_business", "Hi Ana, you were our customer for three years.", {{"business", "none"}},
       {"no_such_business"}},
      {"no_such_application", "Hi Ana, I applied for the drafting position at your office last week.",
       {{"applied_for", "none"}}, {"no_such_application"}},
      {"no_such_employer", "Hi Ana, we both worked at Magpie Labs.", {{"to_employers", "Corvid Tools"}},
       {"no_such_employer"}},
      {"no_such_place", "Hi Ana, I also live in Porto.", {{"to_place", "Braga"}}, {"no_such_place"}},
      {"no_earlier_request", "Hi Ana, just following up on my last message.", {{"previous_requests", "0"}},
       {"no_earlier_request"}},
      {"an_earlier_request", "Hi Ana, just following up on my last message.", {{"previous_requests", "1"}}, {}},
  };
  return all;
}

const Analyzer& analyzer() {
  static const Analyzer one = *Analyzer::create(AnalyzerOptions{.edits = false, .rewrites = false});
  return one;
}

Draft draft_of(const Row& row) {
  Draft out;
  out.text = row.text;
  out.lang = "en";
  for (const auto& [fact, value] : row.facts) BOOST_TEST(set_fact(out.context, fact, value) == "");
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(claims_tests)

BOOST_AUTO_TEST_CASE(claims_and_facts) {
  for (const Row& row : rows()) {
    BOOST_TEST_CONTEXT(row.name) {
      std::vector<std::string> found;
      for (const Check& check : analyzer().analyze(draft_of(row)).checks) {
        found.push_back(check.code);
        BOOST_TEST(check.quote == std::string(row.text).substr(check.bytes.begin, check.bytes.size()));
        BOOST_TEST(check.reason.find('{') == std::string::npos, check.reason);
      }
      BOOST_TEST(found == row.checks, boost::test_tools::per_element());
    }
  }
}

BOOST_AUTO_TEST_CASE(every_claim_has_a_row) {
  std::set<std::string> tested;
  for (const Row& row : rows()) {
    for (const std::string& check : row.checks) tested.insert(check);
  }
  const LexiconData& lexicon = analyzer().lexicon().data();
  for (const auto& rule : lexicon.packs[static_cast<std::size_t>(lexicon.pack("en"))].claims.rules) {
    BOOST_TEST(tested.count(rule.code) == 1u, rule.code);
  }
}

BOOST_AUTO_TEST_CASE(a_subject_given_apart_is_checked_in_its_place) {
  Draft draft;
  draft.subject = "Your work at Magpie Labs";
  draft.text = "Hi Bo, thanks for the pictures.";
  set_fact(draft.context, "to_company", "Corvid Tools");
  set_fact(draft.context, "to_name", "Ana");
  const Analysis analysis = analyzer().analyze(draft);
  BOOST_REQUIRE_EQUAL(analysis.checks.size(), 2u);
  BOOST_TEST((analysis.checks[0].part == Part::kSubject));
  BOOST_TEST(draft.subject.substr(analysis.checks[0].bytes.begin, analysis.checks[0].bytes.size()) == "Magpie Labs");
  BOOST_TEST(draft.text.substr(analysis.checks[1].bytes.begin, analysis.checks[1].bytes.size()) == "Hi Bo");
}

BOOST_AUTO_TEST_CASE(many_names_take_linear_time) {
  Draft draft;
  draft.lang = "en";
  for (int i = 0; i < 4000; ++i) draft.text += "your work at Magpie ";
  set_fact(draft.context, "to_company", "Corvid Tools");
  BOOST_TEST(analyzer().analyze(draft).checks.size() == 4000u);
}

BOOST_AUTO_TEST_SUITE_END()
