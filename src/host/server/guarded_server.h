// SPDX-License-Identifier: EUPL-1.2
// cpp-httplib's server with what it lacks (seen in 0.11.4): a deadline for a whole request however slowly it drips, a limit on the bytes of its head, a reply
// that reaches a client that is still sending, and one thread a connection kept from being the end of it.
#pragma once

#include <httplib.h>

#include <string>

#include "host/server/limits.h"

namespace polku::server {

class GuardedServer : public httplib::Server {
 public:
  explicit GuardedServer(const ConnectionLimits& limits);
  // The port, or -1. `port` 0: any that is free.
  int bind(const std::string& address, int port);

 private:
  bool process_and_close_socket(int socket) override;
  ConnectionLimits limits_;
};

}  // namespace polku::server
