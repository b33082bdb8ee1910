// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "render/imgui/parts.h"

namespace polku::render {
namespace {

using Control = page::Field::Control;
using Kind = Seen::Kind;

std::string stands_in(const page::Field& field, std::size_t part) { return part < field.typed.size() ? field.typed[part] : std::string(); }

void draw_label(Brush& brush, const page::Field& field) {
  if (field.is_heading) brush.arrive("heading");
  if (!field.is_label_hidden) brush.say(field.is_heading ? Kind::heading : Kind::label, field.label);
}

void draw_hints(Brush& brush, const messages::Text& hint, const messages::Text& problem, const messages::Text& warning) {
  if (!hint.empty()) draw_spans(brush, Kind::hint, messages::parse_inline(hint));
  if (!problem.empty()) brush.say({.kind = Kind::problem, .words = brush.page().problem_prefix.words() + problem.words()});
  if (!warning.empty()) brush.say({.kind = Kind::warning, .words = brush.page().warning_prefix.words() + warning.words()});
}

void draw_hints(Brush& brush, const page::Field& field) {
  if (!field.note.empty()) brush.say(Kind::hint, field.note);
  draw_hints(brush, field.hint, {}, {});
  if (!field.more.text.empty()) draw_element(brush, field.more);
  draw_hints(brush, {}, field.problem, field.warning);
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

// A choice among few words: each an option, as in a choice.
std::string draw_select(Brush& brush, const page::Part& part, const std::string& place, std::string chosen) {
  for (const page::Option& option : part.options) {
    const Seen seen{.kind = Kind::option, .words = option.label.words(), .is_chosen = option.chosen};
    if (brush.option(seen, place + "/" + option.id, Brush::Mark::round) == Brush::Press::yes) chosen = option.id;
  }
  return chosen;
}

void draw_parts(Brush& brush, const page::Field& field) {
  brush.arrive(field.place);
  draw_label(brush, field);
  draw_hints(brush, field);
  value::Typed typed;
  auto change = Brush::Change::none;
  for (std::size_t at = 0; at < field.parts.size(); ++at) {
    const page::Part& part = field.parts[at];
    const std::string place = field.place + "/" + part.name;
    const bool is_small = part.control == page::Part::Control::line && part.hint.empty() && part.problem.empty() && part.width != page::Width::full;
    if (part.is_beside && is_small) brush.stay_on_line();
    brush.say(Kind::label, part.label);
    draw_hints(brush, part.hint, part.problem, {});
    if (part.control == page::Part::Control::select) {
      brush.arrive(place);
      typed.push_back(draw_select(brush, part, place, stands_in(field, at)));
      if (typed.back() != stands_in(field, at)) change = Brush::Change::typed;
      continue;
    }
    if (is_small) brush.stay_on_line();
    const auto lines = part.control == page::Part::Control::lines ? Brush::Lines::several : Brush::Lines::one;
    const Seen box{.kind = Kind::box, .words = part.label.words(), .typed = stands_in(field, at), .is_wrong = part.is_wrong};
    if (brush.box(box, place, part.width, lines) == Brush::Change::typed) change = Brush::Change::typed;
    typed.push_back(brush.typed_in(place));
  }
  if (change == Brush::Change::typed) brush.act(session::Action{session::Type{field.place, typed}});
  brush.gather({field.place, std::move(typed)});
}

// What a host would say of a file: there is none here, so a press chooses one that fits.
value::Typed sample_file(const page::Field& field) {
  std::string type = field.accept.substr(0, field.accept.find(','));
  if (type.empty()) type = "application/pdf";
  if (type.ends_with("/*")) type.replace(type.size() - 1, 1, "png");
  const std::string size = std::to_string(std::min<std::int64_t>(field.largest, 123'456));
  return {"polku." + type.substr(type.find('/') + 1), type, size, std::string(64, '0'), std::string(32, '0')};
}

void draw_file(Brush& brush, const page::Field& field) {
  draw_label(brush, field);
  brush.say(Kind::hint, field.length_note);
  draw_hints(brush, field);
  for (const page::ChosenFile& chosen : field.chosen) {
    brush.say({.kind = Kind::text, .words = chosen.name.words() + " " + chosen.size.words()});
    draw_action(brush, chosen.remove);
  }
  if (field.choose.empty()) return;
  brush.arrive(field.place);
  const Seen control{.kind = Kind::box, .words = field.choose.words(), .is_wrong = is_wrong(field)};
  if (brush.button(control, field.place, page::Action::Look::secondary) == Brush::Press::yes) {
    brush.act(session::Action{session::Type{field.place, sample_file(field)}});
  }
  for (const page::Option& later : field.options) {
    const Seen seen{.kind = Kind::option, .words = later.label.words(), .is_chosen = later.chosen};
    if (brush.option(seen, field.place + "/" + later.id, Brush::Mark::square) == Brush::Press::yes) {
      brush.act(session::Action{session::Type{field.place, later.chosen ? value::Typed{} : value::Typed{later.id}}});
    }
  }
  if (!field.takes_several) brush.gather({field.place, field.typed});
}

// Of one: the option pressed. Of several: those chosen, with the one pressed turned over.
value::Typed press_option(const page::Field& field, const page::Option& pressed) {
  if (field.control != Control::choices) return {pressed.id};
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
    if (option.is_apart) brush.say(Kind::text, brush.page().divider);
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
  brush.begin({.kind = Kind::question, .is_wrong = is_wrong(field)});
  switch (field.control) {
    case Control::line:
    case Control::lines: draw_line(brush, field); break;
    case Control::choice:
    case Control::select:
    case Control::choices: draw_choices(brush, field); break;
    case Control::parts: draw_parts(brush, field); break;
    case Control::file: draw_file(brush, field); break;
    case Control::tick: draw_tick(brush, field); break;
  }
  brush.end();
}

}  // namespace polku::render
