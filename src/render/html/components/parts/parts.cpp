// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {
namespace {

void paint_part(Painter& painter, const page::Field& field, std::size_t at) {
  HtmlWriter& out = painter.out;
  const page::Part& part = field.parts[at];
  const std::string place = field.place + "/" + part.name;
  out.open("div").open("label").attribute("for", html_id(place)).say(part.label).close();
  paint_hints(painter, place, part.hint, part.problem, {});
  out.open("input").attribute("class", class_of(part.width)).attribute("type", "text").id(place).attribute("name", place);
  out.attribute("value", at < field.typed.size() ? field.typed[at] : std::string());
  paint_keyboard(out, part.keyboard);
  if (!part.autocomplete.empty()) out.attribute("autocomplete", part.autocomplete);
  if (part.is_wrong || !part.problem.empty()) out.attribute("aria-invalid", "true");
  describe(painter, place, {{part.hint, "/hint"}, {part.problem, "/problem"}});
  out.close().close();
}

}  // namespace

void paint_parts(Painter& painter, const page::Field& field) {
  HtmlWriter& out = painter.out;
  out.open("fieldset").attribute("class", field.problem.empty() ? "question parts" : "question parts wrong").id(field.place).attribute("tabindex", "-1");
  describe(painter, field);
  paint_label(painter, field, LabelFor::group);
  paint_hints(painter, field);
  for (std::size_t at = 0; at < field.parts.size(); ++at) {
    if (!field.parts[at].is_beside) out.open("div").attribute("class", "beside");
    paint_part(painter, field, at);
    if (at + 1 == field.parts.size() || !field.parts[at + 1].is_beside) out.close();
  }
  out.close();
}

}  // namespace polku::render
