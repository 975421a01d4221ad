// One finding a line, as compilers print: path:line:col: severity: rule: message
#include "cli/display.h"
#include "cli/render/printer.h"

namespace rapport::cli {
namespace {

class LinePrinter : public Printer {
 public:
  std::string report(const Report& report, const Findings& findings) override {
    const LineIndex text(report.draft.text);
    const LineIndex subject(report.draft.subject);
    const std::string path = shown_line(report.path.empty() ? "<stdin>" : report.path);
    std::string out;
    for (const Finding& finding : findings) {
      const bool in_subject = finding.part == Part::kSubject;
      const Place place = (in_subject ? subject : text).place(finding.span.begin);
      out += path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
      out += std::string(level_name(finding.level)) + ": " + shown_line(finding.rule) + ": ";
      out += (in_subject ? "in the subject: " : "") + shown_line(finding.message) + "\n";
    }
    if (!report.analysis.score) {
      out += path + ":1:1: info: no_score." + report.analysis.reason + ": " +
             no_score(report.analysis) + "\n";
    }
    return out;
  }
};

}  // namespace

std::unique_ptr<Printer> make_line(const PrintSettings&) {
  return std::make_unique<LinePrinter>();
}

}  // namespace rapport::cli
