// One JSON object a draft; its shape is docs/schema/analysis.schema.json.
#include <boost/json.hpp>

#include <cmath>

#include "analyzer/version.h"
#include "cli/json_text.h"
#include "cli/render/printer.h"
#include "cli/render/rewrites.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;

constexpr int kSchema = 1;

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

// Whole values as integers, others to a thousandth.
json::value measure(double value) {
  if (!std::isfinite(value)) return nullptr;
  const double rounded = std::round(value * 1000) / 1000;
  if (rounded == std::floor(rounded) && std::abs(rounded) < 1e15) {
    return static_cast<std::int64_t>(rounded);
  }
  return rounded;
}

json::object scores(const Analysis& analysis) {
  const Scores& s = analysis.scores;
  const auto one = [&](Points points) -> json::value {
    return analysis.score ? json::value(number(points)) : json::value(nullptr);
  };
  return {{"personal", one(s.personal)},
          {"common_ground", one(s.common_ground)},
          {"value", one(s.value)},
          {"restraint", one(s.restraint)},
          {"form", one(s.form)}};
}

json::object signal_object(const Signal& signal, const LineIndex& text, const LineIndex& subject) {
  const bool in_subject = signal.part == Part::kSubject;
  const Place place = (in_subject ? subject : text).place(signal.span.begin);
  json::object out{{"signal", signal.signal},
                   {"rule", signal.rule},
                   {"start", signal.span.begin},
                   {"end", signal.span.end},
                   {"bytes", {signal.bytes.begin, signal.bytes.end}},
                   {"quote", signal.quote},
                   {"reason", signal.reason},
                   {"grade", std::string(1, signal.grade)},
                   {"contribution", number(signal.contribution)},
                   {"evidence", signal.evidence},
                   {"line", place.line},
                   {"column", place.column}};
  if (in_subject) out["in"] = "subject";
  return out;
}

json::object check_object(const Check& check, const LineIndex& text, const LineIndex& subject) {
  const bool in_subject = check.part == Part::kSubject;
  const Place place = (in_subject ? subject : text).place(check.span.begin);
  json::object out{{"code", check.code},
                   {"start", check.span.begin},
                   {"end", check.span.end},
                   {"bytes", {check.bytes.begin, check.bytes.end}},
                   {"quote", check.quote},
                   {"reason", check.reason},
                   {"line", place.line},
                   {"column", place.column}};
  if (in_subject) out["in"] = "subject";
  return out;
}

json::object feature_object(const Feature& feature) {
  return {{"feature", feature.feature},
          {"value", measure(feature.value)},
          {"unit", feature.unit},
          {"reason", feature.reason},
          {"grade", std::string(1, feature.grade)},
          {"contribution", number(feature.contribution)},
          {"evidence", feature.evidence}};
}

json::object limit_object(const Limit& limit) {
  const char* level = limit.level == Limit::Level::kError     ? "error"
                      : limit.level == Limit::Level::kWarning ? "warning"
                                                              : "ok";
  return {{"name", limit.name}, {"unit", limit.unit}, {"count", limit.count},
          {"max", limit.max},   {"level", level}};
}

json::object edit_object(const Edit& edit) {
  return {{"start", edit.span.begin},
          {"end", edit.span.end},
          {"replacement", edit.replacement},
          {"gain", number(edit.gain)},
          {"note", edit.note},
          {"bytes", {edit.bytes.begin, edit.bytes.end}},
          {"rule", edit.rule}};
}

json::array quote_list(const std::vector<Quote>& quotes) {
  json::array out;
  for (const Quote& quote : quotes) {
    json::object one{{"start", quote.span.begin},
                     {"end", quote.span.end},
                     {"bytes", {quote.bytes.begin, quote.bytes.end}},
                     {"quote", quote.quote}};
    if (quote.part == Part::kSubject) one["in"] = "subject";
    out.push_back(std::move(one));
  }
  return out;
}

