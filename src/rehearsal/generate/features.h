// SPDX-License-Identifier: EUPL-1.2
// What a run has met, and how often: a property of what never occurs is worth nothing.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "json/value.h"

namespace polku::rehearsal::generate {

using Features = std::map<std::string, std::int64_t>;

// "member:number.minimum" "page:list.when" "operator:sum" "recipient:entitled": what stands in a service.json.
void count_features(const json::Value& service, Features& features);
json::Value to_json(const Features& features);

}  // namespace polku::rehearsal::generate
