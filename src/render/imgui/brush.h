// SPDX-License-Identifier: EUPL-1.2
// The one place that draws: what is drawn is noted in the same breath, so that the notes cannot say anything else than the picture.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

#include "render/imgui/face.h"

namespace polku::render {

class Brush {
 public:
  Brush(const page::Page& page, UiState& ui, Drawn& drawn) : page_(page), ui_(ui), drawn_(drawn) {}
  const page::Page& page() const { return page_; }

  // Words that are only read. Empty ones leave no trace.
  void say(Seen::Kind kind, const messages::Text& text);
  void say(Seen seen);
  // What holds the things drawn until end(): a question, a note, a card.
  void begin(const Seen& holder);
  void end();
  enum class Under { words, option };  // option: as far as the words beside its mark
  void indent(Under above = Under::words) { ImGui::Indent(depth_under(above)); }
  void unindent(Under above = Under::words) { ImGui::Unindent(depth_under(above)); }
  void stay_on_line() { stays_on_line_ = true; }  // the next thing stands beside the last one
  void gap() { ImGui::Spacing(); }

  // What can be pressed; whether it was, in this frame.
  enum class Press { no, yes };
  Press button(Seen seen, std::string_view id, page::Action::Look look);
  Press link(Seen seen, std::string_view id);
  enum class Mark { round, square };
  Press option(Seen seen, std::string_view id, Mark mark);
  // A box one types in; whether what stands in it changed. Enter in a box of one line means the page's primary button.
  enum class Lines { one, several };
  enum class Change { none, typed };
  Change box(Seen seen, std::string_view id, page::Width width, Lines lines);
  const std::string& typed_in(std::string_view id) const { return ui_.typing.find(std::string(id))->second; }

  // Goes to this element when that is where the session or a problem's link moves the focus.
  void arrive(std::string_view id);
  void move_focus(std::string target) { ui_.focus = std::move(target); }

  void act(Deed deed) { drawn_.deeds.push_back(std::move(deed)); }
  // A field as it stands, for Continue.
  void gather(session::Type typed) { typed_.push_back(std::move(typed)); }
  const std::vector<session::Type>& gathered() const { return typed_; }
  bool was_entered() const { return was_entered_; }

 private:
  void note(Seen seen);
  static decltype(ImVec2::x) depth_under(Under above);
  std::string drawable(const std::string& words);
  Press pressable_words(const std::string& words, std::string_view id, const ImVec4& colour);

  const page::Page& page_;
  UiState& ui_;
  Drawn& drawn_;
  std::vector<session::Type> typed_;
  bool stays_on_line_ = false, was_entered_ = false;
  std::vector<ImU32> bars_;  // of the holders begun
};

}  // namespace polku::render
