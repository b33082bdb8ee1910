// SPDX-License-Identifier: EUPL-1.2
// The components: one folder each with its code, examples and the HTML they become. A new element of the page model is a new folder and a line here.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"
#include "render/html/writer.h"

namespace polku::render {

// What a component paints with: where the HTML goes and the page it is part of.
struct Painter {
  HtmlWriter& out;
  const page::Page& page;
  bool has_side_buttons = false;  // found while painting: then there is a form for them
  bool has_form = false;          // the primary button is its submit button; without it, one stands with the others
};

void paint_element(Painter& painter, const page::Element& element);

void paint_field(Painter& painter, const page::Field& field);
void paint_line(Painter& painter, const page::Field& field);
void paint_lines(Painter& painter, const page::Field& field);
void paint_choices(Painter& painter, const page::Field& field);
void paint_parts(Painter& painter, const page::Field& field);
void paint_file(Painter& painter, const page::Field& field);
void paint_tick(Painter& painter, const page::Field& field);

void paint_group(Painter& painter, const page::Group& group);  // opens it, or closes it
void paint_heading(Painter& painter, const page::Heading& heading);
void paint_prose(Painter& painter, const page::Prose& prose);
void paint_more(Painter& painter, const std::string& id, const page::Heading& more);
void paint_facts(Painter& painter, const page::Facts& facts);
void paint_answers(Painter& painter, const page::Answers& answers);
void paint_rows(Painter& painter, const page::Rows& rows);
void paint_tasks(Painter& painter, const page::Tasks& tasks);
void paint_note(Painter& painter, const page::Note& note);
void paint_panel(Painter& painter, const page::Panel& panel);
void paint_progress(Painter& painter, const page::Progress& progress);

void paint_error_summary(Painter& painter);
void paint_languages(Painter& painter);
void paint_back(Painter& painter);
void paint_action(Painter& painter, const page::Action& action);
void paint_actions(Painter& painter, const std::vector<page::Action>& actions, Name name_of_class);

// Parts of fields (components/field).
enum class LabelFor { one_control, group };
void paint_label(Painter& painter, const page::Field& field, LabelFor what);
void paint_hints(Painter& painter, const page::Field& field);
// The same of a part, which has a place of its own.
void paint_hints(Painter& painter, const std::string& place, const messages::Text& hint, const messages::Text& problem, const messages::Text& warning);
// Ids of hint, problem, warning, prefix, suffix and length note, as far as there are any, as one attribute.
void describe(Painter& painter, const page::Field& field);
struct Description {
  const messages::Text& text;
  std::string_view place;  // below the field's: "/hint"
};
void describe(Painter& painter, const std::string& place, std::initializer_list<Description> all);
// components/parts: the options of an open select
void paint_select(HtmlWriter& out, const std::vector<page::Option>& options);
// "question parts boxed wrong": how a field stands, in names of classes.
std::string class_of(const page::Field& field, std::string_view name);
// components/line
std::string_view class_of(page::Width width);
void paint_keyboard(HtmlWriter& out, page::Keyboard keyboard);
void paint_inline(Painter& painter, const messages::Text& text);

}  // namespace polku::render
