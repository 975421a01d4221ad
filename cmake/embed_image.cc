// Parses lexicons/ at build time and writes the image that the library carries.
//
//   rapport_embed_image FOLDER OUTPUT.cc
//
// Prints every error of the lexicon and fails where there is one.
#include <fstream>
#include <iostream>

#include "analyzer/lexicon.h"
#include "analyzer/lexicon/embedded.h"
#include "analyzer/lexicon/image.h"

namespace rapport::lexicon {

// This program carries no lexicon of its own.
std::span<const EmbeddedFile> embedded_files() { return {}; }
std::string_view embedded_image() { return {}; }

}  // namespace rapport::lexicon

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: rapport_embed_image FOLDER OUTPUT.cc\n";
    return 2;
  }
  const auto lexicon = rapport::Lexicon::load({.folder = argv[1], .replace = true});
  for (const auto& diagnostic : lexicon.diagnostics()) std::cerr << diagnostic.to_string();
  if (!lexicon) return 1;
  rapport::LexiconData data = lexicon->data();
  for (auto& file : data.files) file.shown = "<built-in>/" + file.name;
  const std::string image = rapport::lexicon::write_image(data);

  std::ofstream out(argv[2], std::ios::binary);
  out << "// Generated from lexicons/ by cmake/embed_image.cc.\n"
         "#include \"analyzer/lexicon/embedded.h\"\n\n"
         "namespace rapport::lexicon {\nnamespace {\n\nconstexpr char kImage[] =";
  constexpr std::size_t kBytesALine = 64;
  for (std::size_t i = 0; i < image.size(); ++i) {
    if (i % kBytesALine == 0) out << (i == 0 ? "\n    \"" : "\"\n    \"");
    const auto byte = static_cast<unsigned char>(image[i]);
    const bool plain = byte >= 0x20 && byte < 0x7f && byte != '\\' && byte != '"' && byte != '?';
    if (plain) {
      out << image[i];
    } else {  // three octal digits: what follows can never be taken for one more
      out << '\\' << static_cast<char>('0' + (byte >> 6)) << static_cast<char>('0' + (byte >> 3 & 7))
          << static_cast<char>('0' + (byte & 7));
    }
  }
  out << "\";\n\n}  // namespace\n\n"
         "std::string_view embedded_image() { return {kImage, sizeof kImage - 1}; }\n\n"
         "}  // namespace rapport::lexicon\n";
  return out.good() ? 0 : 1;
}
