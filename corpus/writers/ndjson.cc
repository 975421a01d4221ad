#include <algorithm>
#include <array>

#include "corpus/writers/json_buffer.h"
#include "corpus/writers/summary.h"
#include "corpus/writers/writer.h"

namespace rapport::corpus {
namespace {

constexpr std::array<std::string_view, 9> kOurs = {
    "score", "reason", "verdict", "scores", "families", "reasons", "signals", "rewrites", "error"};

// Lines and columns as editors count, of offsets that do not fall.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}

  void append(std::string& out, std::size_t code_point) {
    if (code_point < point_) at_ = point_ = start_ = 0, line_ = 1;
    while (point_ < code_point && at_ < text_.size()) step();
    out += ",\"line\":";
    append_json_count(out, line_);
    out += ",\"column\":";
    append_json_count(out, code_point - start_ + 1);
  }

 private:
  void step() {
    const char c = text_[at_++];
    while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80) ++at_;
    ++point_;
    const bool ends = c == '\n' || (c == '\r' && !(at_ < text_.size() && text_[at_] == '\n'));
    if (!ends) return;
    ++line_;
    start_ = point_;
  }

  std::string_view text_;
  std::size_t at_ = 0, point_ = 0, start_ = 0, line_ = 1;
};

class Ndjson : public Writer {
 public:
  explicit Ndjson(const WriteOptions& options) : options_(options) {}

  void header(std::string&) const override {}

  void record(const Record& record, const Analysis& a, std::string& out) const override {
    out += '{';
    for (const Field& field : record.fields) {
      append_name(out, field.name);
      if (field.is_json) {
        out += field.value;
      } else {
        append_json_string(out, field.value);
      }
      out += ',';
    }
    out += "\"score\":";
    append_points(out, a, a.score.value_or(Points{}));
    if (!a.score) {
      out += ",\"reason\":";
      append_json_string(out, a.reason);
    }
    out += ",\"verdict\":";
    if (a.advice.verdict.empty()) {
      out += "null";
    } else {
      append_json_string(out, a.advice.verdict);
    }
    append_scores(out, a);
    append_summary(out, a, record.draft.text);
    if (options_.spans) append_signals(out, a, record.draft);
    if (options_.rewrites) append_rewrites(out, a);
    out += "}\n";
  }

  void error(const Record& record, std::string& out) const override {
    out += '{';
    if (!record.id.empty()) {
      out += "\"id\":";
      append_json_string(out, record.id);
      out += ',';
    }
    out += "\"error\":{\"code\":";
    append_json_string(out, record.error->code);
    out += ",\"message\":";
    append_json_string(out, record.error->message);
    out += ",\"source\":";
    append_json_string(out, record.source);
    out += ",\"line\":";
    append_json_count(out, record.line);
    out += ",\"byte\":";
    append_json_count(out, record.error->byte);
    out += "}}\n";
  }

 private:
  static void append_name(std::string& out, const std::string& name) {
    if (std::find(kOurs.begin(), kOurs.end(), name) != kOurs.end()) {
      append_json_string(out, "input." + name);
    } else {
      append_json_string(out, name);
    }
    out += ':';
  }

  static void append_points(std::string& out, const Analysis& a, Points points) {
    if (a.score) {
      append_json_points(out, points);
    } else {
      out += "null";
    }
  }

  static void append_scores(std::string& out, const Analysis& a) {
    const std::pair<const char*, Points> all[] = {{",\"scores\":{\"personal\":", a.scores.personal},
                                                  {",\"common_ground\":", a.scores.common_ground},
                                                  {",\"value\":", a.scores.value},
                                                  {",\"restraint\":", a.scores.restraint},
                                                  {",\"form\":", a.scores.form}};
    for (const auto& [name, points] : all) {
      out += name;
      append_points(out, a, points);
    }
    out += '}';
  }

  static void append_summary(std::string& out, const Analysis& a, std::string_view text) {
    const char* before = ",\"families\":{";
    const std::vector<FamilyCount> families = count_families(a, text);
    if (families.empty()) out += before;
    for (const FamilyCount& one : families) {
      out += before;
      before = ",";
      append_json_string(out, one.family);
      out += ":{\"count\":";
      append_json_count(out, one.count);
      out += ",\"density\":";
      append_json_hundredths(out, one.hundredths);
      out += '}';
    }
    out += "},\"reasons\":[";
    bool first = true;
    for (const Reason& one : top_reasons(a)) {
      out += first ? "{\"reason\":" : ",{\"reason\":";
      first = false;
      append_json_string(out, one.reason);
      out += ",\"contribution\":";
      append_json_points(out, one.contribution);
      out += '}';
    }
    out += ']';
  }

  static void append_signals(std::string& out, const Analysis& a, const Draft& draft) {
    Places text(draft.text), subject(draft.subject);
    out += ",\"signals\":[";
    for (const Signal& signal : a.signals) {
      const bool in_subject = signal.part == Part::kSubject;
      out += &signal == a.signals.data() ? "{\"signal\":" : ",{\"signal\":";
      append_json_string(out, signal.signal);
      out += ",\"rule\":";
      append_json_string(out, signal.rule);
      out += ",\"start\":";
      append_json_count(out, signal.span.begin);
      out += ",\"end\":";
      append_json_count(out, signal.span.end);
      out += ",\"bytes\":[";
      append_json_count(out, signal.bytes.begin);
      out += ',';
      append_json_count(out, signal.bytes.end);
      out += "],\"quote\":";
      append_json_string(out, signal.quote);
      out += ",\"reason\":";
      append_json_string(out, signal.reason);
      out += ",\"grade\":";
      append_json_string(out, std::string_view(&signal.grade, 1));
      out += ",\"contribution\":";
      append_json_points(out, signal.contribution);
      out += ",\"evidence\":";
      append_json_string(out, signal.evidence);
      (in_subject ? subject : text).append(out, signal.span.begin);
      out += in_subject ? ",\"in\":\"subject\"}" : "}";
    }
    out += ']';
  }

  static void append_rewrites(std::string& out, const Analysis& a) {
    out += ",\"rewrites\":[";
    for (const Rewrite& rewrite : a.rewrites) {
      out += &rewrite == a.rewrites.data() ? "{\"strategy\":" : ",{\"strategy\":";
      append_json_string(out, rewrite.strategy);
      out += ",\"text\":";
      append_json_string(out, rewrite.text);
      out += ",\"score\":";
      append_json_points(out, rewrite.score);
      out += ",\"gain\":";
      append_json_points(out, rewrite.gain);
      out += ",\"slots\":[";
      for (const std::string& slot : rewrite.slots) {
        if (&slot != rewrite.slots.data()) out += ',';
        append_json_string(out, slot);
      }
      out += "]}";
    }
    out += ']';
  }

  WriteOptions options_;
};

}  // namespace

std::unique_ptr<Writer> make_ndjson_writer(const WriteOptions& options) {
  return std::make_unique<Ndjson>(options);
}

}  // namespace rapport::corpus
