// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

#include "calendar/date.h"
#include "json/value.h"
#include "page/page.h"
#include "session/session.h"

namespace polku::rehearsal {

struct PageState {
  std::string name;
  page::Page page;
};
struct Enumeration {
  std::vector<PageState> pages;  // each state once
  std::size_t paths = 0;         // walked to find them
};
// For any face.
Enumeration enumerate_pages(const session::World& world, const std::string& language, const calendar::Date& today);

// {"pages": [{"name", "address", "kind", "title", "language", "direction", "html", "text"}], "paths": n}, each state once.
json::Value enumerate(const session::World& world, const std::string& language, const calendar::Date& today);

}  // namespace polku::rehearsal
