#include "corpus/readers/export_files.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "corpus/readers/names.h"
#include "corpus/readers/reader.h"

namespace rapport::corpus {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostPreamble = 20;  // rows before the header

struct Shape {
  std::string_view name;
  std::vector<std::string_view> needed;  // columns that tell it
};

const std::array<Shape, 4>& shapes() {
  static const std::array<Shape, 4> all = {{
      {"profile.csv", {"first name", "last name", "headline"}},
      {"connections.csv", {"first name", "connected on"}},
      {"invitations.csv", {"from", "to", "message", "direction"}},
      {"messages.csv", {"conversation id", "from", "to", "date", "content"}},
  }};
  return all;
}

std::string plain_name(std::string_view column) {
  if (column.starts_with("\xEF\xBB\xBF")) column.remove_prefix(3);
  while (!column.empty() && (column.front() == ' ' || column.front() == '\t')) column.remove_prefix(1);
  while (!column.empty() && (column.back() == ' ' || column.back() == '\t')) column.remove_suffix(1);
  return lower_ascii(column);
}

bool holds_all(const std::vector<std::string>& header, const std::vector<std::string_view>& needed) {
  return std::all_of(needed.begin(), needed.end(), [&](std::string_view name) {
    return std::find(header.begin(), header.end(), name) != header.end();
  });
}

std::vector<std::string> plain(const std::vector<std::string>& row) {
  std::vector<std::string> out;
  for (const std::string& name : row) out.push_back(plain_name(name));
  return out;
}

bool is_zip(const std::string& path) {
  if (path == "-") return false;
  const std::string head = peek_source(path, 4);
  return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06");
}

}  // namespace

ExportTable::ExportTable(std::string name, std::unique_ptr<ByteSource> source, const std::vector<std::string_view>& needed)
    : name_(std::move(name)), source_(std::move(source)), parser_(*source_, {.delimiter = ','}) {
  for (std::size_t i = 0; i < kMostPreamble && parser_.next(row_); ++i) {
    header_ = plain(row_.fields);
    if (holds_all(header_, needed)) return;
  }
  throw SourceError(name_ + ": has no header row with the columns " + std::string(needed[0]) + " and " +
                    std::string(needed[1]) + "; is it a file of the export?");
}

bool ExportTable::next() {
  while (parser_.next(row_)) {
    // Some tools write the header again where they join files.
    if (row_.error || plain(row_.fields) != header_) return true;
  }
  return false;
}

std::optional<std::size_t> ExportTable::find(std::string_view column) const {
  const auto at = std::find(header_.begin(), header_.end(), column);
  if (at == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(at - header_.begin());
}

const std::string& ExportTable::value(std::string_view column) const {
  static const std::string none;
  const auto at = find(column);
  return at && *at < row_.fields.size() ? row_.fields[*at] : none;
}

std::optional<ExportFiles::Kind> export_kind(const std::vector<std::string>& header) {
  const std::vector<std::string> names = plain(header);
  for (std::size_t i = 0; i < shapes().size(); ++i) {
    if (holds_all(names, shapes()[i].needed)) return static_cast<ExportFiles::Kind>(i);
  }
  return std::nullopt;
}

std::optional<ExportFiles::Kind> export_kind_of_name(std::string_view path) {
  const std::string name = lower_ascii(path.substr(path.find_last_of('/') + 1));
  for (std::size_t i = 0; i < shapes().size(); ++i) {
    if (name == shapes()[i].name) return static_cast<ExportFiles::Kind>(i);
  }
  return std::nullopt;
}

ExportFiles::ExportFiles(std::string path) : path_(std::move(path)) {
  std::vector<std::string> names;
  std::error_code error;
  if (path_ != "-" && fs::is_directory(path_, error)) {
    folder_ = true;
    for (const auto& entry : fs::directory_iterator(path_, error)) {
      if (entry.is_regular_file(error)) names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
  } else if (is_zip(path_)) {
    zip_.emplace(path_);
    names = zip_->names();
  } else {
    const auto source = open_source(path_);
    CsvParser parser(*source, {.delimiter = ','});
    CsvRow row;
    for (std::size_t i = 0; i < kMostPreamble && parser.next(row); ++i) {
      const auto kind = export_kind(row.fields);
      if (kind) names_[*kind] = path_;
      if (kind) return;
    }
  }
  for (const std::string& name : names) {
    const auto kind = export_kind_of_name(name);
    if (kind && names_[*kind].empty()) names_[*kind] = name;
  }
  if (!has(kMessages) && !has(kInvitations)) {
    throw UsageError(path_ + ": holds neither messages.csv nor Invitations.csv of a data export");
  }
}

std::unique_ptr<ByteSource> ExportFiles::source(const std::string& name) const {
  if (zip_) return zip_->open(name);
  return open_source(folder_ ? path_ + "/" + name : name);
}

std::unique_ptr<ExportTable> ExportFiles::open(Kind kind) const {
  const std::string& name = names_[kind];
  if (name.empty()) return nullptr;
  return std::make_unique<ExportTable>(zip_ || folder_ ? path_ + "/" + name : name, source(name), shapes()[kind].needed);
}

}  // namespace rapport::corpus
