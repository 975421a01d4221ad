// The fast path of words, sentences and graphemes against ICU: zero differences.
#include "analyzer/text/fast_words.h"
#include "analyzer/text/segment.h"
#include "tests/text_support.h"

using namespace rapport;
using text::Segmenter;

namespace {

std::string shown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = c > ' ' && c < 0x7F && c != '\\';
    static const char* const kDigits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    out += plain || c == ' ' ? std::string(1, c)
                             : std::string("\\x") + kDigits[byte >> 4] + kDigits[byte & 15];
  }
  return out;
}

class Differ {
 public:
  void check(std::string_view text) {
    ++texts_;
    same("words", text, &Segmenter::words, &Segmenter::words_by_icu);
    same("sentences", text, &Segmenter::sentences, &Segmenter::sentences_by_icu);
    same("graphemes", text, &Segmenter::graphemes, &Segmenter::graphemes_by_icu);
    if (segmenter_.count_graphemes(text) != slow_.size()) fail("count of graphemes", text);
  }

  std::size_t texts() const { return texts_; }
  std::size_t borders() const { return borders_; }
  std::size_t differences() const { return differences_; }

 private:
  using Cut = void (Segmenter::*)(std::string_view, std::vector<std::uint32_t>&);

  void same(const char* what, std::string_view text, Cut fast, Cut slow) {
    (segmenter_.*fast)(text, fast_);
    (segmenter_.*slow)(text, slow_);
    borders_ += slow_.size();
    if (fast_ != slow_) fail(what, text);
  }

  void fail(const char* what, std::string_view text) {
    constexpr std::size_t kMostShown = 5;
    if (++differences_ <= kMostShown) BOOST_TEST(false, what << " differ in: " << shown(text));
  }

  Segmenter segmenter_;
  std::vector<std::uint32_t> fast_;
  std::vector<std::uint32_t> slow_;
  std::size_t texts_ = 0;
  std::size_t borders_ = 0;
  std::size_t differences_ = 0;
};

// One character of each class that a rule of UAX #29 tells apart.
constexpr std::string_view kClasses = "aZ5_.,:;'\"!-( \n\r\t\x01";

std::string random_text(tests::Random& random, std::string_view characters, std::size_t most) {
  std::string out;
  for (std::size_t size = random.below(most) + 1; size > 0; --size) {
    out += characters[random.below(characters.size())];
  }
  return out;
}

std::string all_ascii() {
  std::string out;
  for (int c = 0; c < 128; ++c) out += static_cast<char>(c);
  return out;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(segment_differential_tests)

BOOST_AUTO_TEST_CASE(over_all_pairs_and_triples_of_ascii) {
  Differ differ;
  const std::string ascii = all_ascii();
  for (const char a : ascii) {
    for (const char b : ascii) differ.check(std::string{a, b});
  }
  for (const char c : ascii) {
    // Each character between, before and behind those of every class.
    for (const char a : kClasses) {
      for (const char b : kClasses) differ.check(std::string{a, c, b});
    }
  }
  BOOST_TEST(differ.texts() == 128u * 128u + 128u * kClasses.size() * kClasses.size());
  BOOST_TEST(differ.differences() == 0u);
}

BOOST_AUTO_TEST_CASE(over_all_texts_of_four_classes) {
  Differ differ;
  for (const char a : kClasses) {
    for (const char b : kClasses) {
      for (const char c : kClasses) {
        for (const char d : kClasses) differ.check(std::string{a, b, c, d});
      }
    }
  }
  BOOST_TEST(differ.texts() == 104976u);
  BOOST_TEST(differ.differences() == 0u);
}

BOOST_AUTO_TEST_CASE(over_generated_ascii) {
  Differ differ;
  tests::Random random(15);
  const std::string ascii = all_ascii();
  const std::string printable = ascii.substr(' ', 95);
  for (int i = 0; i < 20000; ++i) {
    differ.check(random_text(random, ascii, 60));
    differ.check(random_text(random, printable, 120));
    differ.check(random_text(random, kClasses, 60));
  }
  BOOST_TEST(differ.texts() == 60000u);
  BOOST_TEST(differ.borders() > 3000000u);
  BOOST_TEST(differ.differences() == 0u);
}

BOOST_AUTO_TEST_CASE(over_generated_mixed_text) {
  Differ differ;
  tests::Random random(16);
  for (int i = 0; i < 20000; ++i) {
    // Stretches of ASCII long enough that the text is cut between the two ways.
    std::string text;
    for (int piece = 0; piece < 4; ++piece) {
      text += tests::generated_text(random, random.below(8));
      text += random_text(random, "abc de. Fg, 1:2 _'\"!\n", 60);
    }
    differ.check(text);
  }
  BOOST_TEST(differ.texts() == 20000u);
  BOOST_TEST(differ.differences() == 0u);
}

BOOST_AUTO_TEST_CASE(over_the_samples_and_pieces_of_them) {
  Differ differ;
  tests::Random random(17);
  const auto samples = tests::samples();
  for (const auto& sample : samples) {
    differ.check(sample.draft.text);
    for (int i = 0; i < 20; ++i) {
      const std::string& source = random.pick(samples).draft.text;
      const std::size_t from = random.below(source.size());
      std::string piece = source.substr(from, random.below(200));
      while (!piece.empty() && text::is_continuation(piece[0])) piece.erase(0, 1);
      while (!text::is_utf8(piece)) piece.pop_back();
      differ.check(piece);
    }
  }
  BOOST_TEST(differ.texts() == samples.size() * 21);
  BOOST_TEST(differ.borders() > 10000u);
  BOOST_TEST(differ.differences() == 0u);
}

BOOST_AUTO_TEST_CASE(the_referee_sees_a_difference) {
  // A text that the fast path would get wrong if it took the colon for a mark.
  std::vector<std::uint32_t> ends;
  text::ascii_word_ends("a:b c", 0, ends);
  BOOST_TEST(ends == (std::vector<std::uint32_t>{3, 4, 5}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
