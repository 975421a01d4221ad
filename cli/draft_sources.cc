#include "cli/draft_sources.h"

#include <algorithm>

#include "cli/failure.h"
#include "cli/read_file.h"

namespace rapport::cli {

std::vector<Source> find_sources(const CommandLine& line) {
  const auto text = line.values.find("text");
  if (text != line.values.end()) {
    if (!line.operands.empty()) throw Failure("give --text or files, not both");
    if (line.has("json-input")) throw Failure("--json-input reads files or standard input, not --text");
    return {{text->second.back(), true}};
  }
  std::vector<Source> out;
  for (const std::string& operand : line.operands) {
    if (operand.empty()) throw Failure("a file name is empty");
    const bool twice = operand == "-" && std::any_of(out.begin(), out.end(), [](const Source& s) {
                         return s.path == "-";
                       });
    if (twice) throw Failure("standard input can be read once only: '-' stands here twice");
    out.push_back({operand, false});
  }
  if (out.empty()) out.push_back({"-", false});
  return out;
}

InputRules input_rules(const Settings& settings) {
  return {settings.count("max-bytes"), settings.text("encoding-errors") == "replace",
          settings.flag("json-input")};
}

Draft read_draft(const Source& source, const InputRules& rules) {
  const std::string name = source.name();
  return to_draft(source.is_text ? source.path : read_stream(source.path, name, rules.max_bytes), name, rules);
}

}  // namespace rapport::cli
