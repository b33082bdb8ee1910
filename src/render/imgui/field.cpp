// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "render/imgui/parts.h"

namespace polku::render {
namespace {

using Control = page::Field::Control;
using Kind = Seen::Kind;

std::string stands_in(const page::Field& field, std::size_t part) { return part < field.typed.size() ? field.typed[part] : std::string(); }

void draw_label(Brush& brush, const page::Field& field) {
  if (field.is_heading) brush.arrive("heading");
  brush.say(field.is_heading ? Kind::heading : Kind::label, field.label);
}

void draw_hints(Brush& brush, const page::Field& field) {
  if (!field.hint.empty()) draw_spans(brush, Kind::hint, messages::parse_inline(field.hint));
  if (!field.problem.empty()) brush.say({.kind = Kind::problem, .words = brush.page().problem_prefix.words() + field.problem.words()});
  if (!field.warning.empty()) brush.say({.kind = Kind::warning, .words = brush.page().warning_prefix.words() + field.warning.words()});
}

void draw_line(Brush& brush, const page::Field& field) {
  draw_label(brush, field);
  draw_hints(brush, field);
  if (!field.prefix.empty()) {
    brush.say(Kind::affix, field.prefix);
    brush.stay_on_line();
  }
  const auto lines = field.control == Control::lines ? Brush::Lines::several : Brush::Lines::one;
  const Seen box{.kind = Kind::box, .words = field.label.words(), .typed = stands_in(field, 0), .is_wrong = !field.problem.empty()};
  const auto change = brush.box(box, field.place, field.width, lines);
  const value::Typed typed = {brush.typed_in(field.place)};
  if (change == Brush::Change::typed) brush.act(session::Action{session::Type{field.place, typed}});
  brush.gather({field.place, typed});
  if (!field.suffix.empty()) {
    brush.stay_on_line();
    brush.say(Kind::affix, field.suffix);
  }
  brush.say(Kind::text, field.length_note);
}

void draw_date_parts(Brush& brush, const page::Field& field) {
  constexpr std::array<std::string_view, 3> names = {"day", "month", "year"};
  brush.arrive(field.place);
  draw_label(brush, field);
  draw_hints(brush, field);
  value::Typed typed;
  auto change = Brush::Change::none;
  for (std::size_t part = 0; part < names.size(); ++part) {
    const std::string place = field.place + "/" + std::string(names[part]);
    Seen box{.kind = Kind::box, .typed = stands_in(field, part), .is_wrong = field.part_wrong[part]};
    if (part > 0) brush.stay_on_line();
    if (part < field.part_labels.size()) {
      box.words = field.part_labels[part].words();
      brush.say(Kind::label, field.part_labels[part]);
      brush.stay_on_line();
    }
    if (brush.box(box, place, part == 2 ? page::Field::Width::small : page::Field::Width::tiny, Brush::Lines::one) == Brush::Change::typed)
      change = Brush::Change::typed;
    typed.push_back(brush.typed_in(place));
  }
  if (change == Brush::Change::typed) brush.act(session::Action{session::Type{field.place, typed}});
  brush.gather({field.place, std::move(typed)});
}

// Of one: the option pressed. Of several: those chosen, with the one pressed turned over.
value::Typed press_option(const page::Field& field, const page::Option& pressed) {
  if (field.control == Control::choice) return {pressed.id};
  value::Typed typed;
  for (const page::Option& option : field.options) {
    if (option.chosen != (option.id == pressed.id)) typed.push_back(option.id);
  }
  return typed;
}

void draw_choices(Brush& brush, const page::Field& field) {
  const bool is_several = field.control == Control::choices;
  draw_label(brush, field);
  draw_hints(brush, field);
  brush.arrive(field.place);
  value::Typed typed;
  for (const page::Option& option : field.options) {
    if (option.chosen) typed.push_back(option.id);
    const Seen seen{.kind = Kind::option, .words = option.label.words(), .is_chosen = option.chosen, .is_wrong = is_several && !field.problem.empty()};
    const auto press = brush.option(seen, field.place + "/option/" + option.id, is_several ? Brush::Mark::square : Brush::Mark::round);
    if (press == Brush::Press::yes) brush.act(session::Action{session::Type{field.place, press_option(field, option)}});
    brush.indent(Brush::Under::option);
    if (!option.hint.empty()) draw_spans(brush, Kind::hint, messages::parse_inline(option.hint));
    for (const std::size_t index : option.reveals) {
      if (index < brush.page().elements.size()) draw_element(brush, brush.page().elements[index]);
    }
    brush.unindent(Brush::Under::option);
  }
  brush.gather({field.place, std::move(typed)});
}

void draw_tick(Brush& brush, const page::Field& field) {
  const bool is_chosen = !value::is_empty(field.typed);
  draw_hints(brush, field);
  brush.arrive(field.place);
  const Seen seen{.kind = Kind::option, .words = field.label.words(), .is_chosen = is_chosen, .is_wrong = !field.problem.empty()};
  if (brush.option(seen, field.place, Brush::Mark::square) == Brush::Press::yes) {
    brush.act(session::Action{session::Type{field.place, is_chosen ? value::Typed{} : value::Typed{"yes"}}});
  }
  brush.gather({field.place, is_chosen ? value::Typed{"yes"} : value::Typed{}});
}

}  // namespace

void draw_field(Brush& brush, const page::Field& field) {
  brush.begin({.kind = Kind::question, .is_wrong = !field.problem.empty()});
  switch (field.control) {
    case Control::line:
    case Control::lines: draw_line(brush, field); break;
    case Control::choice:
    case Control::choices: draw_choices(brush, field); break;
    case Control::date_parts: draw_date_parts(brush, field); break;
    case Control::tick: draw_tick(brush, field); break;
  }
  brush.end();
}

}  // namespace polku::render
