// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/window/browser_events.h"

#include <emscripten/html5.h>

namespace polku::host {
namespace {

constexpr EM_BOOL ours = EM_TRUE, everybodys = EM_FALSE;  // ours: the browser does nothing of its own

Listener& listener_of(void* user) { return *static_cast<Listener*>(user); }

EM_BOOL on_mouse(int type, const EmscriptenMouseEvent* event, void* user) {
  Listener& listener = listener_of(user);
  switch (type) {
    case EMSCRIPTEN_EVENT_MOUSELEAVE: listener.hear(Input::Gone{}); break;
    case EMSCRIPTEN_EVENT_MOUSEDOWN:
      listener.hear(Input::Spot{event->targetX, event->targetY});
      if (event->button == 0) listener.hear(Input::Button::down);
      break;
    default: listener.hear(Input::Spot{event->targetX, event->targetY});
  }
  return everybodys;  // the press gives the canvas the focus
}

// Let go of anywhere: the mouse may have left the canvas meanwhile.
EM_BOOL on_release(int, const EmscriptenMouseEvent* event, void* user) {
  if (event->button == 0) listener_of(user).hear(Input::Button::up);
  return everybodys;
}

EM_BOOL on_wheel(int, const EmscriptenWheelEvent* event, void* user) {
  listener_of(user).hear(Input::Turn{event->deltaY > 0 ? -1 : 1});
  return ours;
}

bool is_letter(const EmscriptenKeyboardEvent& event) {
  const std::string_view key = event.key;
  const bool is_one_character = key.size() == 1 || (!key.empty() && (static_cast<unsigned char>(key.front()) & 0x80) != 0);
  const bool is_command = (event.ctrlKey != 0 && event.altKey == 0) || event.metaKey != 0;  // AltGr is Control and Alt at once
  return is_one_character && !is_command;
}

EM_BOOL on_key(int type, const EmscriptenKeyboardEvent* event, void* user) {
  Listener& listener = listener_of(user);
  const auto key = key_named(event->key);
  const bool is_down = type == EMSCRIPTEN_EVENT_KEYDOWN;
  listener.hear(Input::Held{event->ctrlKey != 0, event->shiftKey != 0, event->altKey != 0, event->metaKey != 0});
  if (key == ImGuiKey_V && !is_letter(*event)) return everybodys;  // what is pasted comes as an event of its own
  if (key == ImGuiKey_Tab && !listener.is_typing()) return everybodys;
  if (is_down && is_letter(*event)) listener.hear(Input::Words{event->key});
  if (key == ImGuiKey_COUNT) return everybodys;
  listener.hear(Input::Key{key, is_down ? Input::Button::down : Input::Button::up});
  return ours;
}

EM_BOOL on_blur(int, const EmscriptenFocusEvent*, void* user) {
  listener_of(user).hear(Input::Unfocused{});
  return everybodys;
}

}  // namespace

void listen(const char* canvas, Listener& listener) {
  emscripten_set_mousemove_callback(canvas, &listener, EM_FALSE, on_mouse);
  emscripten_set_mousedown_callback(canvas, &listener, EM_FALSE, on_mouse);
  emscripten_set_mouseleave_callback(canvas, &listener, EM_FALSE, on_mouse);
  emscripten_set_mouseup_callback(EMSCRIPTEN_EVENT_TARGET_WINDOW, &listener, EM_FALSE, on_release);
  emscripten_set_wheel_callback(canvas, &listener, EM_FALSE, on_wheel);
  emscripten_set_keydown_callback(canvas, &listener, EM_FALSE, on_key);
  emscripten_set_keyup_callback(canvas, &listener, EM_FALSE, on_key);
  emscripten_set_blur_callback(canvas, &listener, EM_FALSE, on_blur);
}

}  // namespace polku::host
