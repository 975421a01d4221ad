#include "cli/write_new.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "cli/display.h"
#include "cli/failure.h"

namespace rapport::cli {
namespace {

[[noreturn]] void refuse(const std::string& path, int error) {
  if (error == EEXIST) {
    throw Failure(shown_line(path) + ": is there already; nothing was written");
  }
  throw Failure(shown_line(path) + ": cannot be written: " + std::strerror(error), kBroken);
}

bool write_all(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(file, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

void write_new_file(const std::string& path, std::string_view content) {
  // O_EXCL: neither a file that came meanwhile nor what a link leads to.
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) refuse(path, errno);
  const bool written = write_all(file, content);
  const int write_error = errno;
  const bool closed = ::close(file) == 0;
  if (written && closed) return;
  const int error = written ? errno : write_error;
  ::unlink(path.c_str());
  refuse(path, error);
}

void make_new_folder(const std::string& path) {
  const std::filesystem::path parent = std::filesystem::path(path).parent_path();
  std::error_code error;
  if (!parent.empty()) std::filesystem::create_directories(parent, error);
  if (::mkdir(path.c_str(), 0777) != 0) refuse(path, errno);
}

}  // namespace rapport::cli
