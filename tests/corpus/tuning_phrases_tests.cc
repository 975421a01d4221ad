// Words, phrases, and phrases that say the same.
#include "corpus/tuning/phrases.h"

#include "corpus/tuning/variants.h"
#include "tests/text_support.h"

using namespace rapport;
using namespace rapport::tests;
namespace bdata = boost::unit_test::data;

namespace {

struct WordsRow {
  const char* name;
  const char* text;
  const char* words;  // joined as they are; '|' where they are parted
};
std::ostream& operator<<(std::ostream& out, const WordsRow& row) { return out << row.name; }

const WordsRow kWords[] = {
    {"plain", "Happy to help", "happy to help"},
    {"numbers are one word", "in 30 days, 1,200 hours", "in # days|# hours"},
    {"slots are one word", "your [Company Name] blog", "your [] blog"},
    {"hyphens join", "A follow-up, well - known", "a follow-up|well|known"},
    {"sentences part", "One two. Three", "one two|three"},
    {"lines join, blank lines and zones part", "One\ntwo\n\nthree", "one two|three"},
    {"links and mentions part", "see @ana now http://a.io/b then", "see|now|then"},
    {"folded", "Caf\u00e9 D\u2019Or", "cafe d'or"},
    {"quoted replies are left out", "new\n> old text", "new"},
    {"nothing", " \n ", ""},
};

std::string shown_words(const std::string& text) {
  const text::Document document = document_of(text);
  std::string out;
  for (const corpus::PhraseWord& word : corpus::phrase_words(document)) {
    if (!out.empty()) out += word.joint ? std::string(1, word.joint) : "|";
    out += corpus::written_word(document.text, word);
  }
  return out;
}

// Messages of two classes, each its own unit.
class Sources {
 public:
  void add(const std::string& text, bool first, std::size_t times = 1) {
    for (std::size_t i = 0; i < times; ++i) {
      texts_.push_back(std::make_unique<std::string>(text));
      corpus::PhraseSource source;
      source.text = *texts_.back();
      source.unit = sources.size();
      source.words = corpus::phrase_words(document_of(text));
      for (corpus::PhraseWord& word : source.words) {
        word.side = first ? corpus::kFirstSide : corpus::kSecondSide;
      }
      sources.push_back(std::move(source));
    }
  }

  std::vector<corpus::Phrase> find(corpus::PhraseRules rules = {}) const {
    return corpus::find_phrases(sources, content, rules);
  }

  std::vector<corpus::PhraseGroup> merge() const {
    return corpus::merge_variants(find(), corpus::class_sizes(sources), content, {});
  }

  std::vector<corpus::PhraseSource> sources;
  corpus::ContentWords content{{"the", "to", "of", "you", "a", "i", "and", "is"}};

