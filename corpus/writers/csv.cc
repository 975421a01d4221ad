#include <algorithm>

#include "corpus/writers/json_buffer.h"
#include "corpus/writers/summary.h"
#include "corpus/writers/writer.h"

namespace rapport::corpus {
namespace {

class Csv : public Writer {
 public:
  explicit Csv(const WriteOptions& options) : options_(options) {}

  void header(std::string& out) const override {
    if (options_.columns.empty()) {
      out += "id,text";
    } else {
      bool first = true;
      for (const std::string& column : options_.columns) {
        if (!first) out += ',';
        first = false;
        cell(out, column);
      }
    }
    out += ",score,verdict,personal,common_ground,value,restraint,form";
    for (const std::string& family : options_.families) {
      out += ',' + family + "_count," + family + "_density";
    }
    out += ",reasons,error,error_message\n";
  }

  void record(const Record& record, const Analysis& a, std::string& out) const override {
    own(record, out);
    points(out, a, a.score.value_or(Points{}));
    out += ',' + a.advice.verdict;
    for (const Points one :
         {a.scores.personal, a.scores.common_ground, a.scores.value, a.scores.restraint, a.scores.form}) {
      points(out, a, one);
    }
    const std::vector<FamilyCount> found = count_families(a, record.draft.text);
    for (const std::string& family : options_.families) {
      const auto at = std::find_if(found.begin(), found.end(),
                                   [&](const FamilyCount& one) { return one.family == family; });
      out += ',';
      append_json_count(out, at == found.end() ? 0 : at->count);
      out += ',';
      append_json_hundredths(out, at == found.end() ? 0 : at->hundredths);
    }
    std::string reasons;
    for (const Reason& one : top_reasons(a)) {
      if (!reasons.empty()) reasons += "; ";
      reasons += one.reason;
    }
    out += ',';
    cell(out, reasons);
    out += ",,\n";
  }

  void error(const Record& record, std::string& out) const override {
    own(record, out);
    out.append(7 + 2 * options_.families.size() + 1, ',');
    out += ',';
    cell(out, record.error->code);
    out += ',';
    cell(out, record.source + ":" + std::to_string(record.line) + ": " + record.error->message);
    out += '\n';
  }

 private:
  void own(const Record& record, std::string& out) const {
    if (options_.columns.empty()) {
      cell(out, record.id);
      out += ',';
      cell(out, record.draft.text);
      return;
    }
    for (std::size_t i = 0; i < options_.columns.size(); ++i) {
      if (i > 0) out += ',';
      const std::string& column = options_.columns[i];
      // Fields stand where their columns do, unless some are left out.
      const Field* field = i < record.fields.size() && record.fields[i].name == column ? &record.fields[i] : nullptr;
      for (std::size_t j = 0; !field && j < record.fields.size(); ++j) {
        if (record.fields[j].name == column) field = &record.fields[j];
      }
      if (field) cell(out, field->value);
    }
  }

  static void points(std::string& out, const Analysis& a, Points points) {
    out += ',';
    if (a.score) append_json_points(out, points);
  }

  void cell(std::string& out, std::string_view text) const {
    const bool formula = !options_.csv_raw && !text.empty() &&
                         std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
      if (formula) out += '\'';
      out += text;
      return;
    }
    out += formula ? "\"'" : "\"";
    for (const char c : text) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }

  WriteOptions options_;
};

}  // namespace

std::unique_ptr<Writer> make_csv_writer(const WriteOptions& options) {
  return std::make_unique<Csv>(options);
}

}  // namespace rapport::corpus
