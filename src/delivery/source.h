// SPDX-License-Identifier: EUPL-1.2
// A source answers look-ups (DECISIONS 19): another system's REST endpoint, asked by GET, its JSON answer read by pointers. In site.json, beside connectors:
//
// {"id": "business-register", "url": "https://api.example/companies/{business-id}", "headers": {"Accept": "application/json"},
//  "authentication": as a connector's, "result": {"name": "/companies/0/names/0/name"}, "timeout": 5}
//
// What can be chosen is a list: {"schools": {"list": "/units", "value": "/id", "label": "/name/fi"}}, the two read in each of its items.
//
// Who a person is, an identity provider says (OpenID Connect); then it is not asked but signed in to, and `result` points into its ID token:
//
// {"id": "identity", "signIn": {"issuer": "https://login.example", "authorization": "https://login.example/auth", "token": "https://login.example/token",
//  "client": "polku", "secret": "login", "scope": "openid profile"}, "result": {"name": "/name"}}
//
// What somebody who was invited is told of, the server itself knows; `result` then points into what the inviting service's recipient is entitled to:
//
// {"id": "application", "invitation": "day-care-application", "result": {"applicant": "/answers/applicant-name", "number": "/reference"}}
//
// Names in braces are what services ask with; everything filled in is percent-encoded.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "delivery/connector.h"

namespace polku::delivery {

struct Source {
  std::string id, url;
  std::vector<std::pair<std::string, std::string>> headers;
  Connector::Authentication authentication;
  // One member of what comes back, by JSON Pointers into the answer. `value` and `label` point into an item of a list.
  struct Member {
    std::string name, pointer;
    bool is_list = false;
    std::string value = {}, label = {};
  };
  std::vector<Member> result;
  std::int64_t timeout_seconds = 5;
  struct SignIn {
    std::string issuer, authorization, token, client, scope;
  };
  std::optional<SignIn> sign_in = {};  // then `authentication` is the client's at the token endpoint
  std::string invitation = {};         // the service that invites; empty: nobody is
  // Asked with nothing but the browser's own cookie.
  bool knows_person() const { return sign_in || !invitation.empty(); }
};

// Problems as of connectors.
std::vector<Source> read_sources(const json::Value& list, problem::Problems& problems, std::string pointer, std::string document);

// {"business-id": "1572860-0"}
using Asked = std::map<std::string, std::string>;
// std::nullopt: what it is asked with is not what its address names, or it has none.
std::optional<Request> make_look_up(const Source& source, const Asked& asked);
// Strings, numbers and truths, and of lists [{"value", "label"}], at most a hundred; std::nullopt: the answer is no JSON, or holds nothing of it.
std::optional<json::Value> read_result(const Source& source, const std::string& body);

}  // namespace polku::delivery
