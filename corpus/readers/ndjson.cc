// NDJSON: one object a line. Each line is parsed by itself, so that one that is
// wrong leaves its neighbours alone.
#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <set>

#include "corpus/readers/byte_source.h"
#include "corpus/readers/names.h"
#include "corpus/readers/reader.h"
#include "corpus/readers/record_fields.h"

namespace rapport::corpus {
namespace {

namespace dom = simdjson::dom;

// Lines of a source. One over `most` bytes is stepped over in constant memory.
class Lines {
 public:
  Lines(ByteSource& source, std::size_t most) : source_(source), most_(most), buffer_(64 << 10, '\0') {}

  struct Line {
    std::string_view text;  // without its line break; the start only where too long
    std::uint64_t number = 0, byte = 0, size = 0;
    bool ended = false;     // by a line break
  };

  bool next(Line& line) {
    line = {{}, ++number_, base_ + at_, 0, false};
    held_.clear();
    while (true) {
      if (at_ == end_ && !fill()) break;
      const char* from = buffer_.data() + at_;
      const void* found = std::memchr(from, '\n', end_ - at_);
      const std::size_t size = found ? static_cast<std::size_t>(static_cast<const char*>(found) - from) : end_ - at_;
      line.size += size;
      line.ended = found != nullptr;
      at_ += size + (found ? 1 : 0);
      if (found && held_.empty() && size == line.size) {
        line.text = {from, std::min(size, most_)};
        return true;
      }
      held_.append(from, std::min(size, most_ - held_.size()));
      if (found) break;
    }
    line.text = held_;
    return line.ended || line.size > 0;
  }

 private:
  bool fill() {
    base_ += end_;
    at_ = 0;
    end_ = source_.read(buffer_.data(), buffer_.size());
    return end_ > 0;
  }

  ByteSource& source_;
  std::size_t most_;
  std::string buffer_, held_;
  std::size_t at_ = 0, end_ = 0;
  std::uint64_t base_ = 0, number_ = 0;
};

std::size_t string_end(std::string_view json, std::size_t at) {
  for (++at; json[at] != '"'; ++at) at += json[at] == '\\' ? 1 : 0;
  return at + 1;
}

// The values of an object's members as they stand in its text: numbers keep their
// digits. REQUIRES: `json` is one object, and is JSON.
std::vector<std::string_view> members_of(std::string_view json) {
  static constexpr std::string_view kBlank = " \t\r\n";
  std::vector<std::string_view> out;
  std::size_t at = json.find('{') + 1;
  while (json[at = json.find_first_not_of(kBlank, at)] == '"') {
    at = json.find(':', string_end(json, at)) + 1;
    const std::size_t begin = json.find_first_not_of(kBlank, at);
    int depth = 0;
    for (at = begin; depth > 0 || (json[at] != ',' && json[at] != '}');) {
      if (json[at] == '"') {
        at = string_end(json, at);
        continue;
      }
      depth += json[at] == '{' || json[at] == '[' ? 1 : json[at] == '}' || json[at] == ']' ? -1 : 0;
      ++at;
    }
    const std::string_view value = json.substr(begin, at - begin);
    out.push_back(value.substr(0, value.find_last_not_of(kBlank) + 1));
    if (json[at] == '}') break;
    at = json.find_first_not_of(kBlank, at + 1);
  }
  return out;
}

std::optional<std::string> scalar(dom::element value) {
  if (value.is_string()) return std::string(std::string_view(value));
  if (value.is_bool() || value.is_number()) return simdjson::minify(value);
  return std::nullopt;
}

class Ndjson : public Reader {
 public:
  Ndjson(const std::string& path, const ReadOptions& options)
      : path_(path), options_(options), source_(open_source(path)),
        // Escapes take up to six bytes for one, other fields have their room too.
        most_(8 * options.max_message_bytes + (1u << 20)), lines_(*source_, most_) {
    check_map(options);
  }

  bool next(Record& record) override {
    Lines::Line line;
    while (lines_.next(line)) {
      if (line.number == 1 && line.text.starts_with("\xef\xbb\xbf")) line.text.remove_prefix(3);
      if (line.text.ends_with('\r')) line.text.remove_suffix(1);
      if (line.text.find_first_not_of(" \t\r") == std::string_view::npos && line.size <= most_ &&
          !options_.blank_records) {
        ++skipped_.blank_lines;
        continue;
      }
      clear_record(record);
      record.source = path_;
      record.line = line.number;
      byte_ = line.byte;
      read(line, record);
      return true;
    }
    return false;
  }
  std::uint64_t taken() const override { return source_->taken(); }
  std::uint64_t total() const override { return source_->total(); }
  const Skipped& skipped() const override { return skipped_; }

 private:
  void fault(Record& record, const char* code, const std::string& message) const {
    if (!record.error) record.error = RecordError{code, message, byte_};
  }

