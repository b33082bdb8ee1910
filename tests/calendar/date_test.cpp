// SPDX-License-Identifier: EUPL-1.2
#include "calendar/date.h"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>

namespace {

using namespace polku::calendar;

Date day(std::string_view iso) {
  const auto date = parse_date(iso);
  EXPECT_TRUE(date) << iso;
  return date.value_or(Date{});
}

std::string shown(const std::optional<Date>& date) { return date ? to_string(*date) : "none"; }

TEST(Date, is_read_only_as_year_month_day) {
  for (const char* iso : {"2026-11-22", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29"}) EXPECT_EQ(shown(parse_date(iso)), iso);
  for (const char* text : {"", "2026-1-01", "2026-11-22T", "26-11-22", "2026/11/22", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00",
                           "2026-04-31", "0000-01-01", "-001-01-01", "+026-01-01", "2026-11-2a", "20261122", " 2026-11-22", "2026-11-22 "}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
  EXPECT_FALSE(make_date(10000, 1, 1));
  EXPECT_FALSE(make_date(std::numeric_limits<std::int64_t>::max(), 1, 1));
}

TEST(Date, every_day_agrees_with_the_standard_library) {
  const auto first = days_since_epoch({1, 1, 1});
  const auto last = days_since_epoch({9999, 12, 31});
  EXPECT_EQ(days_since_epoch({1970, 1, 1}), 0);
  for (auto number = first; number <= last; ++number) {
    const std::chrono::sys_days judge{std::chrono::days{number}};
    const std::chrono::year_month_day civil{judge};
    const auto date = from_days_since_epoch(number);
    ASSERT_TRUE(date);
    ASSERT_EQ(date->year, static_cast<int>(civil.year()));
    ASSERT_EQ(static_cast<unsigned>(date->month), static_cast<unsigned>(civil.month()));
    ASSERT_EQ(static_cast<unsigned>(date->day), static_cast<unsigned>(civil.day()));
    ASSERT_EQ(days_since_epoch(*date), number);
    ASSERT_EQ(static_cast<unsigned>(weekday(*date)), std::chrono::weekday{judge}.iso_encoding());
  }
  EXPECT_FALSE(from_days_since_epoch(first - 1));
  EXPECT_FALSE(from_days_since_epoch(last + 1));
}

TEST(Date, adding_keeps_the_day_where_the_month_has_it) {
  struct Row {
    const char* from;
    std::int64_t count;
    Unit unit;
    const char* expected;
  };
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  const Row table[] = {
      {"2026-01-31", 1, Unit::months, "2026-02-28"}, {"2024-01-31", 1, Unit::months, "2024-02-29"},  {"2026-03-31", -1, Unit::months, "2026-02-28"},
      {"2024-02-29", 1, Unit::years, "2025-02-28"},  {"2024-02-29", 4, Unit::years, "2028-02-29"},   {"2024-02-29", -4, Unit::years, "2020-02-29"},
      {"2026-12-15", 1, Unit::months, "2027-01-15"}, {"2026-01-15", -1, Unit::months, "2025-12-15"}, {"2026-11-22", 14, Unit::days, "2026-12-06"},
      {"2026-11-22", -22, Unit::days, "2026-10-31"}, {"2026-11-22", 2, Unit::weeks, "2026-12-06"},   {"2026-11-22", 0, Unit::months, "2026-11-22"},
      {"9999-12-31", 1, Unit::days, "none"},         {"0001-01-01", -1, Unit::days, "none"},         {"9999-12-01", 1, Unit::months, "none"},
      {"0001-01-31", -1, Unit::months, "none"},      {"9999-01-01", 1, Unit::years, "none"},         {"2026-11-22", most, Unit::weeks, "none"},
      {"2026-11-22", -most, Unit::years, "none"},    {"2026-11-22", most, Unit::days, "none"},       {"0001-01-01", 9998, Unit::years, "9999-01-01"}};
  for (const Row& row : table) EXPECT_EQ(shown(add(day(row.from), row.count, row.unit)), row.expected) << row.from << " + " << row.count;
}

TEST(Date, difference_counts_whole_units) {
  struct Row {
    const char *from, *to;
    Unit unit;
    std::int64_t expected;
  };
  const Row table[] = {
      {"2026-01-01", "2026-01-31", Unit::months, 0}, {"2026-01-01", "2026-02-01", Unit::months, 1},  {"2026-01-31", "2026-02-28", Unit::months, 1},
      {"2026-01-31", "2026-02-27", Unit::months, 0}, {"2026-02-28", "2026-01-31", Unit::months, -1}, {"2025-11-23", "2026-11-22", Unit::years, 0},
      {"2025-11-22", "2026-11-22", Unit::years, 1},  {"2026-11-22", "2025-11-23", Unit::years, 0},   {"2024-02-29", "2025-02-28", Unit::years, 1},
      {"2026-11-22", "2026-12-05", Unit::weeks, 1},  {"2026-12-05", "2026-11-22", Unit::weeks, -1},  {"2026-11-22", "2026-11-22", Unit::days, 0},
      {"2024-02-28", "2024-03-01", Unit::days, 2},   {"0001-01-01", "9999-12-31", Unit::years, 9998}};
  for (const Row& row : table) EXPECT_EQ(difference(day(row.from), day(row.to), row.unit), row.expected) << row.from << " .. " << row.to;
}

TEST(Date, whole_months_added_back_never_pass_the_end) {
  for (auto number = days_since_epoch({2023, 12, 1}); number < days_since_epoch({2025, 3, 31}); ++number) {
    const Date from = *from_days_since_epoch(number);
    for (int length = 0; length < 430; length += 3) {
      const Date to = *from_days_since_epoch(number + length);
      const auto months = difference(from, to, Unit::months);
      ASSERT_LE(*add(from, months, Unit::months), to) << to_string(from) << " " << to_string(to);
      ASSERT_GT(*add(from, months + 1, Unit::months), to) << to_string(from) << " " << to_string(to);
      ASSERT_EQ(difference(to, from, Unit::months), -months);
    }
  }
}

TEST(Date, age_is_completed_years) {
  struct Row {
    const char *born, *on;
    std::int64_t years;
  };
  const Row table[] = {{"2008-11-22", "2026-11-22", 18}, {"2008-11-23", "2026-11-22", 17}, {"2008-02-29", "2026-02-28", 17}, {"2008-02-29", "2026-03-01", 18},
                       {"2008-02-29", "2028-02-28", 19}, {"2008-02-29", "2028-02-29", 20}, {"2026-11-22", "2026-11-22", 0},  {"2026-11-23", "2026-11-22", -1}};
  for (const Row& row : table) EXPECT_EQ(age(day(row.born), day(row.on)), row.years) << row.born << " on " << row.on;
}

}  // namespace
