// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

void paint_tick(Painter& painter, const page::Field& field) {
  HtmlWriter& out = painter.out;
  out.open("div").attribute("class", class_of(field, "question"));
  paint_hints(painter, field);
  out.open("div").attribute("class", "choice");
  out.open("input").attribute("type", "checkbox").id(field.place).attribute("name", field.place).attribute("value", "yes");
  if (!value::is_empty(field.typed)) out.mark("checked");
  if (!field.problem.empty()) out.attribute("aria-invalid", "true");
  describe(painter, field);
  out.close();
  out.open("label").attribute("for", html_id(field.place)).say(field.label).close();
  out.close().close();
}

}  // namespace polku::render
