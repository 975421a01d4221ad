// Fitted weights put into weights.toml: only what stands between the markers
// "# BEGIN FIT" and "# END FIT"; every other byte stays.
//
// Thread rule: pure function.
// Errors: a message in one line.
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

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_TUNING_WEIGHTS_FILE_H_
