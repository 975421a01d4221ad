// Files and standard input, read whole under a cap.
//
// Thread rule: pure functions of the file system.
// Errors: Failure that names the file and says why.
#ifndef RAPPORT_CLI_READ_FILE_H_
#define RAPPORT_CLI_READ_FILE_H_

#include <string>

namespace rapport::cli {

// A draft: a file, a pipe or a device; "-" is standard input. Refuses what has
// more than `most_bytes` as soon as one byte more has been read, in memory of
// about that size. `name` is what messages call it. A named pipe is given a second
// for something to open it for writing.
std::string read_stream(const std::string& path, const std::string& name, std::size_t most_bytes);

// A regular file; a pipe or a device is refused without waiting for it.
std::string read_regular_file(const std::string& path, std::size_t most_bytes);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_READ_FILE_H_
