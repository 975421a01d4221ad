// Everything a lexicon holds; what a Lexicon handle points to.
//
// Thread rule: immutable once loaded.
#ifndef RAPPORT_ANALYZER_LEXICON_LEXICON_DATA_H_
#define RAPPORT_ANALYZER_LEXICON_LEXICON_DATA_H_

#include <string>
#include <vector>

#include "analyzer/lexicon/rule.h"
#include "analyzer/lexicon/settings.h"

namespace rapport {

struct LexiconData {
  std::vector<lexicon::SourceFile> files;  // by name
  std::string hash;                        // 16 hexadecimal digits
  lexicon::Taxonomy taxonomy;
  lexicon::Evidence evidence;
  lexicon::Weights weights;
  std::vector<lexicon::Channel> channels;
  std::vector<lexicon::Pack> packs;        // by language; never empty

  // -1 where there is none.
  int channel(std::string_view id) const;
  // By exact tag, else by its primary language ("en-GB" finds "en").
  int pack(std::string_view lang) const;
};

}  // namespace rapport

#endif  // RAPPORT_ANALYZER_LEXICON_LEXICON_DATA_H_
