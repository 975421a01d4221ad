// Completion for fish: one `complete` line an option.
#include "cli/completion.h"

namespace rapport::cli {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string condition(const CommandInfo& command) {
  std::string out;
  for (const std::string& word : split(command.name, ' ')) {
    out += (out.empty() ? "" : "; and ") + std::string("__fish_seen_subcommand_from ") + word;
  }
  return "-n " + quoted(out);
}

// What may stand for a value, as fish finds it.
std::string arguments(ValueKind kind, std::string_view choices, const CompletionNames& names) {
  if (kind == ValueKind::kFile) return " -F";
  if (kind == ValueKind::kFolder) return " -a '(__fish_complete_directories)'";
  std::string words;
  for (const std::string& word : candidates(kind, choices, names)) {
    words += (words.empty() ? "" : " ") + word;
  }
  // A < would be read as a redirection.
  for (std::size_t at = 0; (at = words.find('<', at)) != std::string::npos; at += 2) {
    words.replace(at, 1, "\\<");
  }
  return words.empty() ? "" : " -a " + quoted(words);
}

std::string option_line(const CommandInfo& command, const OptionInfo& option,
                        const CompletionNames& names) {
  std::string out = "complete -c rapport " + condition(command) + " -l " + std::string(option.name);
  if (option.letter) out += std::string(" -s ") + option.letter;
  if (option.kind != ValueKind::kSwitch) {
    // -x: operands that are files are no values of this option.
    const bool is_file = option.kind == ValueKind::kFile || option.kind == ValueKind::kFolder;
    out += (is_file ? " -r" : " -x") + arguments(option.kind, option.choices, names);
  }
  return out + " -d " + quoted(option.summary) + "\n";
}

}  // namespace

std::string fish_completion(const CompletionNames& names) {
  std::string out = "# Made by: rapport completion fish\ncomplete -c rapport -f\n";
  std::string last;
  for (const CommandInfo& command : commands()) {
    const std::vector<std::string> words = split(command.name, ' ');
    const std::string summary = quoted(command.summary);
    if (words[0] != last) {
      out += "complete -c rapport -n __fish_use_subcommand -a " + words[0] + " -d " + summary + "\n";
    }
    last = words[0];
    if (words.size() > 1) {
      out += "complete -c rapport -n " +
             quoted("__fish_seen_subcommand_from " + words[0] +
                    "; and not __fish_seen_subcommand_from " + words[1]) +
             " -a " + words[1] + " -d " + summary + "\n";
    }
    const std::string operands = arguments(command.operand_kind, command.operand_choices, names);
    if (!command.operands.empty() && !operands.empty()) {
      out += "complete -c rapport " + condition(command) + operands + "\n";
    }
    for (const OptionInfo* option : options_of(command.command)) {
      out += option_line(command, *option, names);
    }
  }
  return out;
}

}  // namespace rapport::cli
