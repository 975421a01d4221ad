#include "corpus/readers/byte_source.h"

#include <archive.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include "corpus/readers/gzip_source.h"

namespace rapport::corpus {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kGzip = "\x1f\x8b"sv;
constexpr std::string_view kZstd = "\x28\xb5\x2f\xfd"sv;

std::string shown(const std::string& path) { return path == "-" ? "standard input" : path; }

bool same(const struct stat& a, const struct stat& b) {
  return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec && a.st_ino == b.st_ino && a.st_dev == b.st_dev;
}

class FileSource : public ByteSource {
 public:
  explicit FileSource(const std::string& path) : path_(path) {
    if (path == "-") {
      descriptor_ = STDIN_FILENO;
    } else {
      // A FIFO without a writer must not hang: not blocking until it is known.
      descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
      if (descriptor_ < 0) fail(std::string("cannot be opened: ") + std::strerror(errno));
    }
    if (::fstat(descriptor_, &at_open_) != 0) refuse(std::string("cannot be read: ") + std::strerror(errno));
    if (S_ISDIR(at_open_.st_mode)) refuse("is a folder; give its files, or the folder as an input");
    if (path != "-" && !S_ISREG(at_open_.st_mode)) {
      refuse("is not a regular file; pipe it in and give - as the input");
    }
  }
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  ~FileSource() override { close(); }

  std::size_t read(char* to, std::size_t size) override {
    while (size > 0) {
      const ssize_t got = ::read(descriptor_, to, size);
      if (got > 0) {
        taken_ += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
      }
      if (got == 0) break;
      if (errno != EINTR) fail(std::string("cannot be read on: ") + std::strerror(errno));
    }
    if (size > 0) refuse_changed();
    return 0;
  }
  std::uint64_t taken() const override { return taken_; }
  std::uint64_t total() const override {
    return S_ISREG(at_open_.st_mode) ? static_cast<std::uint64_t>(at_open_.st_size) : 0;
  }

 private:
  [[noreturn]] void fail(const std::string& why) const {
    throw SourceError(shown(path_) + ": " + why);
  }
  [[noreturn]] void refuse(const std::string& why) {
    close();
    fail(why);
  }
  void close() {
    if (path_ != "-" && descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
  }
  void refuse_changed() const {
    if (!S_ISREG(at_open_.st_mode)) return;
    struct stat now {};
    if (::fstat(descriptor_, &now) != 0 || !same(now, at_open_)) {
      fail("changed while it was read (" + std::to_string(at_open_.st_size) + " bytes at first, " +
           std::to_string(now.st_size) + " now); run again once it is complete");
    }
    if (path_ != "-" && (::stat(path_.c_str(), &now) != 0 || !same(now, at_open_))) {
      fail("was replaced while it was read; run again once it is complete");
    }
  }

  std::string path_;
  int descriptor_ = -1;
  struct stat at_open_ {};
  std::uint64_t taken_ = 0;
};

// Bytes that were read ahead, then the rest.
class Replay : public ByteSource {
 public:
  Replay(std::string head, std::unique_ptr<ByteSource> rest)
      : head_(std::move(head)), rest_(std::move(rest)) {}
  std::size_t read(char* to, std::size_t size) override {
    if (at_ == head_.size()) return rest_->read(to, size);
    const std::size_t count = std::min(size, head_.size() - at_);
    std::memcpy(to, head_.data() + at_, count);
    at_ += count;
    return count;
  }
  std::uint64_t taken() const override { return rest_->taken(); }
  std::uint64_t total() const override { return rest_->total(); }

 private:
  std::string head_;
  std::size_t at_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

class Unpacked : public ByteSource {
 public:
  Unpacked(std::string path, std::unique_ptr<ByteSource> packed, const SourceLimits& limits)
      : path_(std::move(path)), packed_(std::move(packed)), limits_(limits),
        archive_(archive_read_new()) {
    if (!archive_) fail("no memory to decompress it");
    archive_read_support_filter_zstd(archive_.get());
    archive_read_support_format_raw(archive_.get());
    archive_read_support_format_empty(archive_.get());
    archive_entry* entry = nullptr;
    if (archive_read_open(archive_.get(), this, nullptr, &Unpacked::supply, nullptr) != ARCHIVE_OK) {
      fail_unpacking();
    }
    const int status = archive_read_next_header(archive_.get(), &entry);
    ended_ = status == ARCHIVE_EOF;
    if (!ended_ && status != ARCHIVE_OK) fail_unpacking();
  }

