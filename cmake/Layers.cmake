# rapport_add_layer(<target> <folder> [RECURSE] [EXCLUDE <regex>...]
#                   [PUBLIC <targets>...] [PRIVATE <targets>...])
#
# One static library of all *.cc in <folder>; with RECURSE also below it.
# A new file is found by scan: there is no list to edit. A layer without any
# source is an empty library, so that its users need not know.
set(RAPPORT_EMPTY_SOURCE "${PROJECT_BINARY_DIR}/generated/empty.cc")
if(NOT EXISTS "${RAPPORT_EMPTY_SOURCE}")
  file(WRITE "${RAPPORT_EMPTY_SOURCE}" "// A layer without sources.\n")
endif()

function(rapport_add_layer target folder)
  cmake_parse_arguments(PARSE_ARGV 2 layer "RECURSE" "" "EXCLUDE;PUBLIC;PRIVATE;SOURCES")
  if(layer_RECURSE)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${folder}/*.cc")
  else()
    file(GLOB sources CONFIGURE_DEPENDS "${folder}/*.cc")
  endif()
  foreach(regex IN LISTS layer_EXCLUDE)
    list(FILTER sources EXCLUDE REGEX "${regex}")
  endforeach()
  list(APPEND sources ${layer_SOURCES})
  if(NOT sources)
    set(sources "${RAPPORT_EMPTY_SOURCE}")
  endif()
  add_library(${target} STATIC ${sources})
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_include_directories(${target}
    PUBLIC
      "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/analyzer/include>"
      "$<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>"
      "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>")
  target_link_libraries(${target}
    PUBLIC ${layer_PUBLIC}
    PRIVATE ${layer_PRIVATE} $<BUILD_INTERFACE:rapport_warnings>)
endfunction()
