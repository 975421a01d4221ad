// The facade: options, subjects, channels, languages, repairs.
#include <algorithm>

#include "tests/support.h"

using namespace rapport;

BOOST_AUTO_TEST_SUITE(analyzer_tests)

BOOST_AUTO_TEST_CASE(unknown_names_in_only_and_ignore) {
  AnalyzerOptions options;
  options.only = {"pitchh"};
  options.ignore = {"generic.fillr"};
  const auto analyzer = Analyzer::create(options);
  BOOST_TEST_REQUIRE(!analyzer.ok());
  BOOST_TEST_REQUIRE(analyzer.diagnostics().size() == 2u);
  std::string all;
  for (const Diagnostic& d : analyzer.diagnostics()) all += d.to_string();
  BOOST_TEST(all.find("did you mean 'pitch'?") != std::string::npos, all);
  BOOST_TEST(all.find("did you mean 'generic.filler'?") != std::string::npos, all);
}

BOOST_AUTO_TEST_CASE(only_and_ignore_choose_rules) {
  const std::string text =
      "Hi Ana, I hope this email finds you well. We guarantee results. Book a demo today.";
  struct Row {
    const char* name;
    std::vector<std::string> only, ignore;
    bool pitch, generic;
  };
  for (const Row& row : std::vector<Row>{{"all", {}, {}, true, true},
                                         {"only_family", {"pitch"}, {}, true, false},
                                         {"ignore_family", {}, {"pitch"}, false, true},
                                         {"both", {"pitch", "generic"}, {"generic.filler"}, true, false}}) {
    BOOST_TEST_CONTEXT(row.name) {
      AnalyzerOptions options;
      options.only = row.only;
      options.ignore = row.ignore;
      const auto analyzer = Analyzer::create(options);
      BOOST_TEST_REQUIRE(analyzer.ok());
      const Analysis a = analyzer->analyze({.text = text});
      const auto has = [&](const char* family) {
        return std::any_of(a.signals.begin(), a.signals.end(), [&](const Signal& signal) {
          return signal.signal.starts_with(family);
        });
      };
      BOOST_TEST(has("pitch.") == row.pitch);
      BOOST_TEST(has("generic.") == row.generic);
    }
  }
}

BOOST_AUTO_TEST_CASE(slow_matching_gives_the_same) {
  AnalyzerOptions options;
  options.match_slow = true;
  const auto slow = Analyzer::create(options);
  BOOST_TEST_REQUIRE(slow.ok());
  for (const auto& sample : tests::samples()) {
    const Analysis a = tests::built_in_analyzer().analyze(sample.draft);
    const Analysis b = slow->analyze(sample.draft);
    BOOST_TEST((a.score == b.score), sample.id);
    BOOST_TEST(a.signals.size() == b.signals.size());
    BOOST_TEST(a.edits.size() == b.edits.size());
  }
}

BOOST_AUTO_TEST_CASE(a_subject_apart_equals_a_subject_line) {
  const std::string body = "Hi Ana,\n\nyour essay on peat bogs settled a bet.\n\nJo";
  Draft line{.text = "Subject: Quick question\n\n" + body};
  line.channel = "email";
  Draft apart{.text = body};
  apart.subject = "Quick question";
  apart.channel = "email";
  const Analysis a = tests::built_in_analyzer().analyze(line);
  const Analysis b = tests::built_in_analyzer().analyze(apart);
  BOOST_TEST((a.score == b.score));
  BOOST_TEST_REQUIRE(a.signals.size() == b.signals.size());
  BOOST_TEST_REQUIRE(!b.signals.empty());
  for (const Signal& signal : b.signals) {
    const std::string& text = signal.part == Part::kSubject ? apart.subject : apart.text;
    BOOST_TEST(text.substr(signal.bytes.begin, signal.bytes.size()) == signal.quote);
  }
  BOOST_TEST((b.signals.front().part == Part::kSubject));
  BOOST_TEST(a.limits.size() == 2u);
  BOOST_TEST_REQUIRE(b.limits.size() == 2u);
  for (std::size_t i : {0u, 1u}) BOOST_TEST(a.limits[i].count == b.limits[i].count);
}

BOOST_AUTO_TEST_CASE(channels_that_are_not_given_are_guessed) {
  struct Row {
    const char* name;
    std::string text;
    std::string subject;
    const char* channel;
    const char* tier;
  };
  for (const Row& row : std::vector<Row>{
           {"short", "Hi Ana, thank you for the seeds.", "", "connection_note", "free"},
           {"premium_note", std::string(250, 'a'), "", "connection_note", "premium"},
           {"message", std::string(400, 'a'), "", "direct_message", "standard"},
           {"subject", "Hi Ana", "Seeds", "email", "standard"},
           {"long", std::string(1200, 'a'), "", "email", "standard"}}) {
    BOOST_TEST_CONTEXT(row.name) {
      Draft draft{.text = row.text, .lang = "en"};
      draft.subject = row.subject;
      const Analysis a = tests::built_in_analyzer().analyze(draft);
      BOOST_TEST(a.channel == row.channel);
      BOOST_TEST(a.tier == row.tier);
    }
  }
}

BOOST_AUTO_TEST_CASE(positions_are_of_the_given_bytes) {
  // An invalid byte and a wide character before the words that are marked.
  Draft draft{.text = "\xff\U0001F331 Hi, please find a demo of our platform attached.", .lang = "en"};
  const Analysis a = tests::built_in_analyzer().analyze(draft);
  BOOST_TEST_REQUIRE(a.repairs.size() == 1u);
  BOOST_TEST(a.repairs[0] == 0u);
  for (const Signal& signal : a.signals) {
    BOOST_TEST(draft.text.substr(signal.bytes.begin, signal.bytes.size()) == signal.quote);
    // One code point for the bad byte, one for the seedling of four bytes.
    BOOST_TEST(signal.bytes.begin == signal.span.begin + 3);
  }
  BOOST_TEST(!a.signals.empty());
}

BOOST_AUTO_TEST_CASE(a_large_draft_is_linear) {
  // 64 KiB of text that many rules look at: no stall (the ctest limit holds).
  std::string text;
  while (text.size() < 64u << 10) text += "We help teams like yours, and your talk on it was free. ";
  const Analysis a = tests::built_in_analyzer().analyze({.text = text, .lang = "en"});
  BOOST_TEST(a.score.has_value());
}

BOOST_AUTO_TEST_SUITE_END()
