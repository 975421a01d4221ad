#include "corpus/writers/json_buffer.h"

#include <charconv>
#include <cstdio>

#include "corpus/readers/record_fields.h"

namespace rapport::corpus {
namespace {

// Bytes that stand for themselves in a string, whatever is next to them.
bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; }

std::uint32_t code_point(std::string_view bytes) {
  const auto low = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]) & 0x3Fu; };
  const unsigned char first = static_cast<unsigned char>(bytes[0]);
  switch (bytes.size()) {
    case 2: return (first & 0x1Fu) << 6 | low(1);
    case 3: return (first & 0x0Fu) << 12 | low(1) << 6 | low(2);
    case 4: return (first & 0x07u) << 18 | low(1) << 12 | low(2) << 6 | low(3);
    default: return first;
  }
}

bool is_escaped(std::uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x61C || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

std::size_t length_of(unsigned char first) {
  return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

void append_valid(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_plain(static_cast<unsigned char>(text[end]))) ++end;
    out.append(text, at, end - at);
    at = end;
    if (at == text.size()) return;
    const std::string_view one = text.substr(at, length_of(static_cast<unsigned char>(text[at])));
    at += one.size();
    const std::uint32_t c = code_point(one);
    switch (c) {
      case '"': out += "\\\""; continue;
      case '\\': out += "\\\\"; continue;
      case '\n': out += "\\n"; continue;
      case '\r': out += "\\r"; continue;
      case '\t': out += "\\t"; continue;
      default: break;
    }
    if (!is_escaped(c)) {
      out += one;
      continue;
    }
    char escape[12];  // "\\u" and what an unsigned can have
    std::snprintf(escape, sizeof escape, "\\u%04x", c);
    out += escape;
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  if (bad_utf8_at(text)) {
    append_valid(out, with_replacements(text));
  } else {
    append_valid(out, text);
  }
  out += '"';
}

void append_json_count(std::string& out, std::uint64_t count) {
  char buffer[24];
  out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, count).ptr);
}

void append_json_points(std::string& out, Points points) {
  const std::uint64_t tenths = static_cast<std::uint64_t>(points.tenths < 0 ? -points.tenths : points.tenths);
  if (points.tenths < 0) out += '-';
  append_json_count(out, tenths / 10);
  out += '.';
  out += static_cast<char>('0' + tenths % 10);
}

void append_json_hundredths(std::string& out, std::uint64_t hundredths) {
  append_json_count(out, hundredths / 100);
  out += '.';
  out += static_cast<char>('0' + hundredths / 10 % 10);
  out += static_cast<char>('0' + hundredths % 10);
}

}  // namespace rapport::corpus
