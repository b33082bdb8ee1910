// SPDX-License-Identifier: EUPL-1.2
// Inside this room only: what connectors and sources are described by alike.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "delivery/connector.h"
#include "json/cursor.h"

namespace polku::delivery {

// In the braces of an address: the facts of a submission, or what a source is asked with.
enum class Names : std::uint8_t { facts, any };
std::string read_address(const json::Cursor& cursor, Via via, Names names = Names::facts);
std::vector<std::pair<std::string, std::string>> read_headers(const json::Cursor& cursor);
// RFC 9110, sections 5.1 and 5.5: a token, and no control characters in the value (they would start a header of their own).
bool is_header(std::string_view name, std::string_view value);
std::string read_pointer(const json::Cursor& cursor);
Connector::Authentication read_authentication(const json::Cursor& cursor);

}  // namespace polku::delivery
