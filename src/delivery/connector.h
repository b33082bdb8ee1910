// SPDX-License-Identifier: EUPL-1.2
// A connector describes a JSON REST endpoint in data: how a request is made from what is delivered, how its reply is read, and what may be repeated.
// It knows no socket: hosts perform the requests.
//
// {"id": "parking-case", "recipient": "parking-office", "via": "server", "method": "POST",
//  "url": "https://cases.example/api/{service}/cases", "headers": {"Accept": "application/json"},
//  "authentication": {"kind": "bearer", "secret": "case-api"} | {"kind": "basic", "user": …, "secret": …} | {"kind": "header", "name": "X-Api-Key", "secret": …},
//  "body": {"applicantId": {"$answer": "applicant"}, "vehicles": {"$each": "vehicles", "$as": {"plate": {"$answer": "plate"}}}, "source": "polku",
//           "fee": {"$number": "fee"}, "submission": {"$submission": "/hash"}} (absent: the delivery itself),
//  "deduplicates": "key" | "lookup" | "none", "keyHeader": "Idempotency-Key",
//  "receipt": {"reference": "/caseNumber", "status": "/status"}, "timeout": 20}
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "json/value.h"
#include "problem/problem.h"

namespace polku::delivery {

enum class Via : std::uint8_t { browser, server };
enum class Deduplicates : std::uint8_t { by_key, by_lookup, not_at_all };

struct Connector {
  std::string id, recipient, method, url;
  Via via = Via::server;
  Deduplicates deduplicates = Deduplicates::not_at_all;
  std::string key_header;
  std::vector<std::pair<std::string, std::string>> headers;
  struct Authentication {
    enum class Kind : std::uint8_t { none, bearer, basic, header } kind = Kind::none;
    std::string name, user, secret;
  } authentication;
  std::optional<json::Value> body;
  std::string reference_pointer, status_pointer, lookup_url;
  std::int64_t timeout_seconds = 20;
};

std::vector<Connector> read_connectors(const json::Value& list, problem::Problems& problems, std::string pointer, std::string document);

struct Request {
  std::string method, url, body;
  std::vector<std::pair<std::string, std::string>> headers;
  // Where the host puts a secret it resolves; the secret itself never comes in here.
  Connector::Authentication authentication;
};
// clang-format off
struct Delivered { std::string service, site, key; const json::Value* delivery = nullptr; };
Request make_request(const Connector& connector, const Delivered& delivered, problem::Problems& problems);

// ---- reading the reply ----
struct Receipt {
  std::string reference, status, received_at;
  json::Value payment = {}, invitations = {};  // what our own server still asks for, and who else has to answer
};
struct TryLater { std::optional<std::int64_t> after_seconds; };    // 408, 425, 429, 502, 503, 504, Retry-After
struct Refusal { int status = 0; problem::Problems problems; };     // other 4xx: RFC 9457 read where it is one
struct Unknown {};                                                  // it may have arrived: only a recipient that deduplicates may be asked again
// clang-format on
using Reply = std::variant<Receipt, TryLater, Refusal, Unknown>;
using Headers = std::vector<std::pair<std::string, std::string>>;
Reply read_reply(const Connector& connector, int status, const Headers& headers, const std::string& body);

// The connector by which a browser posts a whole submission to a verifying host at `url`: deduplicates by key, reference at /reference.
Connector intake(const std::string& url);

// ---- retry, one brain: nobody else retries ----
// Seconds to wait before try `tries` + 1: 2, 4, 8 … at most 300, the reply's own wish if longer (at most 3,600). No jitter in here: `seed` spreads by ±20 %.
std::int64_t wait_before_retry(int tries, std::optional<std::int64_t> wished, std::uint32_t seed);

// The delivery cut from a verified submission for one recipient: {"delivery": 1, "recipient", "service", "site", "submission": <hash>, "on", "language", "answers", "computed"}.
json::Value cut_delivery(const json::Value& submission, const std::string& recipient, const std::vector<std::string>& entitled);

}  // namespace polku::delivery
