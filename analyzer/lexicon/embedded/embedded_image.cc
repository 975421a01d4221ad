#include "analyzer/lexicon/embedded.h"

// Defined in the assembly file that the build makes of cmake/embedded_image.S.in.
extern "C" {
extern const char rapport_image_bytes[];
extern const char rapport_image_bytes_end[];
extern const std::uint32_t rapport_image_first_edge[];
extern const std::uint32_t rapport_image_first_edge_end[];
extern const rapport::lexicon::NfaEdge rapport_image_edges[];
extern const rapport::lexicon::NfaEdge rapport_image_edges_end[];
}

namespace rapport::lexicon {

ImageView embedded_image() {
  return {{rapport_image_bytes, rapport_image_bytes_end},
          {rapport_image_first_edge, rapport_image_first_edge_end},
          {rapport_image_edges, rapport_image_edges_end}};
}

}  // namespace rapport::lexicon
