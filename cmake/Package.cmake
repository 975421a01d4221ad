# Install rules: the program, the library with its public headers, and the
# package config that `find_package(rapport)` reads.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/rapport")

install(TARGETS ${RAPPORT_LAYERS}
  EXPORT rapportTargets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/analyzer/include/analyzer"
  DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN "*.h")
install(FILES "${PROJECT_BINARY_DIR}/include/analyzer/version.h"
  DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/analyzer")
if(TARGET rapport)
  install(TARGETS rapport RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT program)
endif()

install(EXPORT rapportTargets NAMESPACE rapport:: DESTINATION "${package_dir}")
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/rapportConfig.cmake.in"
  "${PROJECT_BINARY_DIR}/rapportConfig.cmake"
  INSTALL_DESTINATION "${package_dir}"
  NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/rapportConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES
  "${PROJECT_BINARY_DIR}/rapportConfig.cmake"
  "${PROJECT_BINARY_DIR}/rapportConfigVersion.cmake"
  DESTINATION "${package_dir}")
install(FILES "${PROJECT_SOURCE_DIR}/cmake/Dependencies.cmake"
  DESTINATION "${package_dir}" RENAME rapportDependencies.cmake)