json::object remark_object(const Remark& remark) {
  json::object out{{"code", remark.code}, {"reason", remark.reason}, {"quotes", quote_list(remark.quotes)}};
  if (!remark.facts.empty()) out["facts"] = json::array(remark.facts.begin(), remark.facts.end());
  if (!remark.figures.empty()) out["figures"] = json::array(remark.figures.begin(), remark.figures.end());
  return out;
}

json::array remark_list(const std::vector<Remark>& remarks) {
  json::array out;
  for (const Remark& remark : remarks) out.push_back(remark_object(remark));
  return out;
}

json::array frequency_list(const std::vector<Frequency>& frequency) {
  json::array out;
  for (const Frequency& one : frequency) {
    json::object object{{"code", one.code}, {"reason", one.reason}};
    if (one.most > 0) object["most"] = one.most;
    if (one.days > 0) object["days"] = one.days;
    out.push_back(std::move(object));
  }
  return out;
}

json::object advice_object(const Advice& advice) {
  json::array plan;
  for (const Step& step : advice.plan) {
    json::object one{{"code", step.code}, {"when", step.when}, {"days", step.days}, {"text", step.text}};
    if (!step.date.empty()) one["date"] = step.date;
    plan.push_back(std::move(one));
  }
  json::object out{{"verdict", advice.verdict},
                   {"code", advice.code},
                   {"reason", advice.reason},
                   {"reasons", remark_list(advice.reasons)},
                   {"grounds", remark_list(advice.grounds)},
                   {"perceptions", remark_list(advice.perceptions)},
                   {"read_back", nullptr},
                   {"plan", std::move(plan)},
                   {"frequency", frequency_list(advice.frequency)}};
  if (!advice.read_back.code.empty()) out["read_back"] = remark_object(advice.read_back);
  if (!advice.introduction.empty()) out["introduction"] = advice.introduction;
  return out;
}

template <typename Items, typename Make>
json::array list(const Items& items, Make make) {
  json::array out;
  for (const auto& item : items) out.emplace_back(make(item));
  return out;
}

class JsonPrinter : public Printer {
 public:
  explicit JsonPrinter(const PrintSettings& settings)
      : lexicon_(settings.lexicon), pretty_(settings.pretty && !settings.several) {}

  std::string report(const Report& report, const Findings&) override {
    const Analysis& a = report.analysis;
    const LineIndex text(report.draft.text);
    const LineIndex subject(report.draft.subject);
    json::object out{{"schema", kSchema},
                     {"version", std::string(kVersion)},
                     {"lexicon", lexicon_},
                     {"lang", a.lang},
                     {"channel", a.channel},
                     {"score", nullptr}};
    if (a.score) out["score"] = number(*a.score);
    if (!a.score) out["reason"] = a.reason;
    out["scores"] = scores(a);
    out["verdict"] = text_or_null(a.advice.verdict);
    out["signals"] = list(a.signals, [&](const Signal& signal) {
      return signal_object(signal, text, subject);
    });
    out["features"] = list(a.features, feature_object);
    out["limits"] = list(a.limits, limit_object);
    out["edits"] = list(a.edits, edit_object);
    out["rewrites"] = rewrite_list(a.rewrites);
    out["advice"] = nullptr;
    if (!a.advice.code.empty()) out["advice"] = advice_object(a.advice);
    out["tier"] = a.tier;
    out["base"] = a.score ? json::value(number(a.base)) : json::value(nullptr);
    out["repairs"] = list(a.repairs, [](std::size_t at) { return at; });
    out["checks"] = list(a.checks, [&](const Check& check) {
      return check_object(check, text, subject);
    });
    if (!report.path.empty()) out["path"] = report.path;
    return to_text(out, pretty_);
  }

 private:
  std::string lexicon_;
  bool pretty_;
};

}  // namespace

std::unique_ptr<Printer> make_json(const PrintSettings& settings) {
  return std::make_unique<JsonPrinter>(settings);
}

}  // namespace rapport::cli
