// Where the facts of a context come from: a TOML file, the fields of a JSON
// draft, the options of the command line; each wins over the one before.
//
// A fact has a flat name ("to_name"), or stands in a table of its first word
// ("[to]" with "name"). A list is an array, or an option given several times.
//
// Thread rule: plain values.
// Errors: Failure; all mistakes of a file at once, one a line, with its place
// and the nearest fact.
//
// Example: a file with
//   met_at = "CppCon"
//   [to]
//   name = "Ana Lima"
//   groups = ["Women in C++"]
#ifndef RAPPORT_CLI_CONTEXT_H_
#define RAPPORT_CLI_CONTEXT_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/context.h"
#include "cli/settings.h"

namespace rapport::cli {

// Takes the fact `key` ("to_name", "to.name"). Empty: done. Otherwise one line
// that says what is wrong and names the nearest fact; `context` may then hold
// some of `values`.
std::string take_fact(Context& context, std::string_view key,
                      const std::vector<std::string>& values);

// True for the name of a fact.
bool is_fact(std::string_view key);

// The option of a fact: "to-name".
std::string fact_option(std::string_view name);

// The facts of a file, each with its values, in the order of the file.
using Facts = std::vector<std::pair<std::string, std::vector<std::string>>>;
Facts read_context_file(const std::string& path);

// To the facts of a draft, those of the file that it has none of, and those of
// the command line in place of its own. Refuses facts that contradict each
// other; `name` is the draft's, for the message.
void complete_context(Context& context, const Facts& file, const Settings& settings,
                      const std::string& name);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_CONTEXT_H_
