#include "analyzer/lexicon/regex_facts.h"

#include <algorithm>

namespace rapport::lexicon {
namespace {

// Beyond these a part of a pattern is taken as one that can be anything.
constexpr std::size_t kMostStrings = 200;
constexpr std::size_t kMostMembers = 12;  // of a class

// More spaces than any that count.
constexpr int kNoLimit = 1 << 10;

bool is_digit(std::uint32_t c) { return c >= '0' && c <= '9'; }

bool holds_word_byte(const Regex& char_class) {
  return std::any_of(char_class.ranges.begin(), char_class.ranges.end(), [](CodePointRange range) {
    for (std::uint32_t c = range.first; c <= range.last && c < 0x80; ++c) {
      if (is_word_byte(static_cast<char>(c))) return true;
    }
    return false;
  });
}

Strings members_of(const Regex& char_class) {
  Words out;
  for (const CodePointRange& range : char_class.ranges) {
    // What lies beyond ASCII parts words as any other byte would.
    for (std::uint32_t c = range.first; c <= std::min(range.last, 0x80u); ++c) {
      out.emplace_back();
      const char byte = c < 0x80 ? static_cast<char>(c) : '\x80';
      append_as_word({&byte, 1}, out.back());
    }
    if (range.first > 0x80) out.emplace_back("\x80");
  }
  sort_unique(out);
  if (out.size() > kMostMembers) return std::nullopt;
  return out;
}

Strings repeated(const Regex& regex) {
  const Regex& part = regex.parts[0];
  if (is_digits(part)) {
    if (regex.most == 0) return Words{""};
    return regex.least == 0 ? Words{"", "0"} : Words{"0"};
  }
  if (regex.most == Regex::kUnbounded) return std::nullopt;
  const Strings one = strings_of(part);
  if (!one) return std::nullopt;
  Words power = {""};
  Words out;
  for (int i = 0; i <= regex.most; ++i) {
    if (i >= regex.least) out.insert(out.end(), power.begin(), power.end());
    if (out.size() > kMostStrings) return std::nullopt;
    if (i == regex.most) break;
    Strings next = product(power, *one);
    if (!next) return std::nullopt;
    power = *std::move(next);
  }
  sort_unique(out);
  return out;
}

}  // namespace

void append_as_word(std::string_view bytes, std::string& out) {
  for (char c : bytes) {
    const bool digit = is_digit(static_cast<unsigned char>(c));
    if (digit && !out.empty() && out.back() == '0') continue;
    out += digit ? '0' : c;
  }
}

void sort_unique(Words& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

bool is_digits(const Regex& regex) {
  return regex.kind == Regex::Kind::kClass && !regex.ranges.empty() &&
         std::all_of(regex.ranges.begin(), regex.ranges.end(), [](CodePointRange range) {
           return is_digit(range.first) && is_digit(range.last);
         });
}

Spaces sum(Spaces a, Spaces b) {
  return {std::min(kNoLimit, a.least + b.least), std::min(kNoLimit, a.most + b.most)};
}

Spaces either(Spaces a, Spaces b) {
  return {std::min(a.least, b.least), std::max(a.most, b.most)};
}

Spaces spaces_in(std::string_view bytes) {
  const auto count = std::min<std::ptrdiff_t>(kNoLimit, std::count(bytes.begin(), bytes.end(), ' '));
  return {static_cast<int>(count), static_cast<int>(count)};
}

Ends ends_of(const Regex& regex) {
  switch (regex.kind) {
    case Regex::Kind::kLiteral:
      if (regex.bytes.empty()) return {true, false, false};
      return {false, is_word_byte(regex.bytes.front()), is_word_byte(regex.bytes.back())};
    case Regex::Kind::kClass: {
      const bool word = holds_word_byte(regex);
      return {false, word, word};
    }
    case Regex::Kind::kConcatenate: {
      Ends out{true, false, false};
      for (const Regex& part : regex.parts) {
        const Ends ends = ends_of(part);
        if (out.empty) out.word_first = out.word_first || ends.word_first;
        out.word_last = ends.word_last || (ends.empty && out.word_last);
        out.empty = out.empty && ends.empty;
      }
      return out;
    }
    case Regex::Kind::kAlternate: {
      Ends out;
      for (const Regex& part : regex.parts) {
        const Ends ends = ends_of(part);
        out.empty = out.empty || ends.empty;
        out.word_first = out.word_first || ends.word_first;
        out.word_last = out.word_last || ends.word_last;
      }
      return out;
    }
    case Regex::Kind::kRepeat: {
      Ends out = ends_of(regex.parts[0]);
      out.empty = out.empty || regex.least == 0;
      return out;
    }
  }
  return {true, true, true};
}

Spaces spaces_of(const Regex& regex) {
  switch (regex.kind) {
    case Regex::Kind::kLiteral: return spaces_in(regex.bytes);
    case Regex::Kind::kClass: {
      Spaces out{1, 0};
      for (const CodePointRange& range : regex.ranges) {
        if (range.first <= ' ' && ' ' <= range.last) out.most = 1;
        if (range.first < ' ' || ' ' < range.last) out.least = 0;
      }
      return out;
    }
    case Regex::Kind::kConcatenate: {
      Spaces out;
      for (const Regex& part : regex.parts) out = sum(out, spaces_of(part));
      return out;
    }
    case Regex::Kind::kAlternate: {
      Spaces out = regex.parts.empty() ? Spaces{} : spaces_of(regex.parts[0]);
      for (const Regex& part : regex.parts) out = either(out, spaces_of(part));
      return out;
    }
    case Regex::Kind::kRepeat: {
      const Spaces one = spaces_of(regex.parts[0]);
      const bool bound = regex.most != Regex::kUnbounded && regex.most <= kNoLimit;
      const int most = bound ? regex.most : kNoLimit;
      return {std::min(kNoLimit, one.least * std::min(regex.least, kNoLimit)),
              std::min(kNoLimit, one.most * most)};
    }
  }
  return {0, kNoLimit};
}

Strings product(const Words& a, const Words& b) {
  if (a.size() * b.size() > kMostStrings) return std::nullopt;
  Words out;
  for (const std::string& left : a) {
    for (const std::string& right : b) {
      out.push_back(left);
      append_as_word(right, out.back());
      if (out.back().size() > kLongestString) return std::nullopt;
    }
  }
  sort_unique(out);
  return out;
}

Strings strings_of(const Regex& regex) {
  switch (regex.kind) {
    case Regex::Kind::kLiteral: {
      if (regex.bytes.size() > kLongestString) return std::nullopt;
      Words out(1);
      append_as_word(regex.bytes, out[0]);
      return out;
    }
    case Regex::Kind::kClass: return members_of(regex);
    case Regex::Kind::kConcatenate: {
      Strings out = Words{""};
      for (std::size_t i = 0; out && i < regex.parts.size(); ++i) {
        const Strings part = strings_of(regex.parts[i]);
        out = part ? product(*out, *part) : std::nullopt;
      }
      return out;
    }
    case Regex::Kind::kAlternate: {
      Words out;
      for (const Regex& part : regex.parts) {
        const Strings strings = strings_of(part);
        if (!strings || out.size() + strings->size() > kMostStrings) return std::nullopt;
        out.insert(out.end(), strings->begin(), strings->end());
      }
      sort_unique(out);
      return out;
    }
    case Regex::Kind::kRepeat: return repeated(regex);
  }
  return std::nullopt;
}

}  // namespace rapport::lexicon
