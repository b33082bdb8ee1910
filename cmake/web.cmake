# SPDX-License-Identifier: EUPL-1.2
# polku.wasm: the engine for browsers and Node, without Emscripten's glue (web/core.js loads it), and the stand-in of the shell's tests.
# Every citizen loads it first, so bytes count more than anything else: scripts/print-sizes.mjs keeps the account.
if(EMSCRIPTEN)
  # Emscripten turns inlining off for -Oz, which leaves every accessor a call: twice the code. All browsers with custom elements, shadow roots and
  # constructable style sheets know bulk memory and sign extension.
  add_compile_options(-Oz -finline-functions "SHELL:-mllvm -inline-threshold=10" -flto -fvisibility=hidden -fno-threadsafe-statics -fmerge-all-constants -mbulk-memory -msign-ext)
  find_program(WASM_OPT wasm-opt NO_CMAKE_FIND_ROOT_PATH)
endif()

# What only the studio uses: compiled at once where it stands, not once more over the linked whole, and only when the studio is built.
function(polku_build_for_the_studio_alone target)
  target_compile_options(${target} PRIVATE -Os -fno-lto)
  set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL ON)
endfunction()

function(polku_web_module name source room)  # and more sources
  add_executable(${name}_wasm ${source} ${ARGN})
  set_target_properties(${name}_wasm PROPERTIES OUTPUT_NAME ${name} SUFFIX .wasm RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})
  target_link_libraries(${name}_wasm PRIVATE polku_core_flags polku_${room})
  # Over the linked whole, twice (what the first round leaves, newer Binaryen makes smaller still): a hundredth, for nothing.
  if(WASM_OPT)
    add_custom_command(TARGET ${name}_wasm POST_BUILD
      COMMAND ${WASM_OPT} --enable-bulk-memory --enable-sign-ext --enable-mutable-globals --flatten --rereloop -Oz -Oz --flatten --rereloop -Oz -Oz $<TARGET_FILE:${name}_wasm> -o $<TARGET_FILE:${name}_wasm> VERBATIM)
  endif()
  target_link_options(${name}_wasm PRIVATE -Oz -flto -Wl,-mllvm,-inline-threshold=-20 -mbulk-memory -msign-ext --no-entry -sSTANDALONE_WASM -sALLOW_MEMORY_GROWTH -sMALLOC=emmalloc)
endfunction()

function(polku_web_modules)
  set(citizen ${CMAKE_SOURCE_DIR}/src/door/citizen)
  polku_web_module(polku ${CMAKE_SOURCE_DIR}/src/door/exports.cpp door ${citizen}/leaves_out.cpp)
  # The same, each without what the services it is for do not use (form/engines.h).
  foreach(engine plain registers persons people projects)
    polku_web_module(polku-${engine} ${CMAKE_SOURCE_DIR}/src/door/exports.cpp door ${citizen}/leaves_out.cpp ${citizen}/${engine}.cpp)
  endforeach()
  # Scenarios replayed in wasm, under Node and in Chromium: never served to a citizen.
  polku_web_module(polku-rehearsal ${CMAKE_SOURCE_DIR}/src/rehearsal/exports/exports.cpp rehearsal)
  polku_web_module(fake ${CMAKE_SOURCE_DIR}/tests/wasm/fake_door.cpp json)
endfunction()

# The studio for browsers: the one thing built with Emscripten's glue (an ES module without eval), for its WebGL and its files in memory.
function(polku_web_studio)
  add_executable(polku-studio ${CMAKE_SOURCE_DIR}/src/host/studio/window/browser.cpp ${CMAKE_SOURCE_DIR}/src/host/studio/window/browser_events.cpp)
  set_target_properties(polku-studio PROPERTIES SUFFIX .js RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/studio)
  target_compile_options(polku-studio PRIVATE -Os -fno-lto)
  target_link_libraries(polku-studio PRIVATE polku_studio imgui_window)
  # libc comes first: room json has stand-ins for its numbers and snprintf, which Dear ImGui cannot do without. It is the plain one, which asks its host to
  # copy memory; told of bulk memory, Emscripten 3.1.69 would leave that out.
  target_link_options(polku-studio PRIVATE -lc -O1 -msign-ext -sMODULARIZE -sEXPORT_ES6 -sEXPORT_NAME=openStudio -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0 -sINVOKE_RUN=0 --no-entry
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sALLOW_MEMORY_GROWTH -sFORCE_FILESYSTEM -sEXPORTED_FUNCTIONS=_malloc,_free -sEXPORTED_RUNTIME_METHODS=FS,ccall,lengthBytesUTF8,stringToUTF8)
endfunction()
