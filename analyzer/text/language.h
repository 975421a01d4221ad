// Which language a draft is written in.
//
// Source: Compact Language Detector 2 for text of 20 letters and more, behind
// the packs' own function words, which decide for short text.
//
// Thread rule: pure function.
#ifndef RAPPORT_ANALYZER_TEXT_LANGUAGE_H_
#define RAPPORT_ANALYZER_TEXT_LANGUAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/text/document.h"

namespace rapport::text {

struct LanguageGuess {
  std::string lang;    // BCP 47, or "und"
  bool known = false;  // one of the packs' languages
};

// `packs`: one entry a language pack; the first is the default, taken for text
// too short to tell that is written in a script that pack uses (one word, a
// name). Text in another script, or that CLD2 is sure is another language and
// that holds few of a pack's function words, is not known.
LanguageGuess recognize_language(const Document& document,
                                 const std::vector<LanguageData>& packs);

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_LANGUAGE_H_
