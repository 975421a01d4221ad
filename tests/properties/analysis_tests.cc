// Laws that hold for every analysis.
#include <algorithm>
#include <map>

#include "analyzer/lexicon/lexicon_data.h"
#include "analyzer/score/model.h"
#include "tests/support.h"

using namespace rapport;

namespace {

// Samples, and texts made of pieces of them with noise between.
std::vector<Draft> drafts() {
  std::vector<Draft> out;
  for (const auto& sample : tests::samples()) out.push_back(sample.draft);
  const std::size_t real = out.size();
  tests::Random random(7);
  const std::vector<std::string> noise = {"\xff", "\xc3", "\xe2\x82", "\n\n", " ",      "!!!",
                                          "\0",   "\r\n", "\u202e",   "{{x}}", "\u0301", ". "};
  for (int i = 0; i < 200; ++i) {
    Draft draft;
    for (int piece = 0; piece < 5; ++piece) {
      const std::string& source = out[random.below(real)].text;
      draft.text += source.substr(random.below(source.size()), random.below(90));
      draft.text += random.pick(noise);
    }
    if (i % 3 == 0) draft.subject = "About your talk at [Event]";
    if (i % 6 == 0) draft.subject += random.pick(noise) + "\xf0\x9f and \xff";
    out.push_back(std::move(draft));
  }
  return out;
}

Points sum(const Analysis& a) {
  Points total = a.base;
  for (const Signal& signal : a.signals) total += signal.contribution;
  for (const Feature& feature : a.features) total += feature.contribution;
  return total;
}

bool is_negative(const std::string& signal) {
  static const std::map<std::string, bool> positive = [] {
    std::map<std::string, bool> out;
    for (const auto& info : tests::built_in_analyzer().lexicon().signals()) {
      out[info.id] = info.positive;
    }
    return out;
  }();
  return !positive.at(signal);
}

std::map<std::string, int> negatives(const Analysis& a) {
  std::map<std::string, int> out;
  for (const Signal& signal : a.signals) {
    if (is_negative(signal.signal)) ++out[signal.signal];
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(analysis_tests)

BOOST_AUTO_TEST_CASE(contributions_add_up_to_the_score) {
  int scored = 0;
  for (const Draft& draft : drafts()) {
    const Analysis a = tests::built_in_analyzer().analyze(draft);
    if (!a.score) continue;
    ++scored;
    BOOST_TEST(sum(a).tenths == a.score->tenths, draft.text);
    BOOST_TEST((a.score->tenths >= 0 && a.score->tenths <= 1000));
    for (const Signal& signal : a.signals) {
      BOOST_TEST((is_negative(signal.signal) ? signal.contribution.tenths <= 0
                                             : signal.contribution.tenths >= 0),
                 signal.rule << " " << signal.contribution.tenths);
    }
  }
  BOOST_TEST(scored > 100);
}

BOOST_AUTO_TEST_CASE(spans_lie_in_the_text_sorted_and_equal_their_quotes) {
  for (const Draft& draft : drafts()) {
    const Analysis a = tests::built_in_analyzer().analyze(draft);
    const Signal* previous = nullptr;
    for (const Signal& signal : a.signals) {
      const std::string& text = signal.part == Part::kText ? draft.text : draft.subject;
      BOOST_TEST_REQUIRE(signal.bytes.begin < signal.bytes.end);
      BOOST_TEST_REQUIRE(signal.bytes.end <= text.size());
      BOOST_TEST(signal.span.size() <= signal.bytes.size());
      if (a.repairs.empty()) {
        BOOST_TEST(signal.quote ==
                   text.substr(signal.bytes.begin, signal.bytes.size()));
      }
      if (previous && previous->part == signal.part) {
        BOOST_TEST((previous->bytes <= signal.bytes));
      }
      previous = &signal;
    }
  }
}

BOOST_AUTO_TEST_CASE(a_broken_subject_moves_no_position_of_the_text) {
  const Draft draft{.text = "Hi Tom, happy to send you my notes on eviction.",
                    .subject = "Notes \xf0\x9f and \xff\xf0"};
  const Analysis a = tests::built_in_analyzer().analyze(draft);
  BOOST_TEST_REQUIRE(!a.signals.empty());
  for (const Signal& signal : a.signals) {
    if (signal.part != Part::kText) continue;
    BOOST_TEST(signal.span.begin == signal.bytes.begin, signal.rule);  // all ASCII
    BOOST_TEST(signal.span.end == signal.bytes.end, signal.rule);
  }
  // Each broken sequence counts as one: "Notes ? and ??".
  const Analysis mail = tests::built_in_analyzer().analyze(
      {.text = draft.text, .subject = draft.subject, .channel = "email"});
  const auto limit = std::find_if(mail.limits.begin(), mail.limits.end(),
                                  [](const Limit& one) { return one.name == "subject"; });
  BOOST_TEST_REQUIRE((limit != mail.limits.end()));
  BOOST_TEST(limit->count == 14);
}

BOOST_AUTO_TEST_CASE(an_edit_mends_and_breaks_nothing) {
  int edits = 0;
  for (const Draft& draft : drafts()) {
    const Analysis before = tests::built_in_analyzer().analyze(draft);
    if (!before.repairs.empty()) continue;
    for (const Edit& edit : before.edits) {
      ++edits;
      BOOST_TEST(edit.gain.tenths > 0);
      Draft after = draft;
      after.channel = before.channel;
      after.tier = before.tier;
      after.lang = before.lang;
      after.text.replace(edit.bytes.begin, edit.bytes.size(), edit.replacement);
      // A slot that the edit brings in is one that the writer fills.
      if (edit.replacement.find('[') != std::string::npos) continue;
      const Analysis a = tests::built_in_analyzer().analyze(after);
      BOOST_TEST_REQUIRE(a.score.has_value(), edit.rule << " leaves nothing of: " << draft.text);
      BOOST_TEST((*a.score - *before.score).tenths == edit.gain.tenths, draft.text);
      const auto had = negatives(before);
      for (const auto& [signal, count] : negatives(a)) {
        const auto old = had.find(signal);
        BOOST_TEST((old != had.end() && old->second >= count), signal << " is new in " << after.text);
      }
    }
  }
  BOOST_TEST(edits > 30);
}

// A line also changes length, names and balance, so it is held against one that
// says nothing bad and changes them alike.
BOOST_AUTO_TEST_CASE(a_bad_line_is_never_better_than_a_plain_one) {
  struct Row {
    const char* bad;
    const char* plain;
  };
  const std::vector<Row> rows = {
      {" We help companies like yours double their revenue, guaranteed.",
       " We walk in places like ours over the old bridges, mostly."},
      {" If I don't hear from you by Friday I'll close your file.",
       " When I come down with you by boat I'll bring your file."},
      {" You look gorgeous in your profile picture.", " You live close by your old school house."}};
  for (const auto& sample : tests::samples()) {
    const Analysis before = tests::built_in_analyzer().analyze(sample.draft);
    const auto score_with = [&](const char* line) {
      Draft longer = sample.draft;
      longer.text += line;
      longer.channel = before.channel;
      longer.tier = before.tier;
      return tests::built_in_analyzer().analyze(longer).score;
    };
    for (const Row& row : rows) {
      BOOST_TEST((*score_with(row.bad) <= *score_with(row.plain)), sample.id << row.bad);
    }
  }
}

// In the model itself it is exact: with all else the same, one more match of a
// negative signal never raises the score, and one of a positive never lowers it.
BOOST_AUTO_TEST_CASE(one_more_match_moves_the_score_by_its_polarity) {
  const LexiconData& data = tests::built_in_analyzer().lexicon().data();
  const lexicon::Pack& pack = data.packs.front();
  const std::vector<score::FeatureValue> features(data.weights.features.size());
  tests::Random random(11);
  for (int round = 0; round < 2000; ++round) {
    std::vector<match::Match> matches;
    for (std::size_t count = random.below(9); count > 0; --count) {
      const int rule = static_cast<int>(random.below(pack.rules.size()));
      matches.push_back({rule, pack.rules[static_cast<std::size_t>(rule)].signal, {0, 1}});
    }
    const Points before = score::score(data, pack, matches, features).score;
    const int rule = static_cast<int>(random.below(pack.rules.size()));
    const int signal = pack.rules[static_cast<std::size_t>(rule)].signal;
    matches.push_back({rule, signal, {0, 1}});
    const Points after = score::score(data, pack, matches, features).score;
    const auto& type = data.taxonomy.signals[static_cast<std::size_t>(signal)];
    const bool positive = data.taxonomy.families[static_cast<std::size_t>(type.family)].positive;
    BOOST_TEST((positive ? after >= before : after <= before), pack.rules[static_cast<std::size_t>(rule)].id);
  }
}

BOOST_AUTO_TEST_CASE(same_input_same_output) {
  const auto all = drafts();
  for (int i : {0, 5, 9, 30}) {
    const auto& draft = all[static_cast<std::size_t>(i)];
    const Analysis first = tests::built_in_analyzer().analyze(draft);
    for (int run = 0; run < 20; ++run) {
      const Analysis again = tests::built_in_analyzer().analyze(draft);
      BOOST_TEST((again.score == first.score));
      BOOST_TEST(again.signals.size() == first.signals.size());
      BOOST_TEST(again.edits.size() == first.edits.size());
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
