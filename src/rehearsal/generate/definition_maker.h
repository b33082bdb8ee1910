// SPDX-License-Identifier: EUPL-1.2
// A whole service, sound by construction: names are read only behind where they are known, and nothing reads itself.
#pragma once

#include "calendar/date.h"
#include "json/value.h"
#include "rehearsal/generate/dice.h"

namespace polku::rehearsal::generate {

// service.json. `today` is about when its amounts begin.
json::Value make_definition(Dice& dice, const calendar::Date& today);

}  // namespace polku::rehearsal::generate
