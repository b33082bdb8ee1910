// SPDX-License-Identifier: EUPL-1.2
// BCP 47 language tags (RFC 5646) and lookup (RFC 4647, section 3.4).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace polku::text {

// Well-formed by RFC 5646, section 2.1 (grandfathered tags are not).
bool is_language_tag(std::string_view tag);
// Conventional case: "SR-latn-rs" → "sr-Latn-RS". Expects a well-formed tag.
std::string canonical_language_tag(std::string_view tag);
// The tag and its truncations, longest first: "zh-Hant-TW" → zh-Hant-TW, zh-Hant, zh. A single-letter subtag goes with what follows it.
std::vector<std::string> lookup_chain(std::string_view tag);

enum class Direction { left_to_right, right_to_left };
// By the language's usual script (CLDR likely subtags: ar, he, fa, ur, ps, sd, ug, yi, dv, ckb, ... and scripts Arab, Hebr, Thaa, Syrc,
// Nkoo, Adlm, Rohg).
Direction direction_of(std::string_view tag);

}  // namespace polku::text
