// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string_view>

namespace polku::locale {

enum class Side : std::uint8_t { first, last };
// Whether the character of a currency's sign that stands beside the number is a letter (UTS #35, part 3, alphaNextToNumber): "SEK", "kr",
// not "€".
bool is_letter_beside_number(std::string_view sign, Side side);

}  // namespace polku::locale
