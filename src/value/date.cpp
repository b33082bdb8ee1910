// SPDX-License-Identifier: EUPL-1.2
// Dates: day, month and year typed apart; in JSON YYYY-MM-DD. The month may be a name of the language, digits may be native, a point may
// follow ("22."). A year has four digits: "26" may be 1926 or 2026, and no one should guess on a form that counts ages.
//
// One string instead of three (the command line, a paste): YYYY-MM-DD, or three parts cut at spaces, points, slashes, commas or hyphens:
// year first when it has four digits, month first when it is a name ("November 22, 2026"), else day, month, year. Month-first numbers are
// not guessed.
#include <array>

#include "text/utf8.h"
#include "value/characters.h"
#include "value/kind.h"

namespace polku::value {
namespace {

using problem::Code;
using Parts = std::array<std::string, 3>;  // day, month, year
constexpr std::string_view part_names[] = {"day", "month", "year"};

bool is_number(std::string_view text) {
  for (const char c : text) {
    if (!is_ascii_digit(c)) return false;
  }
  return !text.empty();
}

// At most nine digits; more is no day, month or year.
int small_number(std::string_view digits) {
  int number = 0;
  for (const char c : digits.substr(0, 9)) number = number * 10 + (c - '0');
  return number;
}

// Three parts of one string, or nothing.
std::optional<Parts> cut(std::string_view text) {
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
  if (found.size() != 3) return std::nullopt;
  if (is_number(found[0]) && found[0].size() == 4) return Parts{found[2], found[1], found[0]};
  if (!is_number(found[0])) return Parts{found[1], found[0], found[2]};
  return Parts{found[0], found[1], found[2]};
}

// A month's number from digits or a name; 0: neither.
int month_of(std::string_view typed, const locale::Locale* locale) {
  if (is_number(typed)) return typed.size() <= 2 ? small_number(typed) : 13;
  return locale == nullptr ? 0 : locale->month_named(typed);
}

std::optional<calendar::Date> bound(const std::optional<DateBound>& stated, const calendar::Date& today) {
  if (!stated) return std::nullopt;
  if (const auto* date = std::get_if<calendar::Date>(&*stated)) return *date;
  return calendar::add(today, std::get<Today>(*stated).days, calendar::Unit::days);
}

Decoded judged(const Reading& reading, const calendar::Date& date) {
  Decoded decoded;
  decoded.value = json::Value{calendar::to_string(date)};
  const auto earliest = bound(reading.shape.earliest, reading.today), latest = bound(reading.shape.latest, reading.today);
  if (earliest && date < *earliest) decoded.problems.push_back(made(Code::date_too_early, {{"minimum", calendar::to_string(*earliest)}}));
  if (latest && *latest < date) decoded.problems.push_back(made(Code::date_too_late, {{"maximum", calendar::to_string(*latest)}}));
  return decoded;
}

Decoded decode_parts(const Reading& reading, const Parts& parts) {
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
  return date ? judged(reading, *date) : refused(Code::date_not_real);
}

Decoded decode_date(const Reading& reading, const Typed& typed) {
  if (typed.size() == 1) {
    const auto parts = cut(simplified(typed[0], reading.locale));
    return parts ? decode_parts(reading, *parts) : refused(Code::not_a_date);
  }
  Parts parts;
  for (std::size_t i = 0; i < 3 && i < typed.size(); ++i) {
    parts[i] = simplified(typed[i], reading.locale);
    if (parts[i].size() > 1 && parts[i].back() == '.') parts[i].pop_back();
  }
  return decode_parts(reading, parts);
}

std::string without_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
  return std::string{digits};
}

std::optional<Typed> typed_of_date(const Shape&, const json::Value& value, std::string_view) {
  if (!value.is(json::Type::string)) return std::nullopt;
  const std::string& iso = value.string();
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return Typed{iso};
  return Typed{without_zeros(std::string_view{iso}.substr(8)), without_zeros(std::string_view{iso}.substr(5, 2)), iso.substr(0, 4)};
}

std::string shown_date(const Shape&, const json::Value& value, const locale::Locale& locale) {
  const auto date = calendar::parse_date(value.string());
  return date ? locale.date(*date, locale::DateStyle::long_form) : value.string();
}

}  // namespace

const KindRules date_rules{json::Type::string, decode_date, typed_of_date, shown_date};

}  // namespace polku::value