 private:
  std::vector<std::unique_ptr<std::string>> texts_;
};

const corpus::Phrase* phrase(const std::vector<corpus::Phrase>& phrases, const std::string& text) {
  for (const corpus::Phrase& one : phrases) {
    if (one.text() == text) return &one;
  }
  return nullptr;
}

// Text in which no two words stand together twice.
std::string filler(std::size_t i) {
  std::string out;
  for (std::size_t word = 0; word < 20; ++word) {
    out += "w" + std::to_string(i) + "x" + std::to_string(word) + " ";
  }
  return out;
}

Sources two_classes() {
  Sources out;
  for (std::size_t i = 0; i < 20; ++i) {
    out.add(filler(i) + ". happy to send you my notes", true);
    out.add(filler(100 + i) + ". act now or lose it", false);
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tuning_phrases_tests)

BOOST_DATA_TEST_CASE(words_are_parted_and_joined, bdata::make(kWords), row) {
  BOOST_TEST(shown_words(row.text) == row.words);
}

BOOST_AUTO_TEST_CASE(words_that_carry_a_meaning) {
  const corpus::ContentWords content({"the"});
  BOOST_TEST(content.holds("mill"));
  for (const char* word : {"the", "#", "[]", "_", "x"}) BOOST_TEST(!content.holds(word), word);
}

BOOST_AUTO_TEST_CASE(phrases_tell_the_classes_apart) {
  const auto phrases = two_classes().find();
  const corpus::Phrase* happy = phrase(phrases, "happy to send");
  const corpus::Phrase* act = phrase(phrases, "act now");
  BOOST_TEST_REQUIRE(happy);
  BOOST_TEST_REQUIRE(act);
  BOOST_TEST(happy->z > 2);
  BOOST_TEST(act->z < -2);
  BOOST_TEST(happy->counts.first == 20);
  BOOST_TEST(happy->counts.second == 0);
  BOOST_TEST(happy->places.size() == 20u);
  BOOST_TEST(phrase(phrases, "happy _ send"));
  BOOST_TEST(phrase(phrases, "happy to send you my notes"));
}

BOOST_AUTO_TEST_CASE(what_both_say_tells_nothing) {
  Sources sources;
  sources.add("warm winter coats", true, 20);
  sources.add("warm winter coats", false, 20);
  BOOST_TEST(sources.find().empty());
}

BOOST_AUTO_TEST_CASE(a_phrase_counts_once_a_message) {
  Sources sources = two_classes();
  sources.add("happy to send, happy to send, happy to send", true);
  const auto phrases = sources.find();
  BOOST_TEST_REQUIRE(phrase(phrases, "happy to send"));
  BOOST_TEST(phrase(phrases, "happy to send")->counts.first == 21);
}

BOOST_AUTO_TEST_CASE(messages_of_one_unit_count_as_one) {
  Sources sources = two_classes();
  for (corpus::PhraseSource& source : sources.sources) source.unit = 1;
  BOOST_TEST(sources.find().empty());
}

BOOST_AUTO_TEST_CASE(words_that_only_join_others_are_no_short_phrase) {
  Sources sources;
  for (std::size_t i = 0; i < 20; ++i) {
    sources.add(filler(i) + ". of the you", true);
    sources.add(filler(50 + i), false);
  }
  BOOST_TEST(sources.find().empty());
  for (std::size_t i = 0; i < 20; ++i) sources.add(filler(200 + i) + ". to you and i", true);
  BOOST_TEST(phrase(sources.find(), "to you and i"));
}

BOOST_AUTO_TEST_CASE(what_signals_stand_on_is_left_out) {
  Sources sources = two_classes();
  for (corpus::PhraseSource& source : sources.sources) {
    for (corpus::PhraseWord& word : source.words) word.covered = true;
  }
  BOOST_TEST(sources.find().empty());
  corpus::PhraseRules rules;
  rules.uncovered_only = false;
  BOOST_TEST(!sources.find(rules).empty());
}

BOOST_AUTO_TEST_CASE(a_phrase_across_two_stretches_counts_for_none) {
  Sources sources = two_classes();
  for (corpus::PhraseSource& source : sources.sources) {
    if (source.words.empty() || source.words[0].side != corpus::kFirstSide) continue;
    // "happy to | send you": two gold spans side by side.
    source.words[source.words.size() - 4].side = corpus::kFirstSide + 1;
  }
  BOOST_TEST(!phrase(sources.find(), "happy to send"));
}

BOOST_AUTO_TEST_CASE(the_first_class_alone_can_be_asked_for) {
  corpus::PhraseRules rules;
  rules.first_only = true;
  const auto phrases = two_classes().find(rules);
  BOOST_TEST(phrase(phrases, "happy to send"));
  BOOST_TEST(!phrase(phrases, "act now"));
}

BOOST_AUTO_TEST_CASE(parts_in_the_same_messages_become_one) {
  const auto groups = two_classes().merge();
  BOOST_TEST_REQUIRE(groups.size() == 2u);
  for (const corpus::PhraseGroup& group : groups) BOOST_TEST(!group.variants.empty());
}

BOOST_AUTO_TEST_CASE(one_word_that_differs_becomes_a_choice) {
  Sources sources;
  for (std::size_t i = 0; i < 12; ++i) {
    sources.add(filler(i) + ". happy to send", true);
    sources.add(filler(50 + i) + ". willing to send", true);
    sources.add(filler(100 + i) + ". refuse to send", false);
    sources.add(filler(150 + i) + ". forget to send", false);
  }
  const auto groups = sources.merge();
  BOOST_TEST_REQUIRE(!groups.empty());
  BOOST_TEST_REQUIRE(groups[0].choices.size() == 2u);
  BOOST_TEST(groups[0].phrase.counts.first + groups[0].phrase.counts.second == 24);
  BOOST_TEST(groups[0].choice == 0u);
  BOOST_TEST(groups.size() == 2u);
}

BOOST_AUTO_TEST_CASE(the_same_sources_give_the_same) {
  const auto once = two_classes().find();
  const auto again = two_classes().find();
  BOOST_TEST_REQUIRE(once.size() == again.size());
  for (std::size_t i = 0; i < once.size(); ++i) BOOST_TEST(once[i].text() == again[i].text());
}

BOOST_AUTO_TEST_CASE(hostile_text_is_quick) {
  Sources sources;
  std::string same;
  for (int i = 0; i < 100000; ++i) same += "spam ";
  for (int i = 0; i < 6; ++i) sources.add(same, true);
  sources.add("nothing here", false);
  sources.find();
}

BOOST_AUTO_TEST_SUITE_END()
