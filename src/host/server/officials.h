// SPDX-License-Identifier: EUPL-1.2
// The pages on which officials read what came in (DECISIONS 25): plain HTML, no script, one token a data directory, every read logged without answers.
//
//   GET /officials?language=fi&before=120   the list, newest first      GET /officials/submissions/KOI-7F3K-92QD   one with its record
//   GET, POST /officials/login              POST /officials/logout       GET /officials/style.css
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "host/server/published.h"
#include "host/server/reply.h"
#include "host/server/storage.h"

namespace polku::server {

struct OfficialsRequest {
  std::string method, path;
  std::map<std::string, std::string> query, form;
  std::string host, origin, cookie, accept_language;
  bool over_tls = false;  // as a proxy in front says
};

class Officials {
 public:
  struct Settings {
    std::string token;
    std::string style;               // the style sheet itself
    std::vector<std::string> hosts;  // allowed in Host: against DNS rebinding
    std::function<std::int64_t()> now;
    std::function<void(std::int64_t milliseconds)> wait;
  };
  Officials(Storage& storage, Published& published, Settings settings);
  Reply handle(const OfficialsRequest& request);

 private:
  struct View;
  Reply sign_in(const OfficialsRequest& request, const View& view);
  Reply sign_out(const OfficialsRequest& request, const View& view);
  Reply list(const OfficialsRequest& request, const View& view, const std::string& session);
  Reply one(const View& view, const std::string& reference, const std::string& session);
  Reply record(const std::string& reference, const std::string& recipient, const std::string& session);
  Reply login_page(const View& view, int status, const std::string& problem) const;
  std::string session_of(const OfficialsRequest& request);
  std::string service_title(const View& view, const std::string& service, const std::string& version);
  Reply refuse_slowly(const View& view);

  Storage& storage_;
  Published& published_;
  Settings settings_;
  std::vector<std::string> languages_;
  std::mutex mutex_;
  int wrong_in_a_row_ = 0;
  std::int64_t last_wrong_ = 0;
  std::atomic<int> waiting_ = 0;
};

// Without any script.
inline constexpr const char* officials_policy = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

// Exposed for the tests.
std::string cookie_named(const std::string& header, const std::string& name);

}  // namespace polku::server
