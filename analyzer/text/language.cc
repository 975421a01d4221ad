#include "analyzer/text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>

#include "analyzer/text/chars.h"
#include "analyzer/text/utf8.h"

namespace rapport::text {
namespace {

constexpr int kFewestLetters = 20;    // below, CLD2 is no witness
constexpr int kFewestWords = 4;       // below, function words are none
constexpr double kSurelyKnown = 0.2;  // share of function words
constexpr double kHardlyKnown = 0.08;
constexpr int kSurePercent = 60;      // of the text, by CLD2

struct Letters {
  int all = 0;
  int latin = 0;
};

Letters count_letters(const Document& document) {
  Letters out;
  for (const Token& token : document.tokens) {
    if (token.token_class != TokenClass::kWord) continue;
    for (std::size_t at = token.span.begin; at < token.span.end;) {
      const char32_t c = next_code_point(document.text, at);
      if (!is_letter(c)) continue;
      ++out.all;
      out.latin += is_latin(c);
    }
  }
  return out;
}

// The share of a document's words that are function words of the language.
double function_word_share(const Document& document, const LanguageData& pack, int& words) {
  int found = 0;
  words = 0;
  for (const Token& token : document.tokens) {
    if (token.token_class != TokenClass::kWord) continue;
    ++words;
    const std::string_view folded = document.folded_slice(
        {document.to_folded(token.span.begin), document.to_folded(token.span.end)});
    found += std::find(pack.function_words.begin(), pack.function_words.end(), folded) !=
             pack.function_words.end();
  }
  return words == 0 ? 0 : static_cast<double>(found) / words;
}

// CLD2 stops at the first control character, and then leaves its results as they were.
std::string without_controls(std::string text) {
  const auto is_control = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
  };
  std::replace_if(text.begin(), text.end(), is_control, ' ');
  return text;
}

std::string detect(const std::string& draft, bool& sure) {
  const std::string text = without_controls(draft);
  bool reliable = false;
  CLD2::Language languages[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE,
                                 CLD2::UNKNOWN_LANGUAGE};
  int percents[3] = {};
  double scores[3] = {};
  int bytes = 0;
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  int valid = 0;
  CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &hints,
                                          0, languages, percents, scores, nullptr, &bytes,
                                          &reliable, &valid);
  sure = reliable && percents[0] >= kSurePercent;
  if (languages[0] == CLD2::UNKNOWN_LANGUAGE) return "und";
  return CLD2::LanguageCode(languages[0]);
}

}  // namespace

LanguageGuess recognize_language(const Document& document, const std::vector<LanguageData>& packs) {
  if (packs.empty()) return {"und", false};
  int words = 0;
  double best_share = 0;
  std::size_t best = 0;
  for (std::size_t i = 0; i < packs.size(); ++i) {
    const double share = function_word_share(document, packs[i], words);
    if (share > best_share) {
      best_share = share;
      best = i;
    }
  }
  if (words >= kFewestWords && best_share >= kSurelyKnown) return {packs[best].lang, true};

  const Letters letters = count_letters(document);
  const bool foreign_script = letters.latin * 2 < letters.all;
  if (letters.all < kFewestLetters && !foreign_script) return {packs[0].lang, true};

  bool sure = false;
  const std::string detected = detect(document.text, sure);
  for (const LanguageData& pack : packs) {
    if (pack.lang == detected) return {pack.lang, true};
  }
  if (!foreign_script && (!sure || best_share >= kHardlyKnown) && detected == "und") {
    return {packs[best].lang, true};
  }
  if (!foreign_script && !sure && best_share >= kHardlyKnown) return {packs[best].lang, true};
  return {detected, false};
}

}  // namespace rapport::text
