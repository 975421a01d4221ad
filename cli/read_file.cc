#include "cli/read_file.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "cli/display.h"
#include "cli/failure.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kFirstRead = 16u << 10;
constexpr std::size_t kMostName = 60;  // columns of a name that is rather a text
// How long a named pipe is given until something opens it for writing.
constexpr int kPatienceSteps = 50;
constexpr int kPatienceStep = 20;  // milliseconds

// Closes what it opened; standard input stays open.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value_ > STDERR_FILENO) close(value_);
  }
  int value() const { return value_; }

 private:
  int value_;
};

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
  throw Failure(shown_line(name) + ": " + why);
}

std::string human_size(std::size_t bytes) {
  if (bytes >= 1u << 20 && bytes % (1u << 20) == 0) return std::to_string(bytes >> 20) + " MiB";
  if (bytes >= 1u << 10 && bytes % (1u << 10) == 0) return std::to_string(bytes >> 10) + " KiB";
  return std::to_string(bytes) + " bytes";
}

// Why a file cannot be opened; many give the text itself where a file is due.
[[noreturn]] void refuse_opening(const std::string& path, const std::string& name) {
  const int error = errno;
  const bool like_text = path.find_first_of(" \n") != std::string::npos &&
                         (error == ENOENT || error == ENAMETOOLONG);
  if (!like_text) refuse(name, std::string("cannot be opened: ") + std::strerror(error));
  refuse(shown_line(name, kMostName), std::string("cannot be opened: ") + std::strerror(error) +
                                          "; for a text itself: --text TEXT");
}

// A pipe without a writer would be waited for without end. Gives the first byte,
// if the pipe has one now. REQUIRES: opened with O_NONBLOCK.
std::string wait_for_writer(int pipe, const std::string& name) {
  for (int step = 0; step < kPatienceSteps; ++step) {
    pollfd end{pipe, POLLIN, 0};
    ::poll(&end, 1, 0);
    char first = 0;
    const ssize_t got = ::read(pipe, &first, 1);
    if (got > 0) return std::string(1, first);
    // A writer that is slow, or one that has come and gone.
    if (got < 0 || (end.revents & POLLHUP) != 0) return "";
    ::poll(nullptr, 0, kPatienceStep);
  }
  refuse(name, "is a pipe that nothing writes to");
}

// `out`: what has been read of it already.
std::string read_all(int descriptor, const std::string& name, std::size_t most_bytes,
                     std::string out = "") {
  std::size_t size = out.size();
  for (;;) {
    if (size == out.size()) {
      out.resize(std::min(std::max(kFirstRead, size * 2), most_bytes + 1));
    }
    const ssize_t got = ::read(descriptor, out.data() + size, out.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) refuse(name, std::string("cannot be read: ") + std::strerror(errno));
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > most_bytes) {
      refuse(name, "too_large: over " + human_size(most_bytes) +
                       "; a message is shorter, or raise --max-bytes");
    }
  }
  out.resize(size);
  return out;
}

}  // namespace

std::string read_stream(const std::string& path, const std::string& name,
                        std::size_t most_bytes) {
  if (path == "-") return read_all(STDIN_FILENO, name, most_bytes);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.value() < 0) refuse_opening(path, name);
  struct stat status {};
  ::fstat(file.value(), &status);
  if (S_ISDIR(status.st_mode)) refuse(name, "is a folder; name the files in it");
  std::string begun;
  if (S_ISFIFO(status.st_mode)) begun = wait_for_writer(file.value(), name);
  ::fcntl(file.value(), F_SETFL, ::fcntl(file.value(), F_GETFL) & ~O_NONBLOCK);
  return read_all(file.value(), name, most_bytes, std::move(begun));
}

std::string read_regular_file(const std::string& path, std::size_t most_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.value() < 0) refuse(path, std::string("cannot be opened: ") + std::strerror(errno));
  struct stat status {};
  if (::fstat(file.value(), &status) != 0 || !S_ISREG(status.st_mode)) {
    refuse(path, "is not a regular file");
  }
  if (static_cast<std::size_t>(status.st_size) > most_bytes) {
    refuse(path, "too_large: over " + human_size(most_bytes));
  }
  return read_all(file.value(), path, most_bytes);
}

}  // namespace rapport::cli
