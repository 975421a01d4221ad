// A small TOML file as a flat list of dotted keys: for configuration files.
//
// Thread rule: pure function.
//
// Example: `[score]\nfail-on = "error"` gives {"score.fail-on", {"error"}, 2, 1}.
#ifndef RAPPORT_ANALYZER_LEXICON_FLAT_TOML_H_
#define RAPPORT_ANALYZER_LEXICON_FLAT_TOML_H_

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/result.h"

namespace rapport::lexicon {

struct FlatEntry {
  std::string key;                  // dotted
  std::vector<std::string> values;  // scalars as text: "true", "80", "error"
  int line = 0;                     // 1-based
  int column = 0;                   // 1-based, in code points
  bool list = false;                // written as an array
};

// In the order of the file. Errors: L001 syntax; L004 a value that is neither a
// scalar nor an array of scalars.
Result<std::vector<FlatEntry>> read_flat_toml(std::string_view content, std::string_view file);

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_FLAT_TOML_H_
