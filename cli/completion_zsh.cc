// Completion for zsh, by _arguments.
#include "cli/completion.h"

namespace rapport::cli {
namespace {

// Inside single quotes, and inside the brackets and colons of a specification.
std::string quoted(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else if (c == '[' || c == ']' || c == ':' || c == '\\') {
      out += std::string("\\") + c;
    } else {
      out += c;
    }
  }
  return out;
}

// What may stand for a value, as zsh finds it.
std::string action(ValueKind kind, std::string_view choices, const CompletionNames& names) {
  if (kind == ValueKind::kFile) return "_files";
  if (kind == ValueKind::kFolder) return "_files -/";
  std::string out;
  for (const std::string& word : candidates(kind, choices, names)) {
    out += (out.empty() ? "" : " ") + quoted(word);
  }
  // The list is evaluated; a < would be read as a redirection.
  for (std::size_t at = 0; (at = out.find('<', at)) != std::string::npos; at += 2) {
    out.replace(at, 1, "\\<");
  }
  return out.empty() ? " " : "(" + out + ")";
}

std::string specification(const OptionInfo& option, const std::string& name,
                          const CompletionNames& names) {
  std::string out = "'" + std::string(option.repeats ? "*" : "") + name + "[" +
                    quoted(option.summary) + "]";
  if (option.kind != ValueKind::kSwitch) {
    out += ":" + quoted(option.value) + ":" + action(option.kind, option.choices, names);
  }
  return out + "'";
}

std::string command_case(const CommandInfo& command, const CompletionNames& names) {
  std::string out = "    '" + std::string(command.name) + "')\n      _arguments";
  for (const OptionInfo* option : options_of(command.command)) {
    out += " \\\n        " + specification(*option, "--" + std::string(option->name), names);
    if (option->letter) {
      out += " \\\n        " + specification(*option, std::string("-") + option->letter, names);
    }
  }
  if (!command.operands.empty()) {
    out += " \\\n        '*:" + quoted(command.operands) + ":" +
           action(command.operand_kind, command.operand_choices, names) + "'";
  }
  return out + " ;;\n";
}

// One "word:summary" for _describe: the words at `index`, behind `first`.
std::string described(std::size_t index, const std::string& first) {
  std::string out;
  std::string last;
  for (const CommandInfo& command : commands()) {
    const std::vector<std::string> words = split(command.name, ' ');
    if (words.size() <= index || (index == 1 && words[0] != first)) continue;
    if (words[index] == last) continue;
    last = words[index];
    out += " '" + words[index] + ":" + quoted(command.summary) + "'";
  }
  return out;
}

}  // namespace

std::string zsh_completion(const CompletionNames& names) {
  std::string out =
      "#compdef rapport\n# Made by: rapport completion zsh\n"
      "_rapport() {\n"
      "  local command=$words[2] taken=1\n"
      "  local -a known\n"
      "  if ((CURRENT == 2)); then\n"
      "    known=(" + described(0, "") + ")\n"
      "    _describe command known\n    return\n  fi\n"
      "  case $command in\n";
  std::string last;
  for (const CommandInfo& command : commands()) {
    const std::vector<std::string> words = split(command.name, ' ');
    if (words.size() < 2 || words[0] == last) continue;
    last = words[0];
    out += "    " + words[0] + ")\n      if ((CURRENT == 3)); then\n        known=(" +
           described(1, words[0]) + ")\n        _describe command known\n        return\n      fi\n"
           "      command+=\" $words[3]\" taken=2 ;;\n";
  }
  out += "  esac\n  shift taken words\n  ((CURRENT -= taken))\n  case $command in\n";
  for (const CommandInfo& command : commands()) out += command_case(command, names);
  return out + "  esac\n}\ncompdef _rapport rapport\n";
}

}  // namespace rapport::cli
