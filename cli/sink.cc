#include "cli/sink.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <utility>

#include "cli/display.h"
#include "cli/failure.h"

namespace rapport::cli {

Sink::Sink(std::string path) : path_(path == "-" ? "" : std::move(path)) {
  if (path_.empty()) {
    descriptor_ = STDOUT_FILENO;
    return;
  }
  struct stat status = {};
  part_ = ::stat(path_.c_str(), &status) != 0 || S_ISREG(status.st_mode);
  part_path_ = part_ ? path_ + ".part" : path_;
  if (part_) {
    lock();
  } else {
    descriptor_ = ::open(part_path_.c_str(), O_WRONLY | O_CLOEXEC);
  }
  if (descriptor_ < 0) throw Failure(shown_line(part_path_) + ": cannot be written: " + std::strerror(errno));
}

Sink::~Sink() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

void Sink::lock() {
  while (true) {
    descriptor_ = ::open(part_path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor_ < 0) return;
    struct flock lock = {};
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    if (::fcntl(descriptor_, F_SETLK, &lock) != 0) {
      if (errno != EACCES && errno != EAGAIN) return;  // a file system without locks
      const bool known = ::fcntl(descriptor_, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
      if (!known && errno == 0) continue;
      throw Failure(shown_line(path_) + ": another run is writing it" +
                    (known ? ", process " + std::to_string(lock.l_pid) : "") +
                    "; wait for it, or name another --output");
    }
    // The other run may have renamed it between our two steps.
    struct stat mine = {}, there = {};
    if (::fstat(descriptor_, &mine) == 0 && ::stat(part_path_.c_str(), &there) == 0 &&
        mine.st_ino == there.st_ino && mine.st_dev == there.st_dev) {
      return;
    }
    ::close(descriptor_);
  }
}

void Sink::start(std::uint64_t keep) {
  written_ = keep;
  if (!part_) return;
  struct stat status = {};
  if (::fstat(descriptor_, &status) != 0) fail("cannot be looked at");
  if (static_cast<std::uint64_t>(status.st_size) < keep) {
    throw Failure(shown_line(part_path_) + ": has " + std::to_string(status.st_size) + " bytes, fewer than the " +
                  std::to_string(keep) + " of its journal; without --resume the run starts anew");
  }
  if (::ftruncate(descriptor_, static_cast<off_t>(keep)) != 0) fail("cannot be cut");
  if (::lseek(descriptor_, 0, SEEK_END) < 0) fail("cannot be written");
}

void Sink::write(std::string_view data) {
  while (!data.empty()) {
    const ssize_t some = ::write(descriptor_, data.data(), data.size());
    if (some < 0 && errno == EINTR) continue;
    if (some < 0) fail("cannot be written");
    written_ += static_cast<std::uint64_t>(some);
    data.remove_prefix(static_cast<std::size_t>(some));
  }
}

void Sink::sync() {
  if (part_ && ::fdatasync(descriptor_) != 0) fail("cannot be written");
}

void Sink::commit() {
  if (part_ && ::fsync(descriptor_) != 0) fail("cannot be written");
  if (path_.empty()) return;  // closed at the program's end
  if (part_ && ::rename(part_path_.c_str(), path_.c_str()) != 0) fail("cannot be given its name");
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0) fail("cannot be written");
}

void Sink::discard() {
  if (part_ && descriptor_ >= 0) ::unlink(part_path_.c_str());
}

void Sink::fail(const char* what) const {
  const int error = errno;
  if (error == EPIPE) {
    std::signal(SIGPIPE, SIG_DFL);
    std::raise(SIGPIPE);
  }
  throw Failure((path_.empty() ? "the result" : shown_line(part_path_)) + ": " + what + ": " + std::strerror(error),
                kBroken);
}

}  // namespace rapport::cli
