// Whole rewrites: the units of a body, the joining of a plan, and each strategy
// from end to end. Their laws are in tests/properties/rewrite_tests.cc.
#include "analyzer/rewrite/rewrites.h"

#include <algorithm>
#include <set>

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/rewrite/plan.h"
#include "analyzer/rewrite/realize.h"
#include "tests/text_support.h"

using namespace rapport;
namespace bdata = boost::unit_test::data;

namespace {

const lexicon::Pack& english() {
  return tests::built_in_analyzer().lexicon().data().packs.front();
}

text::Document english_document(const std::string& text) {
  return text::DocumentBuilder().build(text, english().language);
}

struct UnitRow : tests::Named {
  std::string text;
  std::vector<std::string> units;
};

const std::vector<UnitRow> kUnits = {
    {{"sentences"}, "I read your paper. It helped us.", {"I read your paper.", "It helped us."}},
    {{"a wrapped line"}, "I read your\npaper. It helped.", {"I read your\npaper.", "It helped."}},
    {{"a list"}, "Three things:\n- one\n- two\n\nThat is all.", {"Three things:\n- one\n- two", "That is all."}},
    {{"a quotation"}, "He said \"It works. We use it.\" I agree.", {"He said \"It works. We use it.\"", "I agree."}},
    {{"brackets"}, "We met (in Graz. By the door) in May. It rained.", {"We met (in Graz. By the door) in May.", "It rained."}},
    {{"no capitals"}, "we were apart at school. you said so once.", {"we were apart at school.", "you said so once."}},
    {{"an initial"}, "It works.\n\nJ. Hoekstra", {"It works.", "J. Hoekstra"}},
    {{"emoji behind a sentence"}, "We should talk! \xF0\x9F\x99\x8F\n\nSoon.", {"We should talk! \xF0\x9F\x99\x8F", "Soon."}},
    {{"blanks"}, "We   should\ttalk.", {"We should talk."}},
    {{"marks only"}, "!!!", {}},
    {{"no sentence begins behind a bracket"}, "We look (you know it!) for a nurse. Call me.", {"We look (you know it!) for a nurse.", "Call me."}},
    {{"a name that starts with a dot"}, "We use Java, .NET and Go. Call me.", {"We use Java, .NET and Go.", "Call me."}},
    {{"all of an item"}, "Two things:\n1. One. It is new.\n2. Two.\n\nThat is all.",
     {"Two things:\n1. One. It is new.\n2. Two.", "That is all."}},
    {{"a hard wrap before a name"}, "I have written a few times about text for\nShopify stores. Call me.",
     {"I have written a few times about text for\nShopify stores.", "Call me."}},
};

struct JoinRow : tests::Named {
  std::string greeting;
  std::vector<rewrite::Piece> pieces;
  std::string text;
};

rewrite::Piece own(const std::string& text) { return {1, text, " ", rewrite::Move::kOther}; }
rewrite::Piece ours(const std::string& text) { return {-1, text, " ", rewrite::Move::kWhy}; }

const std::vector<JoinRow> kJoins = {
    {{"a small letter behind a comma"}, "Hi Ana,", {own("Your talk helped.")}, "Hi Ana, your talk helped. Sam"},
    {{"I keeps its capital"}, "Hi Ana,", {own("I'm a nurse.")}, "Hi Ana, I'm a nurse. Sam"},
    {{"a name keeps its capital"}, "Hi Ana,", {own("Graz was cold.")}, "Hi Ana, Graz was cold. Sam"},
    {{"a capital behind a mark"}, "Hi Ana!", {own("Your talk helped.")}, "Hi Ana! Your talk helped. Sam"},
    {{"a wording's capital"}, "Hi Ana,", {own("Your talk helped."), ours("no worries.")}, "Hi Ana, your talk helped. No worries. Sam"},
    {{"an end is added"}, "Hi Ana,", {own("I liked [your talk]"), own("it helped")}, "Hi Ana, I liked [your talk]. it helped. Sam"},
    {{"a comma becomes an end"}, "Hi Ana,", {own("I liked it,")}, "Hi Ana, I liked it. Sam"},
    {{"a link has none"}, "Hi Ana,", {own("I read https://a.io/x")}, "Hi Ana, I read https://a.io/x Sam"},
    {{"an end inside brackets"}, "Hi Ana,", {own("I liked it (all.)")}, "Hi Ana, I liked it (all.) Sam"},
    {{"a face has none"}, "Hi Ana,", {own("I liked it ;)")}, "Hi Ana, I liked it ;) Sam"},
    {{"a list has none"}, "Hi Ana,", {own("I liked:\n- this\n- that")}, "Hi Ana, I liked:\n- this\n- that Sam"},
    {{"a bracket without"}, "Hi Ana,", {own("I liked it (all)")}, "Hi Ana, I liked it (all). Sam"},
};

struct Row : tests::Named {
  std::string channel;
  std::string text;
  std::string strategy;
  std::string after;
};

const std::vector<Row> kRows = {
    {{"filler goes, what is sold is said once"}, "email",
     "Hi Dana,\n\nI hope this finds you well. Your paper on night handovers helped our ward. We help "
     "hospitals like yours save 30% on staffing. We also sell rota software.\n\nBest,\nSam",
     "lightest",
     "Hi Dana,\n\nYour paper on night handovers helped our ward. We help hospitals like yours save 30% on "
     "staffing. Shall I tell you more? If not, no answer is needed.\n\nBest,\nSam"},
    {{"the reader comes first"}, "email",
     "Dear Dr. Lee,\n\nI am a nurse at the Graz clinic. Your paper on night handovers helped our ward. "
     "Could you refer me to your head nurse?\n\nKind regards,\nSam",
     "reader_first",
     "Dear Dr. Lee,\n\nYour paper on night handovers helped our ward.\n\nI am a nurse at the Graz clinic.\n\n"
     "Could you refer me to your head nurse? If not, no answer is needed.\n\nKind regards,\nSam"},
    {{"what leans goes with what it leans on"}, "email",
     "Hi Dana,\n\nYour paper on night handovers helped our ward. Prices go up on Monday, so act now. That is "
     "a promise.\n\nSam",
     "lightest",
     "Hi Dana,\n\nYour paper on night handovers helped our ward.\n\nWould [what you offer, in plain words] be "
     "of use to you? If not, no answer is needed.\n\nSam"},
    {{"a last clause is cut off"}, "inmail",
     "Hi Dana, I tried the form in your paper on night handovers and I wanted to introduce myself. We help "
     "hospitals like yours save 30% on staffing.\n\nSam",
     "lightest",
     "Hi Dana, I tried the form in your paper on night handovers. We help hospitals like yours save 30% on "
     "staffing. Shall I tell you more? If not, no answer is needed.\n\nSam"},
    {{"what a semicolon parts off"}, "email",
     "Hi Ana, your list of valves helped us at the Graz plant. I made a sheet of all 40 of them; book a "
     "15-minute slot here and I will walk you through it.",
     "lightest",
     "Hi Ana, your list of valves helped us at the Graz plant. I made a sheet of all 40 of them. May I tell "
     "you more? No worries if not."},
    {{"what was shouted is said"}, "email",
     "Dear Ms. Weber,\n\nI read your note on shrinkage in the spring issue, Eva Kern gave it to me. STOP USING "
     "EVA'S GLAZE NOW!!! The tests are attached.\n\nH. Brandt, potter since 1971",
     "lightest",
     "Dear Ms. Weber,\n\nI read your note on shrinkage in the spring issue, Eva Kern gave it to me. Stop using "
     "Eva's glaze now. The tests are attached.\n\nH. Brandt, potter since 1971"},
    {{"a salutation of their own"}, "inmail",
     "To the manager,\n\nI visit my aunt at Larchfield on Sundays. I hope this finds you well. Could you tell "
     "me who plans the gardens?",
     "lightest",
     "To the manager,\n\nI am writing to you because of [the one thing of theirs that made you write].\n\nI "
     "visit my aunt at Larchfield on Sundays. Could you tell me who plans the gardens? If not, no answer is "
     "needed."},
    {{"a name within is a greeting"}, "email",
     "Thanks for the visit, Bill! I just finished my license and was wondering if you could pass my resume on. I "
     "hope this finds you well. All the best for the show.",
     "lightest",
     "Thanks for the visit, Bill! I just finished my license and was wondering if you could pass my resume on. "
     "I will understand if it is not possible. All the best for the show."},
    {{"a question where nothing is asked"}, "email", "Hello Ana, I saw that you run the Graz lab.", "lightest",
     "Hello Ana, I saw that you run the Graz lab. May I ask you [the one thing you want to know]? If not, no "
     "answer is needed."},
    {{"nothing but a reminder"}, "follow_up", "Just wanted to follow up on my last email.", "reader_first",
     "Hi [first name], I wrote to you about [what it was, in a few words]. Since then, [the one new thing that "
     "would help them]. May I ask you [the one thing you want to know]? If not, no answer is needed."},
    {{"what a request is about"}, "direct_message",
     "Hi Ana, we help clinics double their bookings in 30 days. Could you send me the name of whoever plans "
     "your rosters?",
     "reader_first",
     "Hi Ana, I write to you because of [the work of theirs that you know]. This is about [what you offer, in "
     "plain words]. Could you send me the name of whoever plans your rosters? No worries if not."},
    {{"what is sold may say a little of its worth"}, "direct_message",
     "Hi Ana! We are in the same choir, I stand by the door. I import a dryer that takes 9 kg of mushrooms in a "
     "night, for singers 10% off. Book a slot here: dryer.example",
     "lightest",
     "Hi Ana! We are in the same choir, I stand by the door. I import a dryer that takes 9 kg of mushrooms in a "
     "night, for singers 10% off. Shall I tell you more? No worries if not."},
    {{"a sentence that calls the reader by name greets"}, "direct_message",
     "Thanks for accepting, Ana! Your list of valves helped us at the Graz plant. We help plants like yours save "
     "30% on valves. Book a slot here: valves.example",
     "lightest",
     "Thanks for accepting, Ana! Your list of valves helped us at the Graz plant. We help plants like yours save "
     "30% on valves. Shall I tell you more? If not, no answer is needed."},
    {{"what was shouted three times is said once"}, "email",
     "Dear Ms. Weber,\n\nI read your note on shrinkage in the spring issue. STOP USING THAT GLAZE NOW NOW NOW!!! The tests are "
     "attached.\n\nH. Brandt",
     "lightest",
     "Dear Ms. Weber,\n\nI read your note on shrinkage in the spring issue. Stop using that glaze now. The tests are "
     "attached.\n\nH. Brandt"},
    {{"a way out closes what asks nothing"}, "email",
     "Hi Dana,\n\nYour paper on night handovers helped our ward. We help hospitals like yours plan their "
     "rosters. Act now, the offer ends on Monday. If you are well served, no answer is needed.\n\nSam",
     "lightest",
     "Hi Dana,\n\nYour paper on night handovers helped our ward. We help hospitals like yours plan their "
     "rosters. If you are well served, no answer is needed.\n\nSam"},
    {{"a small question leads nowhere"}, "direct_message",
     "Hi Joanna, thank you for connecting. I've put together a short list of valves for plants like the one in Graz. "
     "Shall I send it over? If it helps, I'd be glad to walk you through our valve software as well.",
     "lightest",
     "Hi Joanna, thank you for connecting. I've put together a short list of valves for plants like the one in Graz. "
     "Shall I send it over?"},
    {{"a question stays whatever it would cost them"}, "direct_message",
     "Hi Marcus! I run a radio hour on bridges and I think your story would suit it. Would you be interested in "
     "coming on as a guest? It is an hour and completely free for you.",
     "lightest",
     "Hi Marcus! I write to you because of [the work of theirs that you know]. I run a radio hour on bridges and I "
     "think your story would suit it. Would you be interested in coming on as a guest? It is an hour."},
    {{"who looks for work and links a page sells nothing"}, "direct_message",
     "Hi Dana, I nursed at the Graz clinic for six years. I hope this finds you well. Could you refer me to your "
     "head nurse? More about me here: nurse.example/cv",
     "lightest",
     "Hi Dana, I write to you because of [the work of theirs that you know]. I nursed at the Graz clinic for six "
     "years. Could you refer me to your head nurse? If not, no answer is needed."},
};

const Rewrite* find(const Analysis& analysis, const std::string& strategy) {
  const auto found = std::find_if(analysis.rewrites.begin(), analysis.rewrites.end(),
                                  [&](const Rewrite& one) { return one.strategy == strategy; });
  return found == analysis.rewrites.end() ? nullptr : &*found;
}

Draft draft_of(const std::string& channel, const std::string& text) {
  Draft draft{.text = text, .lang = "en"};
  draft.channel = channel;
  return draft;
}

struct NoneRow : tests::Named {
  std::string text;
};
const std::vector<NoneRow> kNone = {
    {{"empty"}, ""},
    {{"white space"}, " \n "},
    {{"one word"}, "Hi"},
    {{"no letters"}, "!!! ???"},
    {{"another language"}, "Guten Tag Frau Weber, Ihr Vortrag hat mir sehr gut gefallen, vielen Dank."},
    {{"a quoted reply inside"}, "Hi Dana,\n> We help hospitals like yours save 30%.\nWe do, too.\n> Yes\nDo you?"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(rewrites_tests)

BOOST_DATA_TEST_CASE(units_of_a_body, bdata::make(kUnits), row) {
  const text::Document document = english_document(row.text);
  std::vector<std::string> found;
  for (const rewrite::Unit& unit : rewrite::find_units(document, english().language)) {
    found.push_back(unit.text);
  }
  BOOST_TEST(found == row.units, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(pieces_are_joined, bdata::make(kJoins), row) {
  rewrite::Parts parts;
  parts.greeting = row.greeting;
  parts.greeting_gap = " ";
  parts.sign_off = "Sam";
  parts.sign_off_gap = " ";
  const rewrite::Plan plan{"", row.greeting, row.pieces};
  BOOST_TEST(rewrite::realize(parts, plan, english()) == row.text);
}

BOOST_AUTO_TEST_CASE(lines_of_a_signature) {
  for (const char* line : {"Laura", "Alex / Tempo", "Bex, Tallpoppy Communications", "[Name], [phone]",
                           "555-0139", "Elva Pellet OU"}) {
    const text::Document document = english_document(line);
    BOOST_TEST(rewrite::is_name_line(document, {0, document.text.size()}), line);
  }
  for (const char* line : {"I agree.", "see you there", "Thanks for reading", "We met in Graz last summer"}) {
    const text::Document document = english_document(line);
    BOOST_TEST(!rewrite::is_name_line(document, {0, document.text.size()}), line);
  }
}

BOOST_AUTO_TEST_CASE(slots_are_found_as_they_are_written) {
  const auto slots = rewrite::slots_of("Hi {{first_name}}, I saw [your talk] in [1].");
  const std::vector<std::string> wanted = {"{{first_name}}", "[your talk]"};
  BOOST_TEST(slots == wanted, boost::test_tools::per_element());
}

BOOST_DATA_TEST_CASE(each_strategy, bdata::make(kRows), row) {
  const Analysis analysis = tests::built_in_analyzer().analyze(draft_of(row.channel, row.text));
  const Rewrite* rewrite = find(analysis, row.strategy);
  BOOST_TEST_REQUIRE(rewrite, "no rewrite");
  BOOST_TEST(rewrite->text == row.after);
}

BOOST_DATA_TEST_CASE(some_drafts_have_none, bdata::make(kNone), row) {
  BOOST_TEST(tests::built_in_analyzer().analyze({.text = row.text}).rewrites.empty());
}

BOOST_AUTO_TEST_CASE(a_subject_given_apart_is_no_part_of_it) {
  Draft draft = draft_of("email", "Hi Dana,\n\nWe help hospitals like yours save 30% on staffing.\n\nSam");
  draft.subject = "Night rosters";
  const Analysis analysis = tests::built_in_analyzer().analyze(draft);
  BOOST_TEST_REQUIRE(!analysis.rewrites.empty());
  for (const Rewrite& rewrite : analysis.rewrites) {
    BOOST_TEST(rewrite.text.starts_with("Hi Dana,"));
    BOOST_TEST(rewrite.text.find("rosters") == std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(wordings_vary_with_the_draft) {
  std::set<std::string> openers;
  for (const char* name : {"Dana", "Ana", "Tom", "Eve", "Ali", "Mia", "Jo", "Kim", "Lea", "Max"}) {
    const std::string text = "Hi " + std::string(name) + ", we help hospitals like yours save 30% on staffing.";
    const Analysis analysis = tests::built_in_analyzer().analyze(draft_of("direct_message", text));
    BOOST_TEST_REQUIRE(!analysis.rewrites.empty());
    const std::string& after = analysis.rewrites.front().text;
    openers.insert(after.substr(after.find(',')));
  }
  BOOST_TEST(openers.size() > 1u);
}

// Each costs an analysis; and what one rewriting measures is what another does.
BOOST_AUTO_TEST_CASE(at_most_sixty_measurements) {
  const Analyzer& analyzer = tests::built_in_analyzer();
  const LexiconData& data = analyzer.lexicon().data();
  std::size_t most = 0;
  std::size_t drafts = 0;
  for (const auto& sample : tests::samples()) {
    const Analysis before = analyzer.analyze(sample.draft);
    const text::Document document = english_document(sample.draft.text);
    if (!before.score || sample.draft.text != document.text) continue;
    std::size_t count = 0;
    const auto measure = [&](const std::string& text, const std::vector<ByteSpan>&, text::Document* made) {
      ++count;
      Draft draft = sample.draft;
      draft.text = text;
      draft.slots_filled = true;
      draft.channel = before.channel;
      draft.tier = before.tier;
      draft.lang = before.lang;
      if (made) *made = english_document(text);
      return analyzer.analyze(draft);
    };
    rewrite::rewrites({{data, english(), document, before, sample.draft.context, {}, measure}});
    most = std::max(most, count);
    ++drafts;
  }
  BOOST_TEST_MESSAGE("at most " << most << " measurements");
  BOOST_TEST(drafts > 20u);
  BOOST_TEST(most <= rewrite::kMostRewriteMeasurements);
  BOOST_TEST(most > 2u);
}

// One that says more of what the writer said comes before one that scores higher.
BOOST_AUTO_TEST_CASE(what_is_lost_counts_against_a_rewrite) {
  const Analysis a = tests::built_in_analyzer().analyze(draft_of(
      "email", "Gary, your talk on valves helped us. Please pass my name on to your foreman. I have been "
               "pestering you for weeks and you never answer."));
  BOOST_TEST_REQUIRE(a.rewrites.size() == 3u);
  BOOST_TEST(a.rewrites[0].strategy == "lightest");
  BOOST_TEST(a.rewrites[1].strategy == "shortest");
  BOOST_TEST(a.rewrites[2].strategy == "reader_first");
  BOOST_TEST((a.rewrites[2].score > a.rewrites[0].score));
}

BOOST_AUTO_TEST_CASE(what_should_not_be_sent_is_not_made_fit_to_send) {
  const Analysis a = tests::built_in_analyzer().analyze(
      {.text = "Hi beautiful, are you single? We are a leading provider of desks. Can I get your "
               "number for a quick call?"});
  BOOST_TEST(std::any_of(a.signals.begin(), a.signals.end(), [](const Signal& signal) {
    return signal.signal == "inappropriate.personal";
  }));
  BOOST_TEST(a.rewrites.empty());
}

BOOST_AUTO_TEST_SUITE_END()
