# rapport_discover_suites(<folder>)
#
# Every <folder>/<dir>/*_tests.cc becomes part of the program tests_<dir> and a
# CTest test <dir>.<stem> that runs the suite <stem> of it, with the label of
# its folder. A file whose suite is not named like it fails: nothing matches.

find_package(Boost 1.81 REQUIRED COMPONENTS unit_test_framework json)

# The label of a folder; a folder of an own kind is its own label.
function(rapport_label out dir)
  set(units text lexicon match features score advise rewrite analyzer corpus)
  set(label "${dir}")
  if(dir IN_LIST units)
    set(label unit)
  elseif(dir STREQUAL "properties")
    set(label property)
  endif()
  set(${out} "${label}" PARENT_SCOPE)
endfunction()

function(rapport_discover_suites folder)
  # What every test program is built with.
  add_library(rapport_tests_with INTERFACE)
  target_link_libraries(rapport_tests_with INTERFACE
    rapport_cli Boost::unit_test_framework Boost::json ICU::uc PkgConfig::RE2
    rapport_warnings)
  target_compile_definitions(rapport_tests_with INTERFACE
    BOOST_TEST_DYN_LINK
    RAPPORT_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    RAPPORT_UNICODE_DATA="${RAPPORT_UNICODE_DATA}")
  if(TARGET rapport)
    target_compile_definitions(rapport_tests_with INTERFACE
      RAPPORT_PROGRAM="$<TARGET_FILE:rapport>")
  endif()

  add_library(rapport_tests_main OBJECT "${folder}/main.cc")
  target_link_libraries(rapport_tests_main PRIVATE rapport_tests_with)

  # Boost headers, compiled once: they cost more than most suites. Not
  # for main.cc, which includes them in another way.
  add_library(rapport_tests_pch OBJECT "${RAPPORT_EMPTY_SOURCE}")
  target_link_libraries(rapport_tests_pch PRIVATE rapport_tests_with)
  target_precompile_headers(rapport_tests_pch PRIVATE
    <boost/test/unit_test.hpp> <boost/test/data/test_case.hpp> <boost/json.hpp>)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # So that a compiler cache can see through them.
    target_compile_options(rapport_tests_with INTERFACE -fpch-preprocess)
  endif()

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${folder}/*_tests.cc")
  set(dirs "")
  foreach(source IN LISTS sources)
    cmake_path(GET source PARENT_PATH path)
    cmake_path(GET path FILENAME dir)
    if(NOT dir IN_LIST dirs)
      list(APPEND dirs "${dir}")
    endif()
    list(APPEND sources_${dir} "${source}")
  endforeach()

  foreach(dir IN LISTS dirs)
    # Helpers shared by a folder's suites are its other *.cc.
    file(GLOB helpers CONFIGURE_DEPENDS "${folder}/${dir}/*.cc")
    list(FILTER helpers EXCLUDE REGEX "_tests\\.cc$")
    add_executable(tests_${dir} ${sources_${dir}} ${helpers})
    target_link_libraries(tests_${dir} PRIVATE rapport_tests_main rapport_tests_with)
    target_precompile_headers(tests_${dir} REUSE_FROM rapport_tests_pch)
    set_target_properties(tests_${dir} PROPERTIES
      RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
    if(TARGET rapport)
      add_dependencies(tests_${dir} rapport)
    endif()
    rapport_label(label "${dir}")
    # Properties compare with slow referees, slower still under sanitizers.
    set(limit 60)
    if(label STREQUAL "property" OR RAPPORT_SANITIZE)
      set(limit 600)
    endif()
    foreach(source IN LISTS sources_${dir})
      cmake_path(GET source STEM LAST_ONLY stem)
      add_test(NAME "${dir}.${stem}"
        COMMAND tests_${dir} "--run_test=${stem}" --log_level=error --color_output=no)
      set_tests_properties("${dir}.${stem}" PROPERTIES
        LABELS "${label}" TIMEOUT ${limit}
        WORKING_DIRECTORY "${PROJECT_BINARY_DIR}")
    endforeach()
  endforeach()
endfunction()
