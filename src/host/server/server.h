// SPDX-License-Identifier: EUPL-1.2
// The reference server: serves the built site, takes submissions in (assets/openapi.json), verifies them by walking again, keeps them in SQLite, delivers
// them, and has a page where officials read them. It speaks HTTP; TLS is the business of what stands before it.
//
//   return serve({.port = 8080, .data = "data"});      // until SIGTERM or SIGINT
#pragma once

#include <string>
#include <vector>

#include "host/server/limits.h"

namespace polku::server {

struct ServerOptions {
  std::string address = "127.0.0.1";
  int port = 8080;            // 0: any that is free
  std::string data = "data";  // folder, made with 0700: polku.sqlite, officials.token, secrets/
  std::string site_folder = "build/site";
  std::string assets = "assets";          // services/, sites/, calendars/, styles/officials.css
  std::string site = {};                  // id; empty: the only one in `assets`
  std::vector<std::string> hosts = {};    // further names in Host under which officials may come, as "polku.example.fi"
  std::vector<std::string> origins = {};  // of other sites that embed the service and post here, as "https://www.example.fi"
  ConnectionLimits limits = {};
};

// Prints the addresses on standard output once it listens. 0: stopped by a signal; 1: it could not start, and why is on standard error.
// The environment: POLKU_TODAY (a date, for tests), POLKU_SECRET_<NAME>.
int serve(const ServerOptions& options);

}  // namespace polku::server
