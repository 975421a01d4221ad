// The valid name that somebody most likely meant.
//
// Thread rule: pure functions.
//
// Example: unknown("format", "jsn", {"json", "human"}) gives
//   unknown format 'jsn'; did you mean 'json'?
#ifndef RAPPORT_CLI_NEAREST_H_
#define RAPPORT_CLI_NEAREST_H_

#include <string>
#include <string_view>
#include <vector>

namespace rapport::cli {

// Insertions, deletions, replacements and swaps of neighbours from a to b.
std::size_t edit_distance(std::string_view a, std::string_view b);

// One line that names the nearest of `names`, or all of them where none is near
// and they are few.
std::string unknown(std::string_view what, std::string_view name,
                    const std::vector<std::string>& names);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_NEAREST_H_
