// SPDX-License-Identifier: EUPL-1.2
// What is answered to a request, before any library of HTTP comes in: so every rule of the server can be tested without a socket.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "problem/problem.h"

namespace polku::server {

struct Reply {
  int status = 200;
  std::string type;
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

// RFC 9457, with the codes: {"type": "urn:polku:problem:missing", "title", "status", "code", "pointer", "problems": [{"code", "arguments", "pointer"}]}.
Reply problem_reply(int status, const problem::Problems& problems);
Reply problem_reply(int status, problem::Code code);
Reply go_to(const std::string& address);  // 303: read on there, whatever was posted

}  // namespace polku::server
