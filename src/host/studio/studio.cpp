// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/studio.h"

#include <imgui.h>

#include "host/studio/insight.h"
#include "render/imgui/script.h"

namespace polku::host {
namespace {

void draw_lines(const std::vector<std::string>& lines) {
  for (const auto& line : lines) {
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(render::visible(line).c_str());
    ImGui::PopTextWrapPos();
  }
}

}  // namespace

Studio::Studio(const Wanted& wanted) : wanted_(wanted), source_(wanted.service, wanted.site) { start(); }

void Studio::start() {
  auto world = source_.read();
  if (!world) return;  // what was walked before stays, with the problems beside it
  if (preview_) return preview_->take(std::move(world));
  const std::string language = wanted_.language.empty() ? world->languages().front() : wanted_.language;
  preview_.emplace(std::move(world), language, wanted_.today);
}

Studio::News Studio::look_at_files() {
  if (!source_.has_changed()) return News::none;
  start();
  return News::read_again;
}

Studio::Wish Studio::draw_page() {
  const page::Page page = preview_->page();
  auto wish = Wish::nothing;
  std::vector<render::Deed> deeds;
  if (render::can_shape(page)) {
    if (auto focus = preview_->take_focus(); !focus.empty()) ui_.focus = std::move(focus);
    deeds = render::draw(page, ui_).deeds;
    if (!ui_.focus.empty()) wish = Wish::another_frame;  // a problem's link was pressed
  } else {
    ImGui::TextWrapped("This language's script cannot be shaped here. The HTML page can.");
    if (ImGui::Button("Show the HTML page")) wish = Wish::html_preview;
    for (const auto& choice : page.languages) {
      if (ImGui::Button(choice.tag.c_str())) deeds.emplace_back(session::Action{session::ChooseLanguage{choice.tag}});
    }
  }
  for (const auto& deed : deeds) preview_->perform(deed);
  return deeds.empty() ? wish : Wish::another_frame;
}

void Studio::draw_panels() const {
  if (!ImGui::BeginTabBar("panels")) return;
  for (const auto& panel : look_inside(*preview_)) {
    if (!ImGui::BeginTabItem(panel.name.c_str())) continue;
    ImGui::BeginChild("lines");
    draw_lines(panel.lines);
    ImGui::EndChild();
    ImGui::EndTabItem();
  }
  ImGui::EndTabBar();
}

Studio::Wish Studio::draw() {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("studio", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBringToFrontOnFocus);
  draw_lines(source_.problems());
  ImGui::BeginChild("page", {size.x * 0.55f, 0}, true);
  const auto wish = draw_page();
  ImGui::EndChild();
  ImGui::SameLine();
  ImGui::BeginChild("inside", {0, 0}, true);
  draw_panels();
  ImGui::EndChild();
  ImGui::End();
  return wish;
}

}  // namespace polku::host
