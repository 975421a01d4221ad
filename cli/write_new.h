// Writes files that must not be there yet.
//
// Thread rule: pure functions of the file system.
// Errors: Failure that names the file and says why; kRefused where it is there
// already, kBroken where it cannot be written. A file that was begun is removed.
#ifndef RAPPORT_CLI_WRITE_NEW_H_
#define RAPPORT_CLI_WRITE_NEW_H_

#include <string>
#include <string_view>

namespace rapport::cli {

void write_new_file(const std::string& path, std::string_view content);

// Its parents are made where they are missing.
void make_new_folder(const std::string& path);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_WRITE_NEW_H_
