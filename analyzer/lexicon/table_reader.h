// Reads one table of a lexicon file, typed, and collects what is wrong.
//
// Every getter marks its key as known; done() then reports the keys that
// nobody asked for, with the nearest known one. Getters give a neutral value
// on error, so that one pass finds all errors.
//
// Thread rule: one a thread.
//
// Example:
//   TableReader reader(node, source, log);
//   rule.id = reader.text("id", kRequired);
//   rule.any = reader.texts("any", kRequired);
//   reader.done();
#ifndef RAPPORT_ANALYZER_LEXICON_TABLE_READER_H_
#define RAPPORT_ANALYZER_LEXICON_TABLE_READER_H_

#include <string>
#include <string_view>
#include <vector>

#include "analyzer/lexicon/toml_tree.h"

namespace rapport::lexicon {

// One file of a lexicon, as read.
struct SourceFile {
  std::string name;     // relative to the lexicon's root: "en/pack.toml"
  std::string shown;    // as messages name it
  std::string content;
};

// Collects diagnostics with their file and line.
class DiagnosticLog {
 public:
  void add(const SourceFile& file, int line, int column, std::string code, std::string message,
           Severity severity = Severity::kError);
  void add_file(const std::string& shown, std::string code, std::string message);
  void append(const std::vector<Diagnostic>& more);

  bool has_errors() const;
  // Sorted by file, line, column, code.
  std::vector<Diagnostic> take();

 private:
  std::vector<Diagnostic> diagnostics_;
};

// The name of `names` with the least edit distance, "" if none is near.
std::string nearest_name(std::string_view name, const std::vector<std::string>& names);
// "; did you mean 'x'?" or "".
std::string did_you_mean(std::string_view name, const std::vector<std::string>& names);

enum Need { kOptional, kRequired };

// A text with its place, for messages that come later.
struct PlacedText {
  std::string text;
  int line = 0;
  int column = 0;
};

class TableReader {
 public:
  TableReader(const Node& table, const SourceFile& file, DiagnosticLog& log)
      : table_(table), file_(file), log_(log) {}

  std::string text(std::string_view key, Need need = kOptional);
  std::vector<std::string> texts(std::string_view key, Need need = kOptional);
  std::vector<PlacedText> placed_texts(std::string_view key, Need need = kOptional);
  // Finite and within [least, most], else L011.
  double number(std::string_view key, double otherwise, double least, double most,
                Need need = kOptional);
  // Pairs [[x, y], …] with x rising; two or more.
  std::vector<std::pair<double, double>> curve(std::string_view key, Need need = kOptional);
  // One of `names`, else L005 with the nearest; its index, or -1.
  int choice(std::string_view key, const std::vector<std::string>& names, Need need = kOptional);
  std::vector<int> choices(std::string_view key, const std::vector<std::string>& names);
  // The items of an array of tables, or the one table; empty if absent.
  std::vector<const Node*> tables(std::string_view key);
  const Node* table(std::string_view key, Need need = kOptional);

  // Reports the keys that no getter asked for.
  void done();

  // Reports at a key's value, or at the table where the key is absent.
  void error(std::string_view key, std::string code, std::string message);

 private:
  const Node* get(std::string_view key, Need need, Node::Kind kind);
  void wrong_type(std::string_view key, const Node& found, std::string_view wanted);

  const Node& table_;
  const SourceFile& file_;
  DiagnosticLog& log_;
  std::vector<std::string> known_;
};

}  // namespace rapport::lexicon

#endif  // RAPPORT_ANALYZER_LEXICON_TABLE_READER_H_
