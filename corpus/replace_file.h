// Files replaced whole or not at all.
//
// Thread rule: pure functions of the file system.
// Errors: a message in one line; the file is then as it was.
#ifndef RAPPORT_CORPUS_REPLACE_FILE_H_
#define RAPPORT_CORPUS_REPLACE_FILE_H_

#include <string>
#include <string_view>

namespace rapport::corpus {

// A file beside it is written, synced and renamed over it, then the folder is
// synced (POSIX rename(2) is atomic); its mode is kept. Empty, or why not.
std::string replace_file(const std::string& path, std::string_view content);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_REPLACE_FILE_H_
