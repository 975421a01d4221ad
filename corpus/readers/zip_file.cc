#include "corpus/readers/zip_file.h"

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace rapport::corpus {
namespace {

constexpr std::size_t kBlock = 64 << 10;

struct Free {
  void operator()(archive* a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, Free>;

[[noreturn]] void fail(const std::string& path, const std::string& why) { throw SourceError(path + ": " + why); }

[[noreturn]] void fail_reading(const std::string& path, archive* a) {
  const char* why = archive_error_string(a);
  fail(path, std::string("is cut short or damaged (") + (why ? why : "unknown") + "); download it anew");
}

Archive open_zip(const std::string& path) {
  Archive out(archive_read_new());
  if (!out) fail(path, "no memory to read it");
  archive_read_support_format_zip(out.get());
  if (archive_read_open_filename(out.get(), path.c_str(), kBlock) != ARCHIVE_OK) fail_reading(path, out.get());
  return out;
}

// Whether it was there; false at the end.
bool next_entry(const std::string& path, archive* a, archive_entry** entry) {
  const int status = archive_read_next_header(a, entry);
  if (status == ARCHIVE_EOF) return false;
  if (status != ARCHIVE_OK && status != ARCHIVE_WARN) fail_reading(path, a);
  return true;
}

std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (!name) name = archive_entry_pathname(entry);
  return name ? name : "";
}

bool leads_out(std::string_view name) {
  if (name.starts_with('/') || name.starts_with('\\') || (name.size() > 1 && name[1] == ':')) return true;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of("/\\"), name.size());
    if (name.substr(0, end) == "..") return true;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return false;
}

class Entry : public ByteSource {
 public:
  Entry(std::string path, std::string name, Archive archive, std::uint64_t total, const SourceLimits& limits)
      : path_(std::move(path)), name_(std::move(name)), archive_(std::move(archive)), total_(total), limits_(limits) {}

  std::size_t read(char* to, std::size_t size) override {
    if (size == 0) return 0;
    const la_ssize_t got = archive_read_data(archive_.get(), to, size);
    if (got < 0) fail_reading(path_ + ": " + name_, archive_.get());
    out_ += static_cast<std::uint64_t>(got);
    if (out_ > limits_.unpacked) {
      fail(path_, name_ + " unpacks to more than " + std::to_string(limits_.unpacked) + " bytes; unpack it yourself");
    }
    if (out_ > limits_.ratio_from && out_ / limits_.ratio > std::max<std::uint64_t>(taken(), 1)) {
      fail(path_, name_ + " unpacks to more than " + std::to_string(limits_.ratio) +
                      " times its size; if it is to be trusted, unpack it yourself");
    }
    return static_cast<std::size_t>(got);
  }
  std::uint64_t taken() const override {
    return static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(archive_.get(), -1), 0));
  }
  std::uint64_t total() const override { return total_; }

 private:
  std::string path_, name_;
  Archive archive_;
  std::uint64_t total_, out_ = 0;
  SourceLimits limits_;
};

}  // namespace

ZipFile::ZipFile(std::string path, const SourceLimits& limits, std::size_t most_entries)
    : path_(std::move(path)), limits_(limits) {
  const Archive archive = open_zip(path_);
  archive_entry* entry = nullptr;
  for (std::size_t count = 1; next_entry(path_, archive.get(), &entry); ++count) {
    if (count > most_entries) fail(path_, "holds more than " + std::to_string(most_entries) + " entries");
    const std::string name = name_of(entry);
    if (leads_out(name)) fail(path_, "the name of an entry leads out of it: '" + name + "'; it is not to be trusted");
    if (archive_entry_filetype(entry) == AE_IFREG) names_.push_back(name);
  }
}

std::unique_ptr<ByteSource> ZipFile::open(const std::string& name) const {
  Archive archive = open_zip(path_);
  archive_entry* entry = nullptr;
  while (next_entry(path_, archive.get(), &entry)) {
    if (name_of(entry) != name) continue;
    if (archive_entry_is_encrypted(entry)) fail(path_, name + " is encrypted; unpack it yourself");
    struct stat file {};
    const std::uint64_t total = ::stat(path_.c_str(), &file) == 0 ? static_cast<std::uint64_t>(file.st_size) : 0;
    return std::make_unique<Entry>(path_, name, std::move(archive), total, limits_);
  }
  fail(path_, name + " is not in it any more; was it replaced?");
}

}  // namespace rapport::corpus
