# Writes the lexicon files into one C++ source, byte for byte.
#
#   cmake -DROOT=<lexicons> -DOUTPUT=<file.cc> -P EmbedLexicons.cmake
#
# Files are sorted by name; see analyzer/lexicon/embedded.h for what is made.
# Raw string literals rather than lists of numbers: a megabyte and a half
# compiles in a fraction of a second.
cmake_minimum_required(VERSION 3.25)

cmake_path(ABSOLUTE_PATH ROOT NORMALIZE)
file(GLOB_RECURSE names RELATIVE "${ROOT}" "${ROOT}/*.toml")
# Rules on trial travel with the source alone, as when a folder is loaded.
list(FILTER names EXCLUDE REGEX "^sandbox/")
list(SORT names COMPARE STRING)

set(source "// Generated from lexicons/ by cmake/EmbedLexicons.cmake.\n")
string(APPEND source "#include \"analyzer/lexicon/embedded.h\"\n\n")
string(APPEND source "#include <array>\n\nnamespace rapport::lexicon {\nnamespace {\n\n")
set(rows "")
set(count 0)
foreach(name IN LISTS names)
  file(READ "${ROOT}/${name}" content)
  # What cannot be kept byte for byte is refused.
  file(SIZE "${ROOT}/${name}" size)
  string(LENGTH "${content}" length)
  if(NOT length EQUAL size)
    message(FATAL_ERROR "lexicons/${name}: holds a NUL byte")
  endif()
  string(FIND "${content}" "\r" carriage_return)
  if(NOT carriage_return EQUAL -1)
    message(FATAL_ERROR "lexicons/${name}: lines must end with LF alone")
  endif()
  string(FIND "${content}" ")rap~\"" delimiter)
  if(NOT delimiter EQUAL -1)
    message(FATAL_ERROR "lexicons/${name}: holds the delimiter )rap~\"")
  endif()
  string(APPEND source
    "constexpr char kFile${count}[] = R\"rap~(${content})rap~\";\n")
  string(APPEND rows
    "    EmbeddedFile{\"${name}\", {kFile${count}, sizeof kFile${count} - 1}},\n")
  math(EXPR count "${count} + 1")
endforeach()
string(APPEND source "\nconstexpr std::array<EmbeddedFile, ${count}> kFiles = {\n${rows}};\n\n")
string(APPEND source "}  // namespace\n\n")
string(APPEND source "std::span<const EmbeddedFile> embedded_files() { return kFiles; }\n\n")
string(APPEND source "}  // namespace rapport::lexicon\n")

file(WRITE "${OUTPUT}" "${source}")
