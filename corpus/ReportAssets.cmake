# Embeds corpus/writers/report/: the style, the script and the wording of the
# HTML report. A new *.html there is found by scan.
set(RAPPORT_REPORT_SOURCE "${PROJECT_BINARY_DIR}/generated/report_assets.cc")
set(report_folder "${CMAKE_CURRENT_SOURCE_DIR}/writers/report")
file(GLOB report_files CONFIGURE_DEPENDS
  "${report_folder}/*.html" "${report_folder}/*.css" "${report_folder}/*.js")
add_custom_command(
  OUTPUT "${RAPPORT_REPORT_SOURCE}"
  COMMAND "${CMAKE_COMMAND}" "-DROOT=${report_folder}" "-DOUTPUT=${RAPPORT_REPORT_SOURCE}"
    -P "${PROJECT_SOURCE_DIR}/cmake/EmbedReport.cmake"
  DEPENDS ${report_files} "${PROJECT_SOURCE_DIR}/cmake/EmbedReport.cmake"
  COMMENT "Embedding the report's parts"
  VERBATIM)
set_source_files_properties("${RAPPORT_REPORT_SOURCE}" PROPERTIES
  COMPILE_OPTIONS "-Wno-overlength-strings" SKIP_LINTING ON)
