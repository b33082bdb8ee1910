// SPDX-License-Identifier: EUPL-1.2
#include "calendar/working_days.h"

#include <algorithm>

namespace polku::calendar {

namespace {

constexpr Date first_date{1, 1, 1};  // a Monday
constexpr Date last_date{9999, 12, 31};

// Working days from the first date of the calendar up to and including `date`.
std::int64_t ordinal(const Date& date, const Holidays& holidays) {
  const std::int64_t days = days_since_epoch(date) - days_since_epoch(first_date) + 1;
  return days / 7 * 5 + std::min<std::int64_t>(days % 7, 5) - holidays.count_on_weekdays(date);
}

}  // namespace

Holidays::Holidays(std::vector<Date> days) : days_(std::move(days)) {
  std::make_heap(days_.begin(), days_.end());
  std::sort_heap(days_.begin(), days_.end());
  days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
}

bool Holidays::contains(const Date& date) const { return std::binary_search(days_.begin(), days_.end(), date); }

bool Holidays::covers(const Date& date) const { return !days_.empty() && date.year >= days_.front().year && date.year <= days_.back().year; }

std::int64_t Holidays::count_on_weekdays(const Date& date) const {
  const auto end = std::upper_bound(days_.begin(), days_.end(), date);
  return std::count_if(days_.begin(), end, [](const Date& day) { return weekday(day) <= 5; });
}

bool is_working_day(const Date& date, const Holidays& holidays) { return weekday(date) <= 5 && !holidays.contains(date); }

std::optional<Date> add_working_days(const Date& from, std::int64_t count, const Holidays& holidays) {
  constexpr std::int64_t too_many = 4'000'000;  // more days than the calendar has
  if (count > too_many || count < -too_many) return std::nullopt;
  if (count == 0 && is_working_day(from, holidays)) return from;
  const std::int64_t here = ordinal(from, holidays);
  const std::int64_t before = is_working_day(from, holidays) ? here - 1 : here;
  const std::int64_t wanted = count < 0 ? before + count + 1 : here + std::max<std::int64_t>(count, 1);
  if (wanted < 1 || wanted > ordinal(last_date, holidays)) return std::nullopt;

  // The first day with that ordinal is the working day itself.
  std::int64_t low = days_since_epoch(first_date);
  std::int64_t high = days_since_epoch(last_date);
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;
    if (ordinal(*from_days_since_epoch(middle), holidays) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return from_days_since_epoch(low);
}

std::int64_t working_days_between(const Date& from, const Date& to, const Holidays& holidays) { return ordinal(to, holidays) - ordinal(from, holidays); }

}  // namespace polku::calendar
