// SPDX-License-Identifier: EUPL-1.2
// A Dear ImGui context without a window or a screen, and the hand of a person in front of it, who finds things by what is written on them. Presses and
// letters go the way a mouse and a keyboard go, so what cannot be met by a mouse cannot be pressed here either.
//
//   Stage stage;
//   if (auto deeds = stage.press(page, ui, "Jatka")) …      nothing: no such label is on the page
#pragma once

#include <imgui.h>

#include <optional>
#include <string_view>
#include <vector>

#include "render/imgui/face.h"

namespace polku::render {

class Stage {
 public:
  Stage();
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  Drawn show(const page::Page& page, UiState& ui);
  // A button, link or option with these words.
  std::optional<std::vector<Deed>> press(const page::Page& page, UiState& ui, std::string_view label);
  // Puts the words in place of what stands in the box with this label.
  std::optional<std::vector<Deed>> type(const page::Page& page, UiState& ui, std::string_view label, std::string_view words);
  // The key, in the box with this label.
  std::optional<std::vector<Deed>> press_enter(const page::Page& page, UiState& ui, std::string_view label);

 private:
  enum class Button { up, down };
  std::optional<Seen::Spot> find_box(const page::Page& page, UiState& ui, std::string_view label);
  void hold_enter(Button button);
  std::vector<Deed> click(const page::Page& page, UiState& ui, Seen::Spot spot);
  Drawn show(const page::Page& page, UiState& ui, Seen::Spot mouse, Button button);

  ImGuiContext* context_;
};

}  // namespace polku::render
