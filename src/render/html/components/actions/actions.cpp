// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {
namespace {

std::string_view class_of(page::Action::Look look) {
  using Look = page::Action::Look;
  switch (look) {
    case Look::primary: return "button";
    case Look::secondary: return "button second";
    case Look::link: return "link";
    case Look::quiet_link: return "link quiet";
  }
  return "link";
}

void paint_words(HtmlWriter& out, const page::Action& action) {
  out.say(action.label);
  if (action.subject.empty()) return;
  out.open("span").attribute("class", "visually-hidden").space().say(action.subject).close();
}

std::string address_of(const page::Action& action) {
  const std::string_view address = action.address;
  for (const std::string_view start : {"https://", "mailto:", "tel:", "/", "#"}) {
    if (address.substr(0, start.size()) == start) return safe_address(address);
  }
  return "#" + action.address;
}

}  // namespace

void paint_action(Painter& painter, const page::Action& action) {
  HtmlWriter& out = painter.out;
  if (!action.address.empty()) {
    out.open("a").attribute("class", class_of(action.look)).attribute("href", address_of(action));
    paint_words(out, action);
    out.close();
    return;
  }
  out.open("button").attribute("class", class_of(action.look)).attribute("type", "submit").attribute("name", "intent").attribute("value", action.intent);
  if (action.look != page::Action::Look::primary || !painter.has_form) {
    painter.has_side_buttons = true;
    out.attribute("form", "side");
  }
  paint_words(out, action);
  out.close();
}

void paint_actions(Painter& painter, const std::vector<page::Action>& actions, Name name_of_class) {
  if (actions.empty()) return;
  painter.out.open("div").attribute("class", name_of_class.characters());
  for (const page::Action& action : actions) paint_action(painter, action);
  painter.out.close();
}

}  // namespace polku::render
