// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/look.h"

#include <imgui.h>

#include "render/imgui/palette.h"
#include "render/imgui/script.h"

namespace polku::host {
namespace {

constexpr double words_size = 21, heading_size = 31;

// In the order of render::Face.
void load(const Fonts& fonts, double scale) {
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  const auto& strong = fonts.bold.empty() ? fonts.regular : fonts.bold;
  if (fonts.regular.empty()) return;
  ImFontConfig config;
  config.OversampleH = 1;  // thousands of letters: sharp enough, and a third of the memory
  for (const auto& [file, size] : {std::pair{&fonts.regular, words_size}, std::pair{&strong, heading_size}, std::pair{&strong, words_size}}) {
    io.Fonts->AddFontFromFileTTF(file->c_str(), static_cast<float>(size * scale), &config, render::shaped_ranges());
  }
  io.FontGlobalScale = static_cast<float>(1 / scale);
}

void give_room() {
  ImGuiStyle& style = ImGui::GetStyle();
  style.WindowPadding = {16, 14};
  style.FramePadding = {11, 7};
  style.ItemSpacing = {10, 9};
  style.IndentSpacing = 18;
  style.ScrollbarSize = 13;
  style.WindowBorderSize = 0;
  style.ChildRounding = 8;
  style.FrameRounding = style.GrabRounding = style.TabRounding = 5;
}

void paint() {
  using namespace render;
  ImGui::StyleColorsLight();
  auto& colours = ImGui::GetStyle().Colors;
  // clang-format off
  const std::pair<ImGuiCol, ImVec4> ours[] = {
      {ImGuiCol_Text, ink},                 {ImGuiCol_TextDisabled, ink_soft},       {ImGuiCol_WindowBg, ground},           {ImGuiCol_ChildBg, paper},
      {ImGuiCol_Border, line},              {ImGuiCol_FrameBg, paper},               {ImGuiCol_FrameBgHovered, brand_tint}, {ImGuiCol_FrameBgActive, paper},
      {ImGuiCol_CheckMark, brand},          {ImGuiCol_Button, brand_tint},           {ImGuiCol_ButtonHovered, line},        {ImGuiCol_ButtonActive, brand_deep},
      {ImGuiCol_Tab, paper},                {ImGuiCol_TabHovered, line},             {ImGuiCol_TabActive, brand_tint},      {ImGuiCol_TabUnfocused, paper},
      {ImGuiCol_TabUnfocusedActive, brand_tint}, {ImGuiCol_Separator, line},         {ImGuiCol_ScrollbarBg, paper},         {ImGuiCol_ScrollbarGrab, line},
      {ImGuiCol_NavHighlight, ink},         {ImGuiCol_TextSelectedBg, colour(0xbfe0db)}, {ImGuiCol_ScrollbarGrabHovered, line_strong}};
  // clang-format on
  for (const auto& [which, value] : ours) colours[which] = value;
}

}  // namespace

void dress(const Fonts& fonts, double scale) {
  load(fonts, scale);
  give_room();
  paint();
}

}  // namespace polku::host
