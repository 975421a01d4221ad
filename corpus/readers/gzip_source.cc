#include "corpus/readers/gzip_source.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>

namespace rapport::corpus {
namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;

class Gzip : public ByteSource {
 public:
  Gzip(std::string name, std::unique_ptr<ByteSource> packed, const SourceLimits& limits)
      : name_(std::move(name)), packed_(std::move(packed)), limits_(limits) {
    if (inflateInit2(&stream_, kGzipOnly) != Z_OK) fail("no memory to decompress it");
  }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;
  ~Gzip() override { inflateEnd(&stream_); }

  std::size_t read(char* to, std::size_t size) override {
    size = std::min<std::size_t>(size, std::numeric_limits<uInt>::max());
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(size);
    while (stream_.avail_out == size && size > 0) {
      if (stream_.avail_in == 0 && !fill()) {
        if (!between_) fail_damaged("it ends too soon");
        return 0;
      }
      // Another member, or zeros that fill a block of tape.
      if (between_) {
        if (*stream_.next_in == 0) {
          ++stream_.next_in;
          --stream_.avail_in;
          continue;
        }
        if (inflateReset(&stream_) != Z_OK) fail_damaged("unknown");
        between_ = false;
      }
      const int status = inflate(&stream_, Z_NO_FLUSH);
      if (status == Z_STREAM_END) {
        between_ = true;
      } else if (status != Z_OK && status != Z_BUF_ERROR) {
        fail_damaged(stream_.msg ? stream_.msg : "unknown");
      }
    }
    const std::size_t got = size - stream_.avail_out;
    out_ += got;
    check_unpacked(name_, packed_->taken(), out_, limits_);
    return got;
  }
  std::uint64_t taken() const override { return packed_->taken(); }
  std::uint64_t total() const override { return packed_->total(); }

 private:
  bool fill() {
    stream_.next_in = block_.data();
    stream_.avail_in = static_cast<uInt>(packed_->read(reinterpret_cast<char*>(block_.data()), block_.size()));
    return stream_.avail_in > 0;
  }
  [[noreturn]] void fail(const std::string& why) const { throw SourceError(name_ + ": " + why); }
  [[noreturn]] void fail_damaged(const std::string& why) const {
    fail("is cut short or damaged (" + why + "); make the compressed file anew");
  }

  std::string name_;
  std::unique_ptr<ByteSource> packed_;
  SourceLimits limits_;
  z_stream stream_{};
  std::array<Bytef, 65536> block_{};
  bool between_ = false;  // two members
  std::uint64_t out_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> open_gzip(const std::string& name, std::unique_ptr<ByteSource> packed, const SourceLimits& limits) {
  return std::make_unique<Gzip>(name, std::move(packed), limits);
}

void check_unpacked(const std::string& name, std::uint64_t in, std::uint64_t out, const SourceLimits& limits) {
  if (out > limits.unpacked) {
    throw SourceError(name + ": unpacks to more than " + std::to_string(limits.unpacked) + " bytes; unpack it yourself and pipe it in");
  }
  if (out > limits.ratio_from && out / limits.ratio > std::max<std::uint64_t>(in, 1)) {
    throw SourceError(name + ": unpacks to more than " + std::to_string(limits.ratio) +
                      " times its size; if it is to be trusted, unpack it yourself and pipe it in");
  }
}

}  // namespace rapport::corpus
