# Writes the list of input formats: every line
#   extern const InputFormat k_<name>_format = {…
# at the start of a line of corpus/readers/*.cc. A new format is a new file.
set(RAPPORT_INPUT_FORMATS_SOURCE "${PROJECT_BINARY_DIR}/generated/input_formats.cc")
file(GLOB reader_sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/readers/*.cc")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${reader_sources})
set(format_names "")
foreach(source IN LISTS reader_sources)
  file(STRINGS "${source}" lines REGEX "^extern const InputFormat k_[a-z_]+_format")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^.*InputFormat (k_[a-z_]+_format).*$" "\\1" name "${line}")
    list(APPEND format_names "${name}")
  endforeach()
endforeach()
list(SORT format_names)
set(declared "")
set(listed "")
foreach(name IN LISTS format_names)
  string(APPEND declared "extern const InputFormat ${name};\n")
  string(APPEND listed "      ${name},\n")
endforeach()
file(CONFIGURE OUTPUT "${RAPPORT_INPUT_FORMATS_SOURCE}" CONTENT [[// Written by corpus/InputFormats.cmake.
#include "corpus/readers/reader.h"

namespace rapport::corpus {

@declared@
const std::vector<InputFormat>& input_formats() {
  static const std::vector<InputFormat> all = {
@listed@  };
  return all;
}

}  // namespace rapport::corpus
]] @ONLY)
