#include "cli/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "cli/failure.h"

namespace rapport::cli {
namespace {

constexpr std::size_t kBlock = 64u << 10;

[[noreturn]] void fail() {
  const int error = errno;
  if (error == EPIPE) {
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
  }
  throw Failure(std::string("cannot write the result: ") + std::strerror(error), kBroken);
}

}  // namespace

void Output::write(std::string_view data) {
  buffer_ += data;
  if (buffer_.size() >= kBlock) flush();
}

void Output::flush() {
  std::string_view left = buffer_;
  while (!left.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      buffer_.clear();
      fail();
    }
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
}

void Output::finish() {
  flush();
  if (::close(STDOUT_FILENO) != 0 && errno != EBADF) fail();
}

void complain(std::string_view message) {
  const std::string line = "rapport: " + std::string(message) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void prepare_streams() {
  // Opened the wrong way round, so that using a closed stream still fails.
  while (true) {
    const bool is_input = ::fcntl(STDIN_FILENO, F_GETFD) < 0;
    const int descriptor = ::open("/dev/null", is_input ? O_WRONLY : O_RDONLY);
    if (descriptor < 0) break;
    if (descriptor > STDERR_FILENO) {
      ::close(descriptor);
      break;
    }
  }
  std::signal(SIGPIPE, SIG_DFL);
}

}  // namespace rapport::cli
