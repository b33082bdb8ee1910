// SPDX-License-Identifier: EUPL-1.2
// Dates, months and years: day, month and year typed apart; in JSON YYYY-MM-DD, YYYY-MM, YYYY. The month may be a name of the language, digits
// may be native, a point may follow ("22."). A year has four digits: "26" may be 1926 or 2026, and no one should guess on a form that counts ages.
//
// One string instead of three (the command line, a paste): YYYY-MM-DD, or three parts cut at spaces, points, slashes, commas or hyphens:
// year first when it has four digits, month first when it is a name ("November 22, 2026"), else day, month, year. Month-first numbers are
// not guessed. One string instead of a month's two: the same without a day.
#include <algorithm>
#include <array>

#include "text/utf8.h"
#include "value/characters.h"
#include "value/kind.h"

namespace polku::value {
namespace {

using problem::Code;
using Parts = std::array<std::string, 3>;  // day, month, year
constexpr std::string_view part_names[] = {"day", "month", "year"};

// What a kind leaves out in front, and how much of YYYY-MM-DD it keeps.
struct Precision {
  std::size_t first_part, length;
  calendar::Unit unit;
};
Precision precision_of(Kind kind) {
  if (kind == Kind::month) return {1, 7, calendar::Unit::months};
  if (kind == Kind::year) return {2, 4, calendar::Unit::years};
  return {0, 10, calendar::Unit::days};
}

bool is_number(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit); }

// At most nine digits; more is no day, month or year.
int small_number(std::string_view digits) {
  int number = 0;
  for (const char c : digits.substr(0, 9)) number = number * 10 + (c - '0');
  return number;
}

// The parts of one string, or nothing.
std::optional<Parts> cut(std::string_view text, std::size_t first_part) {
  std::vector<std::string> found;
  bool open = false;
  for (const char c : text) {
    if (c == ' ' || c == '.' || c == '/' || c == '-' || c == ',') {
      open = false;
      continue;
    }
    if (!open) found.emplace_back();
    open = true;
    found.back() += c;
  }
  if (found.size() != 3 - first_part) return std::nullopt;
  if (is_number(found[0]) && found[0].size() == 4) {
    std::reverse(found.begin(), found.end());
  } else if (first_part == 0 && !is_number(found[0])) {
    std::swap(found[0], found[1]);
  }
  Parts parts;
  std::move(found.begin(), found.end(), parts.begin() + static_cast<std::ptrdiff_t>(first_part));
  return parts;
}

// A month's number from digits or a name; 0: neither.
int month_of(std::string_view typed, const locale::Locale* locale) {
  if (is_number(typed)) return typed.size() <= 2 ? small_number(typed) : 13;
  return locale == nullptr ? 0 : locale->month_named(typed);
}

std::string written(const calendar::Date& date, const Precision& precision) { return calendar::to_string(date).substr(0, precision.length); }

std::optional<std::string> bound(const Reading& reading, const std::optional<DateBound>& stated, const Precision& precision) {
  const auto date = stated ? day_of(*stated, reading.shape.kind, reading.today) : std::nullopt;
  return date ? std::optional(written(*date, precision)) : std::nullopt;
}

Decoded judged(const Reading& reading, const calendar::Date& date, const Precision& precision) {
  Decoded decoded;
  const std::string iso = written(date, precision);
  const auto earliest = bound(reading, reading.shape.earliest, precision), latest = bound(reading, reading.shape.latest, precision);
  if (earliest && iso < *earliest) decoded.problems.push_back(made(Code::date_too_early, {{"minimum", *earliest}}));
  if (latest && *latest < iso) decoded.problems.push_back(made(Code::date_too_late, {{"maximum", *latest}}));
  decoded.value = json::Value{iso};
  return decoded;
}

Decoded decode_parts(const Reading& reading, Parts parts, const Precision& precision) {
  for (std::size_t i = 0; i < precision.first_part; ++i) parts[i] = "1";
  Decoded incomplete;
  for (std::size_t i = 0; i < 3; ++i) {
    if (parts[i].empty()) incomplete.problems.push_back(made(Code::date_incomplete, {{"part", part_names[i]}}));
  }
  if (!incomplete.problems.empty()) return incomplete;
  const int month = month_of(parts[1], reading.locale);
  if (!is_number(parts[0]) || !is_number(parts[2]) || (month == 0 && !is_number(parts[1]))) return refused(Code::not_a_date);
  if (parts[2].size() != 4) return refused(Code::year_not_four_digits);
  if (parts[0].size() > 2) return refused(Code::date_not_real);
  const auto date = calendar::make_date(small_number(parts[2]), month, small_number(parts[0]));
  return date ? judged(reading, *date, precision) : refused(Code::date_not_real);
}

Decoded decode_date(const Reading& reading, const Typed& typed) {
  const Precision precision = precision_of(reading.shape.kind);
  if (typed.size() == 1) {
    const auto parts = cut(simplified(typed[0], reading.locale), precision.first_part);
    return parts ? decode_parts(reading, *parts, precision) : refused(Code::not_a_date);
  }
  Parts parts;
  for (std::size_t i = precision.first_part; i < 3 && i - precision.first_part < typed.size(); ++i) {
    parts[i] = simplified(typed[i - precision.first_part], reading.locale);
    if (parts[i].size() > 1 && parts[i].back() == '.') parts[i].pop_back();
  }
  return decode_parts(reading, std::move(parts), precision);
}

std::string without_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
  return std::string{digits};
}

std::optional<Typed> typed_of_date(const Shape& shape, const json::Value& value, std::string_view) {
  if (!value.is(json::Type::string)) return std::nullopt;
  const std::string& iso = value.string();
  const Precision precision = precision_of(shape.kind);
  const bool is_cut = iso.size() == precision.length && (precision.length < 7 || iso[4] == '-') && (precision.length < 10 || iso[7] == '-');
  if (!is_cut) return Typed{iso};
  Typed typed;
  if (precision.length >= 10) typed.push_back(without_zeros(std::string_view{iso}.substr(8)));
  if (precision.length >= 7) typed.push_back(without_zeros(std::string_view{iso}.substr(5, 2)));
  typed.push_back(iso.substr(0, 4));
  return typed;
}

std::string shown_date(const Shape& shape, const json::Value& value, const locale::Locale& locale) {
  const Precision precision = precision_of(shape.kind);
  const auto date = calendar::parse_date(value.string() + std::string{"0001-01-01"}.substr(std::min<std::size_t>(precision.length, 10)));
  if (!date) return value.string();
  if (shape.kind == Kind::month) return locale.month_and_year(*date);
  if (shape.kind == Kind::year) return locale.number(text::Decimal{date->year}, {0, 0, locale::NumberShape::Grouping::plain});
  return locale.date(*date, locale::DateStyle::long_form);
}

}  // namespace

std::optional<calendar::Date> day_of(const DateBound& bound, Kind kind, const calendar::Date& today) {
  if (const auto* fixed = std::get_if<calendar::Date>(&bound)) return *fixed;
  return calendar::add(today, std::get<Today>(bound).days, precision_of(kind).unit);
}

const KindRules date_rules{json::Type::string, decode_date, typed_of_date, shown_date};

}  // namespace polku::value
