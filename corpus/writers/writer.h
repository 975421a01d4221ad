// Writers: a record and its analysis as bytes of the output.
//
// NDJSON: one object a line: the input's own fields as they were, then score,
// verdict, scores, families, reasons; `signals` and `rewrites` as `rapport score
// --format json` gives them, where they are asked for. A field of the input that
// has the name of one of these is kept as "input.NAME". An error record is
// {"id": …, "error": {"code", "message", "source", "line", "byte"}}.
//
// CSV (RFC 4180, LF, header): the columns of the input where it has the same for
// all records, else id and text; then figures, and the error where there is one.
// A cell that begins with = + - @ TAB or CR is written after a ' so that no
// spreadsheet runs it, unless `csv_raw`; figures of ours are numbers and stay.
//
// Thread rule: const and without state; safe from many threads.
// Errors: none.
//
// Example:
//   auto writer = corpus::make_ndjson_writer({.spans = true});
//   writer->record(record, analysis, out);
#ifndef RAPPORT_CORPUS_WRITERS_WRITER_H_
#define RAPPORT_CORPUS_WRITERS_WRITER_H_

#include <memory>
#include <string>
#include <vector>

#include "analyzer/analysis.h"
#include "corpus/record.h"

namespace rapport::corpus {

struct WriteOptions {
  bool spans = false;     // NDJSON only
  bool rewrites = false;  // NDJSON only
  bool csv_raw = false;
  std::vector<std::string> columns;   // of the input, for CSV
  std::vector<std::string> families;  // of the lexicon, for CSV
};

class Writer {
 public:
  virtual ~Writer() = default;
  // Each appends to `out`.
  virtual void header(std::string& out) const = 0;
  virtual void record(const Record& record, const Analysis& analysis, std::string& out) const = 0;
  // REQUIRES: record.error.
  virtual void error(const Record& record, std::string& out) const = 0;
};

std::unique_ptr<Writer> make_ndjson_writer(const WriteOptions& options);
std::unique_ptr<Writer> make_csv_writer(const WriteOptions& options);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_WRITER_H_
