// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/samples.h"

#include <string>

namespace polku::rehearsal {

using value::Kind;

namespace {

calendar::Date day_of(const value::DateBound& bound, const calendar::Date& today) {
  if (const auto* fixed = std::get_if<calendar::Date>(&bound)) return *fixed;
  return calendar::add(today, std::get<value::Today>(bound).days, calendar::Unit::days).value_or(today);
}

value::Typed sample_date(const value::Shape& shape, const calendar::Date& today) {
  auto day = today;
  if (shape.latest && day_of(*shape.latest, today) < day) day = day_of(*shape.latest, today);
  if (shape.earliest && day < day_of(*shape.earliest, today)) day = day_of(*shape.earliest, today);
  return {std::to_string(day.day), std::to_string(day.month), std::to_string(day.year)};
}

std::string sample_text(const value::Shape& shape) {
  std::string text = shape.kind == Kind::long_text ? "Kuoppa on suojatien kohdalla, ja pyörät väistävät sitä ajoradalle." : "Aino-Kaisa Þórsdóttir";
  if (shape.min_length) {
    while (static_cast<std::int64_t>(text.size()) < *shape.min_length) text += " ja";
  }
  return text;
}

}  // namespace

std::size_t sample_count(const value::Shape& shape) {
  switch (shape.kind) {
    case Kind::yes_no: return 2;
    case Kind::one_of: return shape.options.size();
    case Kind::several_of: return shape.options.size() + 1;  // each alone, and all
    default: return 1;
  }
}

value::Typed sample(const value::Shape& shape, std::size_t which, const calendar::Date& today) {
  switch (shape.kind) {
    case Kind::yes_no: return {which == 0 ? "yes" : "no"};
    case Kind::one_of: return {shape.options[which]};
    case Kind::several_of: return which < shape.options.size() ? value::Typed{shape.options[which]} : shape.options;
    case Kind::consent: return {"yes"};
    case Kind::date: return sample_date(shape, today);
    case Kind::email: return {"aino.virta@example.fi"};
    case Kind::phone: return {"+358 40 123 4567"};
    case Kind::identifier: return {shape.scheme ? shape.scheme->example : ""};
    case Kind::number:
    case Kind::money: return {shape.minimum ? shape.minimum->to_string() : shape.maximum ? shape.maximum->to_string() : "1"};
    case Kind::text:
    case Kind::long_text: return shape.pattern ? value::Typed{} : value::Typed{sample_text(shape)};
    default: return {};
  }
}

}  // namespace polku::rehearsal
