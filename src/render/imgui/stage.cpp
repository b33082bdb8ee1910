// SPDX-License-Identifier: EUPL-1.2
#include "render/imgui/stage.h"

#include <algorithm>
#include <string>

namespace polku::render {
namespace {

// So high that every page is whole on it: nothing has to be scrolled to.
constexpr Seen::Spot sheet = {1000, 20000};
constexpr Seen::Spot nowhere = {-1, -1}, beside_everything = {sheet.x - 2, sheet.y - 2};

#if IMGUI_VERSION_NUM < 18700
constexpr int enter = 13;  // before 1.87 a host numbers its keys itself
#endif

ImVec2 vector_to(Seen::Spot spot) { return {static_cast<decltype(ImVec2::x)>(spot.x), static_cast<decltype(ImVec2::y)>(spot.y)}; }

template <typename IsWanted>
std::optional<Seen::Spot> find(const Drawn& drawn, std::string_view label, IsWanted is_wanted) {
  const auto found = std::find_if(drawn.seen.begin(), drawn.seen.end(), [&](const Seen& seen) { return is_wanted(seen.kind) && seen.words == label; });
  if (found == drawn.seen.end()) return std::nullopt;
  return found->spot;
}

bool is_pressable(Seen::Kind kind) { return kind == Seen::Kind::button || kind == Seen::Kind::link || kind == Seen::Kind::option; }

void append(std::vector<Deed>& all, std::vector<Deed> more) { all.insert(all.end(), more.begin(), more.end()); }

}  // namespace

Stage::Stage() : context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.DisplaySize = vector_to(sheet);
#if IMGUI_VERSION_NUM < 18700
  io.KeyMap[ImGuiKey_Enter] = enter;
#endif
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
}

Stage::~Stage() { ImGui::DestroyContext(context_); }

Drawn Stage::show(const page::Page& page, UiState& ui, Seen::Spot mouse, Button button) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = 1.f / 60;
  io.MousePos = vector_to(mouse);
  io.MouseDown[0] = button == Button::down;
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(vector_to(sheet));
  ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
  Drawn drawn = draw(page, ui);
  ImGui::End();
  ImGui::Render();
  return drawn;
}

Drawn Stage::show(const page::Page& page, UiState& ui) { return show(page, ui, nowhere, Button::up); }

// The mouse comes, presses, lets go and leaves: Dear ImGui answers to each in the frame after.
std::vector<Deed> Stage::click(const page::Page& page, UiState& ui, Seen::Spot spot) {
  std::vector<Deed> deeds;
  for (const Button button : {Button::up, Button::up, Button::down, Button::up}) append(deeds, show(page, ui, spot, button).deeds);
  return deeds;
}

std::optional<std::vector<Deed>> Stage::press(const page::Page& page, UiState& ui, std::string_view label) {
  show(page, ui);
  const auto spot = find(show(page, ui), label, is_pressable);
  if (!spot) return std::nullopt;
  auto deeds = click(page, ui, *spot);
  append(deeds, show(page, ui).deeds);
  return deeds;
}

std::optional<Seen::Spot> Stage::find_box(const page::Page& page, UiState& ui, std::string_view label) {
  show(page, ui);
  return find(show(page, ui), label, [](Seen::Kind kind) { return kind == Seen::Kind::box; });
}

void Stage::hold_enter(Button button) {
  ImGuiIO& io = ImGui::GetIO();
#if IMGUI_VERSION_NUM < 18700
  io.KeysDown[enter] = button == Button::down;
#else
  io.AddKeyEvent(ImGuiKey_Enter, button == Button::down);
#endif
}

std::optional<std::vector<Deed>> Stage::press_enter(const page::Page& page, UiState& ui, std::string_view label) {
  const auto spot = find_box(page, ui, label);
  if (!spot) return std::nullopt;
  auto deeds = click(page, ui, *spot);
  for (const Button button : {Button::down, Button::up}) {
    hold_enter(button);
    append(deeds, show(page, ui, *spot, Button::up).deeds);
  }
  return deeds;
}

std::optional<std::vector<Deed>> Stage::type(const page::Page& page, UiState& ui, std::string_view label, std::string_view words) {
  const auto spot = find_box(page, ui, label);
  if (!spot) return std::nullopt;
  auto deeds = click(page, ui, *spot);
  ImGui::GetIO().AddInputCharactersUTF8(std::string(words).c_str());
  append(deeds, show(page, ui, *spot, Button::up).deeds);
  append(deeds, click(page, ui, beside_everything));  // the box is left
  return deeds;
}

}  // namespace polku::render
