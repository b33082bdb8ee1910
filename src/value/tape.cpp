// SPDX-License-Identifier: EUPL-1.2
#include "json/tape.h"
#include "value/value.h"

namespace polku::value {

namespace {

void describe(json::Tape& tape, std::optional<std::int64_t>& count) {
  tape.maybe(count, [&](std::int64_t& number) { tape.integer(number); });
}

void describe(json::Tape& tape, std::optional<text::Decimal>& bound) {
  tape.maybe(bound, [&](text::Decimal& number) { tape.decimal(number); });
}

void describe(json::Tape& tape, std::optional<DateBound>& bound) {
  tape.maybe(bound, [&](DateBound& either) {
    bool is_relative = std::holds_alternative<Today>(either);
    tape.flag(is_relative);
    if (!is_relative) {
      auto* date = std::get_if<calendar::Date>(&either);
      return value::describe(tape, date ? *date : either.emplace<calendar::Date>());
    }
    auto* today = std::get_if<Today>(&either);
    std::int64_t days = today ? today->days : 0;
    tape.integer(days);
    either = Today{static_cast<int>(days)};
  });
}

void describe(json::Tape& tape, std::optional<text::Pattern>& pattern) {
  tape.maybe(pattern, [&](text::Pattern& whole) { tape.pattern(whole); });
}

void describe_options(json::Tape& tape, Shape& shape) {
  tape.texts(shape.options);
  tape.text(shape.code_list);
  tape.flag(shape.open_options);
}

void describe_minute(json::Tape& tape, std::optional<int>& minute) {
  tape.maybe(minute, [&](int& number) { tape.number(number, 24 * 60); });
}

void describe(json::Tape& tape, std::shared_ptr<const identifiers::Scheme>& scheme) {
  auto whole = tape.is_playing() || !scheme ? identifiers::Scheme{} : *scheme;
  identifiers::describe(tape, whole);
  if (tape.is_playing()) scheme = std::make_shared<const identifiers::Scheme>(std::move(whole));
}

void describe_if_any(json::Tape& tape, std::shared_ptr<const identifiers::Scheme>& scheme) {
  bool is_there = scheme != nullptr;
  tape.flag(is_there);
  if (is_there) describe(tape, scheme);
}

}  // namespace

void describe(json::Tape& tape, calendar::Date& date) {
  std::string words = tape.is_playing() ? std::string() : calendar::to_string(date);
  tape.text(words);
  const auto read = calendar::parse_date(words);
  if (!read) tape.fail();
  date = read.value_or(calendar::Date{});
}

void describe(json::Tape& tape, Shape& shape) {
  tape.choice(shape.kind, Kind::information);
  if (!has_kind(shape.kind)) return tape.fail();
  switch (shape.kind) {
    case Kind::text:
    case Kind::long_text:
      describe(tape, shape.min_length);
      describe(tape, shape.max_length);
      describe(tape, shape.max_words);
      describe(tape, shape.pattern);
      break;
    case Kind::number:
    case Kind::money:
      describe(tape, shape.minimum);
      describe(tape, shape.maximum);
      describe(tape, shape.multiple_of);
      tape.flag(shape.integer);
      tape.text(shape.currency);
      break;
    case Kind::date:
    case Kind::month:
    case Kind::year:
      describe(tape, shape.earliest);
      describe(tape, shape.latest);
      break;
    case Kind::time:
      describe_minute(tape, shape.from_minute);
      describe_minute(tape, shape.to_minute);
      break;
    case Kind::one_of: describe_options(tape, shape); break;
    case Kind::several_of:
      describe_options(tape, shape);
      tape.texts(shape.exclusive);
      [[fallthrough]];
    case Kind::list:
      describe(tape, shape.min_items);
      describe(tape, shape.max_items);
      break;
    case Kind::address:
      tape.texts(shape.countries);
      if (has_kind(Kind::address)) tape.each(shape.postal_codes, [&](std::shared_ptr<const identifiers::Scheme>& scheme) { describe_if_any(tape, scheme); });
      tape.flag(shape.has_addition);
      break;
    case Kind::location:
      tape.each(shape.bounds, [&](text::Decimal& edge) { tape.decimal(edge); });
      if (!shape.bounds.empty() && shape.bounds.size() != 4) tape.fail();
      tape.flag(shape.needs_coordinates);
      break;
    case Kind::file:
      tape.texts(shape.accept);
      describe(tape, shape.max_size);
      tape.flag(shape.may_come_later);
      break;
    case Kind::iban: tape.texts(shape.countries); [[fallthrough]];
    case Kind::identifier:
      // Said once more than needed: so the linker sees that schemes are not there at all.
      if (has_kind(Kind::identifier) || has_kind(Kind::iban)) describe(tape, shape.scheme);
      break;
    case Kind::yes_no:
    case Kind::email:
    case Kind::phone:
    case Kind::consent:
    case Kind::information: break;
  }
}

}  // namespace polku::value
