// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

void paint_choices(Painter& painter, const page::Field& field) {
  HtmlWriter& out = painter.out;
  const bool several = field.control == page::Field::Control::choices;
  out.open("fieldset").attribute("class", class_of(field, "question"));
  describe(painter, field);
  paint_label(painter, field, LabelFor::group);
  paint_hints(painter, field);
  bool first = true;
  for (const page::Option& option : field.options) {
    // The first control bears the place itself as its id: that is where a problem's link leads.
    const std::string part = first ? field.place : field.place + "/option/" + option.id;
    const std::string hint = field.place + "/option/" + option.id + "/hint";
    first = false;
    if (form::has_feature(form::Feature::exclusive_options) && option.is_apart) out.open("p").attribute("class", "or").say(painter.page.divider).close();
    out.open("div").attribute("class", "choice");
    out.open("input").attribute("type", several ? "checkbox" : "radio").id(part).attribute("name", field.place).attribute("value", option.id);
    if (option.chosen) out.mark("checked");
    if (several && !field.problem.empty()) out.attribute("aria-invalid", "true");
    if (!option.hint.empty()) out.attribute("aria-describedby", html_id(hint));
    out.close();
    out.open("label").attribute("for", html_id(part)).say(option.label).close();
    if (!option.hint.empty()) {
      out.open("p").attribute("class", "hint").id(hint).language_of(option.hint.language(), option.hint.direction());
      paint_inline(painter, option.hint);
      out.close();
    }
    out.close();
    if (!option.reveals.empty()) {
      out.open("div").attribute("class", "reveal").id(field.place + "/option/" + option.id + "/reveal");
      for (const std::size_t index : option.reveals) {
        if (index < painter.page.elements.size()) paint_element(painter, painter.page.elements[index]);
      }
      out.close();
    }
  }
  out.close();
}

}  // namespace polku::render
