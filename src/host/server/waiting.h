// SPDX-License-Identifier: EUPL-1.2
// Deliveries that wait for a payment or another person's answer, and what they say once it has come.
#pragma once

#include <functional>
#include <vector>

#include "host/server/storage.h"
#include "json/value.h"

namespace polku::server {

std::vector<Amended> amend_waiting(const std::vector<Delivery>& deliveries, const std::function<void(json::Value& body)>& amend);

}  // namespace polku::server
