// How every RE2 of the library is set up. Internal to the match layer.
#ifndef RAPPORT_ANALYZER_MATCH_RE2_OPTIONS_H_
#define RAPPORT_ANALYZER_MATCH_RE2_OPTIONS_H_

#include <re2/re2.h>

#include <string_view>

namespace rapport::match {

// Bytes that the program and the state cache of one rule may use.
inline constexpr int kRuleMemory = 8 << 20;

inline re2::RE2::Options re2_options(int memory = kRuleMemory) {
  re2::RE2::Options options;
  options.set_longest_match(true);
  options.set_never_capture(true);
  options.set_log_errors(false);
  options.set_max_mem(memory);
  return options;
}

inline re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace rapport::match

#endif  // RAPPORT_ANALYZER_MATCH_RE2_OPTIONS_H_
