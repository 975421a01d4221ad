// Form letters: what is filled in, clusters against all pairs, hostile corpora.
#include "corpus/reports/templates.h"

#include <algorithm>
#include <map>
#include <set>

#include "corpus/reports/min_hash.h"
#include "corpus/reports/template_text.h"
#include "tests/corpus/summary_support.h"
#include "tests/support.h"

using namespace rapport;
using tests::Case;

namespace {

const Lexicon& lexicon() { return tests::built_in_analyzer().lexicon(); }

const corpus::TemplateLanguage& language() {
  static const corpus::TemplateLanguage all(lexicon());
  return all;
}

corpus::TemplateText text_of(const std::string& text, const corpus::Record& record = {}) {
  return corpus::template_text(record, text, language());
}

corpus::Templates of(const std::vector<Case>& cases, const corpus::TemplateOptions& options = {}) {
  corpus::TemplateCollector collector(lexicon(), options);
  for (const Case& one : cases) collector.add(one.seen());
  return collector.finish();
}

std::string shown(const corpus::Template& one) {
  std::string out;
  for (const corpus::TemplatePiece& piece : one.pieces) {
    out += (out.empty() ? "" : " ") + piece.text;
    if (!piece.text.empty()) continue;
    out += "<";
    for (const std::string& example : piece.examples) out += (out.ends_with('<') ? "" : "|") + example;
    out += ">";
  }
  return out;
}

// Words of no meaning, the same for a seed.
std::string words(tests::Random& random, std::size_t count, std::size_t vocabulary = 5000) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t n = random.below(static_cast<std::uint32_t>(vocabulary));
    out += i == 0 ? "" : " ";
    for (int letter = 0; letter < 4; ++letter, n /= 9) out += static_cast<char>('b' + n % 9 * 2);
  }
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(templates_tests)

BOOST_AUTO_TEST_CASE(what_is_filled_in_makes_no_difference) {
  struct Row {
    const char* name;
    const char* one;
    const char* other;
  };
  const Row rows[] = {
      {"a name in the greeting", "Hi Ana, we sell desks.", "Hi Bo Friis, we sell desks."},
      {"a slot", "Hi {{first_name}}, we sell desks.", "Hi [Name], we sell desks."},
      {"a name without an opener", "Ana, we sell desks.", "Tomasz, we sell desks."},
      {"numbers", "We sold 40 desks in 2025.", "We sold 1,200 desks in 2019."},
      {"a link", "See https://a.example/x?y=1 for more.", "See www.b.example for more."},
      {"an address", "Write to ana@x.example now.", "Write to b.c@y.example now."},
      {"case and marks", "We sell desks! Call me.", "we sell desks, call me"},
      {"curly quotes", "It’s a desk.", "It's a desk."},
      {"an old style slot", "Hi %FIRSTNAME%, we sell desks.", "Hi <<FNAME>>, we sell desks."},
  };
  for (const Row& row : rows) {
    BOOST_TEST((text_of(row.one).hashes() == text_of(row.other).hashes()), row.name);
  }
  BOOST_TEST((text_of("We sell desks.").hashes() != text_of("We sell chairs.").hashes()));
  BOOST_TEST((text_of("Write to me, Anna.").hashes() != text_of("Write to me, Berta.").hashes()));
}

BOOST_AUTO_TEST_CASE(names_of_the_record_are_filled_in) {
  corpus::Record record;
  record.reader = "Priya Raman, Ph.D.";
  record.draft.context.to.company = "Sabha Audio";
  const corpus::TemplateText text = text_of("We saw that Sabha grows, Priya.", record);
  BOOST_TEST(text.shown(0, text.words.size()) == "We saw that […] grows, […]");
}

BOOST_AUTO_TEST_CASE(first_and_last_sentences) {
  struct Row {
    const char* text;
    const char* opener;
    const char* closer;
  };
  const Row rows[] = {
      {"Hi Ana, your talk helped. It did. Could we talk?\n\nBest,\nBo", "your talk helped", "Could we talk"},
      {"Hi Ana,\n\nI hope you are well. We sell desks.\nKind regards\nBo Friis", "I hope you are well", "We sell desks"},
      {"We sell desks.", "We sell desks", ""},
      {"Hi Ana", "", ""},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    const corpus::TemplateText text = text_of(row.text);
    BOOST_TEST(text.shown(text.opener_begin, text.opener_end) == row.opener, row.text);
    BOOST_TEST(text.shown(text.closer_begin, text.closer_end) == row.closer, row.text);
  }
}

