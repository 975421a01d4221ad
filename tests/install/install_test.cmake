# Run by ctest: install, configure, build and run the example. Fails with the
# first step that does, when the example prints no score, and when it is not the
# one that README.md shows.
cmake_minimum_required(VERSION 3.25)

function(step what)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output
    ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${what} failed (${status}):\n${output}")
  endif()
  set(step_output "${output}" PARENT_SCOPE)
endfunction()

# README.md shows this very example, from its first include to its end.
file(READ "${SOURCE}/example.cc" example)
string(FIND "${example}" "#include" first)
string(SUBSTRING "${example}" ${first} -1 example)
file(READ "${ROOT}/README.md" readme)
string(FIND "${readme}" "${example}" shown)
if(shown EQUAL -1)
  message(FATAL_ERROR "README.md does not show the code of tests/install/example/example.cc")
endif()

file(REMOVE_RECURSE "${WORK}")
step("install" "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${WORK}/prefix")

# The headers as installed are all there is: none of the source tree's.
file(GLOB_RECURSE headers RELATIVE "${WORK}/prefix/include" "${WORK}/prefix/include/*.h")
foreach(header IN LISTS headers)
  if(NOT header MATCHES "^analyzer/[a-z_]+\\.h$")
    message(FATAL_ERROR "installed a header that is not public: ${header}")
  endif()
endforeach()

step("configure" "${CMAKE_COMMAND}" -G Ninja -S "${SOURCE}" -B "${WORK}/build"
  "-DCMAKE_PREFIX_PATH=${WORK}/prefix" "-DCMAKE_CXX_COMPILER=${COMPILER}"
  "-DCMAKE_CXX_FLAGS=${FLAGS}")
step("build" "${CMAKE_COMMAND}" --build "${WORK}/build")
step("run" "${WORK}/build/example")
if(NOT step_output MATCHES "^[0-9]+(\\.[0-9])?\n$")
  message(FATAL_ERROR "the example printed no score: '${step_output}'")
endif()
message("the example printed ${step_output}")
