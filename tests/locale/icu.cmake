# SPDX-License-Identifier: EUPL-1.2
# Debian's libicu-dev: a judge in tests, never part of a program.
find_package(PkgConfig)
if(PKG_CONFIG_FOUND)
  pkg_check_modules(POLKU_ICU IMPORTED_TARGET icu-i18n icu-uc)
endif()
function(polku_judge_with_icu target)
  if(POLKU_ICU_FOUND)
    target_link_libraries(${target} PRIVATE PkgConfig::POLKU_ICU)
    target_compile_definitions(${target} PRIVATE POLKU_HAS_ICU)
  endif()
endfunction()
