// A loaded lexicon as bytes: what the build makes of lexicons/, so that a
// process need not parse a megabyte of TOML to score one draft.
//
// The bytes are for the program that they were built with and for no other;
// they carry no version. Numbers are little-endian.
//
// Thread rule: pure functions.
#ifndef RAPPORT_ANALYZER_LEXICON_IMAGE_H_
#define RAPPORT_ANALYZER_LEXICON_IMAGE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "analyzer/lexicon/embedded.h"
#include "analyzer/lexicon/lexicon_data.h"

namespace rapport::lexicon {

struct Image {
  std::string bytes;
  // Of the automata of all packs, one behind the other.
  std::vector<std::uint32_t> first_edge;
  std::vector<NfaEdge> edges;
  bool operator==(const Image&) const = default;
};

// All of `data` but the contents of its files.
Image write_image(const LexiconData& data);

// REQUIRES: what write_image gave; what it views outlives what is returned.
LexiconData read_image(const ImageView& image);

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_IMAGE_H_
