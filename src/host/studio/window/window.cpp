// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/window.h"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "host/studio/look.h"
#include "host/studio/pace.h"
#include "host/studio/window/outside.h"

namespace polku::host {
namespace {

constexpr auto seconds_between_looks_at_files = 0.5;

struct Context {
  Context() { ImGui::CreateContext(); }
  ~Context() { ImGui::DestroyContext(); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
};

void prepare(GLFWwindow* window) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigInputTextCursorBlink = false;  // nothing moves by itself
  dress(find_fonts(), 1);
  ImGui_ImplGlfw_InitForOpenGL(window, true);
  ImGui_ImplOpenGL3_Init("#version 130");
}

Studio::Wish draw_frame(GLFWwindow* window, Studio& studio) {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  const auto wish = studio.draw();
  ImGui::Render();
  int width = 0, height = 0;
  glfwGetFramebufferSize(window, &width, &height);
  glViewport(0, 0, width, height);
  glClearColor(1, 1, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  glfwSwapBuffers(window);
  return wish;
}

void run(GLFWwindow* window, Studio& studio) {
  Pace pace;
  while (!glfwWindowShouldClose(window)) {
    if (pace.is_frame_due()) {
      glfwPollEvents();
    } else {
      const auto before = glfwGetTime();
      glfwWaitEventsTimeout(seconds_between_looks_at_files);
      // Woken before the time is over: something happened.
      if (glfwGetTime() - before < seconds_between_looks_at_files) pace.note_something();
    }
    if (studio.look_at_files() == Studio::News::read_again) pace.note_something();
    if (!pace.is_frame_due()) continue;
    pace.note_frame();
    const auto wish = draw_frame(window, studio);
    if (wish != Studio::Wish::nothing) pace.note_something();
    if (wish == Studio::Wish::html_preview) studio.tell(show_html(studio.preview().page()));
  }
}

}  // namespace

std::string open_window(Studio& studio, const std::string& title) {
  if (glfwInit() == GLFW_FALSE) return "there is no screen here; --headless needs none";
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 0);
  GLFWwindow* window = glfwCreateWindow(1400, 900, title.c_str(), nullptr, nullptr);
  if (!window) {
    glfwTerminate();
    return "a window with OpenGL 3 cannot be had here; --headless needs none";
  }
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  {
    const Context context;
    prepare(window);
    run(window, studio);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
  }
  glfwDestroyWindow(window);
  glfwTerminate();
  return {};
}

}  // namespace polku::host
