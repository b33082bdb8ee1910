// SPDX-License-Identifier: EUPL-1.2
// The studio in a web page: web/studio.js brings files into memory, says how large the canvas is and shows the HTML page; everything else is the same
// studio as in a window. Answers are JSON that stands until the next call.
#include <GLES3/gl3.h>
#include <backends/imgui_impl_opengl3.h>
#include <emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <algorithm>

#include "host/studio/input.h"
#include "host/studio/look.h"
#include "host/studio/pace.h"
#include "host/studio/studio.h"
#include "host/studio/tell.h"
#include "host/studio/window/browser_events.h"
#include "json/reader.h"
#include "json/writer.h"
#include "session/format.h"

// What web/studio.js is told of: something may have changed on the page; the author wants it as HTML; words were copied.
EM_JS(void, tell_that_something_changed, (), { Module["onChange"](); });
EM_JS(void, tell_that_html_is_wanted, (), { Module["onWish"](); });
EM_JS(void, tell_what_is_copied, (const char* words), { Module["onCopy"](UTF8ToString(words)); });

namespace polku::host {
namespace {

constexpr const char* canvas = "#studio-canvas";
constexpr const char* regular_font = "/fonts/regular.ttf";
constexpr const char* bold_font = "/fonts/bold.ttf";

class BrowserWindow : public Listener {
 public:
  enum class Fault { none, no_webgl };
  Fault open();
  // In dots of the screen, of which `scale` are one pixel of CSS.
  void fit(int width, int height, double scale);

  // The walk before stays when the new one cannot begin. → tell_files
  json::Value walk(const Wanted& wanted);
  Studio* studio() { return studio_ ? &*studio_ : nullptr; }
  void wake();

  void hear(Input::Event event) override;
  bool is_typing() const override { return ImGui::GetIO().WantTextInput; }

  int frames() const { return frames_; }

 private:
  static EM_BOOL on_frame(double milliseconds, void* user);
  void request_frame();
  void draw_frame(double milliseconds);

  std::optional<Studio> studio_;
  Input input_;
  Pace pace_;
  bool has_canvas_ = false, is_frame_asked_for_ = false;
  double scale_ = 0, drawn_at_ = 0;
  int width_ = 0, height_ = 0, frames_ = 0;
};

BrowserWindow::Fault BrowserWindow::open() {
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.alpha = attributes.depth = attributes.antialias = EM_FALSE;  // Dear ImGui smooths its own lines
  const auto context = emscripten_webgl_create_context(canvas, &attributes);
  if (context <= 0 || emscripten_webgl_make_context_current(context) != EMSCRIPTEN_RESULT_SUCCESS) return Fault::no_webgl;
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigInputTextCursorBlink = false;  // nothing moves by itself
  io.SetClipboardTextFn = [](void*, const char* words) { tell_what_is_copied(words); };
  Input::prepare(io);
  ImGui_ImplOpenGL3_Init("#version 300 es");
  listen(canvas, *this);
  has_canvas_ = true;
  return Fault::none;
}

void BrowserWindow::fit(int width, int height, double scale) {
  if (!has_canvas_) return;
  width_ = width;
  height_ = height;
  emscripten_set_canvas_element_size(canvas, width, height);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width / scale), static_cast<float>(height / scale)};
  io.DisplayFramebufferScale = {static_cast<float>(scale), static_cast<float>(scale)};
  if (scale != scale_) {
    scale_ = scale;
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    dress({regular_font, bold_font}, scale);
    ImGui_ImplOpenGL3_CreateFontsTexture();
  }
  wake();
}

json::Value BrowserWindow::walk(const Wanted& wanted) {
  Studio next(wanted);
  auto told = tell_files(next);
  if (!next.is_walking()) return told;
  next.show_page(studio_ ? studio_->place_of_page() : Studio::Place::drawn);
  next.show_remarks(Studio::Place::elsewhere);
  studio_ = std::move(next);
  wake();
  return told;
}

void BrowserWindow::hear(Input::Event event) {
  input_.note(std::move(event));
  wake();
}

void BrowserWindow::wake() {
  pace_.note_something();
  request_frame();
}

