// SPDX-License-Identifier: EUPL-1.2
// Inside the room: what both halves of the reader need.
#pragma once

#include "identifiers/identifiers.h"
#include "json/cursor.h"

namespace polku::identifiers {

std::vector<Check> read_checks(const json::Cursor& place);
// A list that must hold something holds nothing.
void report_empty(const json::Cursor& list);

}  // namespace polku::identifiers
