// A record: one draft of a corpus, with all that its input said of it.
//
// Thread rule: plain values.
// Errors: a record that could not be read is a record all the same, with its
// place in the order and `error` set; its draft is not to be analyzed.
//
// Example:
//   corpus::Record record;
//   while (reader->next(record)) {
//     if (record.error) tell(*record.error); else use(record.draft);
//   }
#ifndef RAPPORT_CORPUS_RECORD_H_
#define RAPPORT_CORPUS_RECORD_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/draft.h"

namespace rapport::corpus {

// A field of the input, carried through to the output as it was.
struct Field {
  std::string name;   // UTF-8
  std::string value;  // text in UTF-8, or JSON as it was written
  bool is_json = false;
};

// Why a record could not be read.
struct RecordError {
  std::string code;     // stable: "invalid_json", "invalid_utf8", "ragged_row", "too_large", …
  std::string message;  // one line: what was wrong and what to do
  std::uint64_t byte = 0;  // offset in the input (decompressed), where it is known
};

struct Record {
  // Of the whole run, from 0, in the order of reading. The key of a record: ids
  // may be missing or stand twice.
  std::uint64_t number = 0;
  std::string source;      // the file, or the entry of an archive: "export.zip/messages.csv"
  std::uint64_t line = 0;  // where it begins in the source, from 1; 0: it has no lines
  std::string id;          // as the input has it; may be empty

  Draft draft;
  std::vector<Field> fields;  // the input's own, in its order, the text among them

  // What the message was sent as, where the input says so. Names are for people;
  // a key (an address, the end of a profile's URL in small letters) joins.
  std::string sender, sender_key;
  std::string reader, reader_key;
  std::string thread;  // a conversation
  std::optional<std::chrono::sys_seconds> sent;  // UTC; where the input has no zone, as if UTC
  // Outcomes. None: not known.
  std::optional<bool> accepted;  // an invitation
  std::optional<bool> replied;

  std::optional<RecordError> error;
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_RECORD_H_
