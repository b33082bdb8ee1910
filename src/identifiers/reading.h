// SPDX-License-Identifier: EUPL-1.2
// Inside the room: the parts of read().
#pragma once

#include "identifiers/identifiers.h"
#include "json/cursor.h"

namespace polku::identifiers {

Places read_places(const json::Cursor& place);  // "1..6 8 -1 '00'"
std::vector<Check> read_checks(const json::Cursor& place);
// A list that must hold something holds nothing.
void report_empty(const json::Cursor& list);

}  // namespace polku::identifiers
