// SPDX-License-Identifier: EUPL-1.2
#include "host/server/clock.h"

#include <cstdlib>
#include <ctime>

namespace polku::server {

std::int64_t unix_seconds() { return static_cast<std::int64_t>(std::time(nullptr)); }

std::string rfc3339(std::int64_t seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  gmtime_r(&time, &parts);
  char words[32] = {};
  std::strftime(words, sizeof words, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return words;
}

void choose_time_zone(const std::string& name) {
  setenv("TZ", name.c_str(), 1);
  tzset();
}

calendar::Date local_today() {
  const auto time = std::time(nullptr);
  std::tm parts{};
  localtime_r(&time, &parts);
  return {parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
}

namespace {

// Empty: it is no such time.
std::string written_here(const std::string& rfc3339_utc, const char* pattern) {
  std::tm parts{};
  const char* const end = strptime(rfc3339_utc.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  if (!end || *end != '\0') return {};
  const auto time = timegm(&parts);
  localtime_r(&time, &parts);
  char words[32] = {};
  std::strftime(words, sizeof words, pattern, &parts);
  return words;
}

}  // namespace

std::string local_time_of(const std::string& rfc3339_utc) {
  const auto written = written_here(rfc3339_utc, "%Y-%m-%dT%H:%M:%S");
  return written.empty() ? rfc3339_utc : written;
}

std::string with_local_offset(const std::string& rfc3339_utc) {
  auto written = written_here(rfc3339_utc, "%Y-%m-%dT%H:%M:%S%z");
  if (written.empty()) return rfc3339_utc;
  return written.insert(written.size() - 2, ":");  // +0200 → +02:00, as RFC 3339 wants it
}

}  // namespace polku::server
