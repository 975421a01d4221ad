// Macros of patterns, `{{name}}`, and the fold of a pattern's literals.
//
// Thread rule: pure functions.
//
// Example: with w = "[^ ]+", expand("your {{w}} talk") is "your [^ ]+ talk".
#ifndef RAPPORT_ANALYZER_LEXICON_MACROS_H_
#define RAPPORT_ANALYZER_LEXICON_MACROS_H_

#include <map>
#include <string>
#include <string_view>

namespace rapport::lexicon {

using Macros = std::map<std::string, std::string>;

// Replaces macros, those of `local` before those of `shared`, inside others
// too. On an unknown name or a loop: returns false, `error` says which, and
// `out` is not to be used.
bool expand_macros(std::string_view pattern, const Macros& local, const Macros& shared,
                   std::string& out, std::string& error);

// Folds what a pattern says literally (lower case, plain quotes and dashes, no
// accents on Latin letters) and leaves escapes and syntax as they are.
std::string fold_pattern(std::string_view pattern);

// What is not allowed in a pattern whatever its meaning: anchors, \b, gaps
// without a bound or of more than 40 characters, a broad start. Empty: fine;
// else what is wrong and what to do, and `offset` in bytes.
std::string refuse_pattern(std::string_view expanded, std::size_t& offset);

// What is wrong with a pattern, and where.
struct PatternProblem {
  std::string code;        // "L010" or "L014"; empty: nothing
  std::string message;     // one line
  std::string text;        // what `offset` counts in: as written, or expanded
  std::size_t offset = 0;  // bytes
};

// Reads a pattern as a rule file does: macros replaced, literals folded, then
// refuse_pattern. `expanded` is what RE2 gets; not to be used with a problem.
PatternProblem read_pattern(std::string_view written, const Macros& local, const Macros& shared,
                            std::string& expanded);

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_MACROS_H_
