# SPDX-License-Identifier: EUPL-1.2
# What is compiled from pinned data at build time: Unicode classes for patterns, one CLDR pack a language, the identifiers' schemes.

# Language packs: the browser's static files and, embedded, those of native programs. scripts/build-locales.mjs holds the list of languages.
set(POLKU_LOCALES ${CMAKE_BINARY_DIR}/locales)
add_custom_command(OUTPUT ${POLKU_LOCALES}/.made
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/scripts/build-locales.mjs ${POLKU_LOCALES}
  COMMAND ${CMAKE_COMMAND} -E touch ${POLKU_LOCALES}/.made
  DEPENDS ${CMAKE_SOURCE_DIR}/scripts/build-locales.mjs ${CMAKE_SOURCE_DIR}/package-lock.json
  COMMENT "Language packs from CLDR")
add_custom_target(polku_locales ALL DEPENDS ${POLKU_LOCALES}/.made)

file(GLOB POLKU_WORDS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/i18n/*.json ${CMAKE_SOURCE_DIR}/i18n/import/*.json ${CMAKE_SOURCE_DIR}/assets/styles/*.css)
set(POLKU_EMBEDDED ${CMAKE_BINARY_DIR}/generated/embedded.cpp)
add_custom_command(OUTPUT ${POLKU_EMBEDDED}
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/scripts/embed-words.mjs ${POLKU_EMBEDDED} ${POLKU_LOCALES} ${CMAKE_SOURCE_DIR}/i18n ${CMAKE_SOURCE_DIR}/assets/styles/polku.css
  DEPENDS ${CMAKE_SOURCE_DIR}/scripts/embed-words.mjs ${POLKU_LOCALES}/.made ${POLKU_WORDS}
  COMMENT "Embedding language packs, words and style")
add_library(polku_embedded STATIC ${POLKU_EMBEDDED})
if(EMSCRIPTEN)
  set_target_properties(polku_embedded PROPERTIES EXCLUDE_FROM_ALL ON)  # a citizen's browser fetches the same files
endif()
target_include_directories(polku_embedded PUBLIC ${CMAKE_SOURCE_DIR}/src)
target_link_libraries(polku_embedded PRIVATE polku_flags)

# Schemes of identifiers (room identifiers), for hosts that read definitions: of this library polku.wasm links what form reading asks for, no more.
file(GLOB POLKU_SCHEME_FILES CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/identifiers/*.json)
set(POLKU_SCHEMES ${CMAKE_BINARY_DIR}/generated/schemes.cpp)
add_custom_command(OUTPUT ${POLKU_SCHEMES}
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/scripts/embed-schemes.mjs ${POLKU_SCHEMES} ${CMAKE_SOURCE_DIR}/assets/identifiers
  DEPENDS ${CMAKE_SOURCE_DIR}/scripts/embed-schemes.mjs ${POLKU_SCHEME_FILES}
  COMMENT "Embedding the schemes of identifiers")
add_library(polku_schemes STATIC ${POLKU_SCHEMES})
target_link_libraries(polku_schemes PRIVATE polku_core_flags)

# Unicode classes of patterns (room text).
set(POLKU_UNICODE_TABLE ${CMAKE_BINARY_DIR}/generated/text/unicode_classes.inc)
add_custom_command(
  OUTPUT ${POLKU_UNICODE_TABLE}
  COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/scripts/build-unicode.mjs ${POLKU_UNICODE_TABLE}
  DEPENDS ${CMAKE_SOURCE_DIR}/scripts/build-unicode.mjs ${CMAKE_SOURCE_DIR}/node_modules/@unicode/unicode-15.1.0/package.json
  VERBATIM)
add_custom_target(polku_unicode_table DEPENDS ${POLKU_UNICODE_TABLE})