  std::size_t read(char* to, std::size_t size) override {
    if (ended_ || size == 0) return 0;
    const la_ssize_t got = archive_read_data(archive_.get(), to, size);
    if (got < 0) fail_unpacking();
    ended_ = got == 0;
    // What the reading found at the end of the packed bytes counts here too.
    if (ended_ && !packed_error_.empty()) throw SourceError(packed_error_);
    out_ += static_cast<std::uint64_t>(got);
    check_unpacked(shown(path_), packed_->taken(), out_, limits_);
    return static_cast<std::size_t>(got);
  }
  std::uint64_t taken() const override { return packed_->taken(); }
  std::uint64_t total() const override { return packed_->total(); }

 private:
  struct Free {
    void operator()(archive* a) const { archive_read_free(a); }
  };

  // No exception may pass through the C library.
  static la_ssize_t supply(archive* a, void* self, const void** block) {
    auto* source = static_cast<Unpacked*>(self);
    try {
      *block = source->block_.data();
      return static_cast<la_ssize_t>(source->packed_->read(source->block_.data(), source->block_.size()));
    } catch (const SourceError& error) {
      source->packed_error_ = error.what();
      archive_set_error(a, EIO, "%s", error.what());
      return ARCHIVE_FATAL;
    }
  }
  [[noreturn]] void fail(const std::string& why) const {
    throw SourceError(shown(path_) + ": " + why);
  }
  [[noreturn]] void fail_unpacking() const {
    if (!packed_error_.empty()) throw SourceError(packed_error_);
    const char* why = archive_error_string(archive_.get());
    fail(std::string("is cut short or damaged (") + (why ? why : "unknown") + "); make the compressed file anew");
  }

  std::string path_;
  std::unique_ptr<ByteSource> packed_;
  SourceLimits limits_;
  std::array<char, 65536> block_{};
  std::string packed_error_;
  bool ended_ = false;
  std::uint64_t out_ = 0;
  std::unique_ptr<archive, Free> archive_;
};

// Standard input as far as it was peeked at.
std::unique_ptr<ByteSource>& peeked() {
  static std::unique_ptr<ByteSource> source;
  return source;
}

bool starts_as(std::string_view head, std::string_view magic) {
  return head.substr(0, magic.size()) == magic.substr(0, head.size());
}

}  // namespace

std::unique_ptr<ByteSource> open_source(const std::string& path, const SourceLimits& limits) {
  if (path == "-" && peeked()) return std::move(peeked());
  std::unique_ptr<ByteSource> file = std::make_unique<FileSource>(path);
  std::string head;
  while (head.size() < kZstd.size() && (starts_as(head, kGzip) || starts_as(head, kZstd))) {
    std::array<char, 4> some{};
    const std::size_t got = file->read(some.data(), kZstd.size() - head.size());
    if (got == 0) break;
    head.append(some.data(), got);
  }
  const bool gzip = head.starts_with(kGzip), zstd = head.starts_with(kZstd);
  auto whole = std::make_unique<Replay>(std::move(head), std::move(file));
  if (gzip) return open_gzip(shown(path), std::move(whole), limits);
  if (!zstd) return whole;
  return std::make_unique<Unpacked>(path, std::move(whole), limits);
}

std::string peek_source(const std::string& path, std::size_t size) {
  std::unique_ptr<ByteSource> source = open_source(path);
  std::string head;
  // The bytes that tell the compression may come alone.
  while (head.size() < size && head.size() <= kZstd.size()) {
    const std::size_t before = head.size();
    head.resize(size);
    const std::size_t got = source->read(head.data() + before, size - before);
    head.resize(before + got);
    if (got == 0) break;
  }
  if (path == "-") peeked() = std::make_unique<Replay>(head, std::move(source));
  return head;
}

}  // namespace rapport::corpus
