// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "rehearsal/generate/dice.h"
#include "rehearsal/generate/generate.h"

namespace polku::rehearsal::generate {

// Words, site and calendar: the rest of a world that has a form. Everything an author would be told of them comes back.
problem::Problems furnish(Dice& dice, const session::World& base, const calendar::Date& day, Made& made, session::World& world, Features& features);

}  // namespace polku::rehearsal::generate