  void read(const Lines::Line& line, Record& record) {
    if (line.size > most_) {
      return fault(record, "too_large", "the line has " + std::to_string(line.size) + " bytes, more than " +
                                            std::to_string(most_) + "; shorten or split it");
    }
    if (line.text.find_first_not_of(" \t\r") == std::string_view::npos) {
      return fault(record, "blank_line", "the line is blank; write an object with a text");
    }
    std::string replaced;
    std::string_view text = line.text;
    if (const auto bad = bad_utf8_at(text)) {
      byte_ += *bad;
      if (!options_.replace_bad_utf8) {
        return fault(record, "invalid_utf8", "byte " + std::to_string(*bad) +
                                                 " of the line is not UTF-8; convert the file, or replace what is wrong");
      }
      byte_ = line.byte;
      text = replaced = with_replacements(text);
    }
    dom::element root;
    if (const auto error = parser_.parse(text.data(), text.size()).get(root)) {
      if (!line.ended) {
        return fault(record, "truncated", "the last line has no end and is no whole JSON; is its writer still at work?");
      }
      return fault(record, "invalid_json", std::string("not JSON: ") + simdjson::error_message(error));
    }
    dom::object object;
    if (root.get(object)) return fault(record, "invalid_json", "a record is an object with a 'text'");
    take(object, members_of(text), record);
  }

  std::string key_of(std::string_view column) const {
    for (const auto& [key, name] : options_.map) {
      if (name == column) return key;
    }
    return std::string(column);
  }

  void take(dom::object object, const std::vector<std::string_view>& written, Record& record) {
    const std::string text_key = options_.text_field.empty() ? "text" : options_.text_field;
    const std::string id_key = options_.id_field.empty() ? "id" : options_.id_field;
    std::set<std::string_view> seen;
    bool has_text = false;
    std::size_t member = 0;
    for (const auto& [name, value] : object) {
      const std::string_view as_written = written.at(member++);
      if (!seen.insert(name).second) fault(record, "invalid_json", "'" + std::string(name) + "' stands twice");
      const bool is_string = value.is_string();
      record.fields.push_back({std::string(name), is_string ? std::string(std::string_view(value)) : std::string(as_written), !is_string});
      if (name == text_key) {
        has_text = true;
        if (is_string) record.draft.text = record.fields.back().value;
        else fault(record, "invalid_text", "'" + text_key + "' must be a string");
      } else if (name == id_key) {
        record.id = scalar(value).value_or("");
      } else if (!value.is_null()) {
        take_field(key_of(name), name, value, record);
      }
    }
    if (!has_text) fault(record, "missing_text", "the record has no '" + text_key + "'; name the key with --text-field");
    if (record.draft.text.size() > options_.max_message_bytes) {
      fault(record, "too_large", "the message is longer than " + std::to_string(options_.max_message_bytes) + " bytes");
    }
  }

  void take_field(const std::string& key, std::string_view name, dom::element value, Record& record) {
    std::string wrong;
    dom::object facts;
    if (key == "slots_filled") {
      if (value.get(record.draft.slots_filled)) wrong = "'slots_filled' must be true or false";
    } else if (key == "context") {
      if (value.get(facts)) wrong = "'context' must be an object";
      else add_context(facts, "", record);
    } else if (is_fact(key)) {
      add_fact(key, value, record);
    } else if (is_plain_key(key)) {
      const std::optional<std::string> text = scalar(value);
      wrong = text ? set_field(record, key, *text) : "'" + std::string(name) + "' must be a text";
    }
    if (!wrong.empty()) fault(record, "invalid_field", wrong);
  }

  static bool is_fact(std::string_view key) {
    return std::ranges::any_of(context_facts(), [&](const FactInfo& fact) { return fact.name == key; });
  }

  void add_fact(const std::string& key, dom::element value, Record& record) const {
    const auto one = [&](dom::element item) {
      const std::optional<std::string> text = scalar(item);
      const std::string wrong = text ? set_fact(record.draft.context, key, *text) : "must be a text or a list of texts";
      if (!wrong.empty()) fault(record, "invalid_field", "'" + key + "': " + wrong);
    };
    dom::array list;
    if (value.get(list)) return one(value);
    for (const dom::element item : list) one(item);
  }

  // Nested ("to": {"name": …}) and flat names ("to_name") are the same.
  void add_context(dom::object facts, const std::string& prefix, Record& record) const {
    for (const auto& [name, value] : facts) {
      const std::string key = prefix + std::string(name);
      dom::object inner;
      if (value.is_null()) continue;
      if (prefix.empty() && !value.get(inner)) {
        add_context(inner, key + "_", record);
      } else if (is_fact(key)) {
        add_fact(key, value, record);
      } else {
        std::vector<std::string> names;
        for (const FactInfo& fact : context_facts()) names.emplace_back(fact.name);
        fault(record, "invalid_field", unknown_name("fact of the context", key, names));
      }
    }
  }

  std::string path_;
  ReadOptions options_;
  std::unique_ptr<ByteSource> source_;
  std::size_t most_;
  Lines lines_;
  dom::parser parser_;
  std::uint64_t byte_ = 0;
  Skipped skipped_;
};

int recognize(const std::string& path, std::string_view head) {
  const std::string lower = lower_ascii(path);
  for (const std::string_view ending : {".ndjson", ".jsonl"}) {
    if (lower.find(ending) != std::string::npos && lower.find(ending) + ending.size() + 4 >= lower.size()) return 90;
  }
  if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
  const std::size_t first = head.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return path == "-" ? 1 : 0;
  return head[first] == '{' ? 70 : 0;
}

std::unique_ptr<Reader> open(const std::string& path, const ReadOptions& options) {
  return std::make_unique<Ndjson>(path, options);
}

}  // namespace

extern const InputFormat k_ndjson_format = {"ndjson", "one JSON object a line", recognize, open};

}  // namespace rapport::corpus
