// SPDX-License-Identifier: EUPL-1.2
// Working days: Monday to Friday without the holidays a site lists (assets/calendars/, dated and sourced).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "calendar/date.h"

namespace polku::calendar {

class Holidays {
 public:
  Holidays() = default;
  explicit Holidays(std::vector<Date> days);  // any order, repeats are fine
  bool contains(const Date& date) const;
  bool empty() const { return days_.empty(); }
  const std::vector<Date>& days() const { return days_; }  // each once, in order
  // The span of years the list speaks for: outside it a working-day count is a guess, and the trace says so.
  bool covers(const Date& date) const;
  // How many of them fall on a Monday to Friday, up to and including `date`.
  std::int64_t count_on_weekdays(const Date& date) const;

 private:
  std::vector<Date> days_;
};

bool is_working_day(const Date& date, const Holidays& holidays);
// The `count`-th working day after `from` (count 0: `from` itself, or the next working day when it is none). Negative counts go back.
std::optional<Date> add_working_days(const Date& from, std::int64_t count, const Holidays& holidays);
// Working days after `from`, up to and including `to`; when `to` is earlier, the negative of the count the other way round.
std::int64_t working_days_between(const Date& from, const Date& to, const Holidays& holidays);

}  // namespace polku::calendar
