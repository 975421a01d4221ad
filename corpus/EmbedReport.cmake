# The style and the script of the HTML report as string literals, each with the
# SHA-256 hash in base 64 that a content security policy names it by.
set(RAPPORT_REPORT_SOURCE "${PROJECT_BINARY_DIR}/generated/report_assets.cc")

function(rapport_hash_in_base_64 file result)
  set(letters "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  file(SHA256 "${file}" hex)
  # 32 bytes are ten groups of three, and two with a zero byte behind them.
  string(APPEND hex "00")
  set(out "")
  foreach(group RANGE 10)
    math(EXPR at "${group} * 6")
    string(SUBSTRING "${hex}" ${at} 6 digits)
    foreach(shift 18 12 6 0)
      math(EXPR index "(0x${digits} >> ${shift}) & 63")
      string(SUBSTRING "${letters}" ${index} 1 letter)
      string(APPEND out "${letter}")
    endforeach()
  endforeach()
  string(SUBSTRING "${out}" 0 43 out)
  set(${result} "${out}=" PARENT_SCOPE)
endfunction()

set(report_style "${CMAKE_CURRENT_SOURCE_DIR}/writers/report/report.css")
set(report_script "${CMAKE_CURRENT_SOURCE_DIR}/writers/report/report.js")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${report_style}" "${report_script}")
file(READ "${report_style}" style)
file(READ "${report_script}" script)
rapport_hash_in_base_64("${report_style}" style_hash)
rapport_hash_in_base_64("${report_script}" script_hash)
file(CONFIGURE OUTPUT "${RAPPORT_REPORT_SOURCE}" CONTENT [[// Written by corpus/EmbedReport.cmake.
#include "corpus/writers/html_assets.h"

namespace rapport::corpus {

const ReportAsset kReportStyle = {R"asset(@style@)asset", "sha256-@style_hash@"};
const ReportAsset kReportScript = {R"asset(@script@)asset", "sha256-@script_hash@"};

}  // namespace rapport::corpus
]] @ONLY)
