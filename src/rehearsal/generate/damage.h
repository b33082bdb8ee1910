// SPDX-License-Identifier: EUPL-1.2
// One fault in a sound definition, of a sort that must be told to its author: what the checks are for.
#pragma once

#include <cstdint>
#include <string>

#include "json/value.h"

namespace polku::rehearsal::generate {

// Changes the service and names the fault: "unknown-member", "reads-later", … One after the other, so that none is left to luck.
std::string damage(std::uint64_t number, json::Value& service);

}  // namespace polku::rehearsal::generate
