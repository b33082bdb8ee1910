// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

void paint_select(HtmlWriter& out, const std::vector<page::Option>& options) {
  for (const page::Option& option : options) {
    out.open("option").attribute("value", option.id);
    if (option.chosen) out.mark("selected");
    out.say(option.label).close();
  }
}

namespace {

void paint_part(Painter& painter, const page::Field& field, std::size_t at) {
  using Control = page::Part::Control;
  using Writing = page::Part::Writing;
  HtmlWriter& out = painter.out;
  const page::Part& part = field.parts[at];
  const std::string place = field.place + "/" + part.name;
  const std::string typed = at < field.typed.size() ? field.typed[at] : std::string();
  out.open("div").attribute("class", "part").open("label").attribute("for", html_id(place)).say(part.label).close();
  paint_hints(painter, place, part.hint, part.problem, {});
  switch (part.control) {
    case Control::line: out.open("input").attribute("class", class_of(part.width)).attribute("type", "text"); break;
    case Control::lines: out.open("textarea").attribute("class", "few").attribute("rows", "3"); break;
    case Control::select: out.open("select").attribute("class", class_of(part.width)); break;
  }
  out.id(place).attribute("name", place);
  if (part.control == Control::line) out.attribute("value", typed);
  paint_keyboard(out, part.keyboard);
  if (part.writing == Writing::code) out.attribute("dir", "ltr").attribute("spellcheck", "false");
  // Words run as their first letter does, once there is one.
  if (part.writing == Writing::words && part.control != Control::select && !typed.empty()) out.attribute("dir", "auto");
  if (!part.autocomplete.empty()) out.attribute("autocomplete", part.autocomplete);
  if (part.is_wrong) out.attribute("aria-invalid", "true");
  describe(painter, place, {{part.hint, "/hint"}, {part.problem, "/problem"}});
  if (part.control == Control::lines) out.fill(typed);
  if (part.control == Control::select) paint_select(out, part.options);
  out.close().close();
}

}  // namespace

void paint_parts(Painter& painter, const page::Field& field) {
  HtmlWriter& out = painter.out;
  out.open("fieldset").attribute("class", is_wrong(field) ? "question parts wrong" : "question parts").id(field.place).attribute("tabindex", "-1");
  describe(painter, field);
  paint_label(painter, field, LabelFor::group);
  paint_hints(painter, field);
  for (std::size_t at = 0; at < field.parts.size();) {
    std::size_t end = at + 1;
    while (end < field.parts.size() && field.parts[end].is_beside) ++end;
    if (end > at + 1) out.open("div").attribute("class", "beside");
    const bool is_line = end > at + 1;
    for (; at < end; ++at) paint_part(painter, field, at);
    if (is_line) out.close();
  }
  out.close();
}

}  // namespace polku::render
