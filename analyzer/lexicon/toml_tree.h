// TOML as a plain tree with positions: the one door to toml++.
//
// Thread rule: plain values and pure functions.
#ifndef RAPPORT_ANALYZER_LEXICON_TOML_TREE_H_
#define RAPPORT_ANALYZER_LEXICON_TOML_TREE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzer/result.h"

namespace rapport::lexicon {

struct Node {
  enum class Kind { kString, kNumber, kBool, kArray, kTable, kOther };

  struct Member;

  Kind kind = Kind::kOther;
  std::string text;     // kString
  double number = 0;    // kNumber; integers and floats alike
  bool flag = false;    // kBool
  std::vector<Node> items;      // kArray
  std::vector<Member> members;  // kTable, by position
  int line = 0;         // 1-based
  int column = 0;       // 1-based, in code points

  const Node* find(std::string_view key) const;  // kTable; null if not there
};

// A key of a table with its value.
struct Node::Member {
  std::string name;
  Node node;
};

// "a string", "a table", … for messages.
std::string_view kind_name(Node::Kind kind);

// Errors: L001 at the place where the syntax breaks.
Result<Node> parse_toml(std::string_view content, std::string_view file);

// The given line (1-based) of content, without its end; empty if there is none.
std::string line_of(std::string_view content, int line);

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_TOML_TREE_H_
