// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "exchange/plan.h"

namespace polku::exchange {

// Keywords of JSON Schema and of the front ends (`misc:max-length`, `accept`) as members of the question.
void read_constraints(Workshop& shop, const Node& node, Asked& asked);
// How wide the author drew its field, how its options stand.
void read_display(Workshop& shop, const Node& node, Asked& asked);
// A pattern of ECMA-262, which may match anywhere, as ours, which matches the whole; empty: it cannot be said.
std::string whole_pattern(const std::string& pattern);
json::Value variable(const std::string& id);
json::Value rule(std::string_view operation, json::Value first, json::Value second);

}  // namespace polku::exchange
