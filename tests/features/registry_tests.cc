// Every feature of the registry: rows with values worked out by hand.
#include <cmath>
#include <optional>
#include <set>

#include "analyzer/features/feature.h"
#include "tests/text_support.h"

using namespace rapport;
namespace bdata = boost::unit_test::data;

namespace {

// A signal that stands in the text at the first place of `quote`.
struct Placed {
  const char* signal;
  const char* quote;
};

struct Row : tests::Named {
  std::string feature;
  std::string text;
  std::optional<double> value;
  std::vector<Placed> signals = {};
};

constexpr std::nullopt_t none = std::nullopt;

const std::vector<Row> kRows = {
    {{"no signal"}, "anonymous", "We met.", 1},
    {{"a reference"}, "anonymous", "Your talk helped.", 0, {{"personalization.reference", "Your talk"}}},
    {{"a reason"}, "anonymous", "You know bees.", 0, {{"personalization.reason", "You know"}}},
    {{"common ground"}, "anonymous", "We met.", 0, {{"common_ground.event", "We met"}}},
    {{"a name ties nobody"}, "anonymous", "Hi Ana, so", 1, {{"personalization.name", "Hi Ana"}}},
    {{"neither does a pitch"}, "anonymous", "We sell.", 1, {{"pitch.offering", "We sell"}}},

    {{"two of seven"}, "capitals", "THREE words SHOUT among these quiet ones", 2.0 / 7},
    {{"none"}, "capitals", "five quiet words stand here", 0},
    {{"short words are names"}, "capitals", "CEO AWS plain words with quiet sounds", 0},
    {{"few words"}, "capitals", "THREE WORDS SHOUT LOUD", none},
    {{"length in characters"}, "capitals", "\u00c9T\u00c9 five quiet words stand here", 0},
    {{"links are no words"}, "capitals", "HTTP://A.IO five quiet words stand here", 0},
    {{"quoted text is another's"}, "capitals", "five quiet words stand here\n> LOUD ANSWER", 0},

    {{"none"}, "emoji", "So :-)", 0},
    {{"of all kinds"}, "emoji", "\U0001F44D\U0001F3FD \U0001F1E9\U0001F1EA 1\ufe0f\u20e3 \u2764", 4},
    {{"joined is one"}, "emoji", "\U0001F468\u200d\U0001F469\u200d\U0001F467", 1},
    {{"quoted text is another's"}, "emoji", "So\n> \U0001F44D", 0},

    {{"none"}, "exclamations", "So.", 0},
    {{"each counts"}, "exclamations", "So! Wow!!", 3},
    {{"fullwidth"}, "exclamations", "So\uff01", 1},
    {{"beside a question mark"}, "exclamations", "So?!", 1},
    {{"subject is apart"}, "exclamations", "Subject: Wow!\n\nSo!", 1},

    {{"no ask"}, "first_ask", "We met.", none},
    {{"half way"}, "first_ask", "Body. Call", 0.6, {{"ask.time", "Call"}}},
    {{"at the start"}, "first_ask", "Call me", 0, {{"pitch.meeting", "Call"}}},
    {{"the first of two"}, "first_ask", "Buy. Call.", 0, {{"pitch.offering", "Buy"}, {"ask.time", "Call"}}},
    {{"behind a subject"}, "first_ask", "Subject: x\nBody. Call", 0.6, {{"ask.time", "Call"}}},
    {{"in the subject alone"}, "first_ask", "Subject: Call\nBody.", none, {{"ask.time", "Call"}}},
    {{"in quoted text alone"}, "first_ask", "Body.\n> Call", none, {{"ask.time", "Call"}}},

    {{"no ask"}, "give_before_ask", "A gift", none, {{"value_offer.help", "gift"}}},
    {{"gift first"}, "give_before_ask", "A gift. Call", 1, {{"value_offer.help", "gift"}, {"ask.time", "Call"}}},
    {{"ask first"}, "give_before_ask", "Call. A gift", -1, {{"ask.time", "Call"}, {"value_offer.help", "gift"}}},
    {{"no gift"}, "give_before_ask", "Buy", -1, {{"pitch.offering", "Buy"}}},

    {{"ascii"}, "length", "Hi Ana, we met.", 15},
    {{"code points"}, "length", "caf\u00e9 \U0001F44D", 6},
    {{"without subject"}, "length", "Subject: Bees\n\nHi", 2},
    {{"without quoted text"}, "length", "Hi\n> old\n> old", 2},
    {{"with signature"}, "length", "Hi\nBest,\nSam", 12},
    {{"white space at the ends is nothing"}, "length", "\n  Hi  \n\n\n", 2},

    {{"none"}, "links", "Write to ana@acme.org", 0},
    {{"two"}, "links", "See acme.io and http://b.io/x?y=z", 2},
    {{"not in the signature"}, "links", "We met.\nBest,\nSam\nacme.io", 0},
    {{"not in quoted text"}, "links", "We met.\n> acme.io", 0},
    {{"not in the subject"}, "links", "Subject: acme.io\nWe met.", 0},

    {{"one"}, "longest_paragraph", "abcdef", 6},
    {{"the longer"}, "longest_paragraph", "abc\n\nabcdef\n\nab", 6},
    {{"code points"}, "longest_paragraph", "\u00e9\u00e9\u00e9", 3},
    {{"over lines"}, "longest_paragraph", "abc\nabc", 7},
    {{"without quoted text"}, "longest_paragraph", "> a long line\n\nabc", 3},
    {{"touching quoted text"}, "longest_paragraph", "> a long line\nabc\n> b", 3},
    {{"touching the subject"}, "longest_paragraph", "Subject: x\nabcdef", 6},
    {{"greeting and closing are part of it"}, "longest_paragraph", "Hi Ana,\nabc\nBest,\nSam", 21},

    {{"none"}, "questions", "So. Yes.", 0},
    {{"two"}, "questions", "So? Yes. Why?", 2},
    {{"behind a greeting"}, "questions", "Hi Ana, did it go well?", 1},
    {{"marks in a row"}, "questions", "So??? Why?!", 1},
    {{"with a quotation mark behind"}, "questions", "He asked \"why?\"", 1},
    {{"in a link"}, "questions", "See http://a.io/b?C=d now.", 0},
    {{"not in quoted text"}, "questions", "So.\n> Why?", 0},
    {{"not in the subject"}, "questions", "Subject: Why?\nSo.", 0},

    {{"two of three"}, "reader_ratio", "You told me about your bees", 2.0 / 3},
    {{"contractions"}, "reader_ratio", "I\u2019m glad you\u2019re here", 0.5},
    {{"the sender alone"}, "reader_ratio", "I sell my bees", 0},
    {{"one word"}, "reader_ratio", "I sell bees", none},
    {{"none"}, "reader_ratio", "Bees hum", none},

    {{"one syllable each"}, "reading_ease", "We met at the fair. You sold me ten red pots.",
     206.835 - 1.015 * 5.5 - 84.6},
    {{"vowels in groups, silent endings"}, "reading_ease", "a beautiful table was named by Oslo yes",
     206.835 - 1.015 * 8 - 84.6 * 11 / 8},
    {{"without the greeting"}, "reading_ease", "Hi Ana,\nWe met at the old fair in May.",
     206.835 - 1.015 * 8 - 84.6},
    {{"few words"}, "reading_ease", "We met at the old fair.", none},
    {{"no sentence"}, "reading_ease", "Hi Ana,", none},

    {{"two sentences"}, "sentence_length", "We met. You spoke at length.", 3},
    {{"without the greeting"}, "sentence_length", "Hi Ana,\nWe met.", 2},
    {{"behind a greeting"}, "sentence_length", "Hi Ana, we met there.", 3},
    {{"numbers are words"}, "sentence_length", "We met 12 bees.", 4},
    {{"without the signature"}, "sentence_length", "We met.\nBest,\nSam Lee", 2},
    {{"no sentence"}, "sentence_length", "Hi Ana,", none},

    {{"none"}, "specifics", "We met there. So it was, I think.", 0},
    {{"names, numbers, slots, mentions"}, "specifics",
     "We met Grace Hopper in Graz with 40 bees, [Event] and @ana.", 5},
    {{"not in the greeting"}, "specifics", "Hi Ana, so it was.", 0},
    {{"not in the signature"}, "specifics", "We met.\nBest,\nSam", 0},
};

// The value of a feature with these signals and no others.
std::optional<double> value_of(const Row& row, const lexicon::Pack& pack) {
  static text::DocumentBuilder builder;
  const LexiconData& data = tests::built_in_analyzer().lexicon().data();
  const text::Document document = builder.build(row.text, pack.language);
  std::vector<match::Match> matches;
  for (const Placed& placed : row.signals) {
    const std::size_t at = row.text.find(placed.quote);
    const int signal = data.taxonomy.signal(placed.signal);
    BOOST_TEST_REQUIRE((at != std::string::npos && signal >= 0));
    matches.push_back({0, signal, {at, at + std::string_view(placed.quote).size()}});
  }
  const features::FeatureFunction* feature = features::find_feature(row.feature);
  BOOST_TEST_REQUIRE(feature, "no feature " << row.feature);
  return feature->value(features::make_input(data, pack, document, matches));
}

const lexicon::Pack& english() {
  const LexiconData& data = tests::built_in_analyzer().lexicon().data();
  return data.packs[static_cast<std::size_t>(data.pack("en"))];
}

}  // namespace

