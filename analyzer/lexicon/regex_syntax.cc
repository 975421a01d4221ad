#include "analyzer/lexicon/regex_syntax.h"

#include <algorithm>
#include <utility>

namespace rapport::lexicon {
namespace {

constexpr std::uint32_t kLastCodePoint = 0x10FFFF;
constexpr int kDeepestGroup = 64;
constexpr int kMostRepeats = 1000;  // as RE2

using Ranges = std::vector<CodePointRange>;

// Sorted and disjoint.
Ranges normalized(Ranges ranges) {
  std::sort(ranges.begin(), ranges.end());
  Ranges out;
  for (const CodePointRange& range : ranges) {
    if (!out.empty() && range.first <= out.back().last + 1) {
      out.back().last = std::max(out.back().last, range.last);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

// REQUIRES: normalized.
Ranges complement(const Ranges& ranges) {
  Ranges out;
  std::uint32_t next = 0;
  for (const CodePointRange& range : ranges) {
    if (range.first > next) out.push_back({next, range.first - 1});
    next = range.last + 1;
  }
  if (next <= kLastCodePoint) out.push_back({next, kLastCodePoint});
  return out;
}

// What \d \w \s stand for: ASCII, as in RE2. Nothing for other letters.
std::optional<Ranges> perl_class(char letter) {
  switch (letter) {
    case 'd': return Ranges{{'0', '9'}};
    case 'w': return Ranges{{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}};
    case 's': return Ranges{{'\t', '\n'}, {'\f', '\r'}, {' ', ' '}};
    case 'D': case 'W': case 'S': return complement(*perl_class(static_cast<char>(letter + 32)));
    default: return std::nullopt;
  }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

Regex repeat(Regex part, int least, int most) {
  Regex out;
  out.kind = Regex::Kind::kRepeat;
  out.parts.push_back(std::move(part));
  out.least = least;
  out.most = most;
  return out;
}

class Parser {
 public:
  explicit Parser(std::string_view pattern) : rest_(pattern) {}

  std::optional<Regex> parse() {
    Regex out = alternation(0);
    if (failed_ || !rest_.empty()) return std::nullopt;
    return out;
  }

 private:
  Regex fail() {
    failed_ = true;
    return {};
  }
  bool take(std::string_view words) {
    if (!rest_.starts_with(words)) return false;
    rest_.remove_prefix(words.size());
    return true;
  }

  Regex alternation(int depth) {
    if (depth > kDeepestGroup) return fail();
    std::vector<Regex> parts;
    do parts.push_back(sequence(depth));
    while (!failed_ && take("|"));
    if (parts.size() == 1) return std::move(parts[0]);
    Regex out;
    out.kind = Regex::Kind::kAlternate;
    out.parts = std::move(parts);
    return out;
  }

  Regex sequence(int depth) {
    Regex out;
    out.kind = Regex::Kind::kConcatenate;
    while (!failed_ && !rest_.empty() && rest_[0] != '|' && rest_[0] != ')') {
      Regex part = quantified(atom(depth));
      const bool joins = part.kind == Regex::Kind::kLiteral && !out.parts.empty() &&
                         out.parts.back().kind == Regex::Kind::kLiteral;
      if (joins) {
        out.parts.back().bytes += part.bytes;
      } else {
        out.parts.push_back(std::move(part));
      }
    }
    return out;
  }

  Regex atom(int depth) {
    const char c = rest_[0];
    if (c == '[') return char_class();
    if (c == '(') {
      rest_.remove_prefix(1);
      if (!take("?:") && rest_.starts_with("?")) return fail();
      Regex out = alternation(depth + 1);
      return take(")") ? out : fail();
    }
    if (c == '.') {
      rest_.remove_prefix(1);
      return of_class(complement({{'\n', '\n'}}));
    }
    if (c == '\\' && rest_.size() > 1) {
      if (const auto ranges = perl_class(rest_[1])) {
        rest_.remove_prefix(2);
        return of_class(*ranges);
      }
    }
    if (std::string_view("^$*+?").find(c) != std::string_view::npos) return fail();
    Regex out;
    const std::string_view before = rest_;
    const std::uint32_t value = character();
    if (before[0] != '\\') {
      out.bytes = before.substr(0, before.size() - rest_.size());
      return out;
    }
    return value < 0x80 ? (out.bytes = std::string(1, static_cast<char>(value)), out)
                        : of_class({{value, value}});
  }

  static Regex of_class(Ranges ranges) {
    Regex out;
    out.kind = Regex::Kind::kClass;
    out.ranges = std::move(ranges);
    return out;
  }

  // One character, escaped or not. Patterns are valid UTF-8.
  std::uint32_t character() {
    if (rest_.empty()) return fail(), 0;
    if (rest_[0] == '\\') return escape();
    const auto byte = static_cast<unsigned char>(rest_[0]);
    const int size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    if (static_cast<std::size_t>(size) > rest_.size()) return fail(), 0;
    std::uint32_t value = size == 1 ? byte : byte & (0xFF >> (size + 1));
    for (int i = 1; i < size; ++i) value = value << 6 | (static_cast<unsigned char>(rest_[static_cast<std::size_t>(i)]) & 0x3F);
    rest_.remove_prefix(static_cast<std::size_t>(size));
    return value;
  }

  std::uint32_t escape() {
    rest_.remove_prefix(1);
    if (rest_.empty()) return fail(), 0;
    if (take("x{")) {
      const std::size_t close = rest_.find('}');
      if (close == std::string_view::npos || close == 0 || close > 6) return fail(), 0;
      std::uint32_t value = 0;
      for (char c : rest_.substr(0, close)) {
        const auto digit = std::string_view("0123456789abcdef").find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
        if (digit == std::string_view::npos) return fail(), 0;
        value = value * 16 + static_cast<std::uint32_t>(digit);
      }
      rest_.remove_prefix(close + 1);
      if (value > kLastCodePoint) failed_ = true;
      return value;
    }
    const char c = rest_[0];
    // Letters and digits after a backslash mean something: none of it is taken.
    if (is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80) return fail(), 0;
    rest_.remove_prefix(1);
    return static_cast<unsigned char>(c);
  }

  Regex char_class() {
    rest_.remove_prefix(1);
    const bool negated = take("^");
    Ranges ranges;
    bool first = true;
    while (!failed_ && !rest_.empty() && (first || rest_[0] != ']')) {
      first = false;
      if (rest_.starts_with("[:")) return fail();
      if (rest_[0] == '\\' && rest_.size() > 1) {
        if (const auto some = perl_class(rest_[1])) {
          rest_.remove_prefix(2);
          ranges.insert(ranges.end(), some->begin(), some->end());
          continue;
        }
      }
      const std::uint32_t from = character();
      std::uint32_t to = from;
      if (rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']') {
        rest_.remove_prefix(1);
        to = character();
      }
      if (to < from) return fail();
      ranges.push_back({from, to});
    }
    if (!take("]")) return fail();
    ranges = normalized(std::move(ranges));
    return of_class(negated ? complement(ranges) : ranges);
  }

  Regex quantified(Regex part) {
    while (!failed_ && !rest_.empty()) {
      if (take("?")) {
        part = repeat(std::move(part), 0, 1);
      } else if (take("*")) {
        part = repeat(std::move(part), 0, Regex::kUnbounded);
      } else if (take("+")) {
        part = repeat(std::move(part), 1, Regex::kUnbounded);
      } else if (rest_[0] == '{' && rest_.size() > 1 && is_digit(rest_[1])) {
        rest_.remove_prefix(1);
        const int least = number();
        const int most = !take(",") ? least : rest_.starts_with("}") ? Regex::kUnbounded : number();
        if (!take("}") || least > kMostRepeats || most > kMostRepeats ||
            (most != Regex::kUnbounded && most < least)) {
          return fail();
        }
        part = repeat(std::move(part), least, most);
      } else {
        break;
      }
      take("?");  // lazy
    }
    return part;
  }

  int number() {
    int out = 0;
    if (rest_.empty() || !is_digit(rest_[0])) failed_ = true;
    while (!rest_.empty() && is_digit(rest_[0]) && out <= kMostRepeats) {
      out = out * 10 + (rest_[0] - '0');
      rest_.remove_prefix(1);
    }
    return out;
  }

  std::string_view rest_;
  bool failed_ = false;
};

}  // namespace

std::optional<Regex> parse_regex(std::string_view pattern) { return Parser(pattern).parse(); }

}  // namespace rapport::lexicon
