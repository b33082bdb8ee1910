// SPDX-License-Identifier: EUPL-1.2
#include "render/imgui/palette.h"

namespace polku::render {

bool push_face(Face face) {
  const auto& fonts = ImGui::GetIO().Fonts->Fonts;
  const auto index = static_cast<int>(face);
  if (index >= fonts.Size) return false;
  ImGui::PushFont(fonts[index]);
  return true;
}

}  // namespace polku::render
