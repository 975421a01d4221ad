// From bytes to a draft: what is no message is refused with one clear line.
//
// Thread rule: pure functions.
// Errors: Failure; its message starts with the input's name and, where a program
// may want to tell them apart, a word for the fault (invalid_utf8, too_large,
// invalid_json, looks_binary, looks_utf16).
//
// Example:
//   InputRules rules{.max_bytes = 1 << 20};
//   Draft draft = to_draft(read_stream("-", "<stdin>", rules.max_bytes), "<stdin>", rules);
#ifndef RAPPORT_CLI_INPUT_H_
#define RAPPORT_CLI_INPUT_H_

#include <string>

#include "analyzer/draft.h"

namespace rapport::cli {

struct InputRules {
  std::size_t max_bytes = 1u << 20;
  bool replace = false;  // bytes that are no UTF-8 are let through, for U+FFFD
  bool json = false;     // the input is a JSON draft
};

// Drops one byte-order mark; refuses UTF-16, binary content and, unless
// `replace`, invalid UTF-8.
Draft to_draft(std::string bytes, const std::string& name, const InputRules& rules);

// A JSON object with `text`, and as far as given `subject`, `channel`, `tier`,
// `lang`, `slots_filled` or `kind` ("template"), and facts of the context, in an
// object `context` or beside the text. Any other scalar is kept in Draft::extra;
// lists and objects of other names are passed over. A name that is nearly one of
// these is refused, and so is a fact that is none.
// REQUIRES: json is valid UTF-8.
Draft parse_draft(const std::string& json, const std::string& name);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_INPUT_H_