BOOST_AUTO_TEST_CASE(a_form_letter_and_what_varies) {
  std::vector<Case> cases;
  const char* names[] = {"Ana", "Bo", "Cy", "Dee", "Eve"};
  const char* trades[] = {"dental clinics", "bakeries", "hotels", "small law firms", "gyms"};
  for (int i = 0; i < 5; ++i) {
    cases.push_back(Case(300 + 100 * i, std::string("Hi ") + names[i] + ", I hope this finds you well. We help " + trades[i] +
                                            " double their bookings in 30 days. Do you have 15 minutes for a quick call this week?")
                        .number(static_cast<std::uint64_t>(i))
                        .between(i < 2 ? "Noor" : "Ola", names[i]));
  }
  cases.push_back(Case(500, "Your talk on valves helped us at the plant in Graz; may I ask which of them you use?").number(5));
  const corpus::Templates got = of(cases);
  BOOST_TEST(got.messages == 6u);
  BOOST_TEST(got.clusters == 1u);
  BOOST_TEST(got.in_templates == 5u);
  BOOST_TEST_REQUIRE(got.largest.size() == 1u);
  const corpus::Template& letter = got.largest[0];
  BOOST_TEST(letter.count == 5u);
  BOOST_TEST(letter.senders == 2u);
  BOOST_TEST(letter.mean_score == 50.0);
  BOOST_TEST(shown(letter) ==
             "Hi <Bo|Cy|Dee> I hope this finds you well. We help <bakeries|hotels|small law firms> double their bookings in 30 days. "
             "Do you have 15 minutes for a quick call this week?");
  BOOST_TEST_REQUIRE(got.openers.size() == 1u);
  BOOST_TEST(got.openers[0].text == "I hope this finds you well");
  BOOST_TEST(got.openers[0].count == 5u);
}

BOOST_AUTO_TEST_CASE(names_are_masked_where_that_is_asked_for) {
  std::vector<Case> cases;
  for (const char* name : {"Ana Lima", "Bo Friis", "Cy Park"}) {
    cases.push_back(Case(300, std::string("Hi ") + name + ", write to " + name + " at our office, we sell very good desks to everybody.").between("Noor Haddad", name));
  }
  corpus::TemplateOptions options;
  options.anonymizer = std::make_shared<corpus::Anonymizer>(lexicon());
  const corpus::Templates got = of(cases, options);
  BOOST_TEST_REQUIRE(got.largest.size() == 1u);
  for (const char* name : {"Ana", "Bo", "Cy", "Park", "Lima"}) BOOST_TEST(shown(got.largest[0]).find(name) == std::string::npos, shown(got.largest[0]));
}

// Against the similarity of all pairs, in a corpus of letters with a few words
// changed: of pairs well above the line nine in ten are together (two letters may
// be near each other and hang on different first ones), of those below it none.
BOOST_AUTO_TEST_CASE(clusters_are_those_of_all_pairs) {
  tests::Random random(11);
  std::size_t above = 0, together = 0, below = 0, wrong = 0;
  for (int round = 0; round < 5; ++round) {
    std::vector<std::string> texts;
    for (int letter = 0; letter < 12; ++letter) {
      const std::string base = words(random, 30 + random.below(40));
      for (int copy = 0; copy < 20; ++copy) {
        std::string text = base;
        // A few words near each other, as a letter's slots are.
        for (std::uint32_t change = random.below(4); change > 0; --change) {
          const std::size_t at = text.find(' ', random.below(static_cast<std::uint32_t>(text.size() - 12)));
          text.replace(at + 1, 4, words(random, 1));
        }
        texts.push_back(text);
      }
    }
    for (int alone = 0; alone < 60; ++alone) texts.push_back(words(random, 20 + random.below(60)));
    corpus::MinHashIndex index;
    std::vector<corpus::Shingles> sets;
    std::vector<std::uint32_t> cluster;
    for (const std::string& text : texts) {
      sets.push_back(corpus::shingles_of(text_of(text).hashes()));
      const auto near = index.nearest(sets.back());
      cluster.push_back(near ? *near : index.add(sets.back()));
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        const double near = corpus::jaccard(sets[i], sets[k]);
        if (near >= 0.8) ++above, together += cluster[i] == cluster[k] ? 1 : 0;
        if (near <= 0.2) ++below, wrong += cluster[i] == cluster[k] ? 1 : 0;
      }
    }
  }
  BOOST_TEST_MESSAGE(together << " of " << above << " near pairs together, " << wrong << " of " << below << " far ones");
  BOOST_TEST(above > 3000u);
  BOOST_TEST(together * 10 >= above * 9);
  BOOST_TEST(wrong == 0u);
}

