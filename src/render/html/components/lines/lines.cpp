// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

void paint_lines(Painter& painter, const page::Field& field) {
  HtmlWriter& out = painter.out;
  const std::string typed = field.typed.empty() ? std::string() : field.typed.front();
  out.open("div").attribute("class", field.problem.empty() ? "question" : "question wrong");
  paint_label(painter, field, LabelFor::one_control);
  paint_hints(painter, field);
  out.open("textarea").id(field.place).attribute("name", field.place).attribute("rows", "6");
  if (!typed.empty()) out.attribute("dir", "auto");
  if (!field.autocomplete.empty()) out.attribute("autocomplete", field.autocomplete);
  if (!field.spellcheck) out.attribute("spellcheck", "false");
  if (!field.problem.empty()) out.attribute("aria-invalid", "true");
  describe(painter, field);
  out.fill(typed).close();
  if (!field.length_note.empty()) out.open("p").attribute("class", "length").id(field.place + "/length").say(field.length_note).close();
  out.close();
}

}  // namespace polku::render
