// A folder: each file below it that holds text is one message, in sorted order.
// Names of one level at a time are held, and one file is open at a time.
#include <algorithm>
#include <filesystem>

#include "corpus/readers/names.h"
#include "corpus/readers/text_file.h"

namespace rapport::corpus {
namespace {

namespace fs = std::filesystem;

// `*` any stretch, `?` one byte.
bool matches(std::string_view glob, std::string_view name) {
  std::size_t g = 0, n = 0, star = std::string_view::npos, from = 0;
  while (n < name.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = g++;
      from = n;
    } else if (g < glob.size() && (glob[g] == '?' || glob[g] == name[n])) {
      ++g;
      ++n;
    } else if (star != std::string_view::npos) {
      g = star + 1;
      n = ++from;
    } else {
      return false;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

class Folder : public Reader {
 public:
  Folder(const std::string& path, const ReadOptions& options) : options_(options) {
    const std::string why = enter(path);
    if (!why.empty()) throw SourceError(path + ": cannot be listed: " + why);
  }

  bool next(Record& record) override {
    while (!levels_.empty()) {
      Level& level = levels_.back();
      if (level.at == level.names.size()) {
        levels_.pop_back();
        continue;
      }
      const std::string name = level.names[level.at++];
      if (take(name, level.path + "/" + name, record)) return true;
    }
    return false;
  }
  std::uint64_t taken() const override { return taken_; }
  std::uint64_t total() const override { return 0; }
  const Skipped& skipped() const override { return skipped_; }

 private:
  struct Level {
    std::string path;
    std::vector<std::string> names;
    std::size_t at = 0;
  };

  std::string enter(const std::string& path) {
    std::error_code error;
    Level level{path, {}, 0};
    fs::directory_iterator entries(path, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      level.names.push_back(entries->path().filename().string());
    }
    if (error) return error.message();
    std::ranges::sort(level.names);
    levels_.push_back(std::move(level));
    return {};
  }

  bool failed(const std::string& path, const std::string& why, Record& record) const {
    record = {};
    record.source = path;
    record.error = RecordError{"unreadable", why, 0};
    return true;
  }

  // True where it made a record.
  bool take(const std::string& name, const std::string& path, Record& record) {
    std::error_code error;
    const fs::file_status own = fs::symlink_status(path, error);
    if (name.starts_with('.')) return skip();
    if (fs::is_directory(own)) {
      const std::string why = enter(path);
      return !why.empty() && failed(path, path + ": cannot be listed: " + why, record);
    }
    // A link to a folder may lead in a circle; one to a file does no harm.
    if (!fs::is_regular_file(fs::status(path, error))) return skip();
    if (!options_.globs.empty() &&
        std::ranges::none_of(options_.globs, [&](const std::string& glob) { return matches(glob, name); })) {
      return skip();
    }
    try {
      // Mail is known by its name here: a folder is of texts else.
      if (lower_ascii(name).ends_with(".eml")) {
        ReadOptions options = options_;
        options.format = "eml";
        const auto reader = open_reader(path, options);
        const bool got = reader->next(record);
        taken_ += reader->taken();
        return got;
      }
      const auto source = open_source(path);
      read_text(*source, path, options_, record);
      taken_ += source->taken();
    } catch (const SourceError& wrong) {
      return failed(path, wrong.what(), record);
    }
    return record.error && record.error->code == "binary" ? skip() : true;
  }
  bool skip() {
    ++skipped_.files;
    return false;
  }

  ReadOptions options_;
  std::vector<Level> levels_;
  std::uint64_t taken_ = 0;
  Skipped skipped_;
};

int recognize(const std::string& path, std::string_view) {
  std::error_code error;
  return path != "-" && fs::is_directory(path, error) ? 100 : 0;
}

std::unique_ptr<Reader> open(const std::string& path, const ReadOptions& options) {
  return std::make_unique<Folder>(path, options);
}

}  // namespace

extern const InputFormat k_folder_format = {"folder", "a folder of files, one message each", recognize, open};

}  // namespace rapport::corpus
