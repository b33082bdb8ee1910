// SPDX-License-Identifier: EUPL-1.2
// Base64 for addresses and JSON Web Tokens: RFC 4648, section 5, without padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace polku::server {

std::string to_base64_url(std::string_view bytes);
std::optional<std::string> from_base64_url(std::string_view words);

}  // namespace polku::server
