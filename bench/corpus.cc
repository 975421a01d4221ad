// rapport_corpus [N]: prints N generated messages (200,000 without it), one
// JSON record a line: {"id": "g0000001", "text": "…"}. On stderr: the median
// length and the share outside ASCII.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstring>

#include "bench/generate.h"

namespace {

void append_json(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      constexpr char kDigits[] = "0123456789abcdef";
      out += "\\u00";
      out += kDigits[c >> 4];
      out += kDigits[c & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t count = rapport::bench::kCorpusSize;
  if (argc > 1) {
    const char* end = argv[1] + std::strlen(argv[1]);
    const auto read = std::from_chars(argv[1], end, count);
    if (argc > 2 || read.ec != std::errc() || read.ptr != end || count == 0) {
      std::fputs("usage: rapport_corpus [N]\n", stderr);
      return 2;
    }
  }
  const auto lexicon = rapport::Lexicon::built_in();
  if (!lexicon) {
    for (const auto& diagnostic : lexicon.diagnostics()) {
      std::fputs(diagnostic.to_string().c_str(), stderr);
    }
    return 2;
  }
  const rapport::bench::Generator generator(*lexicon);
  std::vector<std::size_t> lengths;
  std::size_t bytes = 0;
  std::size_t marked = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text = generator.message(i);
    lengths.push_back(text.size());
    bytes += text.size();
    marked += !rapport::bench::is_ascii(text);
    char id[48];
    std::snprintf(id, sizeof id, "{\"id\": \"g%07zu\", ", i + 1);
    std::string line = id;
    line += "\"text\": ";
    append_json(line, text);
    line += "}\n";
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) {
      std::perror("rapport_corpus");
      return 1;
    }
  }
  std::nth_element(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(count / 2),
                   lengths.end());
  const double share = 100.0 * static_cast<double>(marked) / static_cast<double>(count);
  std::fprintf(stderr, "%zu messages, %zu bytes, median %zu, %.2f %% outside ASCII\n", count, bytes,
               lengths[count / 2], share);
  return std::fflush(stdout) == 0 ? 0 : 1;
}
