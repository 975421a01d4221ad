// A text cut to a size, between characters.
//
// Thread rule: pure function.
#ifndef RAPPORT_CORPUS_REPORTS_CUT_H_
#define RAPPORT_CORPUS_REPORTS_CUT_H_

#include <string_view>

namespace rapport::corpus {

// At most so many bytes of it; no character of UTF-8 is parted.
inline std::string_view cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPORTS_CUT_H_
