#include "corpus/tuning/weights_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

namespace rapport::corpus {
namespace {

constexpr std::string_view kBegin = "# BEGIN FIT\n";
constexpr std::string_view kEnd = "# END FIT\n";

std::string number(double value) {
  char out[32];
  std::snprintf(out, sizeof out, "%.2f", value == 0 ? 0.0 : value);
  return out;
}

// Closes itself; nothing here may leak a descriptor.
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  int get() const { return descriptor_; }
  bool close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

 private:
  int descriptor_;
};

bool write_all(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

std::string with_weights(std::string_view file, const FittedWeights& weights,
                         const LexiconData& lexicon, std::string& error) {
  const std::size_t begin = file.find(kBegin);
  const std::size_t end = file.find(kEnd, begin == std::string_view::npos ? 0 : begin);
  if (begin == std::string_view::npos || end == std::string_view::npos ||
      file.find(kBegin, begin + 1) != std::string_view::npos ||
      file.find(kEnd, end + 1) != std::string_view::npos) {
    error = "the lines '# BEGIN FIT' and '# END FIT' must stand in it once each";
    return {};
  }
  std::string out(file.substr(0, begin + kBegin.size()));
  out += "[fitted]\nbase = " + number(weights.base) + "\n\n[fitted.signal]\n";
  for (std::size_t i = 0; i < weights.signals.size(); ++i) {
    out += '"' + lexicon.taxonomy.signals[i].id + "\" = " + number(weights.signals[i]) + '\n';
  }
  out += "\n[fitted.feature]\n";
  for (std::size_t i = 0; i < weights.features.size(); ++i) {
    out += lexicon.weights.features[i].id + " = " + number(weights.features[i]) + '\n';
  }
  out += file.substr(end);
  return out;
}

std::string replace_file(const std::string& path, std::string_view content) {
  const auto failed = [&](const char* what) {
    return std::string(what) + ": " + std::strerror(errno);
  };
  struct stat status {};
  const mode_t mode = ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777 : 0644;
  const std::size_t slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
  std::string beside = path + ".XXXXXX";
  File file(::mkstemp(beside.data()));
  if (file.get() < 0) return failed("no file can be made beside it");
  std::string error;
  if (!write_all(file.get(), content) || ::fchmod(file.get(), mode) != 0 ||
      ::fsync(file.get()) != 0) {
    error = failed("cannot be written");
  } else if (!file.close() || ::rename(beside.c_str(), path.c_str()) != 0) {
    error = failed("cannot be replaced");
  }
  if (!error.empty()) {
    ::unlink(beside.c_str());
    return error;
  }
  const File directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() >= 0) ::fsync(directory.get());
  return {};
}

}  // namespace rapport::corpus
