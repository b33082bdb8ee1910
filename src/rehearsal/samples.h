// SPDX-License-Identifier: EUPL-1.2
// An answer of every kind that a person could give.
#pragma once

#include "calendar/date.h"
#include "session/session.h"
#include "value/value.h"

namespace polku::rehearsal {

// As a person meets it: with the options that are in the rows now, or one that is in none.
value::Shape met_shape(const session::World& world, const session::State& state, const form::Question& question);
// How many different answers sample() knows: the options of a choice, else 1.
std::size_t sample_count(const value::Shape& shape);
// Of several-of: the options that can be ticked together; one where each stands alone.
value::Typed options_together(const value::Shape& shape);
// Empty: none is known (a text with a pattern).
value::Typed sample(const value::Shape& shape, std::size_t which, const calendar::Date& today);

}  // namespace polku::rehearsal
