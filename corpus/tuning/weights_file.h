// Writes fitted weights into weights.toml: only what stands between the markers
// "# BEGIN FIT" and "# END FIT"; every other byte stays.
//
// Thread rule: pure functions of the file system.
// Errors: a message in one line; the file is then as it was.
#ifndef RAPPORT_CORPUS_TUNING_WEIGHTS_FILE_H_
#define RAPPORT_CORPUS_TUNING_WEIGHTS_FILE_H_

#include <string>
#include <string_view>

#include "analyzer/lexicon/lexicon_data.h"
#include "corpus/tuning/terms.h"

namespace rapport::corpus {

// The text of weights.toml with the block replaced. On an error (a marker is
// missing or stands twice) it is empty and `error` says why.
std::string with_weights(std::string_view file, const FittedWeights& weights,
                         const LexiconData& lexicon, std::string& error);

// Replaces a file whole or not at all: a file beside it is written, synced and
// renamed over it, then the folder is synced (POSIX rename(2) is atomic). Empty,
// or why not; the old file is then untouched.
std::string replace_file(const std::string& path, std::string_view content);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_WEIGHTS_FILE_H_
