// Bytes of an input: a file, standard input, an entry of an archive, each
// decompressed where it has to be.
//
// Ownership: a source owns what it has open.
// Thread rule: one thread at a time.
// Errors: SourceError, thrown: the input as a whole cannot be read on.
//
// Example:
//   auto source = corpus::open_source("messages.csv.gz");
//   for (std::size_t got; (got = source->read(buffer, sizeof buffer)) > 0;) use(buffer, got);
#ifndef RAPPORT_CORPUS_READERS_BYTE_SOURCE_H_
#define RAPPORT_CORPUS_READERS_BYTE_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>

namespace rapport::corpus {

// One line that names the input and what to do.
class SourceError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // At most `size` bytes; 0 at the end only. Blocks until there is something.
  virtual std::size_t read(char* to, std::size_t size) = 0;
  // For progress: bytes taken from what lies on disk (compressed), and how many
  // there are; 0 where that is not known (a pipe).
  virtual std::uint64_t taken() const = 0;
  virtual std::uint64_t total() const = 0;
};

// "-": standard input. gzip and Zstandard are recognized by their first bytes
// and decompressed; a plain file is read as it is.
std::unique_ptr<ByteSource> open_source(const std::string& path);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_READERS_BYTE_SOURCE_H_
