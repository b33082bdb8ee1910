// SPDX-License-Identifier: EUPL-1.2
// One fault in a sound definition, of a sort that must be told to its author: what the checks are for.
#pragma once

#include <string>

#include "json/value.h"
#include "rehearsal/generate/dice.h"

namespace polku::rehearsal::generate {

// Changes the service and names the fault: "unknown-member", "reads-later", …
std::string damage(Dice& dice, json::Value& service);

}  // namespace polku::rehearsal::generate
