// SPDX-License-Identifier: EUPL-1.2
// assets/calendars/<name>.json, format assets/schema/calendar-1.json.
#include <array>

#include "form/building.h"
#include "form/site.h"

namespace polku::form {

std::optional<calendar::Holidays> read_calendar(const json::Value& file, problem::Problems& problems, std::string document) {
  const std::size_t before = problems.size();
  const json::Cursor root(file, problems, std::move(document));
  root.only({"$schema", "id", "source", "holidays"});
  read_id(root.member("id"));
  root.member("source").text();
  constexpr std::array<std::string_view, 2> kinds{"public-holiday", "office-closed"};  // neither is a working day
  std::vector<calendar::Date> days;
  for (const json::Cursor& place : root.member("holidays").items()) {
    place.only({"date", "name", "kind"});
    read_id(place.member("name"));
    place.optional("kind").choice(kinds);
    if (auto date = read_date(place.member("date"))) days.push_back(*date);
  }
  if (problems.size() != before) return std::nullopt;
  return calendar::Holidays(std::move(days));
}

}  // namespace polku::form
