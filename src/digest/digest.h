// SPDX-License-Identifier: EUPL-1.2
// What is hashed: JSON in the one form of RFC 8785, and SHA-256 (FIPS 180-4) over it.
//
//   digest::sha256_hex(digest::canonical(definition));   // 64 hexadecimal digits
//
// RFC 8785 writes numbers as ECMAScript does from a double. Nothing that Polku hashes holds a number outside ±2^53 or with a fraction
// (DECISIONS: values); canonical() writes integers so and other decimals in their shortest plain form.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "json/value.h"

namespace polku::digest {

// Members sorted by UTF-16 code units, no white space, minimal escapes.
std::string canonical(const json::Value& value);

std::array<std::uint8_t, 32> sha256(std::string_view bytes);
std::string sha256_hex(std::string_view bytes);

}  // namespace polku::digest
