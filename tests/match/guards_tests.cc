// Guards and resolution, seen through small lexicons of the test's own.
#include <algorithm>

#include "tests/support.h"

using namespace rapport;

namespace {

// Signals that a rule with these extra keys gives in a text.
class Guarded {
 public:
  explicit Guarded(const std::string& keys, const std::string& signal = "pitch.offering",
                   const std::string& pattern = "zork(?: {{w}}){0,2}") {
    tests::write_file(dir_.path() / "en/ours.toml",
                      "[[rule]]\nid = \"en." + signal + ".ours\"\nsignal = \"" + signal +
                          "\"\nany = [\"" + pattern + "\"]\n" + keys +
                          "\nhits = [\"<<a>>\", \"<<b>>\"]\npasses = [\"c\", \"d\"]\n"
                          "reason = \"r\"\nsource = \"test\"\nevidence = \"house-advice\"\n");
    const auto lexicon = Lexicon::load({.folder = dir_.path().string()});
    BOOST_TEST_REQUIRE(lexicon.ok());
    AnalyzerOptions options;
    options.only = {"en." + signal + ".ours"};
    analyzer_.emplace(Analyzer::create(*lexicon, options));
    BOOST_TEST_REQUIRE(analyzer_->ok());
  }

  std::vector<std::string> quotes(const std::string& text, bool slots_filled = false) const {
    Draft draft{.text = text, .lang = "en"};
    draft.slots_filled = slots_filled;
    std::vector<std::string> out;
    for (const Signal& signal : (*analyzer_)->analyze(draft).signals) out.push_back(signal.quote);
    return out;
  }

 private:
  tests::TempDir dir_;
  std::optional<Result<Analyzer>> analyzer_;
};

struct Row {
  const char* name;
  const char* text;
  std::size_t count;
};

void check(const Guarded& rule, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    BOOST_TEST_CONTEXT(row.name) { BOOST_TEST(rule.quotes(row.text).size() == row.count); }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(guards_tests)

BOOST_AUTO_TEST_CASE(negated) {
  check(Guarded("unless = [\"negated\"]"),
        {{"plain", "We sell zork here", 1},
         {"not", "We do not sell zork", 0},
         {"contraction", "I don't want your zork", 0},
         {"curly_contraction", "I don\u2019t want your zork", 0},
         {"phrase", "We give rather than sell zork", 0},
         {"behind_a_comma", "No, we sell zork", 1},
         {"too_far", "Not once in all of these years did we sell zork", 1},
         {"behind", "We sell zork, not that", 1}});
}

BOOST_AUTO_TEST_CASE(quoted) {
  check(Guarded("unless = [\"quoted\"]"),
        {{"plain", "We sell zork here", 1},
         {"straight", "You said \"zork is best\" there", 0},
         {"curly", "You said \u201czork is best\u201d there", 0},
         {"behind_a_quotation", "You said \"yes\" to zork", 1},
         {"unclosed", "A 5\" pipe and zork", 1}});
}

BOOST_AUTO_TEST_CASE(question) {
  check(Guarded("require = [\"question\"]"), {{"question", "Do you need zork?", 1},
                                              {"statement", "You need zork.", 0},
                                              {"next_sentence", "You need zork. Do you?", 0}});
  check(Guarded("unless = [\"question\"]"),
        {{"question", "Do you need zork?", 0}, {"statement", "You need zork.", 1}});
}

BOOST_AUTO_TEST_CASE(named) {
  check(Guarded("require = [\"named\"]"), {{"name", "We use zork at Acme", 1},
                                           {"none", "We use zork at home", 0},
                                           {"number", "We use zork in 2024", 1},
                                           {"i_is_no_name", "We use zork, I think", 0},
                                           {"first_of_sentence", "We know. Zork is good", 0},
                                           {"inner_capital", "We use zork on iOS", 1}});
}

BOOST_AUTO_TEST_CASE(zones_and_sentences) {
  check(Guarded("zone = [\"greeting\"]"), {{"greeting", "Hi zork, good day to you", 1},
                                           {"body", "Hi Ana, here is zork", 0}});
  check(Guarded("zone = [\"subject\"]"),
        {{"subject", "Subject: zork\n\nHello there", 1}, {"body", "Subject: hi\n\nzork", 0}});
  check(Guarded(""), {{"not_in_a_quoted_reply", "> zork again\n\nYes, I agree with that", 0}});
  check(Guarded("sentence = \"first\""),
        {{"first", "We sell zork. That is it. And that. And so on.", 1},
         {"later", "We met. It rained. It was cold. We sell zork.", 0}});
  check(Guarded("sentence = \"last\""),
        {{"first", "We sell zork. That is it. And that. And so on.", 0},
         {"last", "We met. It rained. It was cold. We sell zork.", 1},
         {"before_the_sign_off", "We met. It rained. It was cold. We sell zork.\n\nBest,\nAna", 1}});
}

BOOST_AUTO_TEST_CASE(maximum_and_except) {
  check(Guarded("max = 2"), {{"three", "zork, zork, zork", 2}});
  check(Guarded("except = [\"no more zork\"]"),
        {{"covered", "There is no more zork", 0}, {"other", "No more zork, but zork", 1}});
}

BOOST_AUTO_TEST_CASE(slots) {
  const Guarded positive("", "personalization.reference", "zork {{slot}}");
  BOOST_TEST(positive.quotes("We like zork [Company].", true).size() == 1u);
  BOOST_TEST(positive.quotes("We like zork [Company].", false).empty());
  const Guarded negative("", "pitch.offering", "zork {{slot}}");
  BOOST_TEST(negative.quotes("We like zork [Company].", false).size() == 1u);
  const Guarded placeholder("unless = [\"template\"]", "generic.placeholder", "{{slot}}");
  BOOST_TEST(placeholder.quotes("We like zork [Company].", true).empty());
  BOOST_TEST(placeholder.quotes("We like zork [Company].", false).size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
