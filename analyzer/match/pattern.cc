#include "analyzer/match/pattern.h"

#include <re2/re2.h>

#include <algorithm>

#include "analyzer/match/re2_options.h"

namespace rapport::match {

Edges::Edges(const text::Document& document) : flags_(document.folded.size() + 1, 0) {
  const std::string& folded = document.folded;
  for (std::uint32_t edge : document.edges) {
    flags_[edge] = kEdge;
    if (edge < folded.size() && folded[edge] != ' ') flags_[edge] |= kStart;
    if (edge > 0 && folded[edge - 1] != ' ') flags_[edge] |= kEnd;
  }
  if (!document.zones.empty() && document.zones[0].kind == text::ZoneKind::kSubject) {
    subject_end_ = document.to_folded(document.zones[0].span.end);
  }
}

std::size_t Edges::next(std::size_t offset) const {
  do {
    ++offset;
  } while (offset < size() && !flags_[offset]);
  return std::min(offset, size());
}

std::size_t Edges::previous(std::size_t offset) const {
  do {
    --offset;
  } while (offset > 0 && !flags_[offset]);
  return offset;
}

struct CompiledPattern::State {
  explicit State(const std::string& pattern) : regex(pattern, re2_options()) {}
  re2::RE2 regex;

  // The longest match that starts at `start` and ends at an edge, not empty.
  bool longest_at(std::string_view folded, const Edges& edges, std::size_t start, std::size_t limit,
                  std::size_t& end) const {
    while (limit > start) {
      re2::StringPiece found;
      if (!regex.Match(piece(folded), start, limit, re2::RE2::ANCHOR_START, &found, 1)) return false;
      end = start + found.size();
      if (end == start) return false;
      if (edges.ends_at(end)) return true;
      limit = edges.previous(end);
    }
    return false;
  }
};

CompiledPattern::CompiledPattern(const std::vector<std::string_view>& alternatives) {
  std::string joined;
  for (std::string_view alternative : alternatives) {
    if (!joined.empty()) joined += '|';
    joined += "(?:";
    joined += alternative;
    joined += ')';
  }
  state_ = std::make_unique<State>(joined);
}

CompiledPattern::~CompiledPattern() = default;
CompiledPattern::CompiledPattern(CompiledPattern&&) noexcept = default;
CompiledPattern& CompiledPattern::operator=(CompiledPattern&&) noexcept = default;

bool CompiledPattern::ok() const { return state_->regex.ok(); }
std::string CompiledPattern::error() const {
  // RE2 ends its message with the part at fault; the whole has our own group in it.
  const std::string& part = state_->regex.error_arg();
  std::string out = state_->regex.error();
  constexpr std::size_t kGroup = 3;
  const std::size_t at = state_->regex.pattern().find(part);
  if (part.empty() || at == std::string::npos) return out;
  if (at >= kGroup) return out + " (at byte " + std::to_string(at - kGroup) + " of it, macros expanded)";
  return out.ends_with(": " + part) ? out.substr(0, out.size() - part.size() - 2) : out;
}
bool CompiledPattern::matches_empty() const { return re2::RE2::FullMatch("", state_->regex); }
int CompiledPattern::program_size() const { return state_->regex.ProgramSize(); }

void CompiledPattern::find_all(std::string_view folded, const Edges& edges,
                               std::vector<ByteSpan>& out) const {
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t region_end = edges.region_end(at);
    re2::StringPiece found;
    if (!state_->regex.Match(piece(folded), at, region_end, re2::RE2::UNANCHORED, &found, 1)) {
      at = region_end;
      continue;
    }
    // No start before this one matches at all, edges or not: skipping is safe.
    const std::size_t start = static_cast<std::size_t>(found.data() - folded.data());
    std::size_t end = start + found.size();
    const std::size_t limit = edges.limit(start);
    if (edges.starts_at(start) && end > start &&
        ((end <= limit && edges.ends_at(end)) ||
         state_->longest_at(folded, edges, start, end <= limit ? edges.previous(end) : limit, end))) {
      out.push_back({start, end});
      at = end;
    } else {
      at = edges.next(start);
    }
  }
}

void CompiledPattern::find_at(std::string_view folded, const Edges& edges,
                              const std::uint32_t* starts, std::size_t count,
                              std::vector<ByteSpan>& out) const {
  std::size_t free_from = 0;
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t end = 0;
    if (starts[i] < free_from) continue;
    if (!state_->longest_at(folded, edges, starts[i], edges.limit(starts[i]), end)) continue;
    out.push_back({starts[i], end});
    free_from = end;
  }
}

void CompiledPattern::find_all_slow(std::string_view folded, const Edges& edges,
                                    std::vector<ByteSpan>& out) const {
  for (std::size_t start = 0; start < folded.size();) {
    std::size_t end = 0;
    if (edges.starts_at(start) && state_->longest_at(folded, edges, start, edges.limit(start), end)) {
      out.push_back({start, end});
      start = end;
    } else {
      start = edges.next(start);
    }
  }
}

}  // namespace rapport::match
