// SPDX-License-Identifier: EUPL-1.2
// An answer of every kind that a person could give.
#pragma once

#include "calendar/date.h"
#include "value/value.h"

namespace polku::rehearsal {

// How many different answers sample() knows: the options of a choice, else 1.
std::size_t sample_count(const value::Shape& shape);
// Empty: none is known (a text with a pattern).
value::Typed sample(const value::Shape& shape, std::size_t which, const calendar::Date& today);

}  // namespace polku::rehearsal
