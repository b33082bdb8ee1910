# SPDX-License-Identifier: EUPL-1.2
# Dear ImGui, for the studio alone: target `imgui`, the same sources natively and for wasm. They come from the distribution's source package
# (scripts/fetch-imgui); where there is no apt, from the release of the same number. Without them the build goes on without the studio's rooms.
set(POLKU_IMGUI_RELEASE v1.86)
set(POLKU_IMGUI_REPOSITORY https://github.com/ocornut/imgui.git)
set(POLKU_IMGUI_SOURCE ${CMAKE_SOURCE_DIR}/build/imgui/source CACHE PATH "Dear ImGui's sources, 1.86 or newer")

find_program(POLKU_APT_GET apt-get NO_CMAKE_FIND_ROOT_PATH)
find_program(POLKU_GIT git NO_CMAKE_FIND_ROOT_PATH)
mark_as_advanced(POLKU_APT_GET POLKU_GIT)
if(NOT EXISTS ${POLKU_IMGUI_SOURCE}/imgui.h AND NOT POLKU_APT_GET AND POLKU_GIT)
  # Asked first, because FetchContent ends the whole build where there is no network, and a citizen's side never waits for a studio.
  execute_process(COMMAND ${POLKU_GIT} ls-remote --exit-code --tags ${POLKU_IMGUI_REPOSITORY} ${POLKU_IMGUI_RELEASE}
                  RESULT_VARIABLE POLKU_IMGUI_UNREACHED TIMEOUT 20 OUTPUT_QUIET ERROR_QUIET)
  if(POLKU_IMGUI_UNREACHED STREQUAL "0")
    include(FetchContent)
    FetchContent_Declare(imgui GIT_REPOSITORY ${POLKU_IMGUI_REPOSITORY} GIT_TAG ${POLKU_IMGUI_RELEASE} GIT_SHALLOW ON SOURCE_DIR ${POLKU_IMGUI_SOURCE})
    FetchContent_MakeAvailable(imgui)  # it has no CMakeLists.txt: only the sources appear
  endif()
endif()

if(EXISTS ${POLKU_IMGUI_SOURCE}/imgui.h)
  add_library(imgui STATIC EXCLUDE_FROM_ALL ${POLKU_IMGUI_SOURCE}/imgui.cpp ${POLKU_IMGUI_SOURCE}/imgui_draw.cpp ${POLKU_IMGUI_SOURCE}/imgui_tables.cpp
              ${POLKU_IMGUI_SOURCE}/imgui_widgets.cpp ${POLKU_IMGUI_SOURCE}/misc/cpp/imgui_stdlib.cpp)
  target_include_directories(imgui SYSTEM PUBLIC ${POLKU_IMGUI_SOURCE} ${POLKU_IMGUI_SOURCE}/misc/cpp)
  target_compile_options(imgui PRIVATE -w)
  # Characters beyond the first plane are typed too; the demo's windows are not built, so nothing may ask for them.
  target_compile_definitions(imgui PUBLIC IMGUI_USE_WCHAR32 IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_METRICS_WINDOW IMGUI_DISABLE_DEBUG_TOOLS)
  if(EMSCRIPTEN)
    # The browser's events are host/studio's own business: Emscripten's GLFW takes Tab and Backspace from the whole page around its canvas.
    add_library(imgui_window STATIC EXCLUDE_FROM_ALL ${POLKU_IMGUI_SOURCE}/backends/imgui_impl_opengl3.cpp)
    target_compile_options(imgui_window PRIVATE -w)
    target_compile_definitions(imgui_window PRIVATE IMGUI_IMPL_OPENGL_ES3)
    target_link_libraries(imgui_window PUBLIC imgui)
    polku_build_for_the_studio_alone(imgui)
    polku_build_for_the_studio_alone(imgui_window)
  else()
    find_package(glfw3 3.3 QUIET)
    find_package(OpenGL QUIET)
    if(glfw3_FOUND AND OPENGL_FOUND)
      add_library(imgui_window STATIC EXCLUDE_FROM_ALL ${POLKU_IMGUI_SOURCE}/backends/imgui_impl_glfw.cpp ${POLKU_IMGUI_SOURCE}/backends/imgui_impl_opengl3.cpp)
      target_compile_options(imgui_window PRIVATE -w)
      target_link_libraries(imgui_window PUBLIC imgui glfw OpenGL::GL ${CMAKE_DL_LIBS})
    else()
      message(STATUS "The studio has no window: GLFW or OpenGL is not installed")
    endif()
  endif()
else()
  message(STATUS "Without the studio: Dear ImGui's sources are not in build/imgui/source (scripts/fetch-imgui brings them)")
endif()
