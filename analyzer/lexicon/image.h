// A loaded lexicon as bytes: what the build makes of lexicons/, so that a
// process need not parse a megabyte of TOML to score one draft.
//
// The bytes are for the program that they were built with and for no other;
// they carry no version. Numbers are little-endian.
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_LEXICON_IMAGE_H_
#define RAPPORT_ANALYZER_LEXICON_IMAGE_H_

#include <string>
#include <string_view>

#include "analyzer/lexicon/lexicon_data.h"

namespace rapport::lexicon {

// All of `data` but the contents of its files.
std::string write_image(const LexiconData& data);

// REQUIRES: `image` is what write_image gave.
LexiconData read_image(std::string_view image);

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_IMAGE_H_
