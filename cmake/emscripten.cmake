# SPDX-License-Identifier: EUPL-1.2
# Finds the distribution's Emscripten (its toolchain file lives beside em++), so that `cmake --preset web` needs no environment.
find_program(POLKU_EMPP em++ REQUIRED)
get_filename_component(POLKU_EMPP_REAL ${POLKU_EMPP} REALPATH)
foreach(candidate
    $ENV{EMSCRIPTEN_ROOT} /usr/share/emscripten /usr/lib/emscripten $ENV{EMSDK}/upstream/emscripten)
  if(EXISTS ${candidate}/cmake/Modules/Platform/Emscripten.cmake)
    # Debian's node-acorn is where Emscripten looks only when Node is Debian's own too.
    set(ENV{NODE_PATH} "/usr/share/nodejs:$ENV{NODE_PATH}")
    include(${candidate}/cmake/Modules/Platform/Emscripten.cmake)
    return()
  endif()
endforeach()
message(FATAL_ERROR "Emscripten's CMake files were not found. Install Debian's package 'emscripten' or set EMSCRIPTEN_ROOT.")
