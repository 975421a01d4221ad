// Parses lexicons/ at build time and writes the image that the library
// carries: PREFIXbytes.bin, PREFIXfirst_edge.bin, PREFIXedges.bin.
//
//   rapport_embed_image FOLDER PREFIX
//
// Prints every error of the lexicon and fails where there is one.
#include <fstream>
#include <iostream>
#include <string>

#include "analyzer/lexicon.h"
#include "analyzer/lexicon/embedded.h"
#include "analyzer/lexicon/image.h"

namespace rapport::lexicon {

// This program carries no lexicon of its own.
std::span<const EmbeddedFile> embedded_files() { return {}; }
ImageView embedded_image() { return {}; }

}  // namespace rapport::lexicon

namespace {

template <typename Values>
bool write(const std::string& name, const Values& values) {
  std::ofstream out(name, std::ios::binary);
  out.write(reinterpret_cast<const char*>(values.data()),
            static_cast<std::streamsize>(values.size() * sizeof values[0]));
  return out.flush().good();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: rapport_embed_image FOLDER PREFIX\n";
    return 2;
  }
  const auto lexicon = rapport::Lexicon::load({.folder = argv[1], .replace = true});
  for (const auto& diagnostic : lexicon.diagnostics()) std::cerr << diagnostic.to_string();
  if (!lexicon) return 1;
  rapport::LexiconData data = lexicon->data();
  for (auto& file : data.files) file.shown = "<built-in>/" + file.name;
  const auto image = rapport::lexicon::write_image(data);
  const std::string prefix = argv[2];
  const bool written = write(prefix + "bytes.bin", image.bytes) &&
                       write(prefix + "first_edge.bin", image.first_edge) &&
                       write(prefix + "edges.bin", image.edges);
  return written ? 0 : 1;
}