// The probability of agreeing in a band, against what banding promises.
BOOST_AUTO_TEST_CASE(near_sets_are_found) {
  tests::Random random(5);
  for (const auto& [similarity, least] : {std::pair{0.65, 90}, {0.75, 97}, {0.9, 99}}) {
    int found = 0, tried = 0;
    for (int i = 0; i < 400; ++i) {
      corpus::Shingles a, b;
      for (int n = 0; n < 60; ++n) {
        const std::uint32_t one = random.below(1u << 31);
        a.push_back(one);
        // A share of both of x makes a similarity of x / (2 - x).
        b.push_back(random.below(1000) < 1000 * 2 * similarity / (1 + similarity) ? one : random.below(1u << 31));
      }
      for (corpus::Shingles* set : {&a, &b}) {
        std::sort(set->begin(), set->end());
        set->erase(std::unique(set->begin(), set->end()), set->end());
      }
      if (corpus::jaccard(a, b) < similarity - 0.03) continue;
      corpus::MinHashIndex index;
      index.add(a);
      ++tried;
      found += index.nearest(b).has_value() ? 1 : 0;
    }
    BOOST_TEST(tried > 100);
    BOOST_TEST(found * 100 >= tried * least, found << " of " << tried << " at " << similarity);
  }
}

BOOST_AUTO_TEST_CASE(an_index_that_grew_finds_all_it_has) {
  tests::Random random(3);
  corpus::MinHashIndex index;
  std::vector<corpus::Shingles> sets;
  for (int i = 0; i < 3000; ++i) {
    sets.push_back(corpus::shingles_of(text_of(words(random, 30)).hashes()));
    BOOST_TEST(index.add(sets.back()) == static_cast<std::uint32_t>(i));
  }
  for (std::uint32_t i = 0; i < sets.size(); i += 7) BOOST_TEST((index.nearest(sets[i]) == i));
}

BOOST_AUTO_TEST_CASE(hostile_corpora) {
  const std::string letter = "We sell very good desks to everybody who wants one, at a price.";
  std::vector<Case> equal(100'000, Case(500, letter));
  BOOST_TEST(of(equal).in_templates == 100'000u);
  std::vector<Case> empty(1000, Case(500, ""));
  BOOST_TEST(of(empty).messages == 0u);
  std::vector<Case> marks(1000, Case(500, "... !!! ???"));
  BOOST_TEST(of(marks).messages == 0u);
  tests::Random random(1);
  const std::vector<Case> giant(3, Case(500, words(random, 200'000)));
  BOOST_TEST(of(giant).in_templates == 3u);
  std::vector<Case> short_ones(100, Case(500, "Thanks!"));
  BOOST_TEST(of(short_ones).in_templates == 100u);
  const std::vector<Case> bytes(3, Case(500, std::string("\xff\xfe{{ [ % <<\xf0\x9f", 12)));
  BOOST_TEST(of(bytes).largest.size() <= 1u);
}

BOOST_AUTO_TEST_CASE(two_are_no_form_letter) {
  const std::vector<Case> two(2, Case(500, "We sell very good desks to everybody."));
  const corpus::Templates got = of(two);
  BOOST_TEST(got.clusters == 0u);
  BOOST_TEST(got.share == 0.0);
  BOOST_TEST(got.openers.empty());
}

BOOST_AUTO_TEST_CASE(similarities) {
  using S = corpus::Shingles;
  BOOST_TEST(corpus::jaccard(S{1, 2, 3}, S{2, 3, 4}) == 0.5);
  BOOST_TEST(corpus::jaccard(S{}, S{}) == 1.0);
  BOOST_TEST(corpus::jaccard(S{1}, S{}) == 0.0);
  const std::vector<std::uint64_t> two = {1, 2}, none;
  BOOST_TEST(corpus::shingles_of(two).size() == 1u);
  BOOST_TEST(corpus::shingles_of(none).empty());
}

BOOST_AUTO_TEST_SUITE_END()
