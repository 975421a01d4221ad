#include <algorithm>
#include <filesystem>

#include "corpus/readers/byte_source.h"
#include "corpus/readers/names.h"
#include "corpus/readers/reader.h"

namespace rapport::corpus {
namespace {

constexpr std::size_t kHead = 64 << 10;

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return path != "-" && std::filesystem::is_directory(path, ignored);
}

std::vector<std::string> format_names() {
  std::vector<std::string> out;
  for (const InputFormat& format : input_formats()) out.emplace_back(format.name);
  return out;
}

const InputFormat& format_named(const std::string& name) {
  for (const InputFormat& format : input_formats()) {
    if (format.name == name) return format;
  }
  throw UsageError(unknown_name("input format", name, format_names()));
}

const InputFormat& sniffed(const std::string& path) {
  const std::string head = is_folder(path) ? std::string() : peek_source(path, kHead);
  const InputFormat* best = nullptr;
  int sure = 0;
  // The first of equals: the list is sorted by name, so that the choice is stable.
  for (const InputFormat& format : input_formats()) {
    const int here = format.recognize(path, head);
    if (here > sure) {
      sure = here;
      best = &format;
    }
  }
  if (best) return *best;
  std::string names;
  for (const std::string& name : format_names()) names += (names.empty() ? "" : ", ") + name;
  throw UsageError((path == "-" ? "standard input" : path) +
                   ": its format is not known; name it with --input-format (" + names + ")");
}

// One input after the other; each is opened when it is its turn.
class Chain : public Reader {
 public:
  Chain(std::vector<std::string> paths, const ReadOptions& options)
      : paths_(std::move(paths)), options_(options) {
    open();
  }

  bool next(Record& record) override {
    while (!current_->next(record)) {
      finish();
      if (++at_ == paths_.size()) {
        --at_;
        ended_ = true;
        return false;
      }
      open();
    }
    return true;
  }
  std::uint64_t taken() const override { return before_ + (ended_ ? 0 : current_->taken()); }
  std::uint64_t total() const override { return paths_.size() == 1 ? current_->total() : 0; }
  const Skipped& skipped() const override {
    sum_ = done_;
    if (!ended_) add(current_->skipped(), sum_);
    return sum_;
  }
  std::vector<std::string> columns() const override { return current_->columns(); }

 private:
  static void add(const Skipped& from, Skipped& to) {
    to.blank_lines += from.blank_lines;
    to.files += from.files;
    to.drafts += from.drafts;
    for (const std::string& note : from.notes) {
      if (to.notes.size() < 20) to.notes.push_back(note);
    }
  }
  void open() { current_ = open_reader(paths_[at_], options_); }
  void finish() {
    if (ended_) return;
    before_ += current_->taken();
    add(current_->skipped(), done_);
  }

  std::vector<std::string> paths_;
  ReadOptions options_;
  std::size_t at_ = 0;
  bool ended_ = false;
  std::uint64_t before_ = 0;
  Skipped done_;
  mutable Skipped sum_;
  std::unique_ptr<Reader> current_;
};

}  // namespace

std::unique_ptr<Reader> open_reader(const std::string& path, const ReadOptions& options) {
  const InputFormat& format =
      options.format.empty() ? sniffed(path) : format_named(options.format);
  return format.open(path, options);
}

std::unique_ptr<Reader> open_readers(const std::vector<std::string>& paths,
                                     const ReadOptions& options) {
  if (paths.empty()) throw UsageError("no input; give a file, a folder or - for standard input");
  // A name that is wrong is told before the first record, not after hours.
  for (const std::string& path : paths) {
    std::error_code error;
    if (path != "-" && !std::filesystem::exists(path, error)) {
      throw SourceError(path + ": no such file or folder");
    }
  }
  if (paths.size() == 1) return open_reader(paths.front(), options);
  return std::make_unique<Chain>(paths, options);
}

}  // namespace rapport::corpus
