#include "cli/config.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "analyzer/lexicon/flat_toml.h"
#include "cli/display.h"
#include "cli/failure.h"
#include "cli/nearest.h"
#include "cli/options.h"
#include "cli/parse.h"
#include "cli/read_file.h"

namespace rapport::cli {
namespace {

namespace fs = std::filesystem;
using Warn = std::function<void(const std::string&)>;

constexpr std::size_t kMostConfigBytes = 64u << 10;

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

bool is_there(const fs::path& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0;
}

// Why a file that is there is not read: it, or what a link leads to, is another
// user's or cannot be opened. Empty: it may be read.
std::string refuse_owner(const fs::path& path) {
  struct stat link {};
  struct stat file {};
  if (::lstat(path.c_str(), &link) != 0 || ::stat(path.c_str(), &file) != 0) {
    return std::string("cannot be opened: ") + std::strerror(errno);
  }
  if (link.st_uid == ::geteuid() && file.st_uid == ::geteuid()) return "";
  return "it does not belong to you; name it with --config to use it";
}

std::string find_project_file(const Warn& warn) {
  std::error_code error;
  const fs::path home = variable("HOME");
  for (fs::path folder = fs::current_path(error); !error && !folder.empty();
       folder = folder.parent_path()) {
    const fs::path file = folder / ".rapport.toml";
    if (is_there(file)) {
      const std::string refused = refuse_owner(file);
      if (refused.empty()) return file.string();
      warn("ignored " + shown_line(file.string()) + ": " + refused);
    }
    if (is_there(folder / ".git") || folder == home || folder == folder.root_path()) break;
  }
  return "";
}

std::string find_user_file() {
  std::string folder = variable("XDG_CONFIG_HOME");
  // The specification has relative folders ignored.
  if (!folder.starts_with('/')) folder.clear();
  if (folder.empty() && !variable("HOME").empty()) folder = variable("HOME") + "/.config";
  if (folder.empty()) return "";
  const std::string file = folder + "/rapport/config.toml";
  return is_there(file) ? file : "";
}

const OptionInfo* find_key(const std::string& key) {
  for (const OptionInfo& option : options()) {
    if (!key.empty() && config_key(option) == key) return &option;
  }
  return nullptr;
}

std::vector<std::string> all_keys() {
  std::vector<std::string> out;
  for (const OptionInfo& option : options()) {
    if (option.in_config) out.push_back(config_key(option));
  }
  return out;
}

std::string_view last_part(std::string_view key) { return key.substr(key.rfind('.') + 1); }

// The right place of a key that stands under the wrong table or under none is
// nearer than any other spelling of it.
std::string refuse_key(const std::string& key) {
  for (const std::string& known : all_keys()) {
    if (last_part(known) == last_part(key)) {
      return "unknown key '" + shown_line(key) + "'; did you mean '" + known + "'?";
    }
  }
  return unknown("key", key, all_keys());
}

// The place of a key on its line. TOML's own is that of the value.
int key_column(const std::string& line, const lexicon::FlatEntry& entry) {
  const std::size_t at = line.find(last_part(entry.key));
  const bool before = at != std::string::npos && static_cast<int>(at) < entry.column;
  return before ? static_cast<int>(at) + 1 : entry.column;
}

std::string refuse_entry(const lexicon::FlatEntry& entry, const OptionInfo* option) {
  if (!option) return refuse_key(entry.key);
  if (entry.list && !option->repeats) return entry.key + " takes one value, not a list";
  for (const std::string& value : entry.values) {
    const std::string refused = refuse_value(*option, value);
    if (!refused.empty()) return refused;
  }
  return "";
}

void add(std::string& message, const Diagnostic& diagnostic) {
  if (!message.empty()) message += '\n';
  message += diagnostic.to_string();
  while (message.ends_with('\n')) message.pop_back();
}

Config load(const std::string& path) {
  const std::string content = read_regular_file(path, kMostConfigBytes);
  const std::string shown = shown_line(path);
  const auto entries = lexicon::read_flat_toml(content, shown);
  std::string message;
  if (!entries) {
    for (const Diagnostic& diagnostic : entries.diagnostics()) add(message, diagnostic);
    throw Diagnosed(message);
  }
  Config out;
  out.path = path;
  for (const lexicon::FlatEntry& entry : *entries) {
    const OptionInfo* const option = find_key(entry.key);
    const std::string refused = refuse_entry(entry, option);
    if (!refused.empty()) {
      const std::string line = line_at(content, entry.line);
      add(message, {Severity::kError, shown, entry.line,
                    option ? entry.column : key_column(line, entry), option ? "L005" : "L002",
                    refused, line});
    }
    out.entries[entry.key] = {entry.values, entry.line};
  }
  if (!message.empty()) throw Diagnosed(message);
  return out;
}

}  // namespace

Config read_config(const std::string& named, const Warn& warn) {
  if (!named.empty()) return load(named);
  const std::string from_variable = variable("RAPPORT_CONFIG");
  if (!from_variable.empty()) return load(from_variable);
  const std::string project = find_project_file(warn);
  if (!project.empty()) return load(project);
  const std::string user = find_user_file();
  if (!user.empty()) return load(user);
  return {};
}

std::string beside(const std::string& file, const std::string& path) {
  return (fs::path(file).parent_path() / path).lexically_normal().string();
}

}  // namespace rapport::cli
