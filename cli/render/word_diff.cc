#include "cli/render/word_diff.h"

#include <dtl/dtl.hpp>

#include <string_view>
#include <vector>

#include "cli/render/rewrites.h"

namespace rapport::cli {
namespace {

// Words, runs of blanks and line ends.
std::vector<std::string> pieces(std::string_view text) {
  const auto kind = [](char c) { return c == '\n' ? 2 : c == ' ' || c == '\t' || c == '\r' ? 1 : 0; };
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && kind(text[end]) == kind(text[at]) && kind(text[at]) < 2) ++end;
    out.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return out;
}

std::string shown(const std::string& text) {
  std::string out = message_text(text);
  if (out.ends_with('\n')) out.pop_back();
  return out;
}

bool is_blank(const std::string& piece) {
  return piece.find_first_not_of(" \t\r") == std::string::npos;
}

}  // namespace

std::string word_diff(const std::string& before, const std::string& after, const Paint& paint) {
  dtl::Diff<std::string, std::vector<std::string>> diff(pieces(shown(before)), pieces(shown(after)));
  diff.onHuge();
  diff.compose();
  const auto& script = diff.getSes().getSequence();
  std::string out, taken, put;
  const auto flush = [&] {
    if (!taken.empty()) out += paint.on() ? paint.bad(taken) : "[-" + taken + "-]";
    if (!put.empty()) out += paint.on() ? paint.good(put) : "{+" + put + "+}";
    taken.clear();
    put.clear();
  };
  for (std::size_t i = 0; i < script.size(); ++i) {
    const auto& [piece, info] = script[i];
    const bool same = info.type == dtl::SES_COMMON;
    // Of two changes with a blank between them one is made.
    const bool joins = same && is_blank(piece) && (!taken.empty() || !put.empty()) &&
                       i + 1 < script.size() && script[i + 1].second.type != dtl::SES_COMMON;
    if (same && !joins) flush();
    if (info.type == dtl::SES_DELETE || (joins && !taken.empty())) taken += piece;
    if (info.type == dtl::SES_ADD || (joins && !put.empty())) put += piece;
    if (same && !joins) out += piece;
  }
  flush();
  return out + "\n";
}

}  // namespace rapport::cli
