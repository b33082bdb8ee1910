// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/input.h"

#include <array>
#include <limits>

namespace polku::host {
namespace {

struct NamedKey {
  std::string_view name;
  ImGuiKey key;
};
// clang-format off
constexpr std::array<NamedKey, 23> keys = {{
    {"Tab", ImGuiKey_Tab}, {"ArrowLeft", ImGuiKey_LeftArrow}, {"ArrowRight", ImGuiKey_RightArrow}, {"ArrowUp", ImGuiKey_UpArrow},
    {"ArrowDown", ImGuiKey_DownArrow}, {"PageUp", ImGuiKey_PageUp}, {"PageDown", ImGuiKey_PageDown}, {"Home", ImGuiKey_Home},
    {"End", ImGuiKey_End}, {"Insert", ImGuiKey_Insert}, {"Delete", ImGuiKey_Delete}, {"Backspace", ImGuiKey_Backspace},
    {" ", ImGuiKey_Space}, {"Enter", ImGuiKey_Enter}, {"Escape", ImGuiKey_Escape},
    {"a", ImGuiKey_A}, {"c", ImGuiKey_C}, {"v", ImGuiKey_V}, {"x", ImGuiKey_X}, {"y", ImGuiKey_Y}, {"z", ImGuiKey_Z},
    {"A", ImGuiKey_A}, {"Z", ImGuiKey_Z},
}};
// clang-format on

using Unit = decltype(ImVec2::x);

enum class More { fits, next_frame };

// Each says whether the same frame can hold more after it.
struct Feeding {
  ImGuiIO& io;

  More operator()(const Input::Spot& spot) const {
    move({static_cast<Unit>(spot.x), static_cast<Unit>(spot.y)});
    return More::fits;
  }
  More operator()(const Input::Gone&) const {
    constexpr auto nowhere = -std::numeric_limits<Unit>::max();
    move({nowhere, nowhere});
    return More::fits;
  }
  More operator()(const Input::Turn& turn) const {
    io.MouseWheel += static_cast<Unit>(turn.lines);
    return More::fits;
  }
  More operator()(const Input::Words& words) const {
    io.AddInputCharactersUTF8(words.words.c_str());
    return More::fits;
  }
  More operator()(const Input::Held& held) const {
    io.KeyCtrl = held.control;
    io.KeyShift = held.shift;
    io.KeyAlt = held.alt;
    io.KeySuper = held.command;
#if IMGUI_VERSION_NUM >= 18700
    io.AddKeyEvent(ImGuiMod_Ctrl, held.control);
    io.AddKeyEvent(ImGuiMod_Shift, held.shift);
    io.AddKeyEvent(ImGuiMod_Alt, held.alt);
    io.AddKeyEvent(ImGuiMod_Super, held.command);
#endif
    return More::fits;
  }
  More operator()(const Input::Unfocused&) const {
    io.AddFocusEvent(false);
    return More::next_frame;
  }
  More operator()(Input::Button button) const {
    io.MouseDown[0] = button == Input::Button::down;
    return More::next_frame;
  }
  More operator()(const Input::Key& key) const {
#if IMGUI_VERSION_NUM < 18700
    io.KeysDown[key.key] = key.button == Input::Button::down;
#else
    io.AddKeyEvent(key.key, key.button == Input::Button::down);
#endif
    return More::next_frame;
  }

  void move(ImVec2 spot) const { io.MousePos = spot; }
};

}  // namespace

void Input::note(Event event) {
  if (const auto* held = std::get_if<Held>(&event)) {
    if (*held == held_) return;  // every key says it anew
    held_ = *held;
  }
  if (std::holds_alternative<Unfocused>(event)) held_ = {};
  events_.push_back(std::move(event));
}

void Input::feed(ImGuiIO& io) {
  auto more = More::fits;
  bool has_moved = false, has_words = false;
  while (more == More::fits && !events_.empty()) {
    const auto& event = events_.front();
    const bool is_button = std::holds_alternative<Button>(event);
    const bool is_key = std::holds_alternative<Key>(event) || std::holds_alternative<Held>(event);
    // Some things answer only to a mouse that was over them a frame before; and letters would be taken with the Escape, Control or press after them.
    if ((has_moved && is_button) || (has_words && (is_button || is_key))) return;
    has_moved = has_moved || std::holds_alternative<Spot>(event);
    has_words = has_words || std::holds_alternative<Words>(event);
    more = std::visit(Feeding{io}, event);
    events_.pop_front();
  }
}

void Input::prepare(ImGuiIO& io) {
#if IMGUI_VERSION_NUM < 18700
  for (const auto& named : keys) io.KeyMap[named.key] = named.key;  // before 1.87 a host numbers its keys itself
#else
  (void)io;
#endif
}

ImGuiKey key_named(std::string_view name) {
  for (const auto& named : keys) {
    if (named.name == name) return named.key;
  }
  return ImGuiKey_COUNT;
}

}  // namespace polku::host
