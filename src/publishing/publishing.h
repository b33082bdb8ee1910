// SPDX-License-Identifier: EUPL-1.2
// From what people write to what a citizen's engine opens: read, checked and compiled once, where a site is built, so that no browser has to.
//
//   auto published = publish(*json::read(R"({"service": …, "site": …, "calendar": …, "locales": {"fi": …}, "words": {"service": {"fi": …}}})").value);
//   if (published.problems.empty()) door.open(published.pack);
//
// Every member may be absent, so that files can be published one by one; the rest of the pack is as src/door/README.md says.
//   "service"   a definition                                          → "form", and "needs": {"engine": "polku-plain", "kinds": […], "countries": […],
//               "code-lists": […], "features": ["tasks", "row-options", "look-ups"]}: which of the engines opens it (form/engines.h), and of what it asks, so that a site holds no other words
//   "code-lists"  id → list, at least those the definition names
//   "site", "calendar"                                                → "site"
//   "locales"   language → pack; "locale" for the one "language"      → tapes. Digits: "numberingSystem" of the site, or beside it for a pack without site
//   "words"     layer → language → catalog; layer → catalog for the one "language"      → catalogs whose patterns are compiled
// Problems: those of compile(), read_site(), read_calendar() and Catalog::read(), and language-without-pack; with errors the pack is not whole.
#pragma once

#include "json/value.h"
#include "problem/problem.h"

namespace polku::publishing {

struct Published {
  json::Value pack;
  problem::Problems problems;
};
Published publish(const json::Value& sources);

}  // namespace polku::publishing
