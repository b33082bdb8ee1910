// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

#include "calendar/date.h"
#include "json/value.h"
#include "session/session.h"

namespace polku::rehearsal {

// {"pages": [{"name", "address", "kind", "title", "language", "direction", "html", "text"}], "paths": n}, each state once.
json::Value enumerate(const session::World& world, const std::string& language, const calendar::Date& today);

}  // namespace polku::rehearsal
