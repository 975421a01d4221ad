// The values in force for one run: built-in ones, then those of a configuration
// file, then those of the command line.
//
// Thread rule: plain values.
// Errors: Failure; all mistakes of a configuration file at once, one a line.
//
// Example:
//   Settings settings = load_settings(parse(arguments), warn);
//   settings.text("format");
#ifndef RAPPORT_CLI_SETTINGS_H_
#define RAPPORT_CLI_SETTINGS_H_

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/parse.h"

namespace rapport::cli {

struct Setting {
  std::vector<std::string> values;  // empty: not set
  std::string origin;               // "default", "command line", "FILE:LINE"
  bool from_command_line = false;
};

class Settings {
 public:
  // By option name. REQUIRES: the option is one of the command's.
  const Setting& at(const std::string& option) const { return settings_.at(option); }
  bool flag(const std::string& option) const { return text(option) == "true"; }
  // The one value, "" where there is none.
  std::string text(const std::string& option) const;
  // All values, comma lists taken apart.
  std::vector<std::string> list(const std::string& option) const;
  // REQUIRES: a kCount option; `otherwise` where it is not set.
  std::size_t count(const std::string& option, std::size_t otherwise = 0) const;

  void set(const std::string& option, Setting setting) {
    settings_[option] = std::move(setting);
  }

 private:
  std::map<std::string, Setting> settings_;
};

// For people, without line end; goes to standard error.
using Warn = std::function<void(const std::string&)>;

Settings load_settings(const CommandLine& line, const Warn& warn);

// Every key that a configuration file may hold, with the value in force, in the
// order of the option table.
std::vector<std::pair<std::string, Setting>> config_in_force(const CommandLine& line,
                                                             const Warn& warn);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_SETTINGS_H_
