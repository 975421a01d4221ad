// What the text layer has to know of a language: plain data, filled by the
// lexicon layer from a pack's pack.toml. The text layer holds no words itself.
//
// All phrases are folded (see fold.h).
// Thread rule: plain values.
#ifndef RAPPORT_ANALYZER_TEXT_LANGUAGE_DATA_H_
#define RAPPORT_ANALYZER_TEXT_LANGUAGE_DATA_H_

#include <string>
#include <vector>

namespace rapport::text {

struct LanguageData {
  std::string lang;                         // BCP 47
  std::vector<std::string> greeting;        // openers: "hi", "good morning"
  std::vector<std::string> closing;         // openers: "best regards"
  std::vector<std::string> abbreviations;   // "Dr.", "e.g.", as written
  std::vector<std::string> function_words;  // for language recognition
  std::vector<std::string> capital_words;   // capitalized anywhere: "i", "i'm"
};

}  // namespace rapport::text

#endif  // RAPPORT_ANALYZER_TEXT_LANGUAGE_DATA_H_
