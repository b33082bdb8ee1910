// SPDX-License-Identifier: EUPL-1.2
// In which words a person who pays is spoken to, and what is known of what is paid for.
#pragma once

#include <string>

#include "host/server/payments.h"
#include "messages/catalog.h"

namespace polku::server {

struct Payments::View {
  const Published& published;
  Submission submission;
  std::shared_ptr<const session::World> world;  // null: the definition is no longer known
  std::vector<std::string> languages;
  std::string language;
  messages::Words words;

  static View make(Published& published, const Submission& submission, const PaymentRequest& request);
  std::string service_title() const;  // plain
};

}  // namespace polku::server
