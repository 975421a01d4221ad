// What loading gives: a value, or every reason why there is none.
//
// Analysis cannot fail; loading a lexicon can. A loader reports all its errors
// at once, each with its place in the file that is at fault, so that one run
// is enough to mend them all.
//
// Thread rule: plain values.
//
// Example:
//   rapport::Result<rapport::Lexicon> lexicon = rapport::Lexicon::built_in();
//   if (!lexicon) {
//     for (const auto& d : lexicon.diagnostics()) std::cerr << d.to_string();
//     return 2;
//   }
//   use(*lexicon);
#ifndef RAPPORT_ANALYZER_RESULT_H_
#define RAPPORT_ANALYZER_RESULT_H_

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport {

// An error leaves nothing to use; a warning stands beside a value.
enum class Severity { kError, kWarning };

// One thing that is wrong in one place of one file.
struct Diagnostic {
  Severity severity = Severity::kError;
  std::string file;      // as the caller named it; "<built-in>/…" for embedded
  int line = 0;          // 1-based; 0: the file as a whole
  int column = 0;        // 1-based, in code points; 0: the line as a whole
  std::string code;      // stable: L001 …, listed in docs/lexicon-format.md
  std::string message;   // one line: what is wrong and what to do
  std::string excerpt;   // the offending line of the file, without line end

  // "file:line:column: CODE: message", then, where there is an excerpt, that
  // line and a caret under the column. Ends with a newline.
  std::string to_string() const;
};

// A T, or at least one Diagnostic of severity kError. Warnings may stand
// beside a value.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value, std::vector<Diagnostic> warnings = {})  // NOLINT: implicit
      : value_(std::move(value)), diagnostics_(std::move(warnings)) {}
  // REQUIRES: diagnostics holds an error.
  explicit Result(std::vector<Diagnostic> diagnostics)
      : diagnostics_(std::move(diagnostics)) {
    assert(!diagnostics_.empty());
  }

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  // REQUIRES: ok().
  const T& operator*() const& { return *value_; }
  T& operator*() & { return *value_; }
  T&& operator*() && { return *std::move(value_); }
  const T* operator->() const { return &*value_; }
  T* operator->() { return &*value_; }

  // In the order of file, line, column.
  const std::vector<Diagnostic>& diagnostics() const { return diagnostics_; }

 private:
  std::optional<T> value_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace rapport

#endif  // RAPPORT_ANALYZER_RESULT_H_
