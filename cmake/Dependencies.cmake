# Third-party libraries the analyzer stands on. Installed with the package as
# well (a static library's users link them too), so it must stand alone.
#
#   ICU::uc  PkgConfig::RE2  rapport::cld2  rapport::tomlplusplus  Threads::Threads
include_guard(GLOBAL)

find_package(Threads REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc)
find_package(PkgConfig REQUIRED)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET GLOBAL re2)

if(NOT TARGET rapport::cld2)
  find_path(RAPPORT_CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h REQUIRED)
  find_library(RAPPORT_CLD2_LIBRARY cld2 REQUIRED)
  add_library(rapport::cld2 INTERFACE IMPORTED GLOBAL)
  target_include_directories(rapport::cld2 SYSTEM INTERFACE "${RAPPORT_CLD2_INCLUDE_DIR}")
  target_link_libraries(rapport::cld2 INTERFACE "${RAPPORT_CLD2_LIBRARY}")
endif()

# Headers alone: the packaged library is built with exceptions, ours is not.
if(NOT TARGET rapport::tomlplusplus)
  find_path(RAPPORT_TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h REQUIRED)
  add_library(rapport::tomlplusplus INTERFACE IMPORTED GLOBAL)
  target_include_directories(rapport::tomlplusplus SYSTEM INTERFACE
    "${RAPPORT_TOMLPLUSPLUS_INCLUDE_DIR}")
endif()
