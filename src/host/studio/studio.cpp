// SPDX-License-Identifier: EUPL-1.2
#include "host/studio/studio.h"

#include <imgui.h>

#include <algorithm>
#include <iterator>

#include "host/studio/insight.h"
#include "render/imgui/palette.h"
#include "render/imgui/script.h"

namespace polku::host {
namespace {

using Seen = render::Seen;
enum class Press { no, yes };

void draw_lines(const std::vector<std::string>& lines, const ImVec4& colour) {
  ImGui::PushStyleColor(ImGuiCol_Text, colour);
  ImGui::PushTextWrapPos(0);
  for (const auto& line : lines) ImGui::TextUnformatted(render::visible(line).c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
}

// What a line leads to stands indented under it, and is quieter.
void draw_told(const std::vector<std::string>& lines) {
  for (const auto& line : lines) draw_lines({line}, line.substr(0, 4) == "    " ? render::ink_soft : render::ink);
}

void note_last_item(std::vector<Seen>& seen, Seen one) {
  const ImVec2 least = ImGui::GetItemRectMin(), most = ImGui::GetItemRectMax();
  one.spot = {static_cast<int>((least.x + most.x) / 2), static_cast<int>((least.y + most.y) / 2)};
  seen.push_back(std::move(one));
}

Press draw_button(std::vector<Seen>& seen, const std::string& words) {
  const bool is_pressed = ImGui::Button(words.c_str());
  note_last_item(seen, {.kind = Seen::Kind::button, .words = words});
  return is_pressed ? Press::yes : Press::no;
}

}  // namespace

Studio::Studio(const Wanted& wanted) : wanted_(wanted), source_(wanted.service, wanted.site) { read_files(); }

void Studio::read_files() {
  auto world = source_.read();
  walks_the_files_ = world != nullptr;
  if (!world) return;
  if (preview_) return preview_->take(std::move(world));
  const std::string language = wanted_.language.empty() ? world->languages().front() : wanted_.language;
  preview_.emplace(std::move(world), language, wanted_.today);
}

Studio::News Studio::look_at_files() {
  if (!source_.has_changed()) return News::none;
  read_files();
  return News::read_again;
}

Studio::Wish Studio::draw_page() {
  const page::Page page = preview_->page();
  auto wish = Wish::nothing;
  std::vector<render::Deed> deeds;
  if (render::can_shape(page)) {
    if (auto focus = preview_->take_focus(); !focus.empty()) ui_.focus = std::move(focus);
    auto drawn = render::draw(page, ui_);
    deeds = std::move(drawn.deeds);
    seen_.insert(seen_.end(), std::make_move_iterator(drawn.seen.begin()), std::make_move_iterator(drawn.seen.end()));
    if (!ui_.focus.empty()) wish = Wish::another_frame;  // a problem's link was pressed
  } else {
    wish = draw_instead_of_page(page, deeds);
  }
  for (const auto& deed : deeds) preview_->perform(deed);
  return deeds.empty() ? wish : Wish::another_frame;
}

Studio::Wish Studio::draw_instead_of_page(const page::Page& page, std::vector<render::Deed>& deeds) {
  const std::string words = "This language's script cannot be shaped here. The HTML page can.";
  ImGui::TextWrapped("%s", words.c_str());
  note_last_item(seen_, {.kind = Seen::Kind::text, .words = words});
  const auto wish = draw_button(seen_, "Show the HTML page") == Press::yes ? Wish::html_preview : Wish::nothing;
  ImGui::Spacing();
  for (const auto& choice : page.languages) {
    if (choice.current) continue;
    const std::string name = render::can_shape(choice.own_name) ? choice.own_name : choice.tag;
    if (draw_button(seen_, name) == Press::yes) deeds.emplace_back(session::Action{session::ChooseLanguage{choice.tag}});
  }
  return wish;
}

void Studio::draw_panels() {
  if (!ImGui::BeginTabBar("panels", ImGuiTabBarFlags_FittingPolicyScroll)) return;  // names stay whole where there is little room
  for (const auto& panel : look_inside(*preview_)) {
    const bool is_open = ImGui::BeginTabItem(panel.name.c_str());
    note_last_item(seen_, {.kind = Seen::Kind::button, .words = panel.name, .is_current = is_open});
    if (!is_open) continue;
    ImGui::BeginChild("lines");
    draw_told(panel.lines);
    ImGui::EndChild();
    ImGui::EndTabItem();
  }
  ImGui::EndTabBar();
}

// Above both halves, and never more than a fifth of the window: a broken file has many problems, and the walk goes on below them.
void Studio::draw_remarks() const {
  if (!told_.empty()) draw_lines({told_}, render::caution);
  if (source_.problems().empty()) return;
  const auto most = ImGui::GetIO().DisplaySize.y / 5;
  const auto wanted = static_cast<decltype(ImVec2::y)>(source_.problems().size() + 1) * ImGui::GetTextLineHeightWithSpacing();
  ImGui::PushStyleColor(ImGuiCol_ChildBg, render::danger_tint);
  ImGui::BeginChild("remarks", {0, std::min(most, wanted)}, true);
  draw_lines(source_.problems(), render::danger);
  ImGui::EndChild();
  ImGui::PopStyleColor();
}

Studio::Wish Studio::draw() {
  seen_.clear();
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(size);
  ImGui::Begin("studio", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBringToFrontOnFocus);
  if (remarks_place_ == Place::drawn) draw_remarks();
  auto wish = Wish::nothing;
  if (page_place_ == Place::drawn) {
    ImGui::BeginChild("page", {size.x * 0.55f, 0}, true);
    wish = draw_page();
    ImGui::EndChild();
    ImGui::SameLine();
  }
  ImGui::BeginChild("inside", {0, 0}, true);
  draw_panels();
  ImGui::EndChild();
  ImGui::End();
  return wish;
}

}  // namespace polku::host
