// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

std::string_view class_of(page::Width width) {
  using page::Width;
  switch (width) {
    case Width::tiny: return "line tiny";
    case Width::year: return "line year";
    case Width::small: return "line small";
    case Width::middle: return "line middle";
    case Width::full: return "line";
  }
  return "line";
}

// type="text" and never "number" or "email": those two change or hide what was typed, and what was typed is never lost.
void paint_keyboard(HtmlWriter& out, page::Keyboard keyboard) {
  using page::Keyboard;
  switch (keyboard) {
    case Keyboard::words: return;
    case Keyboard::digits: out.attribute("inputmode", "numeric"); return;
    case Keyboard::decimal: out.attribute("inputmode", "decimal"); return;
    case Keyboard::email: out.attribute("inputmode", "email").attribute("autocapitalize", "none"); return;
    case Keyboard::phone: out.attribute("inputmode", "tel"); return;
  }
}

void paint_line(Painter& painter, const page::Field& field) {
  HtmlWriter& out = painter.out;
  const std::string typed = field.typed.empty() ? std::string() : field.typed.front();
  out.open("div").attribute("class", field.problem.empty() ? "question" : "question wrong");
  paint_label(painter, field, LabelFor::one_control);
  paint_hints(painter, field);
  const bool affixed = !field.prefix.empty() || !field.suffix.empty();
  if (affixed) out.open("div").attribute("class", "affixed");
  if (!field.prefix.empty()) out.open("span").attribute("class", "affix").id(field.place + "/prefix").say(field.prefix).close();
  const bool is_select = field.control == page::Field::Control::select;
  out.open(is_select ? Name("select") : Name("input")).attribute("class", class_of(field.width));
  if (!is_select) out.attribute("type", "text");
  out.id(field.place).attribute("name", field.place);
  if (!is_select) out.attribute("value", typed);
  paint_keyboard(out, field.keyboard);
  // Words run as their first letter does, once there is one; numbers, addresses and codes always run from the left.
  const bool words = is_select || (field.keyboard == page::Keyboard::words && field.spellcheck);
  if (!words)
    out.attribute("dir", "ltr");
  else if (!is_select && !typed.empty())
    out.attribute("dir", "auto");
  if (!field.autocomplete.empty()) out.attribute("autocomplete", field.autocomplete);
  if (!is_select && !field.spellcheck) out.attribute("spellcheck", "false");
  if (!field.problem.empty()) out.attribute("aria-invalid", "true");
  describe(painter, field);
  if (is_select) paint_select(out, field.options);
  out.close();
  if (!field.suffix.empty()) out.open("span").attribute("class", "affix").id(field.place + "/suffix").say(field.suffix).close();
  if (affixed) out.close();
  if (!field.length_note.empty()) out.open("p").attribute("class", "length").id(field.place + "/length").say(field.length_note).close();
  out.close();
}

}  // namespace polku::render
