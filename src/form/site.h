// SPDX-License-Identifier: EUPL-1.2
// A site is a municipality: languages, contacts, theme, calendar, where submissions go. Format: assets/schema/site-1.json.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "calendar/working_days.h"
#include "json/value.h"
#include "problem/problem.h"

namespace polku::json {
class Tape;
}

namespace polku::form {

struct Site {
  std::string id;
  std::vector<std::string> languages;
  std::map<std::string, std::vector<std::string>> fallback;  // language → languages tried next
  std::string time_zone = "Europe/Helsinki";                 // IANA name; hosts turn their clock into a local date there
  std::string calendar;                                      // name of a file in assets/calendars/
  std::map<std::string, std::string> numbering_system;       // language → "arab"
  std::string phone, email, web;                             // shown; words around them are in the site's catalogs
  std::string privacy_url, accessibility_url;
  std::map<std::string, std::string> theme;  // token without --polku-: "brand" → "#0b5a54"
  std::vector<std::string> services;
  std::string submissions_url;                    // "/api/submissions"; empty: only connectors with via browser
  json::Value connectors = json::Value::array();  // read by room delivery
  json::Value sources = json::Value::array();     // likewise
  json::Value payments;                           // likewise; null: nothing can be paid
  int draft_days = 30;
};

struct SiteReading {
  std::shared_ptr<const Site> site;
  problem::Problems problems;
};
SiteReading read_site(const json::Value& file, std::string document = "site.json");
// What a session uses of a site and of its calendar, on a tape and from it.
void describe(json::Tape& tape, Site& site, calendar::Holidays& holidays);
// assets/calendars/<name>.json
std::optional<calendar::Holidays> read_calendar(const json::Value& file, problem::Problems& problems, std::string document);

}  // namespace polku::form
