#include "cli/render/printer.h"

#include <array>
#include <cassert>

namespace rapport::cli {
namespace {

struct Row {
  std::string_view format;
  std::unique_ptr<Printer> (*make)(const PrintSettings&);
};

constexpr std::array kRows = {
    Row{"human", make_human}, Row{"line", make_line},     Row{"json", make_json},
    Row{"sarif", make_sarif}, Row{"github", make_github},
};

}  // namespace

std::vector<std::string> formats() {
  std::vector<std::string> out;
  for (const Row& row : kRows) out.emplace_back(row.format);
  return out;
}

std::unique_ptr<Printer> make_printer(std::string_view format, const PrintSettings& settings) {
  for (const Row& row : kRows) {
    if (row.format == format) return row.make(settings);
  }
  assert(false && "not one of formats()");
  return make_human(settings);
}

}  // namespace rapport::cli
