// CSV and TSV: a header, and one record a row.
#include <algorithm>
#include <array>

#include "corpus/readers/csv.h"
#include "corpus/readers/names.h"
#include "corpus/readers/reader.h"
#include "corpus/readers/record_fields.h"

namespace rapport::corpus {
namespace {

constexpr std::array<std::string_view, 5> kTextNames = {"text", "message", "body", "content", "note"};

class Table : public Reader {
 public:
  Table(const std::string& path, const ReadOptions& options)
      : path_(path), options_(options), source_(open_source(path)),
        parser_(*source_, {.delimiter = options.delimiter}) {
    check_map(options);
    if (!parser_.next(row_)) return;
    if (row_.error) throw UsageError(path_ + ": the header: " + row_.error->message);
    for (const std::string& name : row_.fields) header_.push_back(with_replacements(name));
    text_ = options.text_field.empty() ? known_text() : column(options.text_field);
    if (!options.id_field.empty()) id_ = column(options.id_field);
    for (const auto& [key, name] : options.map) keys_.emplace_back(key, column(name));
    for (std::size_t i = 0; i < header_.size(); ++i) {
      const std::string key = lower_ascii(header_[i]);
      if (key == "id" && options.id_field.empty() && id_ == kNone) id_ = i;
      const bool mapped = std::ranges::any_of(keys_, [&](const auto& k) { return k.first == key; });
      if (i != text_ && is_plain_key(key) && !mapped) keys_.emplace_back(key, i);
    }
  }

  bool next(Record& record) override {
    while (!header_.empty() && parser_.next(row_)) {
      skipped_.blank_lines = parser_.blank_lines();
      if (!row_.error && row_.fields == header_) {
        if (skipped_.notes.size() < 20) {
          skipped_.notes.push_back(path_ + ":" + std::to_string(row_.line) + ": the header again; skipped");
        }
        continue;
      }
      fill(record);
      return true;
    }
    skipped_.blank_lines = parser_.blank_lines();
    return false;
  }
  std::uint64_t taken() const override { return source_->taken(); }
  std::uint64_t total() const override { return source_->total(); }
  const Skipped& skipped() const override { return skipped_; }
  std::vector<std::string> columns() const override { return header_; }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  std::size_t column(const std::string& name) const {
    const auto exact = std::ranges::find(header_, name);
    if (exact != header_.end()) return static_cast<std::size_t>(exact - header_.begin());
    throw UsageError(path_ + ": " + unknown_name("column", name, header_));
  }
  std::size_t known_text() const {
    for (const std::string_view name : kTextNames) {
      for (std::size_t i = 0; i < header_.size(); ++i) {
        if (lower_ascii(header_[i]) == name) return i;
      }
    }
    throw UsageError(path_ + ": no column holds the message by its name; name it with --text-field: " +
                     unknown_name("column", "text", header_));
  }
  void fill(Record& record) {
    clear_record(record);
    record.source = path_;
    record.line = row_.line;
    record.error = row_.error;
    const auto fault = [&](const char* code, const std::string& message) {
      if (!record.error) record.error = RecordError{code, message, row_.byte};
    };
    if (!record.error && row_.fields.size() != header_.size()) {
      fault("ragged_row", "the row has " + std::to_string(row_.fields.size()) + " fields, the header " +
                              std::to_string(header_.size()) + "; is a quote or a delimiter missing?");
    }
    for (std::size_t i = 0; i < row_.fields.size(); ++i) {
      std::string value = row_.fields[i];
      if (const auto bad = bad_utf8_at(value)) {
        if (!options_.replace_bad_utf8) {
          fault("invalid_utf8", "byte " + std::to_string(*bad) + " of column " + std::to_string(i + 1) +
                                    " is not UTF-8; convert the file, or replace what is wrong");
        }
        value = with_replacements(value);
      }
      record.fields.push_back({i < header_.size() ? header_[i] : std::to_string(i + 1), std::move(value)});
    }
    if (id_ < record.fields.size()) record.id = record.fields[id_].value;
    if (record.error) return;
    record.draft.text = record.fields[text_].value;
    if (record.draft.text.size() > options_.max_message_bytes) {
      fault("too_large", "the message is longer than " + std::to_string(options_.max_message_bytes) + " bytes");
      record.draft.text.clear();
      record.fields[text_].value.clear();
      return;
    }
    for (const auto& [key, at] : keys_) {
      const std::string wrong = set_field(record, key, record.fields[at].value);
      if (!wrong.empty()) fault("invalid_field", wrong);
    }
  }

  std::string path_;
  ReadOptions options_;
  std::unique_ptr<ByteSource> source_;
  CsvParser parser_;
  CsvRow row_;
  std::vector<std::string> header_;
  std::size_t text_ = kNone, id_ = kNone;
  std::vector<std::pair<std::string, std::size_t>> keys_;
  Skipped skipped_;
};

std::string_view first_line(std::string_view head) { return head.substr(0, head.find_first_of("\r\n")); }

bool ends_with(const std::string& path, std::string_view ending) {
  const std::string lower = lower_ascii(path);
  return lower.ends_with(ending) || lower.ends_with(std::string(ending) + ".gz") ||
         lower.ends_with(std::string(ending) + ".zst");
}

// True where a column of the first line is named as messages are.
bool names_a_message(std::string_view line, std::string_view delimiters) {
  if (line.starts_with("\xef\xbb\xbf")) line.remove_prefix(3);
  while (!line.empty()) {
    const std::size_t size = std::min(line.find_first_of(delimiters), line.size());
    std::string name = lower_ascii(line.substr(0, size));
    std::erase(name, '"');
    if (std::ranges::find(kTextNames, name) != kTextNames.end()) return true;
    line.remove_prefix(std::min(size + 1, line.size()));
  }
  return false;
}

// By the name of the file, by that of a column, or as the likeliest of a pipe.
int recognize_rows(const std::string& path, std::string_view head, std::string_view ending, std::string_view delimiters) {
  if (ends_with(path, ending)) return 80;
  const std::string_view line = first_line(head);
  if (line.starts_with('{') || line.size() > 4096 || line.find('\0') != std::string_view::npos) return 0;
  if (line.find_first_of(delimiters) == std::string_view::npos) return 0;
  return names_a_message(line, delimiters) ? 55 : path == "-" ? 40 : 0;
}

int recognize_csv(const std::string& path, std::string_view head) {
  return recognize_rows(path, head, ".csv", ",;|");
}

int recognize_tsv(const std::string& path, std::string_view head) {
  return recognize_rows(path, head, ".tsv", "\t");
}

std::unique_ptr<Reader> open_csv(const std::string& path, const ReadOptions& options) {
  return std::make_unique<Table>(path, options);
}

std::unique_ptr<Reader> open_tsv(const std::string& path, const ReadOptions& options) {
  ReadOptions with = options;
  if (with.delimiter == '\0') with.delimiter = '\t';
  return std::make_unique<Table>(path, with);
}

}  // namespace

extern const InputFormat k_csv_format = {"csv", "rows of fields with a header (RFC 4180)", recognize_csv, open_csv};
extern const InputFormat k_tsv_format = {"tsv", "rows of fields set apart by tabs, with a header", recognize_tsv, open_tsv};

}  // namespace rapport::corpus
