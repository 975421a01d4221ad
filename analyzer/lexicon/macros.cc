#include "analyzer/lexicon/macros.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "analyzer/lexicon/table_reader.h"
#include "analyzer/text/fold.h"

namespace rapport::lexicon {
namespace {

constexpr int kDeepestMacro = 16;
constexpr std::size_t kLongestPattern = 1 << 20;
constexpr int kWidestGap = 40;

bool expand_into(std::string_view pattern, const Macros& local, const Macros& shared, int depth,
                 std::string& out, std::string& error) {
  while (!pattern.empty()) {
    const std::size_t open = pattern.find("{{");
    out += pattern.substr(0, open);
    if (open == std::string_view::npos) return true;
    const std::size_t close = pattern.find("}}", open);
    if (close == std::string_view::npos) {
      error = "'{{' without '}}'";
      return false;
    }
    const std::string name(pattern.substr(open + 2, close - open - 2));
    auto found = local.find(name);
    if (found == local.end()) {
      found = shared.find(name);
      if (found == shared.end()) {
        std::vector<std::string> names;
        for (const auto* macros : {&local, &shared}) {
          for (const auto& [known, value] : *macros) names.push_back(known);
        }
        error = "unknown macro '" + name + "'" + did_you_mean(name, names);
        return false;
      }
    }
    if (depth == 0 || out.size() > kLongestPattern) {
      error = "macro '" + name + "' uses itself";
      return false;
    }
    if (!expand_into(found->second, local, shared, depth - 1, out, error)) return false;
    pattern.remove_prefix(close + 2);
  }
  return true;
}

// The bytes of one escape such as \d, \pL, \p{Greek}, \x{E000}.
std::size_t escape_size(std::string_view at) {
  if (at.size() < 2) return at.size();
  const char kind = at[1];
  const bool braced = (kind == 'x' || kind == 'p' || kind == 'P') && at.size() > 2 && at[2] == '{';
  if (braced) {
    const std::size_t close = at.find('}');
    return close == std::string_view::npos ? at.size() : close + 1;
  }
  if (kind == 'p' || kind == 'P') return std::min<std::size_t>(3, at.size());
  if (kind == 'x') return std::min<std::size_t>(4, at.size());
  return 2;
}

bool is_syntax(char c) {
  return std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos;
}

// True where a repetition without a bound, or a wide one, starts at `at`.
bool is_wide_repetition(std::string_view at) {
  if (at.empty()) return false;
  if (at[0] == '*' || at[0] == '+') return true;
  if (at[0] != '{') return false;
  const std::size_t comma = at.find(',');
  const std::size_t close = at.find('}');
  if (close == std::string_view::npos) return false;
  const std::string_view last =
      comma < close ? at.substr(comma + 1, close - comma - 1) : at.substr(1, close - 1);
  if (last.empty()) return true;
  int most = 0;
  for (char c : last) {
    if (!std::isdigit(static_cast<unsigned char>(c))) return false;
    most = most * 10 + (c - '0');
    if (most > 100000) return true;
  }
  return most > kWidestGap;
}

}  // namespace

bool expand_macros(std::string_view pattern, const Macros& local, const Macros& shared,
                   std::string& out, std::string& error) {
  out.clear();
  return expand_into(pattern, local, shared, kDeepestMacro, out, error);
}

std::string fold_pattern(std::string_view pattern) {
  std::string out;
  out.reserve(pattern.size());
  std::size_t at = 0;
  while (at < pattern.size()) {
    const std::string_view rest = pattern.substr(at);
    if (rest[0] == '\\') {
      const std::size_t size = escape_size(rest);
      out += rest.substr(0, size);
      at += size;
    } else if (rest.starts_with("(?P<")) {
      out += "(?P<";
      at += 4;
    } else if (static_cast<unsigned char>(rest[0]) < 0x80) {
      out += static_cast<char>(std::tolower(static_cast<unsigned char>(rest[0])));
      ++at;
    } else {
      std::size_t size = 0;
      while (size < rest.size() && static_cast<unsigned char>(rest[size]) >= 0x80) ++size;
      // A fold may give syntax characters: an ellipsis becomes three dots.
      for (char c : text::fold_literal(rest.substr(0, size))) {
        if (is_syntax(c)) out += '\\';
        out += c;
      }
      at += size;
    }
  }
  return out;
}

std::string refuse_pattern(std::string_view p, std::size_t& offset) {
  if (p.starts_with(".") || p.starts_with("[^") || p.starts_with("(?:[^") || p.starts_with(" ")) {
    offset = 0;
    return "starts with a gap; start with a word or a choice of words";
  }
  if (p.ends_with(" ")) {
    offset = p.size() - 1;
    return "ends with a space; a match ends with a word";
  }
  for (std::size_t at = 0; at < p.size();) {
    offset = at;
    const std::string_view rest = p.substr(at);
    if (rest[0] == '\\') {
      if (std::string_view("bBAzZGC").find(rest.size() > 1 ? rest[1] : ' ') !=
          std::string_view::npos) {
        return "holds an anchor or \\C; the engine adds token edges, leave it out";
      }
      const std::size_t size = escape_size(rest);
      const bool broad = rest.substr(0, 2) == "\\S" || rest.substr(0, 2) == "\\D" ||
                         rest.substr(0, 2) == "\\W" || rest.substr(0, 2) == "\\P";
      if (broad && is_wide_repetition(rest.substr(size))) {
        return "has a gap without a bound of at most 40; use {{gap3}} or {{w}}";
      }
      at += size;
    } else if (rest[0] == '^' || rest[0] == '$') {
      return "holds an anchor; the engine adds token edges, leave it out";
    } else if (rest[0] == '.') {
      if (is_wide_repetition(rest.substr(1))) {
        return "has a gap without a bound of at most 40; use {{gap3}} or {{w}}";
      }
      ++at;
    } else if (rest[0] == '[') {
      std::size_t close = 1 + (rest.size() > 1 && rest[1] == '^');
      if (close < rest.size() && rest[close] == ']') ++close;
      while (close < rest.size() && rest[close] != ']') {
        if (rest.substr(close).starts_with("[:")) {
          const std::size_t end = rest.find(":]", close);
          close = end == std::string_view::npos ? rest.size() : end + 2;
        } else {
          close += rest[close] == '\\' ? escape_size(rest.substr(close)) : 1;
        }
      }
      const std::size_t size = std::min(close + 1, rest.size());
      // A run of characters that are neither space nor clause punctuation is a
      // word: it ends by itself. Any other negated class is a gap.
      const std::string_view set = rest.substr(0, size);
      const bool word = set.find(' ') != std::string_view::npos;
      if (set.starts_with("[^") && !word && is_wide_repetition(rest.substr(size))) {
        return "has a gap without a bound of at most 40; use {{gap3}} or {{w}}";
      }
      at += size;
    } else {
      ++at;
    }
  }
  return {};
}

PatternProblem read_pattern(std::string_view written, const Macros& local, const Macros& shared,
                            std::string& expanded) {
  std::string error;
  if (!expand_macros(written, local, shared, expanded, error)) {
    // The macro that is at fault, if it is named in the pattern itself.
    const std::size_t quote = error.find('\'');
    const std::size_t end = error.find('\'', quote + 1);
    std::size_t at = 0;
    if (end != std::string::npos) {
      at = written.find("{{" + error.substr(quote + 1, end - quote - 1));
      if (at == std::string_view::npos) at = written.find("{{");
    }
    return {"L010", error, std::string(written), at == std::string_view::npos ? 0 : at};
  }
  expanded = fold_pattern(expanded);
  std::size_t offset = 0;
  const std::string refusal = refuse_pattern(expanded, offset);
  if (refusal.empty()) return {};
  return {"L014",
          "the pattern " + refusal + " (at byte " + std::to_string(offset) +
              " of it, macros expanded)",
          expanded, offset};
}

}  // namespace rapport::lexicon
