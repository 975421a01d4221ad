#include "analyzer/lexicon/prefixes.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace rapport::lexicon {
namespace {

constexpr int kMostClassMembers = 16;
constexpr int kDeepestGroup = 64;

// What a part of a pattern may begin with. `exact`: the part may match just
// this and what follows it goes on here; else more of the part follows.
struct Beginning {
  std::string text;
  bool exact = true;
  auto operator<=>(const Beginning&) const = default;
};
using Beginnings = std::vector<Beginning>;

const Beginnings kUnknown = {{"", false}};

// Sorts, and drops what an inexact shorter one covers.
void simplify(Beginnings& all) {
  for (Beginning& one : all) {
    if (one.text.size() <= kLongestPrefix) continue;
    one.text.resize(kLongestPrefix);
    one.exact = false;
  }
  std::sort(all.begin(), all.end());
  Beginnings kept;
  std::string_view cover;
  bool covers = false;
  for (const Beginning& one : all) {  // "a" inexact sorts before "a" exact
    if (covers && one.text.starts_with(cover)) continue;
    if (!kept.empty() && kept.back() == one) continue;
    kept.push_back(one);
    if (!one.exact) {
      // Stable: `kept` may move, the text of `all` does not.
      cover = one.text;
      covers = true;
    }
  }
  all = std::move(kept);
}

Beginnings concatenate(const Beginnings& first, const Beginnings& second) {
  Beginnings out;
  for (const Beginning& a : first) {
    if (!a.exact) {
      out.push_back(a);
      continue;
    }
    for (const Beginning& b : second) out.push_back({a.text + b.text, b.exact});
  }
  simplify(out);
  if (out.size() <= kMostPrefixes) return out;
  out = first;
  for (Beginning& one : out) one.exact = false;
  simplify(out);
  return out;
}

std::string utf8(std::uint32_t c) {
  std::string out;
  const auto add = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | c >> 6);
    add(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    add(0xE0 | c >> 12);
    add(0x80 | (c >> 6 & 0x3F));
    add(0x80 | (c & 0x3F));
  } else {
    add(0xF0 | c >> 18);
    add(0x80 | (c >> 12 & 0x3F));
    add(0x80 | (c >> 6 & 0x3F));
    add(0x80 | (c & 0x3F));
  }
  return out;
}

// A recursive-descent reader of the part of RE2's syntax that rules use. On
// anything else it fails, and the pattern has no known beginnings.
class Reader {
 public:
  explicit Reader(std::string_view pattern) : rest_(pattern) {}

  std::optional<Beginnings> read() {
    Beginnings out = alternation(0);
    if (failed_ || !rest_.empty()) return std::nullopt;
    return out;
  }

 private:
  Beginnings alternation(int depth) {
    Beginnings all;
    if (depth > kDeepestGroup) {
      failed_ = true;
      return kUnknown;
    }
    while (true) {
      const Beginnings one = sequence(depth);
      if (!skip_) all.insert(all.end(), one.begin(), one.end());
      if (rest_.empty() || rest_[0] != '|') break;
      rest_.remove_prefix(1);
    }
    simplify(all);
    return all;
  }

  Beginnings sequence(int depth) {
    Beginnings out;
    if (!skip_) out.push_back({"", true});
    while (!failed_ && !rest_.empty() && rest_[0] != '|' && rest_[0] != ')') {
      const std::string_view run = literal_run();
      if (!run.empty()) {
        for (Beginning& one : out) {
          if (one.exact) one.text += run;
        }
        continue;
      }
      const bool open = std::any_of(out.begin(), out.end(), [](const Beginning& one) {
        return one.exact && one.text.size() < kLongestPrefix;
      });
      const bool skipped = std::exchange(skip_, skip_ || !open);
      const Beginnings next = repeated(atom(depth));
      skip_ = skipped;
      if (open) out = concatenate(out, next);
    }
    simplify(out);
    return out;
  }

  // Takes the letters, digits, spaces and marks that stand here for themselves,
  // all but one that a quantifier belongs to.
  std::string_view literal_run() {
    const auto is_plain = [](char c) {
      return std::string_view("\\.[]()|?*+{}^$").find(c) == std::string_view::npos &&
             static_cast<unsigned char>(c) < 0x80;
    };
    std::size_t size = 0;
    while (size < rest_.size() && is_plain(rest_[size])) ++size;
    const bool quantified =
        size < rest_.size() && std::string_view("?*+{").find(rest_[size]) != std::string_view::npos;
    if (quantified && size > 0) --size;
    const std::string_view run = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return run;
  }

  Beginnings atom(int depth) {
    const char c = rest_[0];
    if (c == '(') return group(depth);
    if (c == '[') return char_class();
    if (c == '\\') return escape();
    if (c == '.') {
      rest_.remove_prefix(1);
      return kUnknown;
    }
    if (c == '^' || c == '$' || c == '*' || c == '+' || c == '?') {
      failed_ = true;
      return kUnknown;
    }
    return {{take_character(), true}};
  }

