// SPDX-License-Identifier: EUPL-1.2
#include "host/server/waiting.h"

#include "json/reader.h"
#include "json/writer.h"

namespace polku::server {

std::vector<Amended> amend_waiting(const std::vector<Delivery>& deliveries, const std::function<void(json::Value& body)>& amend) {
  std::vector<Amended> amended;
  for (const auto& one : deliveries) {
    if (one.stage != awaiting_payment && one.stage != awaiting_answer) continue;
    auto body = json::read(one.body).value;
    if (!body) continue;
    amend(*body);
    amended.push_back({one.reference, one.recipient, one.body, json::write(*body)});
  }
  return amended;
}

}  // namespace polku::server
