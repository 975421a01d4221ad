// The files of a member's data export of the professional network: in its zip, in
// a folder, or one of them alone.
//
// A file is known by its header row, in any order of columns, and only then by
// its name: exports of different years have other columns, and files that look
// alike (guide_messages.csv) stand beside them.
//
// Thread rule: one thread at a time.
// Errors: SourceError, UsageError where none of the files is there.
//
// Example:
//   corpus::ExportFiles files("Basic_LinkedInDataExport_11-25-2026.zip");
//   if (auto table = files.open(corpus::ExportFiles::kMessages)) …
#ifndef RAPPORT_CORPUS_READERS_EXPORT_FILES_H_
#define RAPPORT_CORPUS_READERS_EXPORT_FILES_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/readers/byte_source.h"
#include "corpus/readers/csv.h"
#include "corpus/readers/zip_file.h"

namespace rapport::corpus {

// One of the files, row by row, its values by their columns' names.
class ExportTable {
 public:
  // `source` is at the start of the file; the header is the first row with all of `needed`.
  ExportTable(std::string name, std::unique_ptr<ByteSource> source, const std::vector<std::string_view>& needed);

  bool next();  // false at the end
  const CsvRow& row() const { return row_; }
  const std::string& name() const { return name_; }  // "export.zip/messages.csv"
  bool has(std::string_view column) const { return find(column).has_value(); }
  // "" where the column or the value is not there. Names are lower case.
  const std::string& value(std::string_view column) const;
  bool ragged() const { return row_.fields.size() != header_.size(); }
  std::size_t columns() const { return header_.size(); }
  std::uint64_t taken() const { return source_->taken(); }
  std::uint64_t total() const { return source_->total(); }

 private:
  std::optional<std::size_t> find(std::string_view column) const;

  std::string name_;
  std::unique_ptr<ByteSource> source_;
  CsvParser parser_;
  CsvRow row_;
  std::vector<std::string> header_;
};

class ExportFiles {
 public:
  enum Kind { kProfile, kConnections, kInvitations, kMessages };

  explicit ExportFiles(std::string path);
  // None where the export has no such file.
  std::unique_ptr<ExportTable> open(Kind kind) const;
  bool has(Kind kind) const { return !names_[kind].empty(); }

 private:
  std::unique_ptr<ByteSource> source(const std::string& name) const;

  std::string path_;
  std::optional<ZipFile> zip_;
  bool folder_ = false;
  std::string names_[4];
};

// Which file a row could be the header of; none.
std::optional<ExportFiles::Kind> export_kind(const std::vector<std::string>& header);

// By its name, in any case: "Messages.csv".
std::optional<ExportFiles::Kind> export_kind_of_name(std::string_view path);

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_READERS_EXPORT_FILES_H_
