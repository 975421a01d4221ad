#include "cli/json_parse.h"

#include <boost/json.hpp>

#include <algorithm>
#include <set>
#include <vector>

#include "cli/display.h"
#include "cli/failure.h"
#include "cli/report.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;

[[noreturn]] void refuse_at(std::size_t byte, const std::string& text, const std::string& name,
                            const std::string& why) {
  std::size_t code_point = 0;
  for (std::size_t i = 0; i < std::min(byte, text.size()); ++i) {
    code_point += (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
  }
  const Place place = LineIndex(text).place(code_point);
  throw Failure(shown_line(name) + ":" + std::to_string(place.line) + ":" +
                std::to_string(place.column) + ": invalid_json: " + why);
}

// Walks over JSON that has been parsed, and looks at the keys alone.
class KeyCheck {
 public:
  KeyCheck(const std::string& text, const std::string& name) : text_(text), name_(name) {}

  void run() {
    for (at_ = 0; at_ < text_.size();) {
      const char c = text_[at_];
      if (c == '"') {
        string();
        continue;
      }
      if (c == '{' || c == '[') open_.push_back({c == '{', {}});
      if (c == '}' || c == ']') open_.pop_back();
      if (c == '{' || c == ',') key_next_ = !open_.empty() && open_.back().is_object;
      ++at_;
    }
  }

 private:
  struct Open {
    bool is_object;
    std::set<std::string> keys;
  };

  void string() {
    const std::size_t begin = at_;
    for (++at_; text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    ++at_;
    if (!key_next_) return;
    key_next_ = false;
    // Two spellings of one key ("a", "\u0061") are one key.
    const json::value key = json::parse(std::string_view(text_).substr(begin, at_ - begin));
    if (!open_.back().keys.emplace(key.get_string().c_str(), key.get_string().size()).second) {
      refuse_at(begin, text_, name_, "'" + shown_line(key.get_string()) + "' stands here twice");
    }
  }

  const std::string& text_;
  const std::string& name_;
  std::vector<Open> open_;
  std::size_t at_ = 0;
  bool key_next_ = false;
};

}  // namespace

json::value parse_json(const std::string& text, const std::string& name) {
  json::stream_parser parser;
  json::error_code error;
  const std::size_t consumed = parser.write_some(text.data(), text.size(), error);
  if (!error && consumed < text.size()) error = json::error::extra_data;
  if (!error) parser.finish(error);
  // The parser stops at the offender.
  if (error) refuse_at(consumed, text, name, error.message());
  json::value out = parser.release();
  KeyCheck(text, name).run();
  return out;
}

}  // namespace rapport::cli
