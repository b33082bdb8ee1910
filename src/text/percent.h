// SPDX-License-Identifier: EUPL-1.2
// Percent-encoding of RFC 3986, section 2.
#pragma once

#include <string>
#include <string_view>

namespace polku::text {

// Every byte that is not unreserved (letters, digits, - . _ ~) and not in `also_plain` as %XX: percent_encoded("a b/c", "/") is "a%20b/c".
std::string percent_encoded(std::string_view words, std::string_view also_plain = {});

}  // namespace polku::text
