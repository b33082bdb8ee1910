// SPDX-License-Identifier: EUPL-1.2
// An ID token that came from the token endpoint itself (OpenID Connect Core 1.0, 3.1.3.7).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "delivery/source.h"

namespace polku::server {

// Its claims, as JSON text; nothing when they are of another issuer, for somebody else, of another sign-in, or too old.
std::optional<std::string> read_id_token(std::string_view token, const delivery::Source::SignIn& wanted, std::string_view nonce, std::int64_t now);

}  // namespace polku::server
