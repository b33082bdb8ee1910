// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

#include "locale/locale.h"

namespace polku::value {

// `simplified` text without the mention of its own currency before or behind the amount (code, sign, common word: "EUR", "€", "euroa", the
// language's own sign) and without the marks for "and no cents" ("20,-", "20:-"). Mentions of another currency stay, so that the amount is
// not read.
std::string without_currency(std::string_view simplified, std::string_view currency, const locale::Locale* locale);

}  // namespace polku::value
