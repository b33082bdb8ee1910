// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "json/value.h"
#include "messages/message.h"

namespace polku::test {

// {"name": "Aino", "count": 3, "fee": {"amount": "120.00", "currency": "EUR"}}
inline messages::Arguments arguments_of(const json::Value& object) {
  messages::Arguments arguments;
  for (const auto& [name, value] : object.members()) {
    if (value.is(json::Type::number)) {
      arguments.push_back({name, value.number()});
    } else if (value.is(json::Type::object)) {
      arguments.push_back({name, messages::Money{text::Decimal::parse(*value.find_string("amount")).value(), std::string(*value.find_string("currency"))}});
    } else {
      arguments.push_back({name, value.string()});
    }
  }
  return arguments;
}

}  // namespace polku::test
