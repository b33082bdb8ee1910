// SPDX-License-Identifier: EUPL-1.2
// Coordinates as people have them: from a map, a telephone, a link.
#pragma once

#include <optional>
#include <string_view>

#include "text/decimal.h"

namespace polku::value {

struct Coordinates {
  text::Decimal latitude, longitude;  // at most six decimals, rounded half-even: a decimetre
};

// `simplified` text (characters.h). Read are
// - two numbers, latitude first: "60.1699, 24.9384", "60,1699 24,9384" (a comma right between digits separates decimals where no point does);
// - with letters of the compass, before or behind and in any order: "N 60.1699 E 24.9384";
// - degrees, minutes and seconds: "60°10'11.6"N 24°56'18.2"E";
// - geo: addresses (RFC 5870), and the first coordinates in a link to a map: "@60.1699,24.9384", "mlat=…&mlon=…", "q=…", "query=…", "ll=…".
// Nothing where neither reading puts both numbers on the globe; a pair that is on it only the other way round is given as it stands.
std::optional<Coordinates> read_coordinates(std::string_view simplified);

bool is_on_the_globe(const Coordinates& coordinates);

}  // namespace polku::value
