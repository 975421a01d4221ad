// Names in messages of readers: the nearest of those there are.
//
// Thread rule: pure functions.
#ifndef RAPPORT_CORPUS_READERS_NAMES_H_
#define RAPPORT_CORPUS_READERS_NAMES_H_

#include <string>
#include <string_view>
#include <vector>

namespace rapport::corpus {

// ASCII letters made small; other bytes as they are.
std::string lower_ascii(std::string_view text);

// "unknown column 'txet'; did you mean 'text'?", or all names where none is near
// and they are few. Control characters of a name are shown as '?'.
std::string unknown_name(std::string_view what, std::string_view name,
                         const std::vector<std::string>& names);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_READERS_NAMES_H_
