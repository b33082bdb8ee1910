// SPDX-License-Identifier: EUPL-1.2
// Who a citizen is, as an identity provider says it: OpenID Connect Core 1.0, authorisation code flow (section 3.1) with PKCE (RFC 7636, S256).
//
//   GET  /sign-in/<source>?to=/path     303 to the provider; `to`, or else the page one comes from, is where one gets back to
//   GET  /sign-in/<source>/return       303 back; what the provider said is kept for half an hour, under the hash of a cookie
//   POST /sign-in/<source>/out          ends it: 204
//
// Between leaving and coming back nothing is kept here: state, nonce and verifier are made of one random number in a cookie of that browser.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "delivery/source.h"
#include "host/server/outbox_worker.h"
#include "host/server/reply.h"
#include "host/server/storage.h"

namespace polku::server {

struct SignInRequest {
  std::string method, path;
  std::map<std::string, std::string> query;
  std::string host, origin, referer, cookie;
  bool over_tls = false;  // as a proxy in front says
};

// Whom a look-up is asked for. failed: the last try of that browser did not succeed.
struct Person {
  enum class Standing : std::uint8_t { nobody, failed, known } standing = Standing::nobody;
  json::Value result = {};
};

class SignIn {
 public:
  struct Settings {
    std::vector<std::string> hosts;  // allowed in Host: the provider is told to send people there
    std::function<std::int64_t()> now;
  };
  SignIn(std::vector<delivery::Source> sources, Storage& storage, Perform perform, Settings settings);

  Reply handle(const SignInRequest& request);
  // From now on that browser is known to `source` as what `result` says; false: it cannot be kept. Adds the cookie.
  bool make_known(const std::string& source, const json::Value& result, std::int64_t seconds, bool over_tls, Reply& reply);
  // Nobody to another origin, whatever cookies come with it.
  Person find_person(const std::string& source, const SignInRequest& request);
  // What was submitted is over: the next person at a shared computer is not who this one was.
  // A submission comes without cookies, but with what it proves.
  void end_after_submission(const std::string& submission);

 private:
  Reply begin(const delivery::Source& source, const SignInRequest& request) const;
  Reply finish(const delivery::Source& source, const SignInRequest& request);
  Reply end(const delivery::Source& source, const SignInRequest& request);
  std::optional<json::Value> claims_of(const delivery::Source& source, const SignInRequest& request, const std::string& secret, const char*& reason) const;

  std::vector<delivery::Source> sources_;
  Storage& storage_;
  Perform perform_;
  Settings settings_;
};

// Exposed for the tests. Only a path on this origin, never another host's address; "/" for anything else.
std::string safe_path(const std::string& wanted);

}  // namespace polku::server
