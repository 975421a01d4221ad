#include "analyzer/lexicon/toml_tree.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
// toml++ 3.3 asserts on a header such as [#a], of which it goes on to say what is wrong.
#define TOML_ASSERT(condition) static_cast<void>(0)
#include <toml++/toml.h>

#include <algorithm>

namespace rapport::lexicon {
namespace {

Node convert(const toml::node& from) {
  Node to;
  to.line = static_cast<int>(from.source().begin.line);
  to.column = static_cast<int>(from.source().begin.column);
  if (const auto* table = from.as_table()) {
    to.kind = Node::Kind::kTable;
    for (const auto& [key, value] : *table) {
      Node member = convert(value);
      // An implicit table has no position of its own: the key's is as good.
      if (member.line == 0) {
        member.line = static_cast<int>(key.source().begin.line);
        member.column = static_cast<int>(key.source().begin.column);
      }
      to.members.push_back({std::string(key.str()), std::move(member)});
    }
    // toml++ sorts keys by name; messages and merged data follow the file.
    std::stable_sort(to.members.begin(), to.members.end(), [](const auto& a, const auto& b) {
      return std::pair(a.node.line, a.node.column) < std::pair(b.node.line, b.node.column);
    });
  } else if (const auto* array = from.as_array()) {
    to.kind = Node::Kind::kArray;
    for (const auto& item : *array) to.items.push_back(convert(item));
  } else if (auto text = from.value_exact<std::string>()) {
    to.kind = Node::Kind::kString;
    to.text = *std::move(text);
  } else if (auto flag = from.value_exact<bool>()) {
    to.kind = Node::Kind::kBool;
    to.flag = *flag;
  } else if (auto number = from.value<double>()) {
    to.kind = Node::Kind::kNumber;
    to.number = *number;
  }
  return to;
}

}  // namespace

const Node* Node::find(std::string_view key) const {
  for (const auto& [name, value] : members) {
    if (name == key) return &value;
  }
  return nullptr;
}

std::string_view kind_name(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::kString: return "a string";
    case Node::Kind::kNumber: return "a number";
    case Node::Kind::kBool: return "true or false";
    case Node::Kind::kArray: return "an array";
    case Node::Kind::kTable: return "a table";
    case Node::Kind::kOther: break;
  }
  return "a date or time";
}

std::string line_of(std::string_view content, int line) {
  for (; line > 1; --line) {
    const std::size_t end = content.find('\n');
    if (end == std::string_view::npos) return {};
    content.remove_prefix(end + 1);
  }
  content = content.substr(0, content.find('\n'));
  if (content.ends_with('\r')) content.remove_suffix(1);
  return std::string(content);
}

Result<Node> parse_toml(std::string_view content, std::string_view file) {
  toml::parse_result parsed = toml::parse(content, file);
  if (parsed) return convert(parsed.table());
  const toml::parse_error& error = parsed.error();
  Diagnostic d;
  d.file = file;
  d.line = static_cast<int>(error.source().begin.line);
  d.column = static_cast<int>(error.source().begin.column);
  d.code = "L001";
  d.message = "not TOML: " + std::string(error.description());
  d.excerpt = line_of(content, d.line);
  return Result<Node>(std::vector{std::move(d)});
}

}  // namespace rapport::lexicon
