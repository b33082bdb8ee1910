// SPDX-License-Identifier: EUPL-1.2
// How money is asked for: a payment provider's REST API, described in data as connectors are. GOV.UK Pay, Mollie, Nexi Checkout and others work alike: a payment
// is created, the person goes to the address that came back, and afterwards the provider, never the person's browser, says whether it is paid.
//
// {"create": {"url": "https://pay.example/v1/payments", "headers": {"Accept": "application/json"},
//             "body": {"amount": {"$number": "cents"}, "reference": {"$answer": "reference"}, "return_url": {"$answer": "return"}},
//             "result": {"id": "/payment_id", "address": "/_links/next_url/href"}},
//  "status": {"url": "https://pay.example/v1/payments/{id}", "state": "/state/status", "paid": ["success"], "failed": ["failed", "cancelled", "error"]},
//  "authentication": as a connector's, "keyHeader": "Idempotency-Key", "timeout": 20}
//
// The body is a template (template.h). It may name: amount ("120.00"), cents ("12000", the currency's smallest unit), currency, reference, service (what it is
// called in the person's language), language, return (where the person comes back to), notify (where the provider may say that something happened), key (other at
// each try), and every answer that is no list's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "delivery/connector.h"

namespace polku::delivery {

struct PaymentProvider {
  struct Create {
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    json::Value body;
    std::string id_pointer, address_pointer;
  } create;
  struct Status {
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string state_pointer;
    std::vector<std::string> paid, failed;
  } status;
  Connector::Authentication authentication;
  std::string key_header;
  std::int64_t timeout_seconds = 20;
};
// std::nullopt: there are problems, or `description` is null: the site takes no payments.
std::optional<PaymentProvider> read_payment_provider(const json::Value& description, problem::Problems& problems, std::string pointer, std::string document);

struct Asking {
  std::string amount, currency, reference, service, language, return_address, notify_address, key;
  const json::Value* answers = nullptr;  // of the submission
};
Request make_payment(const PaymentProvider& provider, const Asking& asking, problem::Problems& problems);
struct Begun {
  std::string id, address;
};
// std::nullopt: no payment was created, or none that a person could be led to. Such a one cannot be paid, so that another may be created.
std::optional<Begun> read_begun(const PaymentProvider& provider, int status, const std::string& body);

Request make_inquiry(const PaymentProvider& provider, const std::string& id);
enum class Standing : std::uint8_t { pending, paid, failed, unknown };  // unknown: the provider did not say
Standing read_standing(const PaymentProvider& provider, int status, const std::string& body);

}  // namespace polku::delivery
