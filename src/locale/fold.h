// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

namespace polku::locale {

// Small letters for comparing names of months: Latin, Greek and Cyrillic as the languages of the packs use them. Other scripts there have
// no case.
std::string fold(std::string_view text);

}  // namespace polku::locale
