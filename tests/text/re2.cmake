# SPDX-License-Identifier: EUPL-1.2
# RE2 judges patterns; without it that test is skipped loudly.
find_package(PkgConfig QUIET)
if(PKG_CONFIG_FOUND)
  pkg_check_modules(RE2 QUIET IMPORTED_TARGET re2)
endif()
if(RE2_FOUND)
  target_link_libraries(text_tests PRIVATE PkgConfig::RE2)
  target_compile_definitions(text_tests PRIVATE POLKU_RE2)
endif()
