// Completion for bash: one case a command, one a value.
#include "cli/completion.h"

namespace rapport::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// How bash finds what may stand for a value.
std::string finder(ValueKind kind, std::string_view choices, const CompletionNames& names) {
  if (kind == ValueKind::kFile) return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")";
  if (kind == ValueKind::kFolder) return "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$cur\")";
  const std::vector<std::string> words = candidates(kind, choices, names);
  if (words.empty()) return ":";
  return "mapfile -t COMPREPLY < <(compgen -W '" + joined(words) + "' -- \"$cur\")";
}

std::string option_words(const CommandInfo& command) {
  std::vector<std::string> out;
  for (const OptionInfo* option : options_of(command.command)) {
    out.push_back("--" + std::string(option->name));
    if (option->letter) out.push_back(std::string("-") + option->letter);
  }
  return joined(out);
}

std::string command_case(const CommandInfo& command, const CompletionNames& names) {
  std::string out = "    '" + std::string(command.name) + "')\n      case \"$prev\" in\n";
  for (const OptionInfo* option : options_of(command.command)) {
    if (option->kind == ValueKind::kSwitch) continue;
    out += "        --" + std::string(option->name);
    if (option->letter) out += std::string("|-") + option->letter;
    out += ") " + finder(option->kind, option->choices, names) + "; return ;;\n";
  }
  out += "      esac\n      if [[ $cur == -* ]]; then\n        mapfile -t COMPREPLY < <(compgen -W '" +
         option_words(command) + "' -- \"$cur\")\n      else\n        " +
         finder(command.operand_kind, command.operand_choices, names) + "\n      fi ;;\n";
  return out;
}

// First words, or the second words behind one.
std::vector<std::string> words_at(std::size_t index, const std::string& first) {
  std::vector<std::string> out;
  for (const CommandInfo& command : commands()) {
    const std::vector<std::string> words = split(command.name, ' ');
    if (words.size() <= index || (index == 1 && words[0] != first)) continue;
    if (out.empty() || out.back() != words[index]) out.push_back(words[index]);
  }
  return out;
}

}  // namespace

std::string bash_completion(const CompletionNames& names) {
  std::string out =
      "# Made by: rapport completion bash\n"
      "_rapport() {\n"
      "  local cur prev words cword command\n"
      "  cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  COMPREPLY=()\n"
      "  # bash takes --name=value for three words.\n"
      "  [[ $cur == = ]] && cur=\n"
      "  [[ $prev == = ]] && prev=${COMP_WORDS[COMP_CWORD-2]}\n"
      "  if ((COMP_CWORD == 1)); then\n"
      "    mapfile -t COMPREPLY < <(compgen -W '" +
      joined(words_at(0, "")) +
      " --help --version' -- \"$cur\")\n"
      "    return\n  fi\n"
      "  command=${COMP_WORDS[1]}\n  case \"$command\" in\n";
  for (const std::string& first : words_at(0, "")) {
    const std::vector<std::string> second = words_at(1, first);
    if (second.empty()) continue;
    out += "    " + first + ")\n      if ((COMP_CWORD == 2)); then\n"
           "        mapfile -t COMPREPLY < <(compgen -W '" + joined(second) + "' -- \"$cur\")\n"
           "        return\n      fi\n      command+=\" ${COMP_WORDS[2]}\" ;;\n";
  }
  out += "  esac\n  case \"$command\" in\n";
  for (const CommandInfo& command : commands()) out += command_case(command, names);
  return out + "  esac\n}\ncomplete -F _rapport rapport\n";
}

}  // namespace rapport::cli
