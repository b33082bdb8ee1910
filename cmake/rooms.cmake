# SPDX-License-Identifier: EUPL-1.2
# One static library a room. Its links are the arrows of the house: scripts/check compares them with the includes.

add_library(polku_flags INTERFACE)
target_compile_options(polku_flags INTERFACE -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wsign-conversion)
target_include_directories(polku_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
# No vptr check: it needs the RTTI that core rooms do not have.
if(POLKU_SANITIZE)
  target_compile_options(polku_flags INTERFACE -O0 -g1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all)
  target_link_options(polku_flags INTERFACE -fsanitize=address,undefined)
endif()

if(POLKU_FUZZ)
  target_compile_options(polku_flags INTERFACE -O1 -g1 -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all)
  target_link_options(polku_flags INTERFACE -fsanitize=address,undefined)
endif()

# Core rooms have neither exceptions nor RTTI on any host: errors are values.
add_library(polku_core_flags INTERFACE)
target_link_libraries(polku_core_flags INTERFACE polku_flags)
target_compile_options(polku_core_flags INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)
# -Wpedantic forbids __int128, which holds the 34 digits of a Decimal on both compilers; text/decimal.h marks it __extension__.

function(polku_room name)
  cmake_parse_arguments(ROOM "HOST" "FOLDER" "USES" ${ARGN})
  if(NOT ROOM_FOLDER)
    set(ROOM_FOLDER ${name})
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${ROOM_FOLDER}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${ROOM_FOLDER}/lint/*.cpp
       ${CMAKE_CURRENT_SOURCE_DIR}/${ROOM_FOLDER}/format/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${ROOM_FOLDER}/generate/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${ROOM_FOLDER}/components/*/*.cpp)
  if(NOT sources)
    message(FATAL_ERROR "The room ${ROOM_FOLDER} has no source file")
  endif()
  add_library(polku_${name} STATIC ${sources})
  foreach(used ${ROOM_USES})
    # The studio in a browser does without the rooms that only a machine's own programs are made of.
    if(TARGET polku_${used} OR NOT EMSCRIPTEN)
      target_link_libraries(polku_${name} PUBLIC polku_${used})
    endif()
  endforeach()
  if(ROOM_HOST)
    target_link_libraries(polku_${name} PUBLIC polku_flags)
    polku_precompile(polku_${name} host)
    if(EMSCRIPTEN)
      polku_build_for_the_studio_alone(polku_${name})
    endif()
  else()
    target_link_libraries(polku_${name} PRIVATE polku_core_flags PUBLIC polku_flags)
    polku_precompile(polku_${name} core)
  endif()
endfunction()
