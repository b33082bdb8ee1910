// SPDX-License-Identifier: EUPL-1.2
// What a person types into a field: right, or in one of the ways in which people and others get it wrong.
#pragma once

#include <string>

#include "locale/locale.h"
#include "rehearsal/generate/dice.h"
#include "value/value.h"

namespace polku::rehearsal::generate {

struct Pen {
  Dice& dice;
  const locale::Locale& locale;
  calendar::Date today;
};

// An answer that its kind takes; `pattern`: the question's own, when it has one. Now and then bounds leave nothing that fits.
value::Typed type_rightly(const Pen& pen, const value::Shape& shape, const std::string& pattern);
// Blank, half typed, of another kind, in other digits, hostile. `how` says which.
value::Typed type_anything(const Pen& pen, const value::Shape& shape, std::string& how);

}  // namespace polku::rehearsal::generate
