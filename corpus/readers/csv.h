// CSV as RFC 4180 has it, and TSV: rows of fields from bytes.
//
// Quoted fields, "" in them, line breaks in them, CRLF, CR alone or LF, a byte
// order mark at the start; the delimiter is sniffed of , ; tab | where it is not given.
//
// Thread rule: one thread at a time.
// Errors: a row that cannot be read has `error` set, and the next one is read
// all the same. SourceError of the bytes passes through.
//
// Example:
//   corpus::CsvParser parser(*source, {});
//   for (corpus::CsvRow row; parser.next(row);) use(row.fields);
#ifndef RAPPORT_CORPUS_READERS_CSV_H_
#define RAPPORT_CORPUS_READERS_CSV_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "corpus/readers/byte_source.h"
#include "corpus/record.h"

namespace rapport::corpus {

struct CsvRow {
  std::vector<std::string> fields;  // bytes as they are, unquoted
  std::uint64_t line = 0;           // where it begins, from 1
  std::uint64_t byte = 0;           // the same as an offset, from 0
  std::optional<RecordError> error;
};

struct CsvOptions {
  char delimiter = '\0';                   // '\0': sniffed from the first row
  std::size_t max_columns = 4096;
  std::size_t max_row_bytes = 8u << 20;    // a longer row is skipped in constant memory
};

class CsvParser {
 public:
  // `source` must outlive the parser.
  CsvParser(ByteSource& source, const CsvOptions& options);
  ~CsvParser();
  // The next row that is not blank; false at the end.
  bool next(CsvRow& row);
  char delimiter() const;            // once a row was read
  std::uint64_t blank_lines() const; // skipped so far

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_READERS_CSV_H_
