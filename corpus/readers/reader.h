// Readers: an input of any format as a stream of records, in order, in bounded
// memory. One file a format (corpus/readers/<format>.cc), which registers itself.
//
// Ownership: a Reader owns its sources.
// Thread rule: one thread at a time.
// Errors: what is wrong with one record is in it; SourceError where the input
// as a whole cannot be read; UsageError where options do not fit the input
// (a column that is not there: the message names the nearest).
//
// Example:
//   auto reader = corpus::open_reader("outreach.csv", {.text_field = "body"});
//   for (corpus::Record record; reader->next(record);) …
#ifndef RAPPORT_CORPUS_READERS_READER_H_
#define RAPPORT_CORPUS_READERS_READER_H_

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/record.h"

namespace rapport::corpus {

class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct ReadOptions {
  std::string format;      // of input_formats(); empty: sniffed
  std::string text_field;  // the column or key of the message; empty: "text", or known names
  std::string id_field;    // empty: "id" where there is one
  // Further fields: (key, column). Keys: subject, channel, tier, lang, kind,
  // sender, reader, thread, sent, accepted, replied, and each fact of a context.
  std::vector<std::pair<std::string, std::string>> map;
  char delimiter = '\0';                       // of CSV; '\0': sniffed
  std::size_t max_message_bytes = 1u << 20;    // a longer one is an error record
  bool replace_bad_utf8 = false;               // else it is an error record
  bool blank_records = false;                  // NDJSON: a blank line is an error record
  // Of folders: file names to take, as globs; empty: all that look like text.
  std::vector<std::string> globs;
};

// What was skipped without being a record.
struct Skipped {
  std::uint64_t blank_lines = 0;
  std::uint64_t files = 0;       // of a folder: binary, hidden, not matching
  std::uint64_t drafts = 0;      // of an export: unsent, sponsored, of groups
  std::vector<std::string> notes;  // one line each, for standard error; at most 20
};

class Reader {
 public:
  virtual ~Reader() = default;
  // Fills `record` (its buffers are used again); false at the end. `number` is
  // the caller's to set.
  virtual bool next(Record& record) = 0;
  virtual std::uint64_t taken() const = 0;  // bytes on disk, for progress
  virtual std::uint64_t total() const = 0;  // 0: not known
  virtual const Skipped& skipped() const = 0;
  // The names of the input's fields, where it has the same for all records.
  virtual std::vector<std::string> columns() const { return {}; }
};

// How a format is known and opened. `head`: up to 64 KiB of the input's start.
struct InputFormat {
  std::string_view name;         // "ndjson", "csv", "tsv", "text", "folder", "mbox", "eml", "export"
  std::string_view description;  // one line, for help
  // How sure it is that this is its input: 0 no, 100 certain.
  int (*recognize)(const std::string& path, std::string_view head);
  std::unique_ptr<Reader> (*open)(const std::string& path, const ReadOptions& options);
};

// All formats there are, by name.
const std::vector<InputFormat>& input_formats();

// Opens a path, "-" for standard input, by its format. One after the other for several.
std::unique_ptr<Reader> open_reader(const std::string& path, const ReadOptions& options);
std::unique_ptr<Reader> open_readers(const std::vector<std::string>& paths, const ReadOptions& options);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_READERS_READER_H_
