// The files of a new language pack, to fill: `tune new-pack`.
//
// They have the layout of a pack that is there: every text and list of words is
// empty and what that pack says stands in a comment above it. Kept are what holds
// in any language (dotted ids, verdicts, thresholds, macros without words). The
// loader refuses the pack until all that it needs is filled, and names it.
//
// Thread rule: pure functions.
//
// Example:
//   for (const auto& file : corpus::new_pack("pt-BR", lexicon, "en")) write(file);
#ifndef RAPPORT_CORPUS_TUNING_PACK_SCAFFOLD_H_
#define RAPPORT_CORPUS_TUNING_PACK_SCAFFOLD_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/lexicon.h"

namespace rapport::corpus {

// A language tag of BCP 47 (RFC 5646) as it is usually written: "pt-br" gives
// "pt-BR". Empty for what has not the shape of one; whether its parts are
// registered is not asked. Languages have two or three letters here.
std::optional<std::string> usual_language_tag(std::string_view tag);

struct PackFile {
  std::string name;  // "pack.toml"
  std::string content;
};

// pack.toml, rewrites.toml and advice.toml. REQUIRES: the lexicon has `from`.
std::vector<PackFile> new_pack(const std::string& lang, const Lexicon& lexicon,
                               std::string_view from);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_PACK_SCAFFOLD_H_
