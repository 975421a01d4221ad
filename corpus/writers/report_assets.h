// corpus/writers/report/ as it was built in: see cmake/EmbedReport.cmake.
//
// Thread rule: pure functions; the views live as long as the program.
#ifndef RAPPORT_CORPUS_WRITERS_REPORT_ASSETS_H_
#define RAPPORT_CORPUS_WRITERS_REPORT_ASSETS_H_

#include <string_view>

namespace rapport::corpus {

std::string_view report_style();
std::string_view report_script();
// Base64 of the SHA-256 of these, as a Content-Security-Policy has it.
std::string_view report_style_hash();
std::string_view report_script_hash();

// All *.html, one after the other by name: parts, each after a line
// <!-- part NAME -->.
std::string_view report_parts();

}  // namespace rapport::corpus

#endif  // RAPPORT_CORPUS_WRITERS_REPORT_ASSETS_H_
