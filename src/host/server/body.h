// SPDX-License-Identifier: EUPL-1.2
// Reads a request's body with a count of its own: the library's limit does not hold for chunks (seen in 0.11.4).
#pragma once

#include <httplib.h>

#include <map>
#include <string>
#include <string_view>
#include <variant>

#include "host/server/reply.h"

namespace polku::server {

// What can be said from the head alone: two lengths, a length beside chunks (RFC 9112, section 6.3), compressed bodies, too large by its own word.
std::variant<std::string, Reply> read_body(const httplib::Request& request, const httplib::ContentReader& reader, std::size_t limit);
std::map<std::string, std::string> read_form(std::string_view body);

}  // namespace polku::server
