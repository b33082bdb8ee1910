// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "calendar/date.h"
#include "form/form.h"
#include "rehearsal/generate/dice.h"

namespace polku::rehearsal::generate {

// site.json of a municipality that offers the service, with connectors for some of its recipients.
json::Value make_site(Dice& dice, const form::CompiledForm& form);
// Its calendar, some holidays about today.
json::Value make_calendar(Dice& dice, const calendar::Date& today);

}  // namespace polku::rehearsal::generate
