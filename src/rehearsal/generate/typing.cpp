// SPDX-License-Identifier: EUPL-1.2
#include "rehearsal/generate/typing.h"

#include <algorithm>
#include <array>

#include "rehearsal/generate/question_maker.h"
#include "rehearsal/samples.h"
#include "text/utf8.h"

namespace polku::rehearsal::generate {

using text::Decimal;
using value::Kind;
using value::Shape;
using value::Typed;

namespace {

std::string right_text(const Pen& pen, const Shape& shape, const std::string& pattern) {
  if (!pattern.empty()) return pen.dice.pick(matches_of(pattern));
  constexpr std::array<std::string_view, 8> beginnings{"Aino-Kaisa Þórsdóttir",    "مريم", "x", "O’Neill & <Sons>", "Ä ö å", "{plate}", "**bold** [a](b)",
                                                       "日本 👩‍👩‍👧"};
  const auto most = static_cast<std::size_t>(shape.max_length.value_or(60));
  std::string words;
  std::size_t length = 0;
  std::string_view rest = pen.dice.pick(beginnings);
  while (!rest.empty() && length < most) {
    std::size_t size = 1;
    while (size < rest.size() && (static_cast<unsigned char>(rest[size]) & 0xC0u) == 0x80u) ++size;
    words.append(rest.substr(0, size));
    rest.remove_prefix(size);
    ++length;
  }
  while (!words.empty() && words.back() == ' ') words.back() = 'a';
  for (; static_cast<std::int64_t>(length) < shape.min_length.value_or(1); ++length) words += 'n';
  if (shape.kind == Kind::long_text && length + 4 < most) words += "\n\nb\"c";
  return words;
}

// A number within the bounds and on the step, as far as both can be met.
Decimal right_number(const Pen& pen, const Shape& shape) {
  const auto step = shape.multiple_of.value_or(shape.integer || pen.dice.chance(60) ? Decimal{1} : *Decimal::parse("0.5"));
  const auto least = shape.minimum.value_or(shape.maximum ? subtract(*shape.maximum, Decimal{20}).value_or(Decimal{}) : Decimal{});
  const auto first = divide(least, step);
  const auto from = first ? first->value.rounded(0, text::Rounding::ceiling).to_integer().value_or(0) : 0;
  auto number = multiply(step, Decimal{from + pen.dice.between(0, 20)}).value_or(Decimal{});
  if (shape.maximum && *shape.maximum < number) number = multiply(step, Decimal{from}).value_or(number);
  return number;
}

std::string written(const Pen& pen, const Decimal& number) {
  auto words = number.to_string();
  if (const auto point = words.find('.'); point != std::string::npos) words.replace(point, 1, pen.locale.decimal_separator());
  return words;
}

calendar::Date day_of(const Pen& pen, const Shape& shape, const value::DateBound& bound) {
  return value::day_of(bound, shape.kind, pen.today).value_or(pen.today);
}

// Day, month and year, as far as the kind has them.
Typed parts_of(const calendar::Date& day, Kind kind) {
  Typed typed{std::to_string(day.day), std::to_string(day.month), std::to_string(day.year)};
  typed.erase(typed.begin(), typed.begin() + (kind == Kind::year ? 2 : kind == Kind::month ? 1 : 0));
  return typed;
}

Typed right_date(const Pen& pen, const Shape& shape) {
  const auto earliest = shape.earliest ? day_of(pen, shape, *shape.earliest)
                                       : calendar::add(shape.latest ? day_of(pen, shape, *shape.latest) : pen.today, -9000, calendar::Unit::days).value();
  const auto latest = shape.latest ? day_of(pen, shape, *shape.latest) : calendar::add(earliest, 12000, calendar::Unit::days).value();
  const auto far = std::max<std::int64_t>(0, calendar::difference(earliest, latest, calendar::Unit::days));
  const auto day = calendar::add(earliest, pen.dice.between(0, far), calendar::Unit::days).value_or(pen.today);
  if (pen.dice.chance(10) && shape.kind != Kind::year) return {calendar::to_string(day).substr(0, shape.kind == Kind::month ? 7 : 10)};
  return parts_of(day, shape.kind);
}

std::string right_time(const Pen& pen, const Shape& shape) {
  const auto minutes = pen.dice.between(shape.from_minute.value_or(0), shape.to_minute.value_or(24 * 60 - 1));
  const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return two(minutes / 60) + (pen.dice.chance(50) ? ":" : ".") + two(minutes % 60);
}

// The scheme's own example, as people write it or as they type it in a hurry.
std::string right_identifier(const Pen& pen, const identifiers::Scheme& scheme) {
  switch (pen.dice.below(3)) {
    case 0: return scheme.example;
    case 1: return " " + text::to_lower_ascii(scheme.example) + " ";
    default: return identifiers::check(scheme, scheme.example).normal;
  }
}

Typed right_address(const Pen& pen, const Shape& shape) {
  Typed typed{pen.dice.chance(50) ? "Koivukuja 3 A 12" : " شارع 1/2", "00100", pen.dice.chance(50) ? "Helsinki" : "Säkylä & <b>"};
  if (shape.has_addition) typed.insert(typed.begin() + 1, pen.dice.chance(50) ? "c/o Þór" : "");
  if (shape.countries.size() > 1) typed.push_back(pen.dice.chance(30) ? "" : shape.countries.front());
  return typed;
}

Typed right_place(const Pen& pen, const Shape& shape) {
  constexpr std::array<std::string_view, 5> coordinates{"61.0523, 27.2031", "61°3'8.28\"N 27°12'11.16\"E", "geo:61.0523,27.2031", "E 27.2031 N 61.0523",
                                                        "https://www.openstreetmap.org/?mlat=61.0523&mlon=27.2031#map=15"};
  const bool by_words = !shape.needs_coordinates && pen.dice.chance(40);
  return {by_words || pen.dice.chance(40) ? "Suojatien kohdalla <i>" : "", by_words ? "" : std::string{pen.dice.pick(coordinates)}};
}

Typed right_file(const Pen& pen, const Shape& shape) {
  if (shape.may_come_later && pen.dice.chance(30)) return {"later"};
  const bool is_picture = pen.dice.chance(50);
  const auto size = pen.dice.between(0, shape.max_size.value_or(value::built_in_max_size));
  return {is_picture ? "../kuva & <x>.png" : "C:\\liite.pdf", is_picture ? "image/png" : "application/pdf", std::to_string(size), std::string(64, 'b'),
          std::string(32, '7')};
}

Typed right_choices(const Pen& pen, const Shape& shape) {
  if (!shape.exclusive.empty() && pen.dice.chance(30)) return {pen.dice.pick(shape.exclusive)};
  const auto options = options_together(shape);
  const auto count = static_cast<std::int64_t>(options.size());
  const auto least = std::max<std::int64_t>(1, shape.min_items.value_or(1)), most = std::min(count, shape.max_items.value_or(count));
  auto wanted = pen.dice.between(least, std::max(least, most));
  Typed chosen;
  const auto first = pen.dice.below(options.size());
  for (std::int64_t index = 0; index < std::min(wanted, count); ++index) {
    chosen.push_back(options[(first + static_cast<std::size_t>(index)) % options.size()]);
  }
  return chosen;
}

constexpr std::array<std::string_view, 16> hostile_words{"<script>alert(1)</script>",
                                                         "\"><img src=x>",
                                                         "{0} {plate}",
                                                         "\u202e\u2066",
                                                         "a\u0001b\u0007",
                                                         "'; DROP",
                                                         "[x](javascript:1)",
                                                         "## h\n- b",
                                                         "\u0301\u0301",
                                                         "١٢٣٫٥",
                                                         "１２３",
                                                         "1e99",
                                                         "1,234",
                                                         "1.234",
                                                         "99999999999999999999999999999999999999",
                                                         "-0"};

}  // namespace

Typed type_rightly(const Pen& pen, const Shape& shape, const std::string& pattern) {
  switch (shape.kind) {
    case Kind::yes_no: return {pen.dice.chance(50) ? "yes" : "no"};
    case Kind::consent: return {"yes"};
    case Kind::one_of: return {pen.dice.pick(shape.options)};
    case Kind::several_of: return right_choices(pen, shape);
    case Kind::date:
    case Kind::month:
    case Kind::year: return right_date(pen, shape);
    case Kind::time: return {right_time(pen, shape)};
    case Kind::address: return right_address(pen, shape);
    case Kind::location: return right_place(pen, shape);
    case Kind::file: return right_file(pen, shape);
    case Kind::iban: return {pen.dice.chance(50) ? "FI2112345600000785" : "se45 5000 0000 0583 9825 7466"};
    case Kind::email: return {pen.dice.chance(50) ? "aino.virta@example.fi" : " Aino.Virta+x@EXAMPLE.fi "};
    case Kind::phone: return {pen.dice.chance(50) ? "+358 (0)40 123 4567" : "040-1234567"};
    case Kind::identifier: return {shape.scheme ? right_identifier(pen, *shape.scheme) : ""};
    case Kind::number: return {written(pen, right_number(pen, shape))};
    case Kind::money: return {written(pen, right_number(pen, shape).rounded(0, text::Rounding::up))};
    case Kind::text:
    case Kind::long_text: return {right_text(pen, shape, pattern)};
    default: return {};
  }
}

namespace {

// Just beyond what is allowed.
Typed outside(const Pen& pen, const Shape& shape) {
  const auto beyond = [&](const std::optional<Decimal>& bound, std::int64_t step) {
    return Typed{written(pen, add(bound.value_or(Decimal{}), Decimal{step}).value_or(Decimal{}))};
  };
  const auto day = [&](const value::DateBound& bound, std::int64_t count) {
    const auto unit = shape.kind == Kind::date ? calendar::Unit::days : shape.kind == Kind::month ? calendar::Unit::months : calendar::Unit::years;
    return parts_of(calendar::add(day_of(pen, shape, bound), count, unit).value_or(pen.today), shape.kind);
  };
  if (shape.minimum && pen.dice.chance(50)) return beyond(shape.minimum, -1);
  if (shape.maximum) return beyond(shape.maximum, 1);
  if (shape.multiple_of) return {written(pen, add(*shape.multiple_of, *Decimal::parse("0.25")).value_or(Decimal{}))};
  if (shape.earliest && pen.dice.chance(50)) return day(*shape.earliest, -1);
  if (shape.latest) return day(*shape.latest, 1);
  if (shape.kind == Kind::date) return {"30", "2", "2026"};
  if (shape.kind == Kind::month) return {"13", "2026"};
  if (shape.kind == Kind::year) return {"26"};
  if (shape.kind == Kind::time) return {shape.to_minute ? "23:59" : "24:00"};
  if (shape.kind == Kind::address) return {"Koivukuja 3", "0", "Helsinki"};
  if (shape.kind == Kind::location) return {"", pen.dice.chance(50) ? "27.2031, 61.0523" : "0, 0"};
  if (shape.kind == Kind::file) return {"x.exe", "application/x-msdownload", "2000000000", std::string(64, 'b'), std::string(32, '7')};
  if (shape.kind == Kind::iban) return {"DE89370400440532013000"};
  if (shape.kind == Kind::number || shape.kind == Kind::money) return {"0.12345"};
  if (shape.kind == Kind::several_of) return pen.dice.chance(50) ? shape.options : Typed{shape.options.front()};
  if (shape.kind == Kind::identifier) return {"131052-308U"};
  if (shape.max_words && pen.dice.chance(70)) {
    std::string words;
    for (std::int64_t count = 0; count <= *shape.max_words; ++count) words += "o\u00a0";
    return {words};
  }
  return {std::string(static_cast<std::size_t>(shape.max_length.value_or(256)) + 1, 'o')};
}

}  // namespace

Typed type_anything(const Pen& pen, const Shape& shape, std::string& how) {
  switch (pen.dice.below(6)) {
    case 5: how = "outside"; return outside(pen, shape);
    case 0: how = "blank"; return pen.dice.chance(50) ? Typed{} : Typed{" \u00a0", ""};
    case 1: {
      how = "half";
      auto typed = type_rightly(pen, shape, {});
      if (!value::parts_of(shape).empty() && typed.size() > 1) {
        typed[pen.dice.below(typed.size())].clear();
        return typed;
      }
      // Not within a character of several bytes: what a host hands over is UTF-8.
      if (!typed.empty() && typed.front().size() > 1 && static_cast<unsigned char>(typed.front()[0]) < 0x80u) typed.front().resize(1);
      return typed;
    }
    case 2: how = "too-much"; return {std::string(static_cast<std::size_t>(pen.dice.between(200, 6000)), '7')};
    case 3: how = "not-an-option"; return {"on", std::string{pen.dice.pick(hostile_words)}};
    default: how = "hostile"; return {std::string{pen.dice.pick(hostile_words)}};
  }
}

}  // namespace polku::rehearsal::generate
