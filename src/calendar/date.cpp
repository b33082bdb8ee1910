// SPDX-License-Identifier: EUPL-1.2
#include "calendar/date.h"

namespace polku::calendar {

namespace {

constexpr std::int32_t last_year = 9999;
constexpr std::int64_t first_day = -719162;  // 0001-01-01
constexpr std::int64_t last_day = 2932896;   // 9999-12-31

bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

std::int32_t days_in_month(std::int64_t year, std::int64_t month) {
  if (month == 2) return is_leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Days before 1 January of a year, counted from 0001-01-01.
std::int64_t days_before_year(std::int64_t year) {
  const std::int64_t past = year - 1;
  return past * 365 + past / 4 - past / 100 + past / 400;
}

std::int64_t month_number(const Date& date) { return std::int64_t{date.year} * 12 + date.month - 1; }

Date clamped(std::int64_t month_count, std::int32_t day) {
  const std::int64_t year = month_count / 12;
  const std::int64_t month = month_count % 12 + 1;
  const std::int32_t longest = days_in_month(year, month);
  return {static_cast<std::int32_t>(year), static_cast<std::int32_t>(month), day < longest ? day : longest};
}

std::optional<Date> add_months(const Date& date, std::int64_t count) {
  const std::int64_t target = month_number(date) + count;
  if (target < 12 || target >= (std::int64_t{last_year} + 1) * 12) return std::nullopt;
  return clamped(target, date.day);
}

std::int64_t whole_months(const Date& from, const Date& to) {
  if (to < from) return -whole_months(to, from);
  const std::int64_t months = month_number(to) - month_number(from);
  return clamped(month_number(from) + months, from.day) <= to ? months : months - 1;
}

void append_padded(std::string& text, std::int32_t number, int width) {
  std::string digits = std::to_string(number);
  for (int missing = width - static_cast<int>(digits.size()); missing > 0; --missing) text.push_back('0');
  text += digits;
}

}  // namespace

std::optional<Date> make_date(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < 1 || year > last_year || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
  return Date{static_cast<std::int32_t>(year), static_cast<std::int32_t>(month), static_cast<std::int32_t>(day)};
}

std::optional<Date> parse_date(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  std::int64_t parts[3] = {0, 0, 0};
  int part = 0;
  for (std::size_t at = 0; at < iso.size(); ++at) {
    if (at == 4 || at == 7) {
      ++part;
      continue;
    }
    if (iso[at] < '0' || iso[at] > '9') return std::nullopt;
    parts[part] = parts[part] * 10 + (iso[at] - '0');
  }
  return make_date(parts[0], parts[1], parts[2]);
}

std::string to_string(const Date& date) {
  std::string text;
  append_padded(text, date.year, 4);
  text.push_back('-');
  append_padded(text, date.month, 2);
  text.push_back('-');
  append_padded(text, date.day, 2);
  return text;
}

std::int64_t days_since_epoch(const Date& date) {
  constexpr std::int32_t before_month[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  const std::int64_t leap_day = date.month > 2 && is_leap(date.year) ? 1 : 0;
  return first_day + days_before_year(date.year) + before_month[date.month - 1] + leap_day + date.day - 1;
}

std::optional<Date> from_days_since_epoch(std::int64_t days) {
  if (days < first_day || days > last_day) return std::nullopt;
  std::int64_t rest = days - first_day;
  std::int64_t year = rest / 366 + 1;  // never too late
  while (days_before_year(year + 1) <= rest) ++year;
  rest -= days_before_year(year);
  std::int64_t month = 1;
  while (rest >= days_in_month(year, month)) rest -= days_in_month(year, month++);
  return make_date(year, month, rest + 1);
}

int weekday(const Date& date) { return static_cast<int>((days_since_epoch(date) - first_day) % 7) + 1; }  // 0001-01-01 was a Monday

std::optional<Date> add(const Date& date, std::int64_t count, Unit unit) {
  // No count beyond this leads to a date; it also keeps the arithmetic below from overflowing.
  constexpr std::int64_t too_many = 4'000'000;
  if (count > too_many || count < -too_many) return std::nullopt;
  switch (unit) {
    case Unit::days: return from_days_since_epoch(days_since_epoch(date) + count);
    case Unit::weeks: return from_days_since_epoch(days_since_epoch(date) + count * 7);
    case Unit::months: return add_months(date, count);
    case Unit::years: return add_months(date, count * 12);
  }
  return std::nullopt;
}

std::int64_t difference(const Date& from, const Date& to, Unit unit) {
  const std::int64_t days = days_since_epoch(to) - days_since_epoch(from);
  switch (unit) {
    case Unit::days: return days;
    case Unit::weeks: return days / 7;
    case Unit::months: return whole_months(from, to);
    case Unit::years: return whole_months(from, to) / 12;
  }
  return 0;
}

std::int64_t age(const Date& born, const Date& on) {
  const std::int64_t years = std::int64_t{on.year} - born.year;
  return on.month < born.month || (on.month == born.month && on.day < born.day) ? years - 1 : years;
}

}  // namespace polku::calendar
