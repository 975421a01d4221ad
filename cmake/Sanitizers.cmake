# Sanitizers, coverage and fuzzing, for every target of this build at once: a
# library and its tests must agree on them.

if(RAPPORT_SANITIZE)
  add_compile_options(-fsanitize=${RAPPORT_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${RAPPORT_SANITIZE})
  if(RAPPORT_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize-recover=all)
  endif()
endif()

if(RAPPORT_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    message(FATAL_ERROR "RAPPORT_FUZZ needs clang: use the preset fuzz")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(RAPPORT_COVERAGE)
  add_compile_options(--coverage -fprofile-update=atomic)
  add_link_options(--coverage)
endif()
