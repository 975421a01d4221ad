#include "cli/completion.h"

namespace rapport::cli {

std::vector<std::string> candidates(ValueKind kind, std::string_view choices,
                                    const CompletionNames& names) {
  switch (kind) {
    case ValueKind::kChoice: return split(choices, '|');
    case ValueKind::kGate: return {"score<60", "error", "warning", "never"};
    case ValueKind::kChannel: return names.channels;
    case ValueKind::kTier: return names.tiers;
    case ValueKind::kLanguage: return names.languages;
    case ValueKind::kFamily: return names.families;
    case ValueKind::kCommand: {
      std::vector<std::string> out;
      for (const CommandInfo& command : commands()) {
        const std::string word = split(command.name, ' ')[0];
        if (out.empty() || out.back() != word) out.push_back(word);
      }
      return out;
    }
    case ValueKind::kRules: {
      std::vector<std::string> out = names.families;
      out.insert(out.end(), names.signals.begin(), names.signals.end());
      return out;
    }
    default: return {};
  }
}

std::string completion(std::string_view shell, const CompletionNames& names) {
  if (shell == "bash") return bash_completion(names);
  if (shell == "zsh") return zsh_completion(names);
  return fish_completion(names);
}

}  // namespace rapport::cli
