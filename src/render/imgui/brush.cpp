// SPDX-License-Identifier: EUPL-1.2
#include "render/imgui/brush.h"

#include <imgui_stdlib.h>

#include "render/imgui/palette.h"
#include "render/imgui/script.h"

namespace polku::render {
namespace {

using Kind = Seen::Kind;

ImVec4 colour_of(const Seen& seen) {
  switch (seen.kind) {
    case Kind::problem: return danger;
    case Kind::warning: return caution;
    case Kind::hint:
    case Kind::term:
    case Kind::affix: return ink_soft;
    default: return seen.tone == Seen::Tone::caution ? caution : ink;
  }
}

Face face_of(const Seen& seen) {
  switch (seen.kind) {
    case Kind::heading:
    case Kind::reference: return Face::heading;
    case Kind::subheading:
    case Kind::title:
    case Kind::label:
    case Kind::problem: return Face::strong;
    default: return seen.is_total ? Face::strong : Face::words;
  }
}

ImVec4 bar_of(const Seen& holder) {
  if (holder.is_wrong) return danger;
  switch (holder.tone) {
    case Seen::Tone::caution: return caution;
    case Seen::Tone::good: return good;
    case Seen::Tone::plain: break;
  }
  return holder.kind == Kind::question ? ImVec4{0, 0, 0, 0} : line;
}

bool is_escape_pressed() {
#if IMGUI_VERSION_NUM < 18700
  return ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape));  // before 1.87 a host numbers its keys itself
#else
  return ImGui::IsKeyPressed(ImGuiKey_Escape);
#endif
}

Seen::Spot middle_of_last_item() {
  const ImVec2 least = ImGui::GetItemRectMin(), most = ImGui::GetItemRectMax();
  return {static_cast<int>((least.x + most.x) / 2), static_cast<int>((least.y + most.y) / 2)};
}

}  // namespace

void Brush::note(Seen seen) {
  if (seen.kind != Kind::question && seen.kind != Kind::note && seen.kind != Kind::card) seen.spot = middle_of_last_item();
  drawn_.seen.push_back(std::move(seen));
}

std::string Brush::drawable(const std::string& words) {
  if (!can_shape(words)) drawn_.not_shaped.push_back(words);
  if (stays_on_line_) ImGui::SameLine();
  stays_on_line_ = false;
  return visible(words);
}

void Brush::say(Kind kind, const messages::Text& text) { say({.kind = kind, .words = text.words()}); }

void Brush::say(Seen seen) {
  if (seen.words.empty()) return;
  const std::string words = drawable(seen.words);
  const auto face = face_of(seen);
  if (seen.kind == Kind::heading || seen.kind == Kind::subheading) ImGui::Spacing();
  const bool has_face = face != Face::words && push_face(face);
  ImGui::PushStyleColor(ImGuiCol_Text, colour_of(seen));
  if (seen.kind == Kind::item) {
    ImGui::Bullet();
    ImGui::SameLine();
  }
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
  if (has_face) ImGui::PopFont();
  note(std::move(seen));
}

// A bar along the left says what colour says in HTML; the words beside it say it too.
void Brush::begin(const Seen& holder) {
  ImGui::Spacing();
  note(holder);
  bars_.push_back(ImGui::ColorConvertFloat4ToU32(bar_of(holder)));
  ImGui::Indent();
  ImGui::BeginGroup();
}

void Brush::end() {
  ImGui::EndGroup();
  const ImVec2 least = ImGui::GetItemRectMin(), most = ImGui::GetItemRectMax();
  ImGui::GetWindowDrawList()->AddRectFilled({least.x - 10, least.y}, {least.x - 6, most.y}, bars_.back());
  bars_.pop_back();
  ImGui::Unindent();
  ImGui::Spacing();
}

decltype(ImVec2::x) Brush::depth_under(Under above) {
  const auto& style = ImGui::GetStyle();
  return above == Under::option ? ImGui::GetFrameHeight() + style.ItemSpacing.x : style.IndentSpacing;
}

Brush::Press Brush::button(Seen seen, std::string_view id, page::Action::Look look) {
  using Look = page::Action::Look;
  std::string words = drawable(seen.words);
  // A language's name for itself in a script that cannot be shaped: its tag stands there instead.
  if (!can_shape(words)) words = id.substr(id.rfind(':') + 1);
  ImGui::PushID(static_cast<int>(drawn_.seen.size()));
  const bool is_quiet = look == Look::link || look == Look::quiet_link;
  auto press = Press::no;
  if (is_quiet) {
    press = pressable_words(words, id, seen.is_current ? ink : brand);
  } else {
    ImGui::PushStyleColor(ImGuiCol_Button, look == Look::primary ? brand : brand_tint);
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, look == Look::primary ? brand_deep : line);
    ImGui::PushStyleColor(ImGuiCol_Text, look == Look::primary ? paper : ink);
    if (ImGui::Button((words + "##" + std::string(id)).c_str())) press = Press::yes;
    ImGui::PopStyleColor(3);
  }
  ImGui::PopID();
  note(std::move(seen));
  return press;
}

