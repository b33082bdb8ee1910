// SPDX-License-Identifier: EUPL-1.2
#include "calendar/working_days.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

namespace {

using namespace polku::calendar;

Date day(std::string_view iso) {
  const auto date = parse_date(iso);
  EXPECT_TRUE(date) << iso;
  return date.value_or(Date{});
}

std::string shown(const std::optional<Date>& date) { return date ? to_string(*date) : "none"; }

struct Entry {
  Date date;
  std::string name;
  std::string kind;
};

std::vector<Entry> read_finland() {
  std::ifstream file{POLKU_SOURCE_DIR "/assets/calendars/fi.json"};
  std::vector<Entry> entries;
  const auto calendar = nlohmann::json::parse(file);
  for (const auto& holiday : calendar.at("holidays")) {
    entries.push_back({day(holiday.at("date").get<std::string>()), holiday.at("name"), holiday.value("kind", "")});
  }
  return entries;
}

Holidays finland() {
  std::vector<Date> days;
  for (const auto& entry : read_finland()) days.push_back(entry.date);
  return Holidays{days};
}

TEST(WorkingDays, are_counted_over_the_holidays_of_finland) {
  const Holidays holidays = finland();
  struct Row {
    const char* from;
    std::int64_t count;
    const char* expected;
  };
  const Row table[] = {{"2026-11-20", 1, "2026-11-23"},                                                                      // Friday to Monday
                       {"2026-11-22", 0, "2026-11-23"},                                                                      // a Sunday is none: the next
                       {"2026-11-23", 0, "2026-11-23"},  {"2026-11-22", 1, "2026-11-23"},  {"2026-04-02", 1, "2026-04-07"},  // over Easter
                       {"2026-06-18", 1, "2026-06-22"},                                    // over Midsummer, whose eve is a Friday
                       {"2026-12-23", 1, "2026-12-28"},                                    // over Christmas
                       {"2026-12-31", 1, "2027-01-04"},  {"2027-01-05", 1, "2027-01-07"},  // Epiphany
                       {"2026-05-13", 1, "2026-05-15"},                                    // Ascension Day
                       {"2026-04-30", 10, "2026-05-18"},                                   // May Day and Ascension Day within
                       {"2026-04-07", -1, "2026-04-02"}, {"2026-11-22", -1, "2026-11-20"}, {"2026-11-23", -1, "2026-11-20"},
                       {"2027-12-03", 1, "2027-12-07"},  // Independence Day is a Monday
                       {"9999-12-31", 1, "none"},        {"0001-01-01", -1, "none"},       {"2026-11-22", 4'000'000'000'000, "none"}};
  for (const Row& row : table) EXPECT_EQ(shown(add_working_days(day(row.from), row.count, holidays)), row.expected) << row.from << " " << row.count;
}

TEST(WorkingDays, agree_with_counting_on_the_fingers) {
  const Holidays holidays = finland();
  const auto first = days_since_epoch({2026, 11, 1});
  for (auto start = first; start < first + 90; ++start) {
    const Date from = *from_days_since_epoch(start);
    std::int64_t counted = 0;
    for (auto number = start + 1; number < start + 200; ++number) {
      const Date to = *from_days_since_epoch(number);
      const bool works = weekday(to) <= 5 && !holidays.contains(to);
      ASSERT_EQ(is_working_day(to, holidays), works);
      if (works) {
        ++counted;
        ASSERT_EQ(add_working_days(from, counted, holidays), to) << to_string(from) << " + " << counted;
      }
      ASSERT_EQ(working_days_between(from, to, holidays), counted);
      ASSERT_EQ(working_days_between(to, from, holidays), -counted);
    }
    counted = 0;
    for (auto number = start - 1; number > start - 200; --number) {
      const Date to = *from_days_since_epoch(number);
      if (!is_working_day(to, holidays)) continue;
      ++counted;
      ASSERT_EQ(add_working_days(from, -counted, holidays), to) << to_string(from) << " - " << counted;
    }
  }
}

TEST(Holidays, speak_for_whole_years) {
  const Holidays holidays{{day("2026-12-25"), day("2025-05-01"), day("2026-12-25")}};
  EXPECT_TRUE(holidays.covers(day("2025-01-01")));
  EXPECT_TRUE(holidays.covers(day("2026-12-31")));
  EXPECT_FALSE(holidays.covers(day("2024-12-31")));
  EXPECT_FALSE(holidays.covers(day("2027-01-01")));
  EXPECT_FALSE(Holidays{}.covers(day("2026-01-01")));
  EXPECT_TRUE(Holidays{}.empty());
  EXPECT_TRUE(holidays.contains(day("2026-12-25")));
  EXPECT_EQ(holidays.count_on_weekdays(day("2026-12-31")), 2);
}

// Knuth, The Art of Computer Programming, volume 1, 1.3.2, exercise 14: golden number, century, epact.
Date easter(std::int64_t year) {
  const auto golden = year % 19 + 1;
  const auto century = year / 100 + 1;
  const auto sunday = 5 * year / 4 - (3 * century / 4 - 12) - 10;
  auto epact = (11 * golden + 20 + (8 * century + 5) / 25 - 5 - (3 * century / 4 - 12)) % 30;
  if ((epact == 25 && golden > 11) || epact == 24) ++epact;
  auto moon = 44 - epact;
  if (moon < 21) moon += 30;
  const auto march_day = moon + 7 - (sunday + moon) % 7;
  return *add(Date{static_cast<std::int32_t>(year), 3, 1}, march_day - 1, Unit::days);
}

Date saturday_from(Date date) {
  while (weekday(date) != 6) date = *add(date, 1, Unit::days);
  return date;
}

TEST(Finland, has_every_holiday_of_every_year_on_its_day) {
  std::map<int, std::map<std::string, Date>> years;
  const auto entries = read_finland();
  for (const auto& entry : entries) {
    EXPECT_TRUE(years[entry.date.year].emplace(entry.name, entry.date).second) << to_string(entry.date) << " repeats " << entry.name;
    EXPECT_EQ(entry.kind, entry.name.find("-eve") != std::string::npos ? "office-closed" : "") << to_string(entry.date);
  }
  EXPECT_TRUE(std::is_sorted(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.date < b.date; }));
  ASSERT_EQ(years.size(), 11U);
  EXPECT_EQ(years.begin()->first, 2025);
  EXPECT_EQ(to_string(easter(2026)), "2026-04-05");
  EXPECT_EQ(to_string(easter(2038)), "2038-04-25");
  for (const auto& [year, days] : years) {
    const Date sunday = easter(year);
    const Date midsummer = saturday_from({year, 6, 20});
    const std::map<std::string, Date> expected{{"new-years-day", {year, 1, 1}},
                                               {"epiphany", {year, 1, 6}},
                                               {"good-friday", *add(sunday, -2, Unit::days)},
                                               {"easter-sunday", sunday},
                                               {"easter-monday", *add(sunday, 1, Unit::days)},
                                               {"may-day", {year, 5, 1}},
                                               {"ascension-day", *add(sunday, 39, Unit::days)},
                                               {"whit-sunday", *add(sunday, 49, Unit::days)},
                                               {"midsummer-eve", *add(midsummer, -1, Unit::days)},
                                               {"midsummer-day", midsummer},
                                               {"all-saints-day", saturday_from({year, 10, 31})},
                                               {"independence-day", {year, 12, 6}},
                                               {"christmas-eve", {year, 12, 24}},
                                               {"christmas-day", {year, 12, 25}},
                                               {"saint-stephens-day", {year, 12, 26}}};
    EXPECT_EQ(days, expected) << year;
  }
}

}  // namespace
