#include "corpus/gold.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "analyzer/lexicon/table_reader.h"
#include "analyzer/text/offsets.h"
#include "analyzer/text/utf8.h"

namespace rapport::corpus {
namespace {

namespace json = boost::json;

constexpr std::size_t kLongestExcerpt = 160;  // bytes

const std::vector<std::string> kLabels = {"good", "mixed", "bad"};
const std::vector<std::string> kKinds = {"filled", "template"};

class Parser {
 public:
  Parser(std::string name, const GoldRules& rules) : name_(std::move(name)), rules_(rules) {
    if (!rules.lexicon) return;
    for (const SignalInfo& signal : rules.lexicon->signals()) signals_.push_back(signal.id);
    channels_ = rules.lexicon->channels();
  }

  void parse(std::string_view content) {
    content = text::without_bom(content);
    while (!content.empty()) {
      const std::size_t end = content.find('\n');
      line_text_ = content.substr(0, end);
      content.remove_prefix(end == std::string_view::npos ? content.size() : end + 1);
      ++line_;
      if (line_text_.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      parse_line();
    }
  }

  std::vector<GoldRecord> records;
  std::vector<Diagnostic> diagnostics;

 private:
  void error(std::string code, std::string message) {
    Diagnostic d;
    d.file = name_;
    d.line = line_;
    d.code = std::move(code);
    d.message = std::move(message);
    if (line_text_.size() <= kLongestExcerpt) d.excerpt = std::string(line_text_);
    diagnostics.push_back(std::move(d));
  }

  void parse_line() {
    const std::size_t before = diagnostics.size();
    if (!text::is_utf8(line_text_)) return error("G001", "the line is not UTF-8");
    boost::system::error_code code;
    const json::value value = json::parse(json::string_view(line_text_.data(), line_text_.size()), code);
    if (code) return error("G001", "not a JSON object on a line of its own: " + code.message());
    if (!value.is_object()) return error("G001", "a record is a JSON object");
    const json::object& object = value.as_object();
    GoldRecord record;
    record.file = name_;
    record.line = line_;
    record.id = text(object, "id", false);
    if (record.id.empty()) record.id = name_ + ":" + std::to_string(line_);
    record.text = text(object, "text", true);
    record.lang = text(object, "lang", false);
    record.channel = text(object, "channel", false);
    if (!record.channel.empty() && !channels_.empty()) choice("channel", record.channel, channels_);
    const std::string label = text(object, "label", rules_.labels);
    if (!label.empty()) record.label = static_cast<Label>(choice("label", label, kLabels) + 1);
    const std::string kind = text(object, "kind", false);
    record.is_template = !kind.empty() && choice("kind", kind, kKinds) == 1;
    record.pair = text(object, "pair", false);
    record.group = text(object, "group", false);
    read_reader(object, record);
    record.marked = object.contains("spans");
    record.spans = spans(object, "spans", record.text);
    record.maybe = spans(object, "maybe", record.text);
    if (diagnostics.size() == before) records.push_back(std::move(record));
  }

  std::string text(const json::object& object, const char* key, bool required) {
    const json::value* value = object.if_contains(key);
    if (!value || value->is_null()) {
      if (required) error("G002", std::string("'") + key + "' is missing");
      return {};
    }
    if (!value->is_string()) {
      error("G003", std::string("'") + key + "' takes a text");
      return {};
    }
    const json::string& found = value->get_string();
    if (required && found.empty()) error("G002", std::string("'") + key + "' is empty");
    return std::string(found.data(), found.size());
  }

  // The index among `names`; 0 after an error.
  int choice(const std::string& key, const std::string& value,
             const std::vector<std::string>& names) {
    const auto found = std::find(names.begin(), names.end(), value);
    if (found != names.end()) return static_cast<int>(found - names.begin());
    error("G004", "unknown " + key + " '" + value + "'" + lexicon::did_you_mean(value, names));
    return 0;
  }

  void read_reader(const json::object& object, GoldRecord& record) {
    if (const json::value* value = object.if_contains("reader"); value && !value->is_null()) {
      boost::system::error_code code;
      const double number = value->to_number<double>(code);
      if (code || !(number >= 0 && number <= 100)) {
        error("G003", "'reader' takes a number from 0 to 100");
      } else {
        record.reader = number;
      }
    }
    const json::value* labels = object.if_contains("reader_label");
    if (!labels || labels->is_null()) return;
    std::set<std::string> given;
    const auto add = [&](const json::value& value) {
      if (!value.is_string()) return error("G003", "'reader_label' takes a label or a list of them");
      given.insert(std::string(value.get_string().c_str()));
    };
    if (labels->is_array()) {
      for (const json::value& value : labels->get_array()) add(value);
    } else {
      add(*labels);
    }
    for (const std::string& label : given) choice("reader_label", label, kLabels);
    if (given.size() == 1) {
      record.reader_label = static_cast<Label>(choice("reader_label", *given.begin(), kLabels) + 1);
    }
  }

  std::vector<GoldSpan> spans(const json::object& object, const char* key,
                              const std::string& text_of) {
    std::vector<GoldSpan> out;
    const json::value* value = object.if_contains(key);
    if (!value || value->is_null()) return out;
    if (!value->is_array()) {
      error("G003", std::string("'") + key + "' takes a list of spans");
      return out;
    }
    const text::OffsetMap map(text_of);
    const std::size_t size = map.code_points(text_of.size());
    for (const json::value& item : value->get_array()) {
      if (!item.is_object()) {
        error("G003", std::string("'") + key + "' takes a list of spans");
        continue;
      }
      const json::object& span = item.get_object();
      GoldSpan one;
      one.signal = text(span, "signal", true);
      if (!one.signal.empty() && !signals_.empty()) choice("signal", one.signal, signals_);
      boost::system::error_code bad_start;
      boost::system::error_code bad_end;
      const json::value none;
      const auto at = [&](const char* name) {
        const json::value* found = span.if_contains(name);
        return found ? *found : none;
      };
      one.span.begin = at("start").to_number<std::size_t>(bad_start);
      one.span.end = at("end").to_number<std::size_t>(bad_end);
      if (bad_start || bad_end) {
        error("G003", "a span takes whole numbers 'start' and 'end', in code points");
        continue;
      }
      if (one.span.begin >= one.span.end || one.span.end > size) {
        error("G005", "span " + std::to_string(one.span.begin) + "-" +
                          std::to_string(one.span.end) + " is not inside the text of " +
                          std::to_string(size) + " code points");
        continue;
      }
      const std::size_t begin = map.byte_of_code_point(one.span.begin);
      const std::size_t end = map.byte_of_code_point(one.span.end);
      one.quote = text_of.substr(begin, end - begin);
      const std::string quote = text(span, "quote", false);
      if (!quote.empty() && quote != one.quote) {
        error("G006", "the quote '" + quote + "' is not what stands at " +
                          std::to_string(one.span.begin) + "-" + std::to_string(one.span.end) +
                          ": '" + one.quote + "'");
        continue;
      }
      out.push_back(std::move(one));
    }
    return out;
  }

  std::string name_;
  const GoldRules& rules_;
  std::vector<std::string> signals_;
  std::vector<std::string> channels_;
  int line_ = 0;
  std::string_view line_text_;
};

Diagnostic of_record(const GoldRecord& record, std::string code, std::string message) {
  Diagnostic d;
  d.file = record.file;
  d.line = record.line;
  d.code = std::move(code);
  d.message = std::move(message);
  return d;
}

// What no line can know alone: ids that stand twice, pairs that are not there.
void check_across(const std::vector<GoldRecord>& records, std::vector<Diagnostic>& diagnostics) {
  std::map<std::string_view, const GoldRecord*> by_id;
  for (const GoldRecord& record : records) {
    const auto [first, fresh] = by_id.emplace(record.id, &record);
    if (fresh) continue;
    diagnostics.push_back(of_record(record, "G007",
                                    "id '" + record.id + "' again; the first stands in " +
                                        first->second->file + ":" +
                                        std::to_string(first->second->line)));
  }
  for (const GoldRecord& record : records) {
    if (record.pair.empty() || by_id.count(record.pair)) continue;
    diagnostics.push_back(of_record(
        record, "G008", "pair '" + record.pair + "' is the id of no record here; name its file too"));
  }
}

Result<std::vector<GoldRecord>> finish(std::vector<GoldRecord> records,
                                       std::vector<Diagnostic> diagnostics) {
  // Lines with errors are missing: what refers to them would only repeat it.
  if (diagnostics.empty()) check_across(records, diagnostics);
  if (!diagnostics.empty()) return Result<std::vector<GoldRecord>>(std::move(diagnostics));
  return records;
}

}  // namespace

std::string_view label_name(Label label) {
  return label == Label::kNone ? std::string_view() : kLabels[static_cast<std::size_t>(label) - 1];
}

Draft to_draft(const GoldRecord& record) {
  Draft draft{.text = record.text};
  draft.channel = record.channel;
  draft.lang = record.lang;
  draft.slots_filled = record.is_template;
  return draft;
}

Result<std::vector<GoldRecord>> parse_gold(std::string_view content, const std::string& name,
                                           const GoldRules& rules) {
  Parser parser(name, rules);
  parser.parse(content);
  return finish(std::move(parser.records), std::move(parser.diagnostics));
}

Result<std::vector<GoldRecord>> read_gold(const std::vector<std::string>& paths,
                                          const GoldRules& rules) {
  std::vector<GoldRecord> records;
  std::vector<Diagnostic> diagnostics;
  for (const std::string& path : paths) {
    errno = 0;
    std::ifstream in(path, std::ios::binary);
    std::error_code none;
    // The library throws where it reads a folder.
    const bool folder = std::filesystem::is_directory(path, none);
    std::string content;
    if (!folder) content.assign(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    if (folder) errno = EISDIR;
    if (folder || !in.is_open() || in.bad()) {
      Diagnostic d;
      d.file = path;
      d.code = "G009";
      d.message = std::string("cannot be read: ") + std::strerror(errno ? errno : EIO);
      diagnostics.push_back(std::move(d));
      continue;
    }
    Parser parser(path, rules);
    parser.parse(content);
    std::move(parser.records.begin(), parser.records.end(), std::back_inserter(records));
    std::move(parser.diagnostics.begin(), parser.diagnostics.end(), std::back_inserter(diagnostics));
  }
  return finish(std::move(records), std::move(diagnostics));
}

}  // namespace rapport::corpus
