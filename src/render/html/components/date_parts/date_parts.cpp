// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "render/html/components.h"

namespace polku::render {

void paint_date_parts(Painter& painter, const page::Field& field) {
  constexpr std::array<std::string_view, 3> names = {"day", "month", "year"};
  HtmlWriter& out = painter.out;
  out.open("fieldset").attribute("class", field.problem.empty() ? "question" : "question wrong").id(field.place).attribute("tabindex", "-1");
  describe(painter, field);
  paint_label(painter, field, LabelFor::group);
  paint_hints(painter, field);
  out.open("div").attribute("class", "date");
  for (std::size_t part = 0; part < names.size(); ++part) {
    const std::string place = field.place + "/" + std::string(names[part]);
    out.open("div").open("label").attribute("for", html_id(place));
    if (part < field.part_labels.size()) out.say(field.part_labels[part]);
    out.close();
    out.open("input").attribute("class", part == 2 ? "line year" : "line tiny").attribute("type", "text").id(place).attribute("name", place);
    out.attribute("value", part < field.typed.size() ? field.typed[part] : std::string());
    // A month may be typed as a word ("marraskuu"): no digits-only keyboard for it.
    if (part != 1) out.attribute("inputmode", "numeric");
    if (field.autocomplete == "bday")
      out.attribute("autocomplete", "bday-" + std::string(names[part]));
    else if (!field.autocomplete.empty())
      out.attribute("autocomplete", field.autocomplete);
    if (field.part_wrong[part]) out.attribute("aria-invalid", "true");
    out.close().close();
  }
  out.close().close();
}

}  // namespace polku::render
