// SPDX-License-Identifier: EUPL-1.2
// National and business identifiers: one file a scheme, each with its checksum and source.
//
//   identifiers::check("fi-hetu", "131052-308t");   // {.normal = "131052-308T", .fault = Fault::none}
//
// Input is tolerant: blanks around and inside, lower case, and the dashes people paste (U+2010..U+2015, U+2212) are understood.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"

namespace polku::identifiers {

enum class Fault { none, malformed, wrong_checksum };

struct Verdict {
  Fault fault = Fault::malformed;
  std::string normal;                       // the normal form, when there is no fault
  std::optional<calendar::Date> born = {};  // where the identifier says so
};

// The schemes known, sorted: "fi-business-id", "fi-hetu", "fi-plate".
const std::vector<std::string_view>& schemes();
bool is_scheme(std::string_view scheme);
Verdict check(std::string_view scheme, std::string_view typed);
// As people write it: groups, separators. Equal to the normal form where there is no such custom.
std::string formatted(std::string_view scheme, std::string_view normal);

}  // namespace polku::identifiers
