// SPDX-License-Identifier: EUPL-1.2
// What mouse and keyboard did, for a window without a backend of Dear ImGui's own. A frame is given no more than Dear ImGui can tell apart: a button or a
// key that goes down and up between two frames would otherwise never have been pressed.
//
//   input.note(Input::Button::down);   input.note(Input::Button::up);
//   input.feed(ImGui::GetIO());   …   input.feed(ImGui::GetIO());
#pragma once

#include <imgui.h>

#include <deque>
#include <string>
#include <string_view>
#include <variant>

namespace polku::host {

class Input {
 public:
  struct Spot {
    int x, y;
  };
  struct Gone {};  // the mouse is over something else
  enum class Button { up, down };
  struct Turn {
    int lines;  // of the wheel; upwards is more than 0
  };
  struct Key {
    ImGuiKey key;
    Button button;
  };
  struct Held {
    bool control, shift, alt, command;
    bool operator==(const Held&) const = default;
  };
  struct Unfocused {};  // no key is heard any more, also not that one is let go of
  struct Words {
    std::string words;
  };
  using Event = std::variant<Spot, Gone, Button, Turn, Key, Held, Unfocused, Words>;

  void note(Event event);
  bool is_empty() const { return events_.empty(); }
  // What the next frame is to know.
  void feed(ImGuiIO& io);
  // Before the first frame.
  static void prepare(ImGuiIO& io);

 private:
  std::deque<Event> events_;
  Held held_ = {};  // as noted last
};

// "ArrowLeft" → ImGuiKey_LeftArrow, as browsers name keys. ImGuiKey_COUNT: none that Dear ImGui wants to hear of.
ImGuiKey key_named(std::string_view name);

}  // namespace polku::host
