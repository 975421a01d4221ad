// The fast matcher and the set matcher against their referee: zero differences.
#include <set>

#include "analyzer/match/matcher.h"
#include "analyzer/text/document.h"
#include "tests/support.h"

using namespace rapport;

namespace {

// Under AddressSanitizer all is many times slower, and errors of memory show in
// a part of it: one text in so many.
#ifdef __SANITIZE_ADDRESS__
constexpr int kOneIn = 5;
#else
constexpr int kOneIn = 1;
#endif

// Texts from which generated ones are mixed: all examples of all rules.
std::vector<std::string> examples(const lexicon::Pack& pack) {
  std::vector<std::string> out;
  for (const lexicon::Rule& rule : pack.rules) {
    for (const auto& hit : rule.hits) out.push_back(tests::unmarked(hit.text));
    for (const auto& pass : rule.passes) out.push_back(pass.text);
  }
  return out;
}

class Differ {
 public:
  explicit Differ(const lexicon::Pack& pack)
      : pack_(pack),
        fast_(match::make_matcher(pack)),
        set_(match::make_set_matcher(pack)),
        slow_(match::make_slow_matcher(pack)) {}

  void check(const std::string& text) {
    const text::Document document = builder_.build(text, pack_.language);
    slow_->match(document, slow_found_);
    matches_ += slow_found_.size();
    for (const match::Matcher* matcher : {fast_.get(), set_.get()}) {
      matcher->match(document, found_);
      BOOST_TEST((found_ == slow_found_), "differs in: " << text);
    }
  }
  std::size_t matches() const { return matches_; }

 private:
  const lexicon::Pack& pack_;
  std::unique_ptr<match::Matcher> fast_;
  std::unique_ptr<match::Matcher> set_;
  std::unique_ptr<match::Matcher> slow_;
  text::DocumentBuilder builder_;
  std::vector<match::RawMatch> found_;
  std::vector<match::RawMatch> slow_found_;
  std::size_t matches_ = 0;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(matcher_differential_tests)

BOOST_AUTO_TEST_CASE(over_all_samples) {
  for (const auto& pack : tests::built_in_analyzer().lexicon().data().packs) {
    Differ differ(pack);
    for (const auto& sample : tests::samples()) differ.check(sample.draft.text);
    BOOST_TEST(differ.matches() > 50u);
  }
}

BOOST_AUTO_TEST_CASE(over_all_examples) {
  for (const auto& pack : tests::built_in_analyzer().lexicon().data().packs) {
    Differ differ(pack);
    // Several examples a text: as much matching for a fraction of the time.
    std::string text;
    int joined = 0;
    for (const std::string& example : examples(pack)) {
      text += example + (++joined % 2 ? " " : "\n\n");
      if (joined % 8 != 0) continue;
      if (joined / 8 % kOneIn == 0) differ.check(text);
      text.clear();
    }
    differ.check(text);
    BOOST_TEST(differ.matches() * kOneIn > pack.rules.size());
  }
}

BOOST_AUTO_TEST_CASE(over_generated_text) {
  for (const auto& pack : tests::built_in_analyzer().lexicon().data().packs) {
    Differ differ(pack);
    const std::vector<std::string> sources = examples(pack);
    const std::vector<std::string> noise = {" ",  "  ", "\n",      "\n\n",   ",",  ". ", "-",
                                            "'",  "\"", "\u00e9",  "\u2019", "?",  "! ", "x",
                                            "7",  "_",  "\u200b",  "[Name]", "()", "/",  "\u2014",
                                            "@a", "#b", "\u4f60", "\U0001F600"};
    tests::Random random(20261124);
    for (int round = 0; round < 300 / kOneIn; ++round) {
      std::string text;
      for (int piece = 0; piece < 10; ++piece) {
        const std::string& source = random.pick(sources);
        const std::size_t from = random.below(source.size());
        text += source.substr(from, random.below(60));
        text += random.pick(noise);
      }
      differ.check(text);
    }
    BOOST_TEST(differ.matches() > 100u);
  }
}

BOOST_AUTO_TEST_SUITE_END()
