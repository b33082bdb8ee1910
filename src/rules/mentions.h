// SPDX-License-Identifier: EUPL-1.2
// Whether a rule names an option: mentions(when, "sms") of {"in": ["sms", {"var": "ways"}]}.
#pragma once

#include <string_view>

#include "rules/rules.h"

namespace polku::rules {

bool mentions(const Rule& rule, std::string_view words);

}  // namespace polku::rules
