// The configuration file: where it is, and what it says.
//
// TOML; its keys are those of config_key() (cli/options.h):
//   color = "never"
//   [score]
//   channel = "connection_note"
//   ignore = ["generic.filler"]
//
// Nothing in it can run a program or name something to fetch.
//
// Thread rule: pure functions of the environment and the file system.
// Errors: Failure; every mistake of a file at once, as file:line:column.
#ifndef RAPPORT_CLI_CONFIG_H_
#define RAPPORT_CLI_CONFIG_H_

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace rapport::cli {

struct ConfigEntry {
  std::vector<std::string> values;
  int line = 0;
};

struct Config {
  std::string path;  // empty: there is none
  std::map<std::string, ConfigEntry> entries;  // by key
};

// The first of: `named` (--config); $RAPPORT_CONFIG; .rapport.toml from the
// working folder upwards, up to one that holds .git or the home folder;
// $XDG_CONFIG_HOME/rapport/config.toml. The first two must be there. A
// .rapport.toml of another user's is passed over with a warning.
Config read_config(const std::string& named, const std::function<void(const std::string&)>& warn);

// `path` as seen from the folder of `file`.
std::string beside(const std::string& file, const std::string& path);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_CONFIG_H_
