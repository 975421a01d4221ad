// One compiled pattern: the door to RE2.
//
// Semantics of every search here: leftmost-longest, whole tokens at both ends
// (the document's edges), non-overlapping. Among all matches of the pattern
// that start and end at an edge, the one with the least start wins, of those
// the longest, of at most Edges::kLongestMatch bytes; the search goes on behind it.
//
// Thread rule: immutable once compiled; const members are safe to share.
#ifndef RAPPORT_ANALYZER_MATCH_PATTERN_H_
#define RAPPORT_ANALYZER_MATCH_PATTERN_H_

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/span.h"
#include "analyzer/text/document.h"

namespace rapport::match {

// Where in a folded text matches may start and end: at the edges of tokens, but
// never with a space first or last, and never across the end of the subject.
class Edges {
 public:
  // Bytes: no phrase is longer, and a text without a space takes linear time.
  static constexpr std::size_t kLongestMatch = 1024;

  explicit Edges(const text::Document& document);

  bool starts_at(std::size_t offset) const { return flags_[offset] & kStart; }
  bool ends_at(std::size_t offset) const { return flags_[offset] & kEnd; }
  // The first edge behind `offset`, or the end of text.
  std::size_t next(std::size_t offset) const;
  // The last edge before `offset`. REQUIRES: offset > 0.
  std::size_t previous(std::size_t offset) const;
  // How far a match that starts at `offset` may reach.
  std::size_t limit(std::size_t offset) const {
    return std::min(region_end(offset), offset + kLongestMatch);
  }
  // The end of the subject for what lies in it, else of the text.
  std::size_t region_end(std::size_t offset) const {
    return offset < subject_end_ ? subject_end_ : size();
  }
  std::size_t size() const { return flags_.size() - 1; }

 private:
  static constexpr char kEdge = 1;
  static constexpr char kStart = 2;
  static constexpr char kEnd = 4;
  std::vector<char> flags_;      // one an offset
  std::size_t subject_end_ = 0;  // 0: no subject
};

class CompiledPattern {
 public:
  // The union of `alternatives` (folded RE2 syntax). On a pattern that does
  // not compile, ok() is false and error() says why.
  explicit CompiledPattern(const std::vector<std::string_view>& alternatives);
  ~CompiledPattern();
  CompiledPattern(CompiledPattern&&) noexcept;
  CompiledPattern& operator=(CompiledPattern&&) noexcept;

  bool ok() const;
  std::string error() const;
  bool matches_empty() const;
  int program_size() const;  // RE2 instructions

  // Appends all matches in `folded`, by position.
  // Complexity: linear in text between matches; see docs/design.md.
  void find_all(std::string_view folded, const Edges& edges, std::vector<ByteSpan>& out) const;

  // The same, where matches can start at `starts` only. REQUIRES: these are
  // edges, rising. Complexity: one anchored search a start.
  void find_at(std::string_view folded, const Edges& edges, const std::uint32_t* starts,
               std::size_t count, std::vector<ByteSpan>& out) const;

  // The same by trying every edge in turn: the referee of find_all. Quadratic.
  void find_all_slow(std::string_view folded, const Edges& edges, std::vector<ByteSpan>& out) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rapport::match

#endif  // RAPPORT_ANALYZER_MATCH_PATTERN_H_
