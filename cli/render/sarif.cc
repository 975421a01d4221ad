// SARIF 2.1.0: one document over all drafts, for code-scanning tools.
#include <boost/json.hpp>

#include <map>

#include "analyzer/version.h"
#include "cli/display.h"
#include "cli/json_text.h"
#include "cli/render/printer.h"

namespace rapport::cli {
namespace {

namespace json = boost::json;

std::string_view sarif_level(Level level) {
  return level == Level::kInfo ? "note" : level_name(level);
}

// A path as a URI: what RFC 3986 does not let stand is percent-encoded.
std::string uri(const std::string& path) {
  constexpr std::string_view kStanding =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (kStanding.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return out;
}

class SarifPrinter : public Printer {
 public:
  explicit SarifPrinter(const PrintSettings& settings) : settings_(settings) {}

  std::string report(const Report& report, const Findings& findings) override {
    const LineIndex text(report.draft.text);
    for (const Finding& finding : findings) add(report, finding, text);
    return "";
  }

  std::string end() override {
    json::object driver{{"name", "rapport"},
                        {"version", std::string(kVersion)},
                        {"semanticVersion", std::string(kVersion)},
                        {"rules", std::move(rules_)}};
    json::object run{{"tool", {{"driver", std::move(driver)}}},
                     {"columnKind", "unicodeCodePoints"},
                     {"newlineSequences", {"\r\n", "\n", "\r"}},
                     {"results", std::move(results_)},
                     {"properties", {{"lexicon", settings_.lexicon}}}};
    const json::object document{
        {"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
        {"version", "2.1.0"},
        {"runs", json::array{std::move(run)}}};
    return to_text(document, settings_.pretty);
  }

 private:
  std::size_t rule_index(const Finding& finding) {
    const auto [found, added] = rule_indexes_.emplace(finding.rule, rules_.size());
    if (added) {
      const bool is_rule = finding.placed;
      json::object rule{{"id", finding.rule},
                        {"shortDescription", {{"text", shown_line(finding.message)}}}};
      if (is_rule) rule["help"] = {{"text", "rapport explain " + finding.rule}};
      rules_.emplace_back(std::move(rule));
    }
    return found->second;
  }

  static json::object region(const Finding& finding, const LineIndex& text) {
    const Place begin = text.place(finding.span.begin);
    const Place end = text.place(finding.span.end);
    return {{"startLine", begin.line},
            {"startColumn", begin.column},
            {"endLine", end.line},
            {"endColumn", end.column},
            {"charOffset", finding.span.begin},
            {"charLength", finding.span.size()}};
  }

  void add(const Report& report, const Finding& finding, const LineIndex& text) {
    const bool in_subject = finding.part == Part::kSubject;
    json::object place{
        {"artifactLocation", {{"uri", report.path.empty() ? "stdin" : uri(report.path)}}}};
    if (finding.placed && !in_subject) place["region"] = region(finding, text);
    const std::string message =
        (in_subject ? "in the subject: " : "") + shown_line(finding.message);
    results_.push_back(json::object{
        {"ruleId", finding.rule},
        {"ruleIndex", rule_index(finding)},
        {"level", std::string(sarif_level(finding.level))},
        {"message", {{"text", message}}},
        {"locations", json::array{json::object{{"physicalLocation", std::move(place)}}}},
        {"properties", {{"contribution", number(finding.contribution)}}}});
  }

  PrintSettings settings_;
  json::array rules_;
  json::array results_;
  std::map<std::string, std::size_t> rule_indexes_;
};

}  // namespace

std::unique_ptr<Printer> make_sarif(const PrintSettings& settings) {
  return std::make_unique<SarifPrinter>(settings);
}

}  // namespace rapport::cli
