// SPDX-License-Identifier: EUPL-1.2
#include "identifiers/engine.h"

namespace polku::identifiers {

Birth find_birth(const Day& day, std::string_view normal) {
  const std::int32_t year = number_of(pick(day.year, normal)), month = number_of(pick(day.month, normal)), date = number_of(pick(day.day, normal));
  const std::string sign = pick(day.sign, normal);
  const auto applies = [&](const Day::Century& century) {
    return century.signs.find(sign) != std::string::npos && year >= century.earliest && year <= century.latest;
  };
  const auto find_day = [&](std::int32_t first_year, std::int32_t month_plus) -> std::optional<calendar::Date> {
    for (const std::int32_t in_month : day.month_plus) {
      for (const std::int32_t in_day : day.day_plus) {
        if (auto found = calendar::make_date(first_year + year, month - month_plus - in_month, date - in_day)) return found;
      }
    }
    return std::nullopt;
  };
  if (day.centuries.empty()) {
    const auto found = find_day(0, 0);
    return {.is_real = found.has_value(), .born = found};
  }
  Birth birth;
  std::int32_t month_plus = 0;
  for (const Day::Century& century : day.centuries) {
    if (!applies(century)) continue;
    if (birth.is_real) {
      if (century.month_plus == month_plus) birth.born.reset();
      continue;
    }
    birth.born = find_day(century.first_year, century.month_plus);
    birth.is_real = birth.born.has_value();
    month_plus = century.month_plus;
  }
  return birth;
}

}  // namespace polku::identifiers
