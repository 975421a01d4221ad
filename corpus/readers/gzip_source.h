// gzip (RFC 1952) as a source: of one member or several, each checked against its
// checksum and its length.
//
// Thread rule: one thread at a time.
// Errors: SourceError that names the input: cut short, damaged, or over SourceLimits.
#ifndef RAPPORT_CORPUS_READERS_GZIP_SOURCE_H_
#define RAPPORT_CORPUS_READERS_GZIP_SOURCE_H_

#include <memory>
#include <string>

#include "corpus/readers/byte_source.h"

namespace rapport::corpus {

// `name`: of the input, for messages.
std::unique_ptr<ByteSource> open_gzip(const std::string& name, std::unique_ptr<ByteSource> packed, const SourceLimits& limits);

// Throws what is said of an input that unpacks to too much; `in` and `out`: bytes so far.
void check_unpacked(const std::string& name, std::uint64_t in, std::uint64_t out, const SourceLimits& limits);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_READERS_GZIP_SOURCE_H_
