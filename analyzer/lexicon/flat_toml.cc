#include "analyzer/lexicon/flat_toml.h"

#include <cmath>

#include "analyzer/lexicon/toml_tree.h"

namespace rapport::lexicon {
namespace {

std::string number_text(double number) {
  if (number == std::floor(number) && std::abs(number) < 1e15) {
    return std::to_string(static_cast<long long>(number));
  }
  return std::to_string(number);
}

bool scalar_text(const Node& node, std::string& out) {
  switch (node.kind) {
    case Node::Kind::kString: out = node.text; return true;
    case Node::Kind::kNumber: out = number_text(node.number); return true;
    case Node::Kind::kBool: out = node.flag ? "true" : "false"; return true;
    default: return false;
  }
}

class Flattener {
 public:
  Flattener(std::string_view content, std::string_view file) : content_(content), file_(file) {}

  void add(const std::string& prefix, const Node& table) {
    for (const auto& [name, value] : table.members) {
      const std::string key = prefix.empty() ? name : prefix + "." + name;
      if (value.kind == Node::Kind::kTable) {
        add(key, value);
      } else {
        add_value(key, value);
      }
    }
  }

  std::vector<FlatEntry> entries;
  std::vector<Diagnostic> diagnostics;

 private:
  void add_value(const std::string& key, const Node& value) {
    FlatEntry entry{key, {}, value.line, value.column, value.kind == Node::Kind::kArray};
    bool good = true;
    std::string text;
    if (entry.list) {
      for (const Node& item : value.items) {
        good = good && scalar_text(item, text);
        entry.values.push_back(text);
      }
    } else {
      good = scalar_text(value, text);
      entry.values.push_back(text);
    }
    if (good) {
      entries.push_back(std::move(entry));
    } else {
      diagnostics.push_back({Severity::kError, std::string(file_), value.line, value.column, "L004",
                             "'" + key + "' takes a text, a number, true or false, or a list of them",
                             line_of(content_, value.line)});
    }
  }

  std::string_view content_;
  std::string_view file_;
};

}  // namespace

Result<std::vector<FlatEntry>> read_flat_toml(std::string_view content, std::string_view file) {
  Result<Node> tree = parse_toml(content, file);
  if (!tree) return Result<std::vector<FlatEntry>>(tree.diagnostics());
  Flattener flattener(content, file);
  flattener.add("", *tree);
  if (!flattener.diagnostics.empty()) {
    return Result<std::vector<FlatEntry>>(std::move(flattener.diagnostics));
  }
  return std::move(flattener.entries);
}

}  // namespace rapport::lexicon
