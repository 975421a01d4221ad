// Annotations of a GitHub workflow: ::warning file=…,line=…,col=…::message
// What helps is left out: an annotation asks to be acted on.
#include "cli/display.h"
#include "cli/render/printer.h"

namespace rapport::cli {
namespace {

// As the runner's toolkit escapes; `property`: also what ends a property.
std::string escape(std::string_view text, bool property) {
  std::string out;
  for (const char c : shown_line(text)) {
    switch (c) {
      case '%': out += "%25"; break;
      case '\r': out += "%0D"; break;
      case '\n': out += "%0A"; break;
      case ':': out += property ? "%3A" : ":"; break;
      case ',': out += property ? "%2C" : ","; break;
      default: out += c;
    }
  }
  return out;
}

class GithubPrinter : public Printer {
 public:
  std::string report(const Report& report, const Findings& findings) override {
    const LineIndex text(report.draft.text);
    std::string out;
    for (const Finding& finding : findings) {
      if (finding.level == Level::kInfo) continue;
      out += "::" + std::string(level_name(finding.level)) + " ";
      if (!report.path.empty()) out += "file=" + escape(report.path, true) + ",";
      if (finding.placed && finding.part == Part::kText) {
        const Place begin = text.place(finding.span.begin);
        const Place end = text.place(finding.span.end);
        out += "line=" + std::to_string(begin.line) + ",endLine=" + std::to_string(end.line) +
               ",col=" + std::to_string(begin.column) + ",";
        // The runner takes endColumn for spans of one line only.
        if (begin.line == end.line) out += "endColumn=" + std::to_string(end.column) + ",";
      }
      const std::string where = finding.part == Part::kSubject ? "in the subject: " : "";
      out += "title=" + escape(finding.rule, true) + "::" + escape(where + finding.message, false) +
             "\n";
    }
    return out;
  }
};

}  // namespace

std::unique_ptr<Printer> make_github(const PrintSettings&) {
  return std::make_unique<GithubPrinter>();
}

}  // namespace rapport::cli
