// SPDX-License-Identifier: EUPL-1.2
// The one place of the server that looks at a clock.
#pragma once

#include <cstdint>
#include <string>

#include "calendar/date.h"

namespace polku::server {

std::int64_t unix_seconds();
std::string rfc3339(std::int64_t seconds);  // 2026-11-22T10:00:00Z
// Which time zone local_today() speaks of: IANA name. Called once, before there are threads.
void choose_time_zone(const std::string& name);
calendar::Date local_today();
// 2026-11-22T10:00:00Z → 2026-11-22T12:00:00 there; what is no such time comes back as it is.
std::string local_time_of(const std::string& rfc3339_utc);
// 2026-11-22T23:30:00Z → 2026-11-23T01:30:00+02:00: the day a citizen there read on the calendar stands in front.
std::string with_local_offset(const std::string& rfc3339_utc);

}  // namespace polku::server
