#include "analyzer/lexicon/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <map>

#include "analyzer/lexicon/embedded.h"

namespace rapport::lexicon {
namespace {

// Closes a descriptor at the end of its scope.
struct Descriptor {
  explicit Descriptor(int opened) : value(opened) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (value >= 0) close(value);
  }
  int value;
};

class FolderReader {
 public:
  FolderReader(std::string root, DiagnosticLog& log) : root_(std::move(root)), log_(log) {}

  std::vector<SourceFile> read() {
    while (root_.size() > 1 && root_.ends_with('/')) root_.pop_back();
    const Descriptor folder(open(root_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.value < 0) {
      log_.add_file(root_, "L019", std::string("not a folder that opens: ") + strerror(errno));
      return {};
    }
    read_folder(folder.value, "", true);
    if (files_.empty() && !log_.has_errors()) {
      log_.add_file(root_, "L019", "no lexicon: holds no *.toml, nor a folder with any");
    }
    std::sort(files_.begin(), files_.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.name < b.name; });
    return std::move(files_);
  }

 private:
  void read_folder(int folder, const std::string& prefix, bool is_root) {
    std::vector<std::string> names;
    if (DIR* dir = fdopendir(dup(folder))) {
      while (const dirent* entry = readdir(dir)) names.emplace_back(entry->d_name);
      closedir(dir);
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
      if (name.starts_with('.')) continue;
      struct stat status {};
      if (fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
      if (name.ends_with(".toml")) {
        read_file(folder, name, prefix, status);
      } else if (is_root && S_ISLNK(status.st_mode) && leads_to_folder(folder, name)) {
        log_.add_file(root_ + "/" + name, "L019",
                      "a link; put the folder itself into the lexicon's folder");
      } else if (is_root && S_ISDIR(status.st_mode) && name != "sandbox") {
        const Descriptor inner(
            openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (inner.value >= 0) read_folder(inner.value, name + "/", false);
      }
    }
  }

  static bool leads_to_folder(int folder, const std::string& link) {
    struct stat status {};
    return fstatat(folder, link.c_str(), &status, 0) == 0 && S_ISDIR(status.st_mode);
  }

  void read_file(int folder, const std::string& name, const std::string& prefix,
                 const struct stat& status) {
    const std::string shown = root_ + "/" + prefix + name;
    if (!S_ISREG(status.st_mode)) {
      log_.add_file(shown, "L019",
                    S_ISLNK(status.st_mode)
                        ? "a link; put the file itself into the lexicon's folder"
                        : "not a regular file; a lexicon holds regular files only");
      return;
    }
    total_ += static_cast<std::size_t>(status.st_size);
    if (total_ > kMostLexiconBytes) {
      if (!over_) log_.add_file(shown, "L020", "the lexicon is over 64 MiB; split or prune it");
      over_ = true;
      return;
    }
    const Descriptor file(
        openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    std::string content(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t filled = 0;
    bool good = file.value >= 0;
    while (good && filled < content.size()) {
      const ssize_t got = ::read(file.value, content.data() + filled, content.size() - filled);
      good = got > 0;
      if (good) filled += static_cast<std::size_t>(got);
    }
    if (!good) {
      log_.add_file(shown, "L019", std::string("cannot be read: ") + strerror(errno));
      return;
    }
    files_.push_back({prefix + name, shown, std::move(content)});
  }

  std::string root_;
  DiagnosticLog& log_;
  std::vector<SourceFile> files_;
  std::size_t total_ = 0;
  bool over_ = false;
};

}  // namespace

std::vector<SourceFile> built_in_files() {
  std::vector<SourceFile> out;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.name.starts_with("sandbox/")) continue;
    out.push_back({std::string(file.name), "<built-in>/" + std::string(file.name),
                   std::string(file.content)});
  }
  return out;
}

std::vector<SourceFile> folder_files(const std::string& folder, DiagnosticLog& log) {
  return FolderReader(folder, log).read();
}

std::vector<SourceFile> merge_files(std::vector<SourceFile> under, std::vector<SourceFile> over) {
  std::map<std::string, SourceFile> merged;
  for (auto* files : {&under, &over}) {
    for (SourceFile& file : *files) {
      const std::string name = file.name;
      merged[name] = std::move(file);
    }
  }
  std::vector<SourceFile> out;
  for (auto& [name, file] : merged) out.push_back(std::move(file));
  return out;
}

std::string hash_files(const std::vector<SourceFile>& files) {
  std::uint64_t hash = 14695981039346656037u;
  const auto add = [&hash](std::string_view bytes) {
    for (unsigned char byte : bytes) hash = (hash ^ byte) * 1099511628211u;
    hash = (hash ^ 0xff) * 1099511628211u;  // ends each part; 0xff is in no UTF-8
  };
  for (const SourceFile& file : files) {
    add(file.name);
    add(file.content);
  }
  std::string out(16, '0');
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = "0123456789abcdef"[(hash >> (60 - 4 * i)) & 15];
  }
  return out;
}

}  // namespace rapport::lexicon
