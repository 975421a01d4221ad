// One file as one record.
//
// Thread rule: pure, apart from reading the file.
#ifndef RAPPORT_CORPUS_READERS_TEXT_FILE_H_
#define RAPPORT_CORPUS_READERS_TEXT_FILE_H_

#include <string>
#include <string_view>

#include "corpus/readers/byte_source.h"
#include "corpus/readers/reader.h"

namespace rapport::corpus {

// What bytes of a file's start look like: "" text, "binary", "utf16".
std::string_view looks_like(std::string_view head);

// Fills `record` from `source`, named `name`; what cannot be a message is the
// record's error.
void read_text(ByteSource& source, const std::string& name, const ReadOptions& options, Record& record);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_READERS_TEXT_FILE_H_