BOOST_AUTO_TEST_SUITE(registry_tests)

BOOST_DATA_TEST_CASE(values, bdata::make(kRows), row) {
  const std::optional<double> value = value_of(row, english());
  BOOST_TEST_CONTEXT(row.feature) {
    BOOST_TEST_REQUIRE(value.has_value() == row.value.has_value());
    if (value) BOOST_TEST(std::abs(*value - *row.value) < 1e-9, *value << " is not " << *row.value);
  }
}

BOOST_AUTO_TEST_CASE(every_feature_has_rows) {
  std::set<std::string> registered;
  std::string before;
  for (const auto& feature : features::registry()) {
    BOOST_TEST((before < feature.id));
    BOOST_TEST(!feature.unit.empty());
    before = feature.id;
    registered.insert(before);
  }
  std::set<std::string> with_rows;
  for (const Row& row : kRows) with_rows.insert(row.feature);
  BOOST_TEST(registered == with_rows, boost::test_tools::per_element());
  BOOST_TEST(registered.size() == 14u);
  BOOST_TEST(!features::find_feature("no_such_feature"));
}

BOOST_AUTO_TEST_CASE(a_language_without_a_formula_has_no_reading_ease) {
  lexicon::Pack pack = english();
  const Row row{{"row"}, "reading_ease", "We met at the fair. You sold me ten red pots.", none};
  BOOST_TEST(value_of(row, pack).has_value());
  pack.reading = {};
  BOOST_TEST(!value_of(row, pack).has_value());
}

BOOST_AUTO_TEST_CASE(the_body_is_what_is_neither_subject_nor_quoted) {
  const std::string text = "Subject: x\nHi Ana, so.\n> old\nYes.\nBest,\nSam\n> older";
  const text::Document document = tests::document_of(text);
  const std::vector<match::Match> matches;
  const features::Input input = features::make_input(
      tests::built_in_analyzer().lexicon().data(), english(), document, matches);
  std::string body;
  for (std::size_t at = 0; at < text.size(); ++at) body += input.in_body(at) ? text[at] : '_';
  BOOST_TEST(body == "___________Hi Ana, so.\n______Yes.\nBest,\nSam\n_______");
  BOOST_TEST(!input.in_body(text.size()));
  BOOST_TEST(input.body_code_points == 11u + 14u);
}

BOOST_AUTO_TEST_SUITE_END()