// One at a time, and none at rest.
void BrowserWindow::request_frame() {
  if (is_frame_asked_for_ || !has_canvas_) return;
  is_frame_asked_for_ = true;
  emscripten_request_animation_frame(on_frame, this);
}

EM_BOOL BrowserWindow::on_frame(double milliseconds, void* user) {
  auto& window = *static_cast<BrowserWindow*>(user);
  window.is_frame_asked_for_ = false;
  window.draw_frame(milliseconds);
  return EM_FALSE;
}

void BrowserWindow::draw_frame(double milliseconds) {
  ImGuiIO& io = ImGui::GetIO();
  if (!studio_ || scale_ <= 0) return;
  pace_.note_frame();
  ++frames_;
  io.DeltaTime = static_cast<float>(std::clamp((milliseconds - drawn_at_) / 1000, 0.001, 0.1));
  drawn_at_ = milliseconds;
  input_.feed(io);
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  const auto wish = studio_->draw();
  ImGui::Render();
  glViewport(0, 0, width_, height_);
  glClearColor(1, 1, 1, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  if (wish == Studio::Wish::html_preview) tell_that_html_is_wanted();
  if (wish != Studio::Wish::nothing) {
    pace_.note_something();
    tell_that_something_changed();
  }
  if (!input_.is_empty()) pace_.note_something();
  if (pace_.is_frame_due()) request_frame();
}

BrowserWindow& window() {
  static BrowserWindow only;
  return only;
}

const char* hand_over(const json::Value& value) {
  static std::string told;
  told = json::write(value);
  return told.c_str();
}

json::Value nothing() { return json::Value::object().with("isWalked", json::Value{false}).with("problems", json::Value::array()); }

}  // namespace
}  // namespace polku::host

using namespace polku;
using host::window;

extern "C" {

// 1: there is a canvas with WebGL 2 to draw on.
EMSCRIPTEN_KEEPALIVE int studio_open() { return window().open() == host::BrowserWindow::Fault::none ? 1 : 0; }

EMSCRIPTEN_KEEPALIVE void studio_fit(int width, int height, double scale) { window().fit(width, height, scale); }

// Begins a walk. An empty site: a neutral one. → tell_files
EMSCRIPTEN_KEEPALIVE const char* studio_walk(const char* service, const char* site, const char* language, const char* today) {
  const auto day = calendar::parse_date(today);
  if (!day) return host::hand_over(host::nothing());
  return host::hand_over(window().walk({service, site, language, *day}));
}

// The files changed: the walk goes on where it stood. → tell_files
EMSCRIPTEN_KEEPALIVE const char* studio_read_files() {
  auto* studio = window().studio();
  if (!studio) return host::hand_over(host::nothing());
  studio->read_files();
  window().wake();
  return host::hand_over(host::tell_files(*studio));
}

EMSCRIPTEN_KEEPALIVE void studio_show_page_elsewhere(int elsewhere) {
  if (auto* studio = window().studio()) studio->show_page(elsewhere != 0 ? host::Studio::Place::elsewhere : host::Studio::Place::drawn);
  window().wake();
}

// What the person did on the HTML page, as session/format.h has it.
EMSCRIPTEN_KEEPALIVE void studio_act(const char* words) {
  auto* studio = window().studio();
  problem::Problems problems;
  const auto source = json::read(words);
  if (!studio || !source.value) return;
  if (auto intent = session::read_intent(*source.value, problems)) studio->preview().act(std::move(intent->action));
  window().wake();
}

EMSCRIPTEN_KEEPALIVE void studio_paste(const char* words) {
  window().hear(host::Input::Held{});  // letters that come while Control is held are no letters to Dear ImGui
  window().hear(host::Input::Words{words});
}

EMSCRIPTEN_KEEPALIVE const char* studio_page() {
  auto* studio = window().studio();
  return host::hand_over(studio ? host::tell_page(*studio) : host::nothing());
}

// For tests: what is seen and where, what the panels say, how many frames were drawn.
EMSCRIPTEN_KEEPALIVE const char* studio_sight() {
  auto* studio = window().studio();
  if (!studio) return host::hand_over(host::nothing());
  return host::hand_over(host::tell_sight(*studio).with("frames", json::Value{static_cast<std::int64_t>(window().frames())}));
}
}
