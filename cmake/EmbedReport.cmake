# Writes the parts of the HTML report into one C++ source, byte for byte, and the
# hashes of its style and script as a Content-Security-Policy names them.
#
#   cmake -DROOT=<corpus/writers/report> -DOUTPUT=<file.cc> -P EmbedReport.cmake
#
# See corpus/writers/report_assets.h for what is made. A hash is that of the
# characters between <style> and </style>, so they must come through a parser of
# HTML unchanged: no carriage return, no NUL, no end of the element.
cmake_minimum_required(VERSION 3.25)

cmake_path(ABSOLUTE_PATH ROOT NORMALIZE)

# Base64 of the SHA-256 of `content`: 64 hexadecimal digits and two bits of
# padding, six bits a character.
function(csp_hash out content)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  string(SHA256 hex "${content}")
  string(APPEND hex "00")  # 256 bits and 8 more are 44 characters
  set(base64 "")
  foreach(at RANGE 0 63 3)
    string(SUBSTRING "${hex}" ${at} 3 three)
    math(EXPR high "0x${three} / 64")
    math(EXPR low "0x${three} % 64")
    string(SUBSTRING "${alphabet}" ${high} 1 first)
    string(SUBSTRING "${alphabet}" ${low} 1 second)
    string(APPEND base64 "${first}${second}")
  endforeach()
  string(SUBSTRING "${base64}" 0 43 base64)
  set(${out} "${base64}=" PARENT_SCOPE)
endfunction()

# Sets `out` to the content of a file, which is refused where it cannot be kept.
function(read_asset out name)
  file(READ "${ROOT}/${name}" content)
  file(SIZE "${ROOT}/${name}" size)
  string(LENGTH "${content}" length)
  if(NOT length EQUAL size)
    message(FATAL_ERROR "${name}: holds a NUL byte")
  endif()
  foreach(refused IN ITEMS "\r" ")rap~\"" ${ARGN})
    string(TOLOWER "${content}" lower)
    string(FIND "${lower}" "${refused}" at)
    if(NOT at EQUAL -1)
      message(FATAL_ERROR "${name}: holds '${refused}'")
    endif()
  endforeach()
  set(${out} "${content}" PARENT_SCOPE)
endfunction()

read_asset(style report.css "</style" "<!--")
read_asset(script report.js "</script" "<!--")
csp_hash(style_hash "${style}")
csp_hash(script_hash "${script}")

file(GLOB names RELATIVE "${ROOT}" "${ROOT}/*.html")
list(SORT names COMPARE STRING)
set(parts "")
foreach(name IN LISTS names)
  read_asset(content "${name}")
  string(APPEND parts "${content}")
endforeach()

set(source "// Generated from corpus/writers/report/ by cmake/EmbedReport.cmake.\n")
string(APPEND source "#include \"corpus/writers/report_assets.h\"\n\nnamespace rapport::corpus {\n\n")
string(APPEND source "std::string_view report_style() { return R\"rap~(${style})rap~\"; }\n")
string(APPEND source "std::string_view report_script() { return R\"rap~(${script})rap~\"; }\n")
string(APPEND source "std::string_view report_style_hash() { return \"${style_hash}\"; }\n")
string(APPEND source "std::string_view report_script_hash() { return \"${script_hash}\"; }\n")
string(APPEND source "std::string_view report_parts() { return R\"rap~(${parts})rap~\"; }\n")
string(APPEND source "\n}  // namespace rapport::corpus\n")
file(WRITE "${OUTPUT}" "${source}")
