// What a name in a lexicon's data stands for: one dotted id, or a family of them.
//
// Thread rule: pure function.
//
// Example: names_signal("pitch", "pitch.link") and names_signal("pitch.link",
// "pitch.link") are true, names_signal("pit", "pitch.link") is not.
#ifndef RAPPORT_ANALYZER_LEXICON_SIGNAL_NAME_H_
#define RAPPORT_ANALYZER_LEXICON_SIGNAL_NAME_H_

#include <string_view>

namespace rapport::lexicon {

inline bool names_signal(std::string_view name, std::string_view id) {
  return id.starts_with(name) && (id.size() == name.size() || id[name.size()] == '.');
}

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_SIGNAL_NAME_H_
