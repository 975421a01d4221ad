// A zip: its entries as streams, nothing of it ever on the disk.
//
// Ownership: holds its path only; each open() reads the file anew.
// Thread rule: one thread at a time.
// Errors: SourceError that names the zip, and the entry where one is at fault:
// damaged; more than `most_entries`; more than SourceLimits in all of one open();
// a name that leads out of the zip ("../x", "/x").
//
// Example:
//   corpus::ZipFile zip("export.zip");
//   for (const std::string& name : zip.names()) auto source = zip.open(name);
#ifndef RAPPORT_CORPUS_READERS_ZIP_FILE_H_
#define RAPPORT_CORPUS_READERS_ZIP_FILE_H_

#include <memory>
#include <string>
#include <vector>

#include "corpus/readers/byte_source.h"

namespace rapport::corpus {

class ZipFile {
 public:
  explicit ZipFile(std::string path, const SourceLimits& limits = {}, std::size_t most_entries = 10'000);

  // Of regular files, in the order of the zip. A zip in it is not looked into.
  const std::vector<std::string>& names() const { return names_; }
  // REQUIRES: one of names().
  std::unique_ptr<ByteSource> open(const std::string& name) const;

 private:
  std::string path_;
  SourceLimits limits_;
  std::vector<std::string> names_;
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_READERS_ZIP_FILE_H_
