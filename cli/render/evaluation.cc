#include "cli/render/evaluation.h"

#include <cstdio>

#include "cli/display.h"

namespace rapport::cli {
namespace {

using corpus::Evaluation;
using corpus::Measure;

constexpr std::size_t kNameColumns = 28;
constexpr std::size_t kNumberColumns = 18;
constexpr std::size_t kWorstLine = 200;  // columns of text shown

std::string pad(std::string text, std::size_t columns) {
  text.resize(std::max(text.size(), columns), ' ');
  return text;
}

std::string whole(double value) { return std::to_string(static_cast<long long>(value)); }

// The headline figures, as rows of (name, measure, how many records).
struct Row {
  const char* name;
  const Measure& measure;
  std::size_t records;
};

std::vector<Row> headline(const Evaluation& e) {
  return {{"AUC good over bad", e.auc, e.good + e.bad},
          {"AUC by readers' labels", e.auc_readers, e.rated},
          {"Spearman with readers", e.spearman, e.rated},
          {"pairs in order", e.pair_accuracy, e.pairs},
          {"presence F1, main four", e.main_presence, e.marked},
          {"span F1, main four", e.main_spans, e.marked}};
}

std::string summary(const Evaluation& e) {
  return std::to_string(e.records) + " records (" + std::to_string(e.good) + " good, " +
         std::to_string(e.mixed) + " mixed, " + std::to_string(e.bad) + " bad) in " +
         std::to_string(e.units) + " groups; " + std::to_string(e.rated) + " rated, " +
         std::to_string(e.marked) + " marked, " + std::to_string(e.pairs) + " pairs, " +
         std::to_string(e.unscored) + " without a score";
}

std::vector<std::string> cells(const corpus::NameMeasure& one) {
  return {one.name,
          whole(one.presence.wanted),
          shown(one.presence.precision()),
          shown(one.presence.recall()),
          shown(one.presence_f1),
          whole(one.spans.wanted),
          shown(one.spans.precision()),
          shown(one.spans.recall()),
          shown(one.spans_f1)};
}

const std::vector<std::string>& head_cells() {
  static const std::vector<std::string> cells = {"",     "messages", "P", "R", "presence F1",
                                                 "spans", "P",        "R", "span F1"};
  return cells;
}

std::string table_line(const std::vector<std::string>& cells) {
  static const std::size_t widths[] = {kNameColumns, 9, 5, 5, kNumberColumns, 6, 5, 5, 0};
  std::string out = "  ";
  for (std::size_t i = 0; i < cells.size(); ++i) out += pad(cells[i], widths[i]) + ' ';
  out.resize(out.find_last_not_of(' ') + 1);
  return out + '\n';
}

std::string markdown_line(const std::vector<std::string>& cells) {
  std::string out = "|";
  for (const std::string& cell : cells) out += ' ' + cell + " |";
  return out + '\n';
}

std::string markdown_rule(std::size_t cells) {
  std::string out = "| --- |";
  for (std::size_t i = 1; i < cells; ++i) out += " ---: |";
  return out + '\n';
}

namespace json = boost::json;

json::value as_json(const std::optional<double>& value) {
  return value ? json::value(*value) : json::value(nullptr);
}

json::object as_json(const Measure& measure) {
  return {{"value", as_json(measure.value)},
          {"low", as_json(measure.low)},
          {"high", as_json(measure.high)}};
}

json::array as_json(const std::vector<corpus::NameMeasure>& names) {
  json::array out;
  for (const corpus::NameMeasure& one : names) {
    const auto counts = [](const corpus::Counts& c, const Measure& f1) {
      return json::object{{"gold", c.wanted},
                          {"precision", as_json(c.precision())},
                          {"recall", as_json(c.recall())},
                          {"f1", as_json(f1)}};
    };
    out.push_back(json::object{{"name", one.name},
                               {"presence", counts(one.presence, one.presence_f1)},
                               {"spans", counts(one.spans, one.spans_f1)}});
  }
  return out;
}

}  // namespace

std::string shown(const std::optional<double>& value) {
  if (!value) return "-";
  char out[16];
  std::snprintf(out, sizeof out, "%.2f", *value);
  return out;
}

std::string shown(const Measure& measure) {
  if (!measure.value || !measure.low) return shown(measure.value);
  return shown(measure.value) + " (" + shown(measure.low) + "-" + shown(measure.high) + ")";
}

std::string evaluation_for_people(const Evaluation& e, const Paint& paint, std::size_t width) {
  std::string out = paragraph(summary(e), 0, width) + '\n';
  for (const Row& row : headline(e)) {
    if (!row.measure.value) continue;
    out += "  " + pad(row.name, kNameColumns) + ' ' + paint.bold(shown(row.measure)) + '\n';
  }
  const auto table = [&](const char* title, const std::vector<corpus::NameMeasure>& names) {
    if (names.empty()) return;
    out += '\n' + paint.bold(title) + '\n' + table_line(head_cells());
    for (const corpus::NameMeasure& one : names) {
      if (one.presence.wanted + one.presence.found > 0) out += table_line(cells(one));
    }
  };
  table("Families", e.families);
  table("Signals", e.signals);
  if (!e.confusions.empty()) {
    out += '\n' + paint.bold("Marked as another family") + '\n';
    for (const corpus::Confusion& one : e.confusions) {
      out += "  " + pad(one.wanted, kNameColumns) + " as " + pad(one.found, kNameColumns) +
             std::to_string(one.times) + '\n';
    }
  }
  out += '\n' + paint.bold("By channel, kind and language") + '\n';
  for (const corpus::SliceMeasure& slice : e.slices) {
    out += "  " + pad(slice.by + " " + slice.value, kNameColumns) + ' ' +
           pad(std::to_string(slice.records), 6) + "AUC " + pad(shown(slice.auc), kNumberColumns) +
           " Spearman " + shown(slice.spearman) + '\n';
  }
  if (!e.worst.empty()) out += '\n' + paint.bold("Farthest from the readers") + '\n';
  for (const corpus::WorstRecord& one : e.worst) {
    std::string signals;
    for (const std::string& signal : one.signals) signals += (signals.empty() ? "" : ", ") + signal;
    out += "  " + paint.bold(shown_line(one.id)) + "  score " + whole(one.score) + ", readers " +
           whole(one.wanted) + (one.label == corpus::Label::kNone ? "" : ", ") +
           std::string(corpus::label_name(one.label)) + '\n' + "    " +
           paragraph(shown_line(one.text, kWorstLine), 4, width) + "    " +
           paint.dim(signals.empty() ? "no signal" : signals) + '\n';
  }
  return out;
}

std::string evaluation_as_markdown(const Evaluation& e) {
  std::string out = summary(e) + ".\n\n" + markdown_line({"figure", "value (95 % interval)"}) +
                    markdown_rule(2);
  for (const Row& row : headline(e)) {
    if (row.measure.value) out += markdown_line({row.name, shown(row.measure)});
  }
  const auto table = [&](const std::vector<corpus::NameMeasure>& names) {
    if (names.empty()) return;
    out += '\n' + markdown_line(head_cells()) + markdown_rule(head_cells().size());
    for (const corpus::NameMeasure& one : names) {
      if (one.presence.wanted + one.presence.found > 0) out += markdown_line(cells(one));
    }
  };
  table(e.families);
  table(e.signals);
  out += '\n' + markdown_line({"slice", "records", "AUC", "Spearman"}) + markdown_rule(4);
  for (const corpus::SliceMeasure& slice : e.slices) {
    out += markdown_line({slice.by + " " + slice.value, std::to_string(slice.records),
                          shown(slice.auc), shown(slice.spearman)});
  }
  return out;
}

json::object evaluation_as_json(const Evaluation& e) {
  json::array confusions;
  for (const corpus::Confusion& one : e.confusions) {
    confusions.push_back(
        json::object{{"wanted", one.wanted}, {"found", one.found}, {"times", one.times}});
  }
  json::array slices;
  for (const corpus::SliceMeasure& slice : e.slices) {
    slices.push_back(json::object{{"by", slice.by},
                                  {"value", slice.value},
                                  {"records", slice.records},
                                  {"auc", as_json(slice.auc)},
                                  {"spearman", as_json(slice.spearman)}});
  }
  json::array worst;
  for (const corpus::WorstRecord& one : e.worst) {
    worst.push_back(json::object{{"id", one.id},
                                 {"text", one.text},
                                 {"score", one.score},
                                 {"wanted", one.wanted},
                                 {"label", corpus::label_name(one.label)},
                                 {"signals", json::value_from(one.signals)}});
  }
  return {{"records", e.records},
          {"good", e.good},
          {"mixed", e.mixed},
          {"bad", e.bad},
          {"rated", e.rated},
          {"marked", e.marked},
          {"pairs", e.pairs},
          {"groups", e.units},
          {"unscored", e.unscored},
          {"auc", as_json(e.auc)},
          {"auc_readers", as_json(e.auc_readers)},
          {"spearman", as_json(e.spearman)},
          {"pair_accuracy", as_json(e.pair_accuracy)},
          {"main_presence_f1", as_json(e.main_presence)},
          {"main_span_f1", as_json(e.main_spans)},
          {"families", as_json(e.families)},
          {"signals", as_json(e.signals)},
          {"confusions", std::move(confusions)},
          {"slices", std::move(slices)},
          {"worst", std::move(worst)}};
}

}  // namespace rapport::cli
