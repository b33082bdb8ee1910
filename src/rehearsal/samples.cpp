// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/samples.h"

#include <algorithm>
#include <string>

namespace polku::rehearsal {

using value::Kind;

namespace {

value::Typed sample_date(const value::Shape& shape, const calendar::Date& today) {
  auto day = today;
  const auto at = [&](const value::DateBound& bound) { return value::day_of(bound, shape.kind, today).value_or(today); };
  if (shape.latest && at(*shape.latest) < day) day = at(*shape.latest);
  if (shape.earliest && day < at(*shape.earliest)) day = at(*shape.earliest);
  value::Typed typed{std::to_string(day.day), std::to_string(day.month), std::to_string(day.year)};
  typed.erase(typed.begin(), typed.begin() + (shape.kind == Kind::year ? 2 : shape.kind == Kind::month ? 1 : 0));
  return typed;
}

// In the middle of what is open.
std::string sample_time(const value::Shape& shape) {
  const int minutes = (shape.from_minute.value_or(8 * 60) + shape.to_minute.value_or(shape.from_minute ? 24 * 60 - 1 : 16 * 60)) / 2;
  return std::to_string(minutes / 60) + (minutes % 60 < 10 ? ":0" : ":") + std::to_string(minutes % 60);
}

// The examples of the registry of account numbers (ISO 13616).
std::string sample_iban(const value::Shape& shape) {
  constexpr std::string_view known[] = {"FI2112345600000785", "SE4550000000058398257466", "EE382200221020145685", "DE89370400440532013000"};
  for (const std::string_view iban : known) {
    const auto& countries = shape.countries;
    if (countries.empty() || std::find(countries.begin(), countries.end(), iban.substr(0, 2)) != countries.end()) return std::string{iban};
  }
  return {};
}

value::Typed sample_address(const value::Shape& shape) {
  value::Typed typed{"Koivukuja 3 A 12", "00100", "Helsinki"};
  if (shape.has_addition) typed.insert(typed.begin() + 1, "c/o Virta");
  if (shape.countries.size() > 1) typed.push_back(shape.countries.front());
  return typed;
}

std::string sample_middle(const std::vector<text::Decimal>& bounds) {
  const auto middle = [](const text::Decimal& one, const text::Decimal& other) {
    const auto sum = add(one, other);
    const auto half = sum ? divide(*sum, text::Decimal{2}) : std::nullopt;
    return half ? half->value.rounded(4, text::Rounding::half_even).to_string() : std::string();
  };
  return middle(bounds[1], bounds[3]) + ", " + middle(bounds[0], bounds[2]);
}

value::Typed sample_file(const value::Shape& shape) {
  std::string type = shape.accept.empty() ? "application/pdf" : shape.accept.front();
  if (type.ends_with("/*")) type.replace(type.size() - 1, 1, "png");
  const auto size = std::min<std::int64_t>(shape.max_size.value_or(value::built_in_max_size), 123'456);
  return {"liite." + type.substr(type.find('/') + 1), type, std::to_string(size), std::string(64, '0'), std::string(32, '0')};
}

// The first that fits of what forms usually ask in a form of its own; nothing when none does.
value::Typed sample_of_pattern(const text::Pattern& pattern) {
  constexpr std::string_view known[] = {"12345", "123456",        "12345678",   "1234567-8", "491-3-12-7", "ABC-123",
                                        "AB123", "+421905123456", "2026-11-22", "Aino",      "1"};
  for (const std::string_view one : known) {
    if (pattern.matches(one)) return {std::string(one)};
  }
  return {};
}

std::string sample_text(const value::Shape& shape) {
  std::string text = shape.kind == Kind::long_text ? "Kuoppa on suojatien kohdalla, ja pyörät väistävät sitä ajoradalle." : "Aino-Kaisa Þórsdóttir";
  if (shape.max_words) text = "Kuoppa";
  if (shape.min_length) {
    while (static_cast<std::int64_t>(text.size()) < *shape.min_length) text += shape.max_words ? "a" : " ja";
  }
  return text;
}

}  // namespace

value::Shape met_shape(const session::World& world, const session::State& state, const form::Question& question) {
  value::Shape shape = question.shape;
  if (!shape.open_options && !form::has_option_rules(question)) return shape;
  shape.options.clear();
  const auto journey = session::walk(world, state);
  for (const auto& stop : journey.stops) {
    for (const auto& item : stop.items) {
      if (world.form->questions[item.place.question].id != question.id) continue;
      if (item.offers.is_null()) continue;
      for (const auto& offer : item.offers.items()) shape.options.emplace_back(*offer.find_string("value"));
    }
  }
  if (form::takes_rows(question)) {
    for (const auto& option : journey::row_options(state.answers, journey, question)) shape.options.emplace_back(option.first);
  }
  if (shape.options.empty()) shape.options.emplace_back(shape.open_options ? "in no row" : question.shape.options.front());
  return shape;
}

value::Typed options_together(const value::Shape& shape) {
  value::Typed together = shape.options;
  const auto stands_alone = [&](const std::string& id) { return std::count(shape.exclusive.begin(), shape.exclusive.end(), id) != 0; };
  std::erase_if(together, stands_alone);
  return together.empty() ? value::Typed{shape.options.front()} : together;
}

std::size_t sample_count(const value::Shape& shape) {
  switch (shape.kind) {
    case Kind::yes_no: return 2;
    case Kind::one_of: return shape.options.size();
    case Kind::several_of: return shape.options.size() + 1;  // each alone, and all that can be together
    default: return 1;
  }
}

value::Typed sample(const value::Shape& shape, std::size_t which, const calendar::Date& today) {
  switch (shape.kind) {
    case Kind::yes_no: return {which == 0 ? "yes" : "no"};
    case Kind::one_of: return {shape.options[which]};
    case Kind::several_of: return which < shape.options.size() ? value::Typed{shape.options[which]} : options_together(shape);
    case Kind::consent: return {"yes"};
    case Kind::date:
    case Kind::month:
    case Kind::year: return sample_date(shape, today);
    case Kind::time: return {sample_time(shape)};
    case Kind::address: return sample_address(shape);
    // In the middle of the bounds; elsewhere words are enough.
    case Kind::location:
      return {"Suojatien kohdalla", shape.bounds.size() == 4 ? sample_middle(shape.bounds) : shape.needs_coordinates ? "61.0523, 27.2031" : ""};
    case Kind::file: return sample_file(shape);
    case Kind::iban: return {sample_iban(shape)};
    case Kind::email: return {"aino.virta@example.fi"};
    case Kind::phone: return {"+358 40 123 4567"};
    case Kind::identifier: return {shape.scheme ? shape.scheme->example : ""};
    case Kind::number:
    case Kind::money: return {shape.minimum ? shape.minimum->to_string() : shape.maximum ? shape.maximum->to_string() : "1"};
    case Kind::text:
    case Kind::long_text: return shape.pattern ? sample_of_pattern(*shape.pattern) : value::Typed{sample_text(shape)};
    default: return {};
  }
}

}  // namespace polku::rehearsal
