#include "cli/commands/commands.h"
#include "cli/display.h"
#include "cli/failure.h"

namespace rapport::cli {
namespace {

std::string quoted(const std::string& value) {
  std::string out = "\"";
  for (const char c : shown_line(value)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

const OptionInfo& option_of(const std::string& key) {
  for (const OptionInfo& option : options()) {
    if (config_key(option) == key) return option;
  }
  throw Failure("key '" + key + "' is in no table", kBroken);
}

// As a configuration file would have it.
std::string value_text(const OptionInfo& option, const std::vector<std::string>& values) {
  if (option.kind == ValueKind::kSwitch) return values.empty() ? "false" : values.back();
  if (option.repeats) {
    std::string out;
    for (const std::string& value : values) out += (out.empty() ? "" : ", ") + quoted(value);
    return "[" + out + "]";
  }
  return option.kind == ValueKind::kCount ? values.back() : quoted(values.back());
}

}  // namespace

int config_show(const CommandLine& line, Output& out) {
  const bool origin = line.has("origin");
  // Keys with a table come behind those without, as TOML has it.
  std::string top, tables, table;
  for (const auto& [key, setting] : config_in_force(line, warn)) {
    const OptionInfo& option = option_of(key);
    const std::size_t dot = key.find('.');
    const bool is_set = !setting.values.empty() || option.kind == ValueKind::kSwitch;
    std::string text = (is_set ? "" : "# ") + key.substr(dot + 1) + " = ";
    text += is_set ? value_text(option, setting.values) : option.repeats ? "[]" : "\"\"";
    if (origin) text += "  # " + shown_line(setting.origin);
    if (dot == std::string::npos) {
      top += text + "\n";
      continue;
    }
    if (key.substr(0, dot) != table) {
      table = key.substr(0, dot);
      tables += "\n[" + table + "]\n";
    }
    tables += text + "\n";
  }
  out.write(top + tables);
  return kFine;
}

}  // namespace rapport::cli
