#include <algorithm>

#include "corpus/tuning/pack_scaffold.h"

namespace rapport::corpus {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_either(char c) { return is_letter(c) || is_digit(c); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool all(const std::string& part, bool (*is)(char)) {
  return std::all_of(part.begin(), part.end(), is);
}

bool has_size(const std::string& part, std::size_t least, std::size_t most) {
  return part.size() >= least && part.size() <= most;
}

// Takes the parts of a tag one after the other.
class TagReader {
 public:
  explicit TagReader(std::string_view tag) {
    std::string part;
    for (const char c : tag) {
      if (c == '-') {
        parts_.push_back(std::move(part));
        part.clear();
      } else {
        part += lower(c);
      }
    }
    parts_.push_back(std::move(part));
  }

  std::optional<std::string> read() {
    if (!has_size(parts_[0], 2, 3) || !all(parts_[0], is_letter)) return std::nullopt;
    ++at_;
    for (int i = 0; i < 3 && here() && part().size() == 3 && all(part(), is_letter); ++i) ++at_;
    if (here() && part().size() == 4 && all(part(), is_letter)) {
      part()[0] = upper(part()[0]);
      ++at_;
    }
    const bool region = here() && ((part().size() == 2 && all(part(), is_letter)) ||
                                   (part().size() == 3 && all(part(), is_digit)));
    if (region) {
      std::transform(part().begin(), part().end(), part().begin(), upper);
      ++at_;
    }
    while (here() && is_variant(part())) ++at_;
    while (here() && part().size() == 1 && is_either(part()[0]) && part() != "x") {
      if (!take_subtags(2)) return std::nullopt;
    }
    if (here() && part() == "x" && !take_subtags(1)) return std::nullopt;
    if (here()) return std::nullopt;
    std::string out;
    for (const std::string& one : parts_) out += (out.empty() ? "" : "-") + one;
    return out;
  }

 private:
  bool here() const { return at_ < parts_.size(); }
  std::string& part() { return parts_[at_]; }

  static bool is_variant(const std::string& part) {
    return all(part, is_either) &&
           (has_size(part, 5, 8) || (part.size() == 4 && is_digit(part[0])));
  }

  // A singleton and one or more subtags of `least` to eight characters.
  bool take_subtags(std::size_t least) {
    const std::size_t first = ++at_;
    while (here() && has_size(part(), least, 8) && all(part(), is_either)) ++at_;
    return at_ > first;
  }

  std::vector<std::string> parts_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::string> usual_language_tag(std::string_view tag) {
  return TagReader(tag).read();
}

}  // namespace rapport::corpus
