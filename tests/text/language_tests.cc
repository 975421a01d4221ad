// Which language a draft is in: with the built-in packs, and with two.
#include "analyzer/text/language.h"

#include "analyzer/lexicon/lexicon_data.h"
#include "tests/text_support.h"

using namespace rapport;
using namespace rapport::text;
namespace bdata = boost::unit_test::data;

namespace {

struct Row : tests::Named {
  std::string text;
  std::string lang;
  bool known;
};

LanguageData english() {
  const LexiconData& data = tests::built_in_analyzer().lexicon().data();
  return data.packs[static_cast<std::size_t>(data.pack("en"))].language;
}

const std::string kRussian =
    "\u0417\u0434\u0440\u0430\u0432\u0441\u0442\u0432\u0443\u0439\u0442\u0435, \u0410\u043d\u043d\u0430, "
    "\u0432\u0430\u0448 \u0434\u043e\u043a\u043b\u0430\u0434 \u043e \u043a\u044d\u0448\u0430\u0445 "
    "\u043e\u0447\u0435\u043d\u044c \u043f\u043e\u043c\u043e\u0433 \u043c\u043d\u0435 \u0432 "
    "\u0440\u0430\u0431\u043e\u0442\u0435.";
const std::string kJapanese =
    "\u4f50\u85e4\u3055\u3093\u3001\u5148\u65e5\u306e\u767a\u8868\u306f\u3068\u3066\u3082\u52c9"
    "\u5f37\u306b\u306a\u308a\u307e\u3057\u305f\u3002\u3042\u308a\u304c\u3068\u3046\u3054\u3056"
    "\u3044\u307e\u3059\u3002";
const std::string kArabic =
    "\u0645\u0631\u062d\u0628\u0627 \u0623\u0646\u0627 \u0633\u0639\u064a\u062f \u062c\u062f\u0627 "
    "\u0628\u0642\u0631\u0627\u0621\u0629 \u0645\u0642\u0627\u0644\u0643 \u0639\u0646 "
    "\u0627\u0644\u0645\u064a\u0627\u0647 \u0641\u064a \u0627\u0644\u0645\u062f\u064a\u0646\u0629";
const std::string kSpanish =
    "Hola Ana, le\u00ed tu art\u00edculo sobre la cach\u00e9 y me gust\u00f3 mucho. Trabajo en lo "
    "mismo en un banco peque\u00f1o de Sevilla.";

// With English alone.
const std::vector<Row> kRows = {
    {{"English"}, "Hi Ana, your talk on caching made me rewrite our code. Happy to send it.", "en", true},
    {{"English without many function words"},
     "Loved yesterday's rooftop session, especially Maria's gardening trick. Greetings from Leeds!",
     "en", true},
    {{"English in capitals"}, "HI ANA, YOUR TALK ON CACHING MADE ME REWRITE OUR CODE.", "en", true},
    {{"English with a foreign name"}, "Hi Sr. Nu\u00f1ez, we met at the S\u00e3o Paulo fair and you "
     "told me about the bees.", "en", true},
    {{"Spanish"}, kSpanish, "es", false},
    {{"Russian"}, kRussian, "ru", false},
    {{"Russian behind a control character"}, "\x01" + kRussian, "ru", false},
    {{"Japanese"}, kJapanese, "ja", false},
    {{"Arabic"}, kArabic, "ar", false},
    {{"German"}, "Liebe Frau Maier, Ihr Vortrag \u00fcber Bienen hat mich sehr gefreut, ich m\u00f6chte "
     "Ihnen gern mehr davon schreiben.", "de", false},
    {{"empty"}, "", "en", true},
    {{"one word"}, "Hello", "en", true},
    {{"names only"}, "Ana Garc\u00eda", "en", true},
    {{"short"}, "ok thx", "en", true},
    {{"emoji only"}, "\U0001F44D\U0001F44D", "en", true},
    {{"numbers only"}, "12 34", "en", true},
    {{"link only"}, "https://example.org/labels", "en", true},
    {{"short Russian"}, "\u041f\u0440\u0438\u0432\u0435\u0442", "und", false},
};

LanguageData spanish() {
  LanguageData out;
  out.lang = "es";
  out.function_words = {"la", "el", "de", "que", "y", "en", "un", "me", "lo", "tu", "sobre", "con"};
  return out;
}

// With English and Spanish.
const std::vector<Row> kTwo = {
    {{"English"}, "Hi Ana, your talk on caching made me rewrite our code.", "en", true},
    {{"Spanish"}, kSpanish, "es", true},
    {{"short Spanish with function words"}, "Lo de la red y el banco", "es", true},
    {{"names only"}, "Ana Garc\u00eda", "en", true},
    {{"Russian"}, kRussian, "ru", false},
};

LanguageGuess guess(const std::string& text, const std::vector<LanguageData>& packs) {
  return recognize_language(tests::document_of(text), packs);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(language_tests)

BOOST_DATA_TEST_CASE(with_english_alone, bdata::make(kRows), row) {
  const LanguageGuess found = guess(row.text, {english()});
  BOOST_TEST(found.lang == row.lang);
  BOOST_TEST(found.known == row.known);
}

BOOST_DATA_TEST_CASE(with_english_and_spanish, bdata::make(kTwo), row) {
  const LanguageGuess found = guess(row.text, {english(), spanish()});
  BOOST_TEST(found.lang == row.lang);
  BOOST_TEST(found.known == row.known);
}

BOOST_AUTO_TEST_CASE(the_first_pack_is_the_default) {
  BOOST_TEST(guess("Ana", {spanish(), english()}).lang == "es");
  BOOST_TEST(guess("Ana", {}).lang == "und");
  BOOST_TEST(!guess("Ana", {}).known);
}

BOOST_AUTO_TEST_CASE(every_sample_is_recognized) {
  for (const auto& sample : tests::samples()) {
    const LanguageGuess found = guess(sample.draft.text, {english()});
    BOOST_TEST((found.known && found.lang == "en"), sample.id << " is taken for " << found.lang);
  }
}

BOOST_AUTO_TEST_SUITE_END()
