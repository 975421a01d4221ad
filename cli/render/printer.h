// Printers: one file a format, each over the same reports.
//
// To add a format: one file that makes a Printer, one row in printer.cc, and its
// name in the choices of --format (cli/options.cc).
//
// Thread rule: one thread a printer.
//
// Example:
//   auto printer = make_printer("line", settings);
//   out.write(printer->begin());
//   for (…) out.write(printer->report(report, findings));
//   out.write(printer->end());
#ifndef RAPPORT_CLI_RENDER_PRINTER_H_
#define RAPPORT_CLI_RENDER_PRINTER_H_

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/report.h"
#include "cli/terminal.h"

namespace rapport::cli {

struct PrintSettings {
  std::string lexicon;             // its hash
  std::set<std::string> negative;  // dotted ids of signals that hurt
  Paint paint{false};
  std::size_t width = 80;
  bool pretty = false;  // JSON on lines of its own
  bool several = false;  // more than one draft is printed
};

class Printer {
 public:
  virtual ~Printer() = default;
  virtual std::string begin() { return ""; }
  // `findings`: those of the report.
  virtual std::string report(const Report& report, const Findings& findings) = 0;
  virtual std::string end() { return ""; }
};

// The names that make_printer knows, in order.
std::vector<std::string> formats();

// REQUIRES: `format` is one of formats().
std::unique_ptr<Printer> make_printer(std::string_view format, const PrintSettings& settings);

std::unique_ptr<Printer> make_human(const PrintSettings& settings);
std::unique_ptr<Printer> make_line(const PrintSettings& settings);
std::unique_ptr<Printer> make_json(const PrintSettings& settings);
std::unique_ptr<Printer> make_sarif(const PrintSettings& settings);
std::unique_ptr<Printer> make_github(const PrintSettings& settings);

}  // namespace rapport::cli

#endif  // RAPPORT_CLI_RENDER_PRINTER_H_
