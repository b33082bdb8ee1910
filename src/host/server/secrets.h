// SPDX-License-Identifier: EUPL-1.2
// Random numbers, comparison in constant time, the officials' token, and the secrets that connectors name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace polku::server {

std::string random_bytes(std::size_t count);  // from the system; ends the process when it has none
std::string random_hexadecimal(std::size_t bytes);
// KOI-7F3K-92QD: the site's first three letters and 40 random bits in Crockford's base 32 (no I, L, O, U).
std::string random_reference(std::string_view site);
bool equal_in_constant_time(std::string_view left, std::string_view right);

// Creates the folder (0700) where it is missing and refuses one that others may enter.
bool make_private_folder(const std::string& folder);
// DECISIONS 25: 256 bits in `folder`/officials.token (0600), made at the first start. Empty: it cannot be read or others may read it.
std::string officials_token(const std::string& folder);
// The same in `folder`/look-ups.key: by it answers to look-ups are known again.
std::string look_ups_key(const std::string& folder);
// POLKU_SECRET_<NAME> (upper case, hyphens as underscores), or the file `folder`/secrets/<name>.
std::optional<std::string> find_secret(std::string_view name, const std::string& folder);

}  // namespace polku::server
