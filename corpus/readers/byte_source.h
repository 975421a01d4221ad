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

// What a compressed input may become: a small file that unpacks to very much is
// an attack or a mistake.
struct SourceLimits {
  std::uint64_t unpacked = 1ull << 30;       // bytes out at most
  std::uint64_t ratio = 100;                 // out : in at most, once
  std::uint64_t ratio_from = 10ull << 20;    // so many bytes are out
};

// "-": standard input. gzip and Zstandard are recognized by their first bytes
// and decompressed; a plain file is read as it is. A regular file that changes or
// is replaced while it is read is a SourceError at its end.
std::unique_ptr<ByteSource> open_source(const std::string& path, const SourceLimits& limits = {});

// Up to `size` bytes of the input's start, decompressed, as far as they come
// without waiting twice. What is taken of standard input is kept for the next
// open_source("-"), which must have the same limits.
std::string peek_source(const std::string& path, std::size_t size);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_READERS_BYTE_SOURCE_H_
