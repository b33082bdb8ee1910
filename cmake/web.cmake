# SPDX-License-Identifier: EUPL-1.2
# polku.wasm: the engine for browsers and Node, without Emscripten's glue (web/core.js loads it), and the stand-in of the shell's tests.
set(POLKU_WASM_LINK -Os -flto --no-entry -sSTANDALONE_WASM -sALLOW_MEMORY_GROWTH -sMALLOC=emmalloc -sFILESYSTEM=0 -sSUPPORT_LONGJMP=0)
foreach(module polku fake)
  add_executable(${module}_wasm)
  set_target_properties(${module}_wasm PROPERTIES OUTPUT_NAME ${module} SUFFIX .wasm RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
  target_link_libraries(${module}_wasm PRIVATE polku_core_flags)
  target_link_options(${module}_wasm PRIVATE ${POLKU_WASM_LINK})
endforeach()
target_sources(polku_wasm PRIVATE ${CMAKE_SOURCE_DIR}/src/door/exports.cpp)
target_link_libraries(polku_wasm PRIVATE polku_door)
target_sources(fake_wasm PRIVATE ${CMAKE_SOURCE_DIR}/tests/wasm/fake_door.cpp)
target_link_libraries(fake_wasm PRIVATE polku_json)

# Scenarios replayed in wasm, under Node and in Chromium: never served to a citizen. The door's own exports are needed for the memory only.
add_executable(rehearsal_wasm ${CMAKE_SOURCE_DIR}/src/rehearsal/exports/exports.cpp ${CMAKE_SOURCE_DIR}/src/door/exports.cpp)
set_target_properties(rehearsal_wasm PROPERTIES OUTPUT_NAME polku-rehearsal SUFFIX .wasm RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
target_link_libraries(rehearsal_wasm PRIVATE polku_core_flags polku_rehearsal polku_door)
target_link_options(rehearsal_wasm PRIVATE ${POLKU_WASM_LINK})
