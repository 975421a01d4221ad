#include "cli/render/tuning.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "analyzer/version.h"
#include "cli/display.h"
#include "cli/json_text.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;

constexpr std::size_t kIdColumns = 16;
constexpr std::size_t kLabelColumns = 5;
constexpr std::size_t kLeastRoom = 30;

std::string padded(const std::string& text, std::size_t width) {
  const std::size_t used = columns(text);
  return used < width ? text + std::string(width - used, ' ') : text;
}

// The end of a line, in exactly `width` columns.
std::string tail(std::string_view text, std::size_t width) {
  const std::string line = shown_line(text);
  const Display made = display(line);
  const std::size_t all = made.columns(0, made.cells.size());
  if (all <= width) return std::string(width - all, ' ') + line;
  std::size_t first = made.cells.size();
  std::size_t used = 0;
  while (first > 0 && used + made.cells[first - 1].columns + 1 <= width) {
    used += made.cells[--first].columns;
  }
  return std::string(width - used - 1, ' ') + "\u2026" +
         std::string(made.slice(first, made.cells.size()));
}

std::string_view verdict_sign(corpus::Verdict verdict) {
  switch (verdict) {
    case corpus::Verdict::kRight: return "+";
    case corpus::Verdict::kWrong: return "-";
    case corpus::Verdict::kNone: break;
  }
  return " ";
}

std::string marked(const std::string& hit, corpus::Verdict verdict, const Paint& paint) {
  if (!paint.on()) return "<<" + hit + ">>";
  return paint.wrap(verdict == corpus::Verdict::kRight   ? "1;32"
                    : verdict == corpus::Verdict::kWrong ? "1;31"
                                                         : "1;36",
                    hit);
}

}  // namespace

std::string fixed(double value, int decimals) {
  char out[64];
  std::snprintf(out, sizeof out, "%.*f", decimals, value);
  return out;
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string label_counts(std::size_t good, std::size_t mixed, std::size_t bad) {
  std::string out;
  const auto add = [&](std::size_t count, const char* label) {
    if (count > 0) out += (out.empty() ? "" : ", ") + std::to_string(count) + " " + label;
  };
  add(good, "good");
  add(mixed, "mixed");
  add(bad, "bad");
  return out.empty() ? "no labels" : out;
}

std::string shown(const std::optional<corpus::Lift>& lift) {
  if (!lift) return "-";
  const auto two_digits = [](double value) {
    return fixed(value, value < 1 ? 2 : value < 10 ? 1 : 0);
  };
  return two_digits(lift->value) + " (" + two_digits(lift->low) + "-" + two_digits(lift->high) + ")";
}

json::value rounded(double value) {
  if (!std::isfinite(value)) return nullptr;
  const double out = std::round(value * 1000) / 1000;
  if (out == std::floor(out) && std::abs(out) < 1e15) return static_cast<std::int64_t>(out);
  return out;
}

json::value rounded(const std::optional<double>& value) {
  return value ? rounded(*value) : json::value(nullptr);
}

json::value text_or_null(std::string_view text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value lift_value(const std::optional<corpus::Lift>& lift) {
  if (!lift) return nullptr;
  return json::object{
      {"value", rounded(lift->value)}, {"low", rounded(lift->low)}, {"high", rounded(lift->high)}};
}

std::string report_text(const Lexicon& lexicon, json::object body) {
  json::object out = {
      {"schema", 1}, {"version", std::string(kVersion)}, {"lexicon", lexicon.hash()}};
  for (auto& [key, value] : body) out[key] = std::move(value);
  return to_text(out, output_is_terminal());
}

json::object quote_object(const corpus::Quote& quote) {
  json::object out{{"record", quote.record}};
  if (quote.label != corpus::Label::kNone) out["label"] = corpus::label_name(quote.label);
  out["before"] = quote.before;
  out["hit"] = quote.hit;
  out["after"] = quote.after;
  if (quote.verdict != corpus::Verdict::kNone) {
    out["right"] = quote.verdict == corpus::Verdict::kRight;
  }
  return out;
}

std::string quote_line(const corpus::Quote& quote, std::size_t indent, std::size_t width,
                       const Paint& paint) {
  const std::string label(corpus::label_name(quote.label));
  const std::string head = std::string(indent, ' ') +
                           padded(shown_line(quote.record, kIdColumns), kIdColumns) + " " +
                           padded(label, kLabelColumns) + " " +
                           std::string(verdict_sign(quote.verdict)) + " ";
  const std::size_t used = indent + kIdColumns + kLabelColumns + 4;
  const std::size_t room = width > used + kLeastRoom ? width - used : kLeastRoom;
  const std::size_t left = room * 2 / 5;
  const std::size_t marks = paint.on() ? 0 : 4;
  const std::string hit = shown_line(quote.hit, room - left - marks);
  const std::size_t taken = left + columns(hit) + marks;
  const std::string after = taken + 1 < room ? shown_line(quote.after, room - taken) : "";
  std::string out =
      paint.dim(head) + tail(quote.before, left) + marked(hit, quote.verdict, paint) + after;
  out.erase(out.find_last_not_of(' ') + 1);
  return out + "\n";
}

}  // namespace rapport::cli
