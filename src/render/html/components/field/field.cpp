// SPDX-License-Identifier: EUPL-1.2
#include "render/html/components.h"

namespace polku::render {

void paint_field(Painter& painter, const page::Field& field) {
  using Control = page::Field::Control;
  switch (field.control) {
    case Control::select:
    case Control::line: return paint_line(painter, field);
    case Control::lines: return paint_lines(painter, field);
    case Control::choice:
    case Control::choices: return paint_choices(painter, field);
    case Control::parts: return paint_parts(painter, field);
    case Control::file:
      if (value::has_kind(value::Kind::file)) paint_file(painter, field);
      return;
    case Control::tick: return paint_tick(painter, field);
  }
}

std::string class_of(const page::Field& field, std::string_view name) {
  std::string classes(name);
  if (field.in_row) classes += " row";
  if (field.boxed) classes += " boxed";
  if (is_wrong(field)) classes += " wrong";
  return classes;
}

void paint_label(Painter& painter, const page::Field& field, LabelFor what) {
  HtmlWriter& out = painter.out;
  if (what == LabelFor::group) out.open("legend");
  if (what == LabelFor::group && field.is_label_hidden) out.attribute("class", "visually-hidden");
  if (field.is_heading) out.open("h1").id("heading").attribute("tabindex", "-1");
  if (what == LabelFor::one_control) out.open("label").attribute("for", html_id(field.place));
  if (what == LabelFor::one_control && field.is_label_hidden) out.attribute("class", "visually-hidden");
  out.say(field.label);
  if (what == LabelFor::one_control) out.close();
  if (field.is_heading) out.close();
  if (what == LabelFor::group) out.close();
}

void paint_inline(Painter& painter, const messages::Text& text) {
  HtmlWriter& out = painter.out;
  if (text.language().empty()) {
    out.say(text);
    return;
  }
  for (const messages::Span& span : messages::parse_inline(text)) out.say(span);
}

void paint_hints(Painter& painter, const page::Field& field) {
  // What was looked up comes while the person is elsewhere on the page: a change of these words is read out when nothing else is.
  if (!field.note.empty()) {
    painter.out.open("p").attribute("class", "filled").attribute("role", "status").id(field.place + "/note").say(field.note).close();
  }
  paint_hints(painter, field.place, field.hint, {}, {});
  if (!field.more.text.empty()) paint_more(painter, field.place + "/more", field.more);
  paint_hints(painter, field.place, {}, field.problem, field.warning);
}

void paint_hints(Painter& painter, const std::string& place, const messages::Text& hint, const messages::Text& problem, const messages::Text& warning) {
  HtmlWriter& out = painter.out;
  if (!hint.empty()) {
    out.open("p").attribute("class", "hint").id(place + "/hint").language_of(hint.language(), hint.direction());
    paint_inline(painter, hint);
    out.close();
  }
  // The word "Error" is heard, not seen: the red bar and the place say it to the eye, and colour alone must not (WCAG 1.4.1).
  if (!problem.empty()) {
    out.open("p").attribute("class", "problem").id(place + "/problem");
    out.open("span").attribute("class", "visually-hidden").say(painter.page.problem_prefix).close();
    out.say(problem).close();
  }
  if (!warning.empty()) {
    out.open("p").attribute("class", "warning").id(place + "/warning");
    out.open("span").attribute("class", "visually-hidden").say(painter.page.warning_prefix).close();
    out.say(warning).close();
  }
}

void describe(Painter& painter, const page::Field& field) {
  describe(painter, field.place,
           {{field.note, "/note"},
            {field.hint, "/hint"},
            {field.problem, "/problem"},
            {field.warning, "/warning"},
            {field.prefix, "/prefix"},
            {field.suffix, "/suffix"},
            {field.length_note, "/length"}});
}

void describe(Painter& painter, const std::string& place, std::initializer_list<Description> all) {
  std::string ids;
  for (const auto& [text, part] : all) {
    if (text.empty()) continue;
    if (!ids.empty()) ids += ' ';
    ids += html_id(place + std::string(part));
  }
  if (!ids.empty()) painter.out.attribute("aria-describedby", ids);
}

}  // namespace polku::render
