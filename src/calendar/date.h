// SPDX-License-Identifier: EUPL-1.2
// Civil dates of the proleptic Gregorian calendar, without clocks and time zones: the host says what today is.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace polku::calendar {

struct Date {
  std::int32_t year = 1970;  // 1..9999
  std::int32_t month = 1;    // 1..12
  std::int32_t day = 1;      // 1..31
  friend auto operator<=>(const Date&, const Date&) = default;
};

enum class Unit { days, weeks, months, years };

// std::nullopt when there is no such day.
std::optional<Date> make_date(std::int64_t year, std::int64_t month, std::int64_t day);
// Exactly YYYY-MM-DD (RFC 3339 full-date).
std::optional<Date> parse_date(std::string_view iso);
std::string to_string(const Date& date);

std::int64_t days_since_epoch(const Date& date);  // 1970-01-01 is 0
std::optional<Date> from_days_since_epoch(std::int64_t days);
int weekday(const Date& date);  // ISO 8601: Monday 1 .. Sunday 7

// Months and years keep the day where the month has it, else take the month's last day (31 January + 1 month = 28 or 29 February).
// std::nullopt outside the years 1 to 9999.
std::optional<Date> add(const Date& date, std::int64_t count, Unit unit);
// Whole units from `from` to `to`, negative when `to` is earlier.
std::int64_t difference(const Date& from, const Date& to, Unit unit);
// Completed years. Born on 29 February: a year older on 1 March of a common year (Finnish practice: the day after the last day of the year
// of life).
std::int64_t age(const Date& born, const Date& on);

}  // namespace polku::calendar