Brush::Press Brush::link(Seen seen, std::string_view id) {
  ImGui::PushID(static_cast<int>(drawn_.seen.size()));
  const auto press = pressable_words(drawable(seen.words), id, brand);
  ImGui::PopID();
  note(std::move(seen));
  return press;
}

// An invisible button with wrapped words over it: Dear ImGui's own buttons do not wrap, and a problem's link is a sentence.
Brush::Press Brush::pressable_words(const std::string& words, std::string_view id, const ImVec4& colour) {
  const auto wrap = ImGui::GetContentRegionAvail().x;
  ImVec2 size = ImGui::CalcTextSize(words.c_str(), nullptr, false, wrap > 0 ? wrap : -1);
  if (size.x <= 0) size.x = 1;
  if (size.y <= 0) size.y = 1;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool is_pressed = ImGui::InvisibleButton(std::string(id).c_str(), size);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 ink_of_words = ImGui::ColorConvertFloat4ToU32(colour);
  list->AddText(ImGui::GetFont(), ImGui::GetFontSize(), at, ink_of_words, words.c_str(), nullptr, wrap > 0 ? wrap : 0);
  list->AddLine({at.x, at.y + size.y}, {at.x + size.x, at.y + size.y}, ink_of_words, ImGui::IsItemHovered() || ImGui::IsItemFocused() ? 2.f : 1.f);
  return is_pressed ? Press::yes : Press::no;
}

Brush::Press Brush::option(Seen seen, std::string_view id, Mark mark) {
  const std::string words = drawable(seen.words);
  const std::string name = "##" + std::string(id);
  bool is_chosen = seen.is_chosen;
  ImGui::PushStyleColor(ImGuiCol_Border, seen.is_wrong ? danger : line_strong);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
  bool is_pressed = mark == Mark::round ? ImGui::RadioButton(name.c_str(), is_chosen) : ImGui::Checkbox(name.c_str(), &is_chosen);
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  note(std::move(seen));
  ImGui::SameLine();
  ImGui::PushTextWrapPos(0);
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopTextWrapPos();
  is_pressed = is_pressed || ImGui::IsItemClicked();
  return is_pressed ? Press::yes : Press::no;
}

Brush::Change Brush::box(Seen seen, std::string_view id, page::Width width, Lines lines) {
  using Width = page::Width;
  drawable(seen.typed);
  const std::string name = "##" + std::string(id);
  std::string& typing = ui_.typing[std::string(id)];
  if (ui_.editing != id) typing = seen.typed;
  if (ui_.focus == id) ImGui::SetKeyboardFocusHere();
  arrive(id);
  const auto letter = ImGui::GetFontSize() * 0.6f;
  ImGui::SetNextItemWidth(width == Width::tiny     ? letter * 5
                          : width == Width::year   ? letter * 7
                          : width == Width::small  ? letter * 12
                          : width == Width::middle ? letter * 24
                                                   : letter * 44);
  ImGui::PushStyleColor(ImGuiCol_Border, seen.is_wrong ? danger : line_strong);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, seen.is_wrong ? 2.f : 1.f);
  const std::string before = typing;
  if (lines == Lines::one) {
    was_entered_ = ImGui::InputText(name.c_str(), &typing, ImGuiInputTextFlags_AutoSelectAll | ImGuiInputTextFlags_EnterReturnsTrue) || was_entered_;
  } else {
    ImGui::InputTextMultiline(name.c_str(), &typing, {letter * 44, ImGui::GetTextLineHeight() * 6});
  }
  bool is_changed = ImGui::IsItemEdited();
  // Escape leaves the box; that Dear ImGui would put back what stood there first would lose an answer.
  if (ImGui::IsItemDeactivated() && is_escape_pressed()) {
    typing = before;
    is_changed = false;
  }
  if (ImGui::IsItemActive())
    ui_.editing = id;
  else if (ui_.editing == id)
    ui_.editing.clear();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  note(std::move(seen));
  return is_changed ? Change::typed : Change::none;
}

void Brush::arrive(std::string_view id) {
  if (ui_.focus.empty() || ui_.focus != id) return;
  ui_.focus.clear();
  ImGui::SetScrollHereY(0.1f);
}

}  // namespace polku::render
