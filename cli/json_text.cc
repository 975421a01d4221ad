#include "cli/json_text.h"

#include <boost/json.hpp>

#include <charconv>
#include <cmath>
#include <cstdio>

#include "analyzer/text/utf8.h"
#include "cli/display.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;

bool is_escaped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x61C || (c >= 0x200E && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

class Writer {
 public:
  explicit Writer(bool pretty) : pretty_(pretty) {}

  std::string take() { return std::move(out_) + "\n"; }

  void write(const json::value& value) {
    switch (value.kind()) {
      case json::kind::null: out_ += "null"; break;
      case json::kind::bool_: out_ += value.get_bool() ? "true" : "false"; break;
      case json::kind::int64: out_ += std::to_string(value.get_int64()); break;
      case json::kind::uint64: out_ += std::to_string(value.get_uint64()); break;
      case json::kind::double_: write_number(value.get_double()); break;
      case json::kind::string: write_string(value.get_string()); break;
      case json::kind::array: write_array(value.get_array()); break;
      case json::kind::object: write_object(value.get_object()); break;
    }
  }

 private:
  void write_number(double number) {
    char buffer[64];
    const bool everyday = number == 0 || (std::abs(number) >= 1e-4 && std::abs(number) < 1e15);
    const auto [end, error] =
        everyday ? std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed)
                 : std::to_chars(buffer, buffer + sizeof buffer, number);
    std::string text(buffer, end);
    if (everyday && text.find('.') == std::string::npos) text += ".0";
    out_ += text;
  }

  void write_string(std::string_view given) {
    const std::string text = repaired(given);
    out_ += '"';
    for (std::size_t at = 0; at < text.size();) {
      write_character(text::next_code_point(text, at));
    }
    out_ += '"';
  }

  void write_character(char32_t c) {
    switch (c) {
      case '"': out_ += "\\\""; return;
      case '\\': out_ += "\\\\"; return;
      case '\n': out_ += "\\n"; return;
      case '\r': out_ += "\\r"; return;
      case '\t': out_ += "\\t"; return;
      default: break;
    }
    if (!is_escaped(c)) return text::append_utf8(c, out_);
    char escape[12];  // "\\u" and what an unsigned can have
    std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
    out_ += escape;
  }

  void write_array(const json::array& items) {
    // Pairs of numbers stay on one line.
    const bool flat = items.size() <= 2 && !items.empty() && items[0].is_number();
    const bool pretty = pretty_;
    pretty_ = pretty_ && !flat;
    out_ += '[';
    ++depth_;
    for (const json::value& item : items) {
      if (&item != items.begin()) out_ += flat && pretty ? ", " : ",";
      next_line();
      write(item);
    }
    --depth_;
    if (!items.empty()) next_line();
    out_ += ']';
    pretty_ = pretty;
  }

  void write_object(const json::object& members) {
    out_ += '{';
    ++depth_;
    bool first = true;
    for (const json::key_value_pair& member : members) {
      if (!first) out_ += ',';
      first = false;
      next_line();
      write_string(member.key());
      out_ += pretty_ ? ": " : ":";
      write(member.value());
    }
    --depth_;
    if (!members.empty()) next_line();
    out_ += '}';
  }

  void next_line() {
    if (pretty_) out_ += "\n" + std::string(2 * depth_, ' ');
  }

  std::string out_;
  bool pretty_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string to_text(const json::value& value, bool pretty) {
  Writer writer(pretty);
  writer.write(value);
  return writer.take();
}

double number(Points points) { return points.value(); }

}  // namespace rapport::cli