  std::string take_character() {
    std::size_t size = 1;
    while (size < rest_.size() && (static_cast<unsigned char>(rest_[size]) & 0xC0) == 0x80) ++size;
    std::string out(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return out;
  }

  Beginnings group(int depth) {
    if (rest_.starts_with("(?:")) {
      rest_.remove_prefix(3);
    } else if (rest_.starts_with("(?")) {
      failed_ = true;  // flags and names: no rule has need of them
      return kUnknown;
    } else {
      rest_.remove_prefix(1);
    }
    Beginnings out = alternation(depth + 1);
    if (!rest_.starts_with(")")) {
      failed_ = true;
      return kUnknown;
    }
    rest_.remove_prefix(1);
    return out;
  }

  Beginnings escape() {
    if (rest_.size() < 2) {
      failed_ = true;
      return kUnknown;
    }
    const char kind = rest_[1];
    if (rest_.starts_with("\\x{")) {
      const std::size_t close = rest_.find('}');
      if (close == std::string_view::npos) {
        failed_ = true;
        return kUnknown;
      }
      std::uint32_t value = 0;
      for (char c : rest_.substr(3, close - 3)) {
        const auto digit = std::string_view("0123456789abcdef").find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
        value = digit == std::string_view::npos || value > 0x10FFFF
                    ? 0x110000
                    : value * 16 + static_cast<std::uint32_t>(digit);
      }
      failed_ = failed_ || value > 0x10FFFF;
      rest_.remove_prefix(close + 1);
      return {{utf8(value), true}};
    }
    if (kind == 'd') {
      rest_.remove_prefix(2);
      Beginnings digits;
      for (char c = '0'; c <= '9'; ++c) digits.push_back({std::string(1, c), true});
      return digits;
    }
    const bool letter = (kind >= 'a' && kind <= 'z') || (kind >= 'A' && kind <= 'Z');
    const bool number = kind >= '0' && kind <= '9';
    if (letter || number) {  // classes: beginnings end here; the rest is read on
      if (std::string_view("DsSwW").find(kind) == std::string_view::npos) failed_ = true;
      rest_.remove_prefix(2);
      return kUnknown;
    }
    rest_.remove_prefix(1);
    return {{take_character(), true}};
  }

  Beginnings char_class() {
    rest_.remove_prefix(1);
    bool known = !rest_.starts_with("^");
    if (!known) rest_.remove_prefix(1);
    Beginnings members;
    bool first = true;
    while (!rest_.empty() && (first || rest_[0] != ']')) {
      first = false;
      if (rest_.starts_with("[:")) known = false;
      if (rest_[0] == '\\') {
        const Beginnings one = escape();
        known = known && one != kUnknown;
        members.insert(members.end(), one.begin(), one.end());
      } else {
        members.push_back({take_character(), true});
      }
      // A range: only between single bytes, and only a short one.
      if (rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']') {
        rest_.remove_prefix(1);
        const std::string from = members.back().text;
        const Beginnings last = rest_[0] == '\\' ? escape() : Beginnings{{take_character(), true}};
        const std::string to = last.back().text;
        if (from.size() != 1 || to.size() != 1 || from > to ||
            to[0] - from[0] > kMostClassMembers) {
          known = false;
        } else {
          for (int c = from[0] + 1; c <= to[0]; ++c) {
            members.push_back({std::string(1, static_cast<char>(c)), true});
          }
        }
      }
    }
    if (!rest_.starts_with("]")) {
      failed_ = true;
      return kUnknown;
    }
    rest_.remove_prefix(1);
    if (skip_ || !known || members.size() > kMostClassMembers) return kUnknown;
    simplify(members);
    return members;
  }

  // Applies the quantifiers that stand here.
  Beginnings repeated(Beginnings one) {
    while (!rest_.empty()) {
      bool optional = false;
      bool many = false;
      if (rest_[0] == '?') {
        optional = true;
        rest_.remove_prefix(1);
      } else if (rest_[0] == '*' || rest_[0] == '+') {
        optional = rest_[0] == '*';
        many = true;
        rest_.remove_prefix(1);
      } else if (rest_.size() > 1 && rest_[0] == '{' && rest_[1] >= '0' && rest_[1] <= '9') {
        const std::size_t close = rest_.find('}');
        if (close == std::string_view::npos) break;
        const std::string_view bounds = rest_.substr(1, close - 1);
        optional = bounds == "0" || bounds.starts_with("0,");
        many = bounds != "1" && bounds != "0,1";
        rest_.remove_prefix(close + 1);
      } else {
        break;
      }
      if (rest_.starts_with("?")) rest_.remove_prefix(1);  // lazy: the same beginnings
      if (many) {
        for (Beginning& beginning : one) beginning.exact = false;
      }
      if (optional) one.push_back({"", true});
      simplify(one);
    }
    return one;
  }

  std::string_view rest_;
  bool failed_ = false;
  bool skip_ = false;  // all beginnings are long enough: only read on
};

}  // namespace

std::vector<std::string> literal_prefixes(std::string_view pattern) {
  const std::optional<Beginnings> beginnings = Reader(pattern).read();
  std::vector<std::string> out;
  if (!beginnings) return out;
  for (const Beginning& one : *beginnings) {
    if (one.text.empty()) return {};
    // Sorted: whatever starts with the one before is covered by it.
    if (!out.empty() && one.text.starts_with(out.back())) continue;
    out.push_back(one.text);
  }
  return out;
}

}  // namespace rapport::lexicon
