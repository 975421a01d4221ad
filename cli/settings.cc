#include "cli/settings.h"

#include <charconv>

#include "cli/config.h"
#include "cli/failure.h"

namespace rapport::cli {
namespace {

Config load_config(const CommandLine& line, const Warn& warn) {
  const bool isolated = line.has("isolated");
  const auto named = line.values.find("config");
  if (isolated && named != line.values.end()) {
    throw Failure("--isolated reads no configuration file; leave out --config");
  }
  if (isolated) return {};
  return read_config(named == line.values.end() ? "" : named->second.back(), warn);
}

Setting initial(const OptionInfo& option) {
  Setting out{{}, "default", false};
  if (!option.initial.empty()) out.values.emplace_back(option.initial);
  return out;
}

Setting from_config(const OptionInfo& option, const ConfigEntry& entry, const Config& config) {
  Setting out{entry.values, config.path + ":" + std::to_string(entry.line), false};
  // A path is named from where the file stands.
  if (option.kind == ValueKind::kFolder || option.kind == ValueKind::kFile) {
    for (std::string& value : out.values) value = beside(config.path, value);
  }
  return out;
}

}  // namespace

std::string Settings::text(const std::string& option) const {
  const std::vector<std::string>& values = at(option).values;
  return values.empty() ? "" : values.back();
}

std::vector<std::string> Settings::list(const std::string& option) const {
  std::vector<std::string> out;
  for (const std::string& value : at(option).values) {
    for (const std::string& item : split(value, ',')) {
      const std::size_t first = item.find_first_not_of(' ');
      if (first == std::string::npos) continue;
      out.push_back(item.substr(first, item.find_last_not_of(' ') + 1 - first));
    }
  }
  return out;
}

std::size_t Settings::count(const std::string& option, std::size_t otherwise) const {
  const std::string value = text(option);
  std::size_t out = otherwise;
  std::from_chars(value.data(), value.data() + value.size(), out);
  return out;
}

Settings load_settings(const CommandLine& line, const Warn& warn) {
  const Config config = load_config(line, warn);
  Settings out;
  for (const OptionInfo* option : options_of(line.command)) {
    const std::string name(option->name);
    Setting setting = initial(*option);
    const auto entry = config.entries.find(config_key(*option));
    if (entry != config.entries.end()) setting = from_config(*option, entry->second, config);
    const auto given = line.values.find(name);
    if (given != line.values.end()) setting = {given->second, "command line", true};
    out.set(name, std::move(setting));
  }
  if (line.has("lexicons") && !line.has("lexicons-only")) {
    // Another folder than the file's; that it stands alone was said of that one.
    out.set("lexicons-only", {{}, "default", false});
  }
  return out;
}

std::vector<std::pair<std::string, Setting>> config_in_force(const CommandLine& line,
                                                             const Warn& warn) {
  const Config config = load_config(line, warn);
  std::vector<std::pair<std::string, Setting>> out;
  for (const OptionInfo& option : options()) {
    const std::string key = config_key(option);
    if (key.empty()) continue;
    Setting setting = initial(option);
    const auto entry = config.entries.find(key);
    if (entry != config.entries.end()) setting = from_config(option, entry->second, config);
    const auto given = line.values.find(std::string(option.name));
    if (given != line.values.end()) setting = {given->second, "command line", true};
    out.emplace_back(key, std::move(setting));
  }
  return out;
}

}  // namespace rapport::cli
