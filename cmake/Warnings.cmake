# rapport_warnings: an interface target with the warnings our own code keeps to.
add_library(rapport_warnings INTERFACE)
target_compile_options(rapport_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
  -Wold-style-cast -Wimplicit-fallthrough
  # Designated initializers leave out members that have a sensible empty value.
  -Wno-missing-field-initializers
  # Optimized code of the standard library sets these off falsely (GCC 12: PR 105651,
  # and under sanitizers).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds>
  $<$<BOOL:${RAPPORT_WERROR}>:-Werror>)
